/* (written next) */
#include "base/fold.h"
