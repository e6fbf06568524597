/* (written next) */
#include "base/charset.h"
