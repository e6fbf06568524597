/* (written next) */
#include "base/grapheme.h"
