/* Rules about characters that no reader should meet: in the source, and as
 * entities in the text or escapes in the front matter. */
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"
#include "check/rule.h"

enum wrong {
    WRONG_NOT,
    WRONG_BYTE,
    WRONG_CONTROL,
    WRONG_BIDI,
};

static bool is_bidi(uint32_t c)
{
    return c == 0x61C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static enum wrong wrong_of(uint32_t c)
{
    if (c == '\t' || c == '\n' || c == '\r')
        return WRONG_NOT;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return WRONG_CONTROL;
    return is_bidi(c) ? WRONG_BIDI : WRONG_NOT;
}

/* A suspicious character and where it is. */
struct suspect {
    size_t offset, n_bytes;
    uint32_t code_point;
};

/* Finds the next character that is wrong in this way; false if there is none.
 */
static bool find(const char *text, size_t n_bytes, enum wrong wrong,
                 struct suspect *suspect)
{
    size_t at = suspect->offset + suspect->n_bytes;
    while ((at += utf8_ascii_prefix(text + at, n_bytes - at)) < n_bytes) {
        uint32_t c;
        size_t n = utf8_decode(text + at, n_bytes - at, &c);
        enum wrong found =
            utf8_is_malformed(text + at, n, c) ? WRONG_BYTE : wrong_of(c);
        *suspect = (struct suspect){at, n, c};
        if (found == wrong)
            return true;
        at += n;
    }
    return false;
}

static size_t count(const char *text, size_t n_bytes, enum wrong wrong)
{
    struct suspect suspect = {0};
    size_t n = 0;
    while (find(text, n_bytes, wrong, &suspect))
        n++;
    return n;
}

/* A run of broken bytes is one mistake. */
void rule_bytes(struct check *check)
{
    if (!check->odd)
        return;
    const struct article *article = check->article;
    struct suspect suspect = {0};
    size_t end = SIZE_MAX;
    while (
        !report_is_full(check) &&
        find(article->source, article->n_source_bytes, WRONG_BYTE, &suspect)) {
        if (suspect.offset != end)
            report_at(check, suspect.offset,
                      _("The byte %02X is not UTF-8. Save the file as UTF-8"),
                      (unsigned char)article->source[suspect.offset]);
        end = suspect.offset + suspect.n_bytes;
    }
}

static void report_source(struct check *check, enum wrong wrong)
{
    const struct article *article = check->article;
    struct suspect suspect = {0};
    while (!report_is_full(check) &&
           find(article->source, article->n_source_bytes, wrong, &suspect))
        report_at(check, suspect.offset, _("Remove the character U+%04X"),
                  (unsigned)suspect.code_point);
}

/* What a text has that its source does not show: entities. */
static void report_entities(struct check *check, enum wrong wrong)
{
    const struct article *article = check->article;
    const struct node *root = article->root;
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        const char *text = article->text + node->text_start;
        size_t n_bytes = node->text_end - node->text_start;
        size_t n_source = node->source_end - node->source_start;
        struct suspect suspect = {0};
        if (node->first || n_bytes == n_source || report_is_full(check) ||
            !find(text, n_bytes, wrong, &suspect) ||
            count(text, n_bytes, wrong) <=
                count(article->source + node->source_start, n_source, wrong))
            continue;
        report_at(check, node->source_start,
                  _("An entity makes the character U+%04X. Remove it"),
                  (unsigned)suspect.code_point);
    }
}

static void report_field(struct check *check, enum wrong wrong,
                         const char *field, const char *text)
{
    struct suspect suspect = {0};
    if (text && find(text, strlen(text), wrong, &suspect))
        report_line(check, check_field_line(check->article, field),
                    _("%s: an escape makes the character U+%04X. Remove it"),
                    field, (unsigned)suspect.code_point);
}

/* Those of the front matter, unless it shows such characters itself. */
static void report_escapes(struct check *check, enum wrong wrong)
{
    const struct article *article = check->article;
    const struct meta *meta = &article->meta;
    if (count(article->source, article->body_start, wrong))
        return;
    report_field(check, wrong, "title", meta->title);
    report_field(check, wrong, "summary", meta->summary);
    for (size_t i = 0; i < meta->n_synonyms; i++)
        report_field(check, wrong, "synonyms", meta->synonyms[i]);
}

static void report_all(struct check *check, enum wrong wrong)
{
    if (!check->odd)
        return;
    report_source(check, wrong);
    report_entities(check, wrong);
    report_escapes(check, wrong);
}

void rule_controls(struct check *check)
{
    report_all(check, WRONG_CONTROL);
}

void rule_bidi(struct check *check)
{
    report_all(check, WRONG_BIDI);
}

#define HEAD_BYTES 4096
#define WRONG_MIN 4

/* Of a text a few bytes may be wrong; of a picture every tenth is. */
bool check_is_binary(const struct article *article)
{
    size_t n_bytes = article->n_source_bytes < HEAD_BYTES
                         ? article->n_source_bytes
                         : HEAD_BYTES;
    size_t n_wrong = count(article->source, n_bytes, WRONG_BYTE) +
                     count(article->source, n_bytes, WRONG_CONTROL);
    return !strncmp(article->source, "%PDF-", 5) ||
           (n_wrong >= WRONG_MIN && n_wrong * 10 > n_bytes);
}

static bool is_odd(const char *text, size_t n_bytes)
{
    for (size_t at = 0; at < n_bytes;) {
        uint32_t c = (unsigned char)text[at];
        size_t n = 1;
        if (c >= 0x20 && c < 0x7F && c != '&' && c != '\\') {
            at++;
            continue;
        }
        if (c >= 0x80)
            n = utf8_decode(text + at, n_bytes - at, &c);
        if ((c >= 0x7F && (utf8_is_malformed(text + at, n, c) ||
                           wrong_of(c) != WRONG_NOT)) ||
            (c < 0x20 && wrong_of(c) != WRONG_NOT) || c == '&' || c == '\\')
            return true;
        at += n;
    }
    return false;
}

/* "&" may begin an entity, and a backslash an escape. */
bool check_has_odd_characters(const struct article *article)
{
    return is_odd(article->source, article->n_source_bytes);
}
