/* Finds statements on safety in the parts of a page that are left out.
 * [libxml2]
 *
 * A banner, a footer or a dialog is left out because of its place in the
 * page, but it may hold a warning that readers must not miss. */
#include "import/html_safety.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/rich_role.h"
#include "import/xml.h"
#include "kind/kind.h"

#define MIN_WORDS 3
#define MAX_BYTES 2000

/* ---- statements ---- */

/* Is it about the site itself? */
static bool is_about_site(const char *folded)
{
    static const char *const words[] = {"cookie",  "copyright",  "\u00A9",
                                        "browser", "javascript", "newsletter",
                                        "log in",  "sign up"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(folded, words[i]))
            return true;
    return false;
}

/* Does a sentence forbid a use: "Never use with a perforated eardrum"? It may
 * name a danger that no heading has. Folded, in English, Spanish, French,
 * German, Vietnamese and Chinese. */
static bool is_prohibition(const char *folded)
{
    static const char *const starts[] = {
        "never use ",       "never take ",     "never give ",
        "never put ",       "never apply ",    "do not use ",
        "do not take ",     "do not give ",    "do not put ",
        "do not apply ",    "do not swallow ", "do not inject ",
        "do not drive ",    "don't use ",      "don't take ",
        "don't give ",      "no use ",         "no tome ",
        "no administre ",   "nunca use ",      "nunca tome ",
        "ne prenez ",       "ne pas prendre ", "ne pas utiliser ",
        "n'utilisez ",      "nie anwenden ",   "nicht anwenden ",
        "nicht einnehmen ", "khong dung ",     "khong uong ",
        "khong duoc dung ", "请勿使用",        "请勿服用",
        "不要使用",         "不要服用",        "禁止使用",
    };
    bool is = false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        is = is || str_starts(folded, starts[i]);
    return is && !is_about_site(folded) && !strstr(folded, "site") &&
           !strstr(folded, "information");
}

static size_t count_words(const char *text)
{
    size_t n = 0;
    for (const char *at = text; *at; at++)
        n += *at != ' ' && (at == text || at[-1] == ' ');
    return n;
}

/* Is it a full sentence on safety, or a few words that are clearly a
 * warning? "Side effects" in a link is only the name of another page. */
static bool is_sentence_on_safety(const char *text, bool ended, bool linked,
                                  const struct kind_context *context)
{
    enum kind kind = count_words(text) < MIN_WORDS
                         ? KIND_NONE
                         : kind_of_heading(text, context);
    if (kind == KIND_NONE || !kind_get(kind)->safety)
        return false;
    return ended || (!linked && (kind == KIND_EMERGENCY ||
                                 kind == KIND_CONTRAINDICATIONS));
}

static bool is_statement(const char *text, bool linked,
                         const struct kind_context *context)
{
    char *folded = fold_string(text, FOLD_ALL | FOLD_SPACES);
    bool about_site = is_about_site(folded), found = false;
    free(folded);
    for (const char *at = text; *at && !found;) {
        size_t n = strcspn(at, ".!?");
        char *sentence = mem_strndup(at, n);
        folded = fold_string(sentence, FOLD_ALL | FOLD_SPACES);
        found = !linked && is_prohibition(folded);
        if (!found && !about_site)
            found = is_sentence_on_safety(
                sentence, at[n] == '.' || at[n] == '!', linked, context);
        free(folded);
        free(sentence);
        at += n + strspn(at + n, ".!? ");
    }
    return found;
}

/* ---- runs of text ---- */

/* Text and inline elements next to each other in a block. */
struct safety_run {
    xmlNode *first, *last;
    bool linked; /* all of it leads to other pages */
};

static bool is_inline(const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE)
        return true;
    if (node->type != XML_ELEMENT_NODE)
        return false;
    switch (role_of(node).type) {
    case ROLE_INLINE:
    case ROLE_LINK:
    case ROLE_STRONG:
    case ROLE_EMPHASIS:
    case ROLE_SUBSCRIPT:
    case ROLE_SUPERSCRIPT:
    case ROLE_FORMULA:
    case ROLE_BREAK: return true;
    default: return false;
    }
}

static bool is_link(const xmlNode *node)
{
    char *href = xml_is(node, "a") ? xml_attribute(node, "href") : NULL;
    bool link = href && !str_starts(href, "tel:");
    xmlFree(href);
    return link;
}

static bool is_in_link(const xmlNode *node, const xmlNode *root)
{
    for (; node && node != root; node = node->parent)
        if (is_link(node))
            return true;
    return node && is_link(node);
}

/* The run around a text below root. */
static struct safety_run run_of(const xmlNode *root, xmlNode *text)
{
    xmlNode *top = text;
    while (top->parent && top != root && top->parent != root &&
           is_inline(top->parent))
        top = top->parent;
    struct safety_run run = {.first = top, .last = top};
    if (top == root)
        return run;
    while (run.first->prev && is_inline(run.first->prev))
        run.first = run.first->prev;
    while (run.last->next && is_inline(run.last->next))
        run.last = run.last->next;
    return run;
}

static void read_run(struct safety_run *run, const xmlNode *root,
                     struct buf *out)
{
    run->linked = true;
    for (const xmlNode *at = run->first; at; at = at->next) {
        char *words = xml_words(at);
        for (const xmlNode *node = at; node; node = xml_walk(at, node))
            if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
                run->linked &= is_in_link(node, root);
        if (*words && out->n_bytes > 0)
            buf_add_char(out, ' ');
        buf_add(out, words);
        free(words);
        if (at == run->last)
            break;
    }
}

static xmlNode *take_run(const struct safety_run *run)
{
    xmlNode *paragraph =
        xmlNewDocNode(run->first->doc, NULL, (const xmlChar *)"p", NULL);
    for (xmlNode *at = run->first, *next; at; at = next) {
        next = at == run->last ? NULL : at->next;
        xmlUnlinkNode(at);
        at->next = at->prev = NULL;
        /* xmlAddChild would join texts, which know where they were. */
        at->parent = paragraph;
        at->prev = paragraph->last;
        *(paragraph->last ? &paragraph->last->next : &paragraph->children) = at;
        paragraph->last = at;
    }
    return paragraph;
}

/* ---- parts ---- */

static struct kind_context context_of(const xmlNode *node, char **lang)
{
    const xmlNode *root = xmlDocGetRootElement(node->doc);
    *lang = root ? xml_attribute(root, "lang") : NULL;
    return (struct kind_context){.lang = *lang};
}

bool html_safety_is_heading(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && role_of(node).type == ROLE_HEADING;
}

static bool is_in(const xmlNode *node, const xmlNode *root)
{
    while (node && node != root)
        node = node->parent;
    return node;
}

/* The state while statements are moved out of a part. */
struct safety_keeper {
    xmlNode *part, *kept;
    struct ledger *ledger;
    const struct kind_context *context;
    xmlNode *heading; /* the last one; NULL: there is none */
    bool headed;      /* it is in kept */
};

/* "Overdose" says what the statement is about; "Join us" does not. An empty
 * heading was a statement itself. */
static void keep_heading(struct safety_keeper *keeper)
{
    xmlNode *heading = keeper->heading;
    char *words = heading ? xml_words(heading) : NULL;
    keeper->heading = NULL;
    if (words && *words &&
        kind_of_heading(words, keeper->context) != KIND_NONE) {
        xml_note(heading, keeper->ledger, LEDGER_MOVED,
                 "heading of a statement on safety");
        xmlUnlinkNode(heading);
        xmlNodeSetName(heading, (const xmlChar *)"h2");
        xmlAddChild(keeper->kept, heading);
        keeper->headed = true;
    }
    free(words);
}

static void keep_paragraph(struct safety_keeper *keeper, xmlNode *paragraph)
{
    xmlNode *heading = keeper->kept->children;
    while (heading && !html_safety_is_heading(heading))
        heading = heading->next;
    if (!keeper->headed && heading)
        xmlAddPrevSibling(heading, paragraph);
    else
        xmlAddChild(keeper->kept, paragraph);
}

/* Takes the run of a text out if it is a statement; returns what comes next. */
static const xmlNode *keep_run(struct safety_keeper *keeper,
                               const xmlNode *node)
{
    xmlNode *part = keeper->part;
    struct safety_run run = run_of(part, (xmlNode *)node);
    struct buf text;
    buf_init(&text);
    read_run(&run, part, &text);
    const xmlNode *next = xml_skip(part, run.last);
    if (run.first != part && text.n_bytes <= MAX_BYTES &&
        is_statement(text.data, run.linked, keeper->context)) {
        if (keeper->heading && !is_in(run.first, keeper->heading))
            keep_heading(keeper);
        xmlNode *paragraph = take_run(&run);
        xml_note(paragraph, keeper->ledger, LEDGER_MOVED,
                 "statement on safety");
        keep_paragraph(keeper, paragraph);
    }
    buf_finish(&text);
    return next;
}

static void keep(xmlNode *part, xmlNode *heading, xmlNode *kept,
                 struct ledger *ledger, const struct kind_context *context)
{
    bool headed = heading && heading->parent == kept;
    struct safety_keeper keeper = {
        part, kept, ledger, context, headed ? NULL : heading, headed};
    for (const xmlNode *node = part, *next; node; node = next) {
        next = xml_walk(part, node);
        if (node != part && html_safety_is_heading(node)) {
            keeper.heading = (xmlNode *)node;
            keeper.headed = false;
        }
        if (node->type == XML_TEXT_NODE && !xmlIsBlankNode(node))
            next = keep_run(&keeper, node);
    }
}

void html_safety_keep(xmlNode *part, xmlNode *heading, xmlNode *kept,
                      struct ledger *ledger)
{
    char *lang;
    const struct kind_context context = context_of(part, &lang);
    keep(part, heading, kept, ledger, &context);
    xmlFree(lang);
}

void html_safety_put(xmlNode *kept, xmlNode *article, xmlNode *before)
{
    bool headed = false;
    for (xmlNode *node = kept->children, *next; node; node = next) {
        next = node->next;
        headed |= html_safety_is_heading(node);
        xmlUnlinkNode(node);
        if (headed || !before)
            xmlAddChild(article, node);
        else
            xmlAddPrevSibling(before, node);
    }
    xmlFreeNode(kept);
}

static bool shows_nothing(const xmlNode *node)
{
    static const char *const never[] = {"script", "style",    "iframe",
                                        "head",   "template", "noscript"};
    if (node->type != XML_ELEMENT_NODE)
        return false;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (xml_is(node, never[i]))
            return false;
    enum role_type type = role_of(node).type;
    return type == ROLE_NOTHING || type == ROLE_BUTTON;
}

void html_safety_show(xmlNode *article, struct ledger *ledger)
{
    char *lang;
    const struct kind_context context = context_of(article, &lang);
    for (const xmlNode *node = article, *next; node; node = next) {
        bool part = node != article && shows_nothing(node);
        next = part ? xml_skip(article, node) : xml_walk(article, node);
        if (!part)
            continue;
        xmlNode *kept =
            xmlNewDocNode(node->doc, NULL, (const xmlChar *)"div", NULL);
        keep((xmlNode *)node, NULL, kept, ledger, &context);
        html_safety_put(kept, article, (xmlNode *)node);
    }
    xmlFree(lang);
}
