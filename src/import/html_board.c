/* Threads of boards, saved as pages. [libxml2]
 *
 * Boards mark the parts of a post by classes of their own program's, which are
 * the same in every language and in most of its themes. */
#include "import/html_board.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/rich.h"
#include "import/xml.h"

/* Each is a word of a class; a line holds author and date. */
static const struct board {
    const char *post, *content;
    const char *line;          /* or these two: */
    const char *author, *date; /* date "": a <time> */
    const char *title;         /* of the thread; NULL: the level-1 heading */
} boards[] = {
    /* XenForo 2, XenForo 1 */
    {"message--post", "bbWrapper", NULL, "message-name", "", "p-title-value"},
    {"message", "messageText", NULL, "username", "DateTime", NULL},
    /* phpBB 3 */
    {"post", "content", "author", NULL, NULL, "topic-title"},
    /* Discourse: as crawlers get it, and as browsers have it */
    {"crawler-post", "post", NULL, "creator", "", NULL},
    {"topic-body", "post", NULL, "creator", "", NULL},
    {"topic-post", "cooked", NULL, "username", "relative-date", "fancy-title"},
    /* vBulletin 4 */
    {"postcontainer", "postcontent", NULL, "username", "date", "threadtitle"},
};

/* ---- finding ---- */

static bool has_class(const xmlNode *node, const char *word)
{
    char *value = xml_attribute(node, "class");
    size_t n = strlen(word);
    bool found = false;
    for (const char *at = value; at && !found && (at = strstr(at, word));
         at += n)
        found = (at == value || ascii_is_space(at[-1])) &&
                (!at[n] || ascii_is_space(at[n]));
    xmlFree(value);
    return found;
}

static xmlNode *find_class(const xmlNode *root, const char *word)
{
    for (const xmlNode *node = root; node && word; node = xml_walk(root, node))
        if (node != root && node->type == XML_ELEMENT_NODE &&
            has_class(node, word))
            return (xmlNode *)node;
    return NULL;
}

static xmlNode *find_date(const struct board *board, const xmlNode *post)
{
    if (board->date && !board->date[0])
        return xml_find(post, "time");
    return find_class(post, board->date);
}

static bool is_post(const struct board *board, const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && has_class(node, board->post) &&
           find_class(node, board->content);
}

/* The next post of a board after node; posts stand in no others. */
static xmlNode *next_post(const struct board *board, const xmlNode *body,
                          const xmlNode *node)
{
    while (node && !is_post(board, node))
        node = xml_walk(body, node);
    return (xmlNode *)node;
}

/* One post with an author and a date tells the board; others may lack one. */
static const struct board *recognise(const xmlNode *body)
{
    for (size_t i = 0; i < sizeof boards / sizeof *boards; i++) {
        const struct board *board = &boards[i];
        for (const xmlNode *node = body; node; node = xml_walk(body, node))
            if (is_post(board, node) &&
                (find_class(node, board->line) ||
                 (find_class(node, board->author) && find_date(board, node))))
                return board;
    }
    return NULL;
}

/* ---- building ---- */

static bool is_in(const xmlNode *node, const xmlNode *root)
{
    while (node && node != root)
        node = node->parent;
    return node;
}

/* All text of a post but that of the nodes that are taken out of it. */
static void note_rest(const xmlNode *post, struct ledger *ledger)
{
    xml_note(post, ledger, LEDGER_LEFT_OUT, "frame of the board");
}

static void read_date(const xmlNode *line, struct draft *draft)
{
    char *text = rich_plain(line);
    const xmlNode *time = xml_find(line, "time");
    char *stated = xml_attribute(time, "datetime");
    struct date date = {0};
    bool found = stated && date_text_parse(stated, &date);
    for (const char *at = text; *at && !found; at++) {
        bool word = at == text || !ascii_is_alnum(at[-1]);
        found = word && ascii_is_alnum(*at) && date_text_parse(at, &date) &&
                date.month > 0;
    }
    if (found && date_compare(&date, &draft->updated) > 0)
        draft->updated = date;
    xmlFree(stated);
    free(text);
}

/* The author and the date of a post, in one element. */
static xmlNode *make_line(const struct board *board, xmlNode *post, bool first,
                          struct ledger *ledger)
{
    xmlNode *line = xmlNewNode(NULL, (const xmlChar *)(first ? "p" : "h2"));
    xmlNode *parts[] = {find_class(post, board->line),
                        find_class(post, board->author),
                        find_date(board, post)};
    if (parts[0])
        parts[1] = parts[2] = NULL;
    for (size_t i = 0; i < 3; i++) {
        if (!parts[i] || is_in(parts[i], line))
            continue;
        if (line->children)
            xmlAddChild(line, xmlNewText((const xmlChar *)", "));
        xml_note(parts[i], ledger, LEDGER_MOVED, "author or date");
        xmlUnlinkNode(parts[i]);
        xmlNodeSetName(parts[i], (const xmlChar *)"span");
        xmlAddChild(line, parts[i]);
    }
    return line;
}

/* Headings in a post stand below its own. */
static void lower_headings(xmlNode *content)
{
    for (const xmlNode *node = content; node; node = xml_walk(content, node)) {
        const char *name = (const char *)node->name;
        bool heading = node->type == XML_ELEMENT_NODE &&
                       (name[0] == 'h' || name[0] == 'H') && name[1] >= '1' &&
                       name[1] <= '6' && !name[2];
        char lower[3] = "h3";
        if (!heading)
            continue;
        lower[1] = name[1] > '3' ? name[1] : '3';
        xmlNodeSetName((xmlNode *)node, (const xmlChar *)lower);
    }
}

static void add_post(const struct board *board, xmlNode *post, xmlNode *main,
                     struct draft *draft, struct ledger *ledger)
{
    bool first = main->children == NULL ||
                 (xml_is(main->children, "h1") && !main->children->next);
    xmlNode *content = find_class(post, board->content);
    xmlUnlinkNode(content);
    xmlNode *line = make_line(board, post, first, ledger);
    read_date(line, draft);
    note_rest(post, ledger);
    if (!first)
        lower_headings(content);
    xmlNodeSetName(content, (const xmlChar *)"div");
    xmlAddChild(main, line);
    xmlAddChild(main, content);
    xmlUnlinkNode(post);
    xmlFreeNode(post);
}

static void add_title(const struct board *board, const xmlNode *body,
                      xmlNode *main)
{
    xmlNode *title = board->title ? find_class(body, board->title) : NULL;
    if (!title)
        title = xml_find(body, "h1");
    if (!title)
        return;
    xmlUnlinkNode(title);
    xmlNodeSetName(title, (const xmlChar *)"h1");
    xmlAddChild(main, title);
}

xmlNode *html_board(xmlNode *body, struct draft *draft, struct ledger *ledger)
{
    const struct board *board = recognise(body);
    if (!board)
        return NULL;
    xmlNode *main = xmlNewNode(NULL, (const xmlChar *)"main");
    add_title(board, body, main);
    xmlNode *post;
    while ((post = next_post(board, body, body)))
        add_post(board, post, main, draft, ledger);
    xmlAddChild(body, main);
    return main;
}
