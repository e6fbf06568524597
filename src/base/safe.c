/* (written next) */
#include "base/safe.h"
