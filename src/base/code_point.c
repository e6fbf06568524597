/* Caches properties of code points from libunistring and the C library. */
#include "base/code_point.h"

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdatomic.h>
#include <wchar.h>

#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#include "base/mem.h"

#define N_CODE_POINTS 0x110000u
#define CELLS_MASK 3u /* the two low bits hold cells + 1 */
#define KNOWN (1u << 7)

/* One byte for each code point, 0 until it is first needed. Only the memory
 * pages of the scripts in use are touched: 4 KB for Latin, 20 KB for Han. If
 * two threads write the same byte, they write the same value. */
static _Atomic unsigned char traits[N_CODE_POINTS];

static pthread_once_t utf8_locale_once = PTHREAD_ONCE_INIT;
static locale_t utf8_locale; /* 0 if the system has no C.UTF-8 */

static void open_utf8_locale(void)
{
    utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8_locale && errno == ENOMEM)
        mem_exhausted();
}

static int look_up_cells(uint32_t code_point)
{
    if (code_point < 0x20)
        return -1;
    if (code_point < 0x7F)
        return 1;
    pthread_once(&utf8_locale_once, open_utf8_locale);
    if (!utf8_locale)
        return uc_width(code_point, "UTF-8");
    locale_t previous = uselocale(utf8_locale);
    int cells = wcwidth((wchar_t)code_point);
    uselocale(previous);
    return cells;
}

static unsigned look_up(uint32_t code_point)
{
    int cells = look_up_cells(code_point);
    int grapheme_break = uc_graphemeclusterbreak_property(code_point);
    bool pictograph = uc_is_property_extended_pictographic(code_point) ||
                      uc_is_property_emoji_modifier(code_point);
    bool ignorable = uc_is_property_default_ignorable_code_point(code_point);

    unsigned found = KNOWN | (unsigned)(cells + 1);
    if (pictograph)
        found |= CODE_POINT_PICTOGRAPH;
    if (uc_is_property_bidi_control(code_point) ||
        (grapheme_break == GBP_CONTROL && !ignorable && cells >= 0))
        found |= CODE_POINT_COMMAND;
    else if (ignorable)
        found |= CODE_POINT_IGNORABLE;
    else if (cells > 0 && grapheme_break == GBP_OTHER && !pictograph)
        found |= CODE_POINT_PLAIN;
    return found;
}

unsigned code_point_traits(uint32_t code_point)
{
    if (code_point >= N_CODE_POINTS)
        return 0;
    unsigned char found =
        atomic_load_explicit(&traits[code_point], memory_order_relaxed);
    if (!found) {
        found = (unsigned char)look_up(code_point);
        atomic_store_explicit(&traits[code_point], found, memory_order_relaxed);
    }
    return found;
}

int code_point_cells(uint32_t code_point)
{
    return (int)(code_point_traits(code_point) & CELLS_MASK) - 1;
}

bool code_point_is_word(uint32_t code_point)
{
    return uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_L |
                                                            UC_CATEGORY_MASK_N |
                                                            UC_CATEGORY_MASK_M);
}

bool code_point_is_digit(uint32_t code_point)
{
    return uc_decimal_value(code_point) >= 0;
}
