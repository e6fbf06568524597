/* Articles of journals: JATS, and NLM's formats before it. [libxml2]
 *
 * Abstracts, then the text's sections, then what stands at the back. The list
 * of references becomes the article's sources, which the text cites. What is
 * left out on purpose: what the front says of the journal, of the authors'
 * institutions and of the article's history. */
#include "import/jats.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "import/jats_front.h"
#include "import/jats_tree.h"
#include "import/markup.h"
#include "import/rich.h"
#include "import/xml.h"

struct paper {
    struct draft draft;
    struct kind_context context;
    struct rich_options options;
    struct rich rich;
};

bool jats_recognise(const struct document *document)
{
    size_t n = document->n_bytes < 8192 ? document->n_bytes : 8192;
    const char *root = memmem(document->data, n, "<article", 8);
    return document_is_markup(document) && root &&
           (root[8] == '>' || ascii_is_space(root[8])) &&
           (memmem(document->data, n, "<article-meta", 13) ||
            memmem(document->data, n, "<journal-meta", 13) ||
            memmem(document->data, n, "//NLM//DTD", 10));
}

/* ---- the text ---- */

static void write_heading(struct paper *paper, const char *text, unsigned level,
                          enum kind kind)
{
    struct markdown_heading heading = {.level = level < 6 ? level : 6,
                                       .kind = kind,
                                       .context = &paper->context};
    if (text[0])
        rich_heading(&paper->rich, text, &heading);
}

/* "2.1" and "Methods". The caller frees. */
static char *title_of(const xmlNode *section)
{
    struct buf text;
    buf_init(&text);
    static const char *const parts[] = {"label", "title"};
    for (size_t i = 0; i < 2; i++) {
        const xmlNode *node = xml_child(section, parts[i]);
        char *words = node ? rich_plain(node) : mem_strdup("");
        if (words[0])
            buf_printf(&text, "%s%s", text.n_bytes ? " " : "", words);
        free(words);
    }
    return buf_steal(&text);
}

static bool is_section(const xmlNode *node)
{
    static const char *const names[] = {"sec",      "app",      "ack", "notes",
                                        "glossary", "fn-group", "bio"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_is(node, names[i]))
            return true;
    return false;
}

static void write_section(struct paper *paper, xmlNode *section, unsigned level,
                          const char *fallback);

/* What is in a section, part by part. */
static void write_parts(struct paper *paper, xmlNode *parent, unsigned level)
{
    static const char *const labels[][2] = {{"ack", "Acknowledgements"},
                                            {"fn-group", "Footnotes"},
                                            {"glossary", "Glossary"}};
    for (xmlNode *node = parent->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || xml_is(node, "title") ||
            xml_is(node, "label") || xml_is(node, "ref-list"))
            continue;
        const char *fallback = "";
        for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
            if (xml_is(node, labels[i][0]))
                fallback = labels[i][1];
        if (is_section(node))
            write_section(paper, node, level, fallback);
        else
            rich_write_element(&paper->rich, node);
    }
}

static void write_section(struct paper *paper, xmlNode *section, unsigned level,
                          const char *fallback)
{
    char *title = title_of(section);
    if (!title[0] && fallback[0])
        ledger_note(paper->options.ledger, LEDGER_ADDED, "name of a section",
                    fallback, strlen(fallback));
    paper->options.target_level = level < 6 ? level + 1 : 6;
    write_heading(paper, title[0] ? title : fallback, level, KIND_NONE);
    write_parts(paper, section, level + (title[0] || fallback[0]));
    free(title);
}

/* A summary for lay readers is what the article is to them. */
static void write_abstract(struct paper *paper, xmlNode *abstract)
{
    char *type = xml_attribute(abstract, "abstract-type");
    bool plain = type && ascii_casestr(type, "plain");
    char *title = title_of(abstract);
    const char *name = plain ? "Plain language summary" : "Abstract";
    if (!title[0])
        ledger_note(paper->options.ledger, LEDGER_ADDED, "name of a section",
                    name, strlen(name));
    write_heading(paper, title[0] ? title : name, 2, KIND_OVERVIEW);
    write_parts(paper, abstract, 3);
    free(title);
    xmlFree(type);
}

/* Figures and tables that stand behind the text. */
static void write_floats(struct paper *paper, xmlNode *root)
{
    static const char *const names[] = {"floats-group", "floats-wrap"};
    static const char title[] = "Figures and tables";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        xmlNode *floats = xml_child(root, names[i]);
        if (!floats)
            continue;
        ledger_note(paper->options.ledger, LEDGER_ADDED, "name of a section",
                    title, strlen(title));
        write_heading(paper, title, 2, KIND_NONE);
        write_parts(paper, floats, 3);
    }
}

/* An answer, a correction or a letter that comes with the article. */
static void write_sub_article(struct paper *paper, xmlNode *sub)
{
    xmlNode *stub = xml_child(sub, "front-stub");
    xmlNode *meta =
        stub ? stub : xml_child(xml_child(sub, "front"), "article-meta");
    xmlNode *titles = xml_child(meta, "title-group");
    xmlNode *heading = xml_child(titles, "article-title");
    char *title = heading ? rich_plain(heading) : mem_strdup("");
    for (xmlNode *node = meta ? meta->children : NULL; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && node != titles)
            xml_note(node, paper->options.ledger, LEDGER_LEFT_OUT,
                     "about the article");
    write_heading(paper, title, 2, KIND_NONE);
    xmlNode *parts[] = {xml_child(sub, "body"), xml_child(sub, "back")};
    for (size_t i = 0; i < 2; i++)
        if (parts[i])
            write_parts(paper, parts[i], 3);
    free(title);
}

static void write_paper(struct paper *paper, xmlNode *root)
{
    xmlNode *meta = xml_child(xml_child(root, "front"), "article-meta");
    xmlNode *body = xml_child(root, "body"), *back = xml_child(root, "back");
    for (xmlNode *node = meta ? meta->children : NULL; node; node = node->next)
        if (xml_is(node, "abstract") || xml_is(node, "trans-abstract"))
            write_abstract(paper, node);
    if (body)
        write_parts(paper, body, 2);
    if (back)
        write_parts(paper, back, 2);
    write_floats(paper, root);
    for (xmlNode *node = root->children; node; node = node->next)
        if (xml_is(node, "sub-article") || xml_is(node, "response"))
            write_sub_article(paper, node);
}

static void convert(struct paper *paper, xmlNode *root, struct ledger *ledger)
{
    struct draft *draft = &paper->draft;
    paper->context =
        (struct kind_context){.lang = draft->lang, .title = draft->title};
    paper->options = (struct rich_options){.context = &paper->context,
                                           .base_url = draft->origin.url,
                                           .top_level = 1,
                                           .target_level = 3,
                                           .no_headings = true,
                                           .ledger = ledger};
    jats_note_front(root, ledger);
    jats_tree_prepare(root, draft, ledger);
    rich_init(&paper->rich, &paper->options, &draft->body);
    write_paper(paper, root);
    rich_finish(&paper->rich);
}

bool jats_convert(const struct document *document,
                  const struct import_options *options, const struct sink *sink,
                  struct error *err)
{
    (void)options;
    xmlDoc *xml = xml_parse(document->data, document->n_bytes, err);
    if (!xml)
        return false;
    xmlNode *root = xml_find(xmlDocGetRootElement(xml), "article");
    struct paper paper = {.context = {.lang = "en"}};
    draft_init(&paper.draft);
    bool good = root && jats_read_front(&paper.draft, root, document);
    if (!good)
        error_set(err, _("an article without a title"));
    if (good) {
        convert(&paper, root, sink->ledger);
        if (paper.draft.body.n_bytes > 0)
            sink->take(sink->user, &paper.draft);
        else
            sink->skip(sink->user, document, _("an article without text"));
    }
    draft_finish(&paper.draft);
    xmlFreeDoc(xml);
    return good;
}

/* Length of a reference to the list of references, with its number; 0 if none
 * begins there. */
static size_t citation_length(const char *at, const char *end)
{
    static const char close[] = "</xref>";
    if (end - at < 6 || strncmp(at, "<xref", 5) != 0)
        return 0;
    const char *tag = memchr(at, '>', (size_t)(end - at));
    if (!tag || tag[-1] == '/' ||
        !memmem(at, (size_t)(tag - at), "ref-type=\"bibr\"", 15))
        return 0;
    const char *last = memmem(tag, (size_t)(end - tag), close, strlen(close));
    return last ? (size_t)(last - at) + strlen(close) : 0;
}

/* The numbers of citations are the article's to give. */
void jats_read_words(const struct document *document,
                     const struct import_options *options,
                     struct letters *letters)
{
    static const struct markup_rules rules = {.html = false};
    (void)options;
    const char *at = document->data, *end = at + document->n_bytes;
    struct buf text;
    buf_init(&text);
    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        const char *stop = tag ? tag : end;
        buf_add_n(&text, at, (size_t)(stop - at));
        size_t n = tag ? citation_length(tag, end) : 0;
        if (tag && n == 0)
            buf_add_char(&text, '<');
        at = stop + (n ? n : tag != NULL);
    }
    markup_read(text.data, text.n_bytes, &rules, letters);
    buf_finish(&text);
}
