/* Where front matter ends and the text begins. */
#include "article/meta.h"

#include <string.h>

#include "data/yaml.h"

/* Length of the line at text, with its end: \n, \r\n or \r. */
static size_t line_bytes(const char *text, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] == '\n')
            return i + 1;
        if (text[i] == '\r')
            return i + 1 + (i + 1 < n_bytes && text[i + 1] == '\n');
    }
    return n_bytes;
}

/* Is the line the fence and nothing else but white space? */
static bool is_fence(const char *line, size_t n_bytes, const char *fence)
{
    if (n_bytes < 3 || memcmp(line, fence, 3))
        return false;
    for (size_t i = 3; i < n_bytes; i++)
        if (!memchr(" \t\r\n", line[i], 4))
            return false;
    return true;
}

/* Does the line begin with a word and a colon? Text between two rules does
 * not, and must not be taken for front matter. */
static bool is_field(const char *line, size_t n_bytes)
{
    size_t i = 0;
    while (i < n_bytes &&
           (line[i] == '_' || line[i] == '-' ||
            (line[i] >= '0' && line[i] <= '9') ||
            ((line[i] | 0x20) >= 'a' && (line[i] | 0x20) <= 'z')))
        i++;
    return i > 0 && i < n_bytes && line[i] == ':' &&
           (i + 1 == n_bytes || memchr(" \t\r\n", line[i + 1], 4));
}

struct meta_extent meta_find(const char *source, size_t n_bytes)
{
    size_t start = n_bytes >= 3 && !memcmp(source, "\xEF\xBB\xBF", 3) ? 3 : 0;
    struct meta_extent none = {start, start, start, 1, false};
    struct meta_extent extent = none;
    size_t n = line_bytes(source + start, n_bytes - start);
    if (!is_fence(source + start, n, "---"))
        return none;
    extent.yaml_start = start + n;
    extent.body_line = 2;
    size_t n_fields = 0;
    size_t at = extent.yaml_start;
    /* What is longer than YAML may be is text: it would be lost. */
    while (at < n_bytes && at - extent.yaml_start <= YAML_MAX_BYTES) {
        n = line_bytes(source + at, n_bytes - at);
        extent.body_line++;
        if (is_fence(source + at, n, "---") ||
            is_fence(source + at, n, "...")) {
            extent.yaml_end = at;
            extent.body_start = at + n;
            bool empty = at == extent.yaml_start;
            return n_fields || empty ? extent : none;
        }
        n_fields += is_field(source + at, n);
        at += n;
    }
    none.unclosed = n_fields > 0;
    return none;
}
