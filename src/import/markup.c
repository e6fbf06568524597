/* The words of HTML and XML by a streaming tokenizer. */
#include "import/markup.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "import/html_reference.h"
#include "import/html_tag.h"

/* Elements of HTML whose content is no markup; shown tells whether it is
 * text. */
static const struct {
    const char *name;
    bool shown;
} raw_elements[] = {{"script", false},   {"style", false},  {"iframe", false},
                    {"noembed", false},  {"xmp", true},     {"title", true},
                    {"noframes", false}, {"textarea", true}};

static const char *const html_headings[] = {"h1", "h2", "h3", "h4",
                                            "h5", "h6", NULL};

static const char *const block_elements[] = {
    "p",       "ul",      "ol",   "dl",     "li",   "table",
    "section", "article", "main", "aside",  "pre",  "blockquote",
    "hr",      "form",    "nav",  "footer", "body", NULL};

/* An open <msup>, <msub> or <msubsup> of MathML: its second child is raised or
 * lowered, its third is raised. */
#define MAX_SCRIPTS 16

struct script {
    bool lowers;
    unsigned n_children;
    size_t depth; /* of what is open within it */
};

struct tokenizer {
    const struct markup_rules *rules;
    struct html_tags tags;
    struct letters *letters;
    const char *at, *end;
    size_t n_skipped; /* elements that are open and not shown */
    struct script scripts[MAX_SCRIPTS];
    size_t n_scripts;
};

/* ---- text ---- */

static void add_text(struct tokenizer *tokenizer, const char *text,
                     const char *end)
{
    struct letters *letters = tokenizer->letters;
    if (tokenizer->n_skipped > 0) {
        letters_pass(letters, text, (size_t)(end - text));
        return;
    }
    while (text < end) {
        const char *mark = memchr(text, '&', (size_t)(end - text));
        letters_add(letters, text, (size_t)((mark ? mark : end) - text));
        if (!mark)
            return;
        struct buf meant;
        buf_init(&meant);
        size_t n = html_reference(mark, (size_t)(end - mark), &meant);
        if (n == 0)
            buf_add_char(&meant, '&');
        letters_add(letters, meant.data, meant.n_bytes);
        buf_finish(&meant);
        text = mark + (n ? n : 1);
    }
}

/* ---- tags ---- */

/* "xhtml:h2" -> "h2" */
static bool is_named(const char *tag, size_t n_bytes, const char *name)
{
    size_t n = 1;
    while (n < n_bytes && (ascii_is_alnum(tag[n]) || strchr("/-_.", tag[n])))
        n++;
    bool prefixed = n < n_bytes && tag[n] == ':';
    return prefixed ? html_tag_is(tag + n, n_bytes - n, name)
                    : html_tag_is(tag, n_bytes, name);
}

static bool is_among(const char *tag, size_t n_bytes, const char *const *names)
{
    for (size_t i = 0; names && names[i]; i++)
        if (is_named(tag, n_bytes, names[i]))
            return true;
    return false;
}

/* The alternative text of a picture or an area of it, and its title, where that
 * says more. */
static void add_alternative(struct tokenizer *tokenizer, const char *tag,
                            size_t n)
{
    struct letters *letters = tokenizer->letters;
    struct buf alt, title;
    buf_init(&alt);
    buf_init(&title);
    html_reference_value(tag, n, "alt", &alt);
    if (html_tag_is(tag, n, "img"))
        html_reference_value(tag, n, "title", &title);
    letters_add(letters, alt.data, alt.n_bytes);
    letters_divide(letters);
    if (!letters_have(alt.data, title.data))
        letters_add(letters, title.data, title.n_bytes);
    letters_divide(letters);
    buf_finish(&title);
    buf_finish(&alt);
}

/* The page that the srcdoc of an iframe holds. */
static void add_frame(struct tokenizer *tokenizer, const char *tag, size_t n)
{
    struct letters *letters = tokenizer->letters;
    size_t line = letters->line;
    struct buf page;
    buf_init(&page);
    html_reference_value(tag, n, "srcdoc", &page);
    if (page.n_bytes > 0 && html_tag_is(tag, n, "iframe")) {
        letters_divide(letters);
        markup_read(page.data, page.n_bytes, tokenizer->rules, letters);
    }
    letters->line = line;
    buf_finish(&page);
}

/* Past the content of a raw element of HTML, from behind its tag on. */
static const char *pass_raw(struct tokenizer *tokenizer, const char *tag,
                            const char *content)
{
    size_t n_tag = (size_t)(content - tag);
    for (size_t i = 0; i < sizeof raw_elements / sizeof *raw_elements; i++) {
        const char *name = raw_elements[i].name;
        if (!html_tag_is(tag, n_tag, name))
            continue;
        const char *close = content;
        while ((close =
                    memmem(close, (size_t)(tokenizer->end - close), "</", 2)) &&
               !html_tag_is(close, (size_t)(tokenizer->end - close), name))
            close += 2;
        if (!close)
            close = tokenizer->end;
        if (raw_elements[i].shown && strcmp(name, "xmp") == 0)
            letters_add(tokenizer->letters, content, (size_t)(close - content));
        else if (raw_elements[i].shown)
            add_text(tokenizer, content, close);
        else
            letters_pass(tokenizer->letters, content,
                         (size_t)(close - content));
        return close;
    }
    return content;
}

/* What a tag is to the numbers on both sides of it. */
static uint32_t kind_of(const char *tag, size_t n_bytes)
{
    static const char *const inline_elements[] = {
        "b",    "strong", "i",   "em",  "u",   "small", "font",
        "bold", "italic", "sup", "sub", "var", "code",  NULL};
    if (is_named(tag, n_bytes, "sup") && tag[1] != '/')
        return LETTERS_GAP_RAISED;
    if (is_named(tag, n_bytes, "sub") && tag[1] != '/')
        return LETTERS_GAP_LOWERED;
    /* A sign before a number of MathML belongs to it: "<mo>-</mo><mn>3</mn>".
     */
    bool signs = is_named(tag, n_bytes, "mo") ||
                 (is_named(tag, n_bytes, "mn") && tag[1] != '/');
    return signs || is_among(tag, n_bytes, inline_elements) ? LETTERS_GAP_INLINE
                                                            : LETTERS_GAP_TAG;
}

/* What a tag of MathML does to the number behind it, if it is the child that a
 * script raises or lowers; 0 if not. */
static uint32_t shift_of(struct tokenizer *tokenizer, const char *tag, size_t n)
{
    static const char *const names[] = {"msup", "msub", "msubsup", NULL};
    bool closes = tag[1] == '/', empty = n > 2 && tag[n - 2] == '/';
    size_t *n_scripts = &tokenizer->n_scripts;
    struct script *last =
        *n_scripts > 0 ? &tokenizer->scripts[*n_scripts - 1] : NULL;
    uint32_t shift = 0;
    if (last && closes && last->depth == 0) {
        (*n_scripts)--;
        last = *n_scripts > 0 ? last - 1 : NULL;
    }
    if (last && closes) {
        last->depth -= last->depth > 0;
    } else if (last) {
        unsigned child = last->depth == 0 ? ++last->n_children : 0;
        if (child == 2)
            shift = last->lowers ? LETTERS_GAP_LOWERED : LETTERS_GAP_RAISED;
        else if (child == 3)
            shift = LETTERS_GAP_RAISED;
        last->depth += !empty;
    }
    if (!closes && !empty && *n_scripts < MAX_SCRIPTS &&
        is_among(tag, n, names))
        tokenizer->scripts[(*n_scripts)++] =
            (struct script){.lowers = !is_named(tag, n, "msup")};
    return shift;
}

static void pass_tag(struct tokenizer *tokenizer, const char *tag, size_t n)
{
    const struct markup_rules *rules = tokenizer->rules;
    struct letters *letters = tokenizer->letters;
    bool closes = tag[1] == '/', empty = n > 2 && tag[n - 2] == '/';
    uint32_t shift = shift_of(tokenizer, tag, n);
    letters_pass_tag(letters, shift ? shift : kind_of(tag, n));
    letters_pass(letters, tag, n);
    tokenizer->at = tag + n;
    if (is_among(tag, n, rules->skipped) && !empty) {
        if (!closes)
            tokenizer->n_skipped++;
        else if (tokenizer->n_skipped > 0)
            tokenizer->n_skipped--;
    }
    if (is_among(tag, n, rules->headings) ||
        (rules->html && is_among(tag, n, html_headings)))
        letters->heading = closes || empty ? 0 : ++letters->n_headings;
    if (!rules->html || closes)
        return;
    /* A heading that nothing closes ends where a block begins. */
    if (is_among(tag, n, block_elements))
        letters->heading = 0;
    if (tokenizer->n_skipped == 0 &&
        (html_tag_is(tag, n, "img") || html_tag_is(tag, n, "area")))
        add_alternative(tokenizer, tag, n);
    if (html_tag_is(tag, n, "iframe"))
        add_frame(tokenizer, tag, n);
    tokenizer->at = pass_raw(tokenizer, tag, tag + n);
}

/* Length of a tag, a comment or the like of XML; 0 at the end of a text that
 * is cut short. */
static size_t xml_length(const char *at, const char *end)
{
    static const struct {
        const char *start, *close;
    } forms[] = {{"<!--", "-->"}, {"<?", "?>"}, {"<", ">"}};
    for (size_t i = 0; i < 3; i++) {
        size_t n = strlen(forms[i].start), n_close = strlen(forms[i].close);
        if ((size_t)(end - at) < n || memcmp(at, forms[i].start, n) != 0)
            continue;
        const char *close =
            memmem(at + n, (size_t)(end - at) - n, forms[i].close, n_close);
        return close ? (size_t)(close - at) + n_close : 0;
    }
    return 0;
}

/* A CDATA section is text as it stands. */
static bool pass_cdata(struct tokenizer *tokenizer)
{
    const char *at = tokenizer->at;
    if (tokenizer->end - at < 9 || memcmp(at, "<![CDATA[", 9) != 0)
        return false;
    const char *close =
        memmem(at + 9, (size_t)(tokenizer->end - at) - 9, "]]>", 3);
    if (!close)
        close = tokenizer->end;
    if (tokenizer->n_skipped == 0)
        letters_add(tokenizer->letters, at + 9, (size_t)(close - at) - 9);
    tokenizer->at = close + (close < tokenizer->end ? 3 : 0);
    return true;
}

static void pass_markup(struct tokenizer *tokenizer)
{
    const char *at = tokenizer->at;
    bool html = tokenizer->rules->html;
    if (!html && pass_cdata(tokenizer))
        return;
    size_t n = html ? html_tag_length(&tokenizer->tags, at)
                    : xml_length(at, tokenizer->end);
    bool tag = n > 2 && at[1] != '!' && at[1] != '?' &&
               !(html && html_tag_is_comment(&tokenizer->tags, at));
    if (tag) {
        pass_tag(tokenizer, at, n);
        return;
    }
    if (n == 0) {
        letters_add(tokenizer->letters, "<", 1);
    } else {
        letters_pass(tokenizer->letters, at, n);
        letters_pass_tag(tokenizer->letters, LETTERS_GAP_INLINE);
    }
    tokenizer->at = at + (n ? n : 1);
}

void markup_read(const char *text, size_t n_bytes,
                 const struct markup_rules *rules, struct letters *letters)
{
    struct tokenizer tokenizer = {
        .rules = rules, .letters = letters, .at = text, .end = text + n_bytes};
    html_tags_init(&tokenizer.tags, text, rules->html ? n_bytes : 0);
    letters_reserve(letters, n_bytes);
    letters->line = letters->line ? letters->line : 1;
    while (tokenizer.at < tokenizer.end) {
        const char *tag =
            memchr(tokenizer.at, '<', (size_t)(tokenizer.end - tokenizer.at));
        add_text(&tokenizer, tokenizer.at, tag ? tag : tokenizer.end);
        tokenizer.at = tag ? tag : tokenizer.end;
        if (tag)
            pass_markup(&tokenizer);
    }
    letters->heading = 0;
    letters_divide(letters);
    html_tags_finish(&tokenizer.tags);
}
