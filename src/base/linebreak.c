/* (written next) */
#include "base/linebreak.h"
