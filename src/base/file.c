/* (written next) */
#include "base/file.h"
