/* Front matter that other programs read: what Jekyll, Hugo and the like call
 * what medfaq knows. */
#include "import/markdown_front.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strs.h"
#include "import/date_text.h"
#include "import/markdown.h"

/* Fields that no other program has. */
static const char *const own_fields[] = {"origin",   "sources",    "codes",
                                         "synonyms", "review_due", "reviewers"};

/* What other programs call what medfaq knows, the best name first. */
static const char *const names_of_date[] = {
    "updated",   "lastmod",     "last_modified_at", "modified", "date",
    "published", "publishDate", "pubDate",          NULL};
static const char *const names_of_summary[] = {
    "summary", "description", "excerpt", "subtitle", "abstract", NULL};
static const char *const names_of_lang[] = {"lang", "language", "locale",
                                            "languageCode", NULL};
static const char *const names_of_url[] = {
    "canonical_url", "canonicalURL", "canonical", "url",
    "source_url",    "permalink",    "link",      NULL};
static const char *const names_of_publisher[] = {"publisher", "organization",
                                                 "source", NULL};
static const char *const names_of_licence[] = {"licence", "license", "rights",
                                               NULL};
static const char *const names_of_author[] = {"authors", "author", NULL};
static const char *const names_of_reviewed[] = {
    "reviewed", "last_reviewed", "lastReviewed", "review_date", NULL};
static const char *const names_of_review_due[] = {
    "review_due", "next_review", "nextReview", "review_by", NULL};

static const char *const names_of_reviewer[] = {"reviewed_by", "reviewedBy",
                                                "reviewer", NULL};
/* What a site files it under; all of them count. */
static const char *const names_of_keywords[] = {
    "keywords", "categories", "category", "tags", "tag", "topics", NULL};

/* A field with as many spaces may hold a sentence. */
#define SENTENCE_SPACES 3

static const char *line_after(const char *text)
{
    const char *end = strchr(text, '\n');
    return end ? end + 1 : text + strlen(text);
}

static bool is_fence(const char *line, const char *fence)
{
    return str_starts(line, fence) &&
           strspn(line + 3, " \t\r") == strcspn(line + 3, "\n");
}

/* "title = "X"" of TOML, as YAML: tables and dates of one line suffice. */
static void toml_to_yaml(const char *text, const char *end, struct buf *out)
{
    for (const char *line = text; line < end; line = line_after(line)) {
        size_t n = strcspn(line, "=\n");
        const char *value = line + n + 1;
        if (line[n] != '=' || line[0] == '[' || line[0] == '#')
            continue;
        while (n > 0 && ascii_is_space(line[n - 1]))
            n--;
        buf_printf(out, "%.*s: %.*s\n", (int)n, line,
                   (int)strcspn(value, "\r\n"), value);
    }
}

struct markdown_front markdown_front_find(const char *text, struct buf *toml)
{
    static const char *const fences[] = {"---", "+++"};
    for (size_t i = 0; i < 2; i++) {
        if (!is_fence(text, fences[i]))
            continue;
        const char *start = line_after(text), *line = start;
        while (*line && !is_fence(line, fences[i]) &&
               !(i == 0 && is_fence(line, "...")))
            line = line_after(line);
        if (!*line)
            break;
        struct markdown_front front = {.yaml = start,
                                       .n_yaml = (size_t)(line - start),
                                       .body =
                                           (size_t)(line_after(line) - text)};
        if (i == 1) {
            toml_to_yaml(start, line, toml);
            front.yaml = toml->data;
            front.n_yaml = toml->n_bytes;
        }
        return front;
    }
    return (struct markdown_front){.yaml = ""};
}

static const struct yaml *field(const struct yaml *map,
                                const char *const *names)
{
    for (size_t i = 0; names[i]; i++)
        if (yaml_get(map, names[i]))
            return yaml_get(map, names[i]);
    return NULL;
}

static const char *text_field(struct draft *draft, const struct yaml *map,
                              const char *const *names)
{
    const char *text = yaml_text(field(map, names));
    return text && text[0] ? arena_strdup(&draft->arena, text) : NULL;
}

static void date_field(struct date *date, const struct yaml *map,
                       const char *const *names)
{
    const char *text = yaml_text(field(map, names));
    if (text && !date_text_parse(text, date))
        *date = (struct date){0};
}

/* A name, or a list of names or of {name: ...}. */
static void read_authors(struct draft *draft, const struct yaml *map)
{
    const struct yaml *value = field(map, names_of_author);
    if (yaml_text(value))
        strs_add(&draft->authors, yaml_text(value));
    if (!value || value->type == YAML_SCALAR)
        return;
    if (value->type == YAML_MAP && yaml_text(yaml_get(value, "name")))
        strs_add(&draft->authors, yaml_text(yaml_get(value, "name")));
    for (const struct yaml *item = value->first;
         item && value->type == YAML_LIST; item = item->next) {
        const char *name = yaml_text(item);
        if (!name)
            name = yaml_text(yaml_get(item, "name"));
        if (name)
            strs_add(&draft->authors, name);
    }
}

static void add_keyword(struct draft *draft, const char *word)
{
    for (size_t i = 0; i < draft->keywords.n; i++)
        if (strcmp(draft->keywords.items[i], word) == 0)
            return;
    if (word[0])
        strs_add(&draft->keywords, word);
}

/* A list, or words of which Jekyll makes one: "ears wax", "ears, wax". */
static void add_keywords(struct draft *draft, const struct yaml *value)
{
    const char *text = yaml_text(value);
    for (const struct yaml *item =
             value && value->type == YAML_LIST ? value->first : NULL;
         item; item = item->next)
        if (yaml_text(item))
            add_keyword(draft, yaml_text(item));
    const char *between = text && strchr(text, ',') ? "," : " ";
    while (text && *text) {
        size_t n = strcspn(text, between);
        char *word = mem_strndup(text, n);
        char *start = word + strspn(word, " ");
        for (size_t end = strlen(start); end > 0 && start[end - 1] == ' ';)
            start[--end] = '\0';
        add_keyword(draft, start);
        free(word);
        text += n + (text[n] != '\0');
    }
}

void markdown_front_read(struct draft *draft, const struct yaml *map)
{
    const char *type = yaml_text(yaml_get(map, "type"));
    const char *title = yaml_text(yaml_get(map, "title"));
    const char *url = text_field(draft, map, names_of_url);
    if (title && title[0])
        draft->title = arena_strdup(&draft->arena, title);
    draft->lang = text_field(draft, map, names_of_lang);
    draft->summary = text_field(draft, map, names_of_summary);
    draft->licence = text_field(draft, map, names_of_licence);
    draft->origin.publisher = text_field(draft, map, names_of_publisher);
    if (url && str_starts(url, "http"))
        draft->origin.url = url;
    if (type)
        draft->type = article_type_find(type);
    date_field(&draft->updated, map, names_of_date);
    date_field(&draft->reviewed, map, names_of_reviewed);
    date_field(&draft->review_due, map, names_of_review_due);
    read_authors(draft, map);
    draft->reviewer = text_field(draft, map, names_of_reviewer);
    for (size_t i = 0; names_of_keywords[i]; i++)
        add_keywords(draft, yaml_get(map, names_of_keywords[i]));
}

bool markdown_front_is_own(const struct yaml *map)
{
    for (size_t i = 0; i < sizeof own_fields / sizeof *own_fields; i++)
        if (yaml_get(map, own_fields[i]))
            return true;
    return false;
}

/* ---- sentences in the front matter ---- */

static bool is_read(const char *name)
{
    static const char *const *const lists[] = {
        names_of_date,     names_of_summary,   names_of_lang,
        names_of_url,      names_of_publisher, names_of_licence,
        names_of_author,   names_of_reviewed,  names_of_review_due,
        names_of_reviewer, names_of_keywords};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; lists[i][j]; j++)
            if (strcmp(lists[i][j], name) == 0)
                return true;
    return strcmp(name, "title") == 0 || strcmp(name, "type") == 0;
}

static bool is_sentence(const char *text)
{
    size_t n = strlen(text), n_spaces = 0;
    for (size_t i = 0; i < n; i++)
        n_spaces += text[i] == ' ';
    return n_spaces >= SENTENCE_SPACES && strchr(".!", text[n - 1]);
}

/* "warning: Do not take it with alcohol." in a field that only the site's
 * templates know: it may be what readers were shown first of all. */
void markdown_front_add_sentences(struct draft *draft, const struct yaml *map,
                                  struct ledger *ledger)
{
    for (const struct yaml *field = map && map->type == YAML_MAP ? map->first
                                                                 : NULL;
         field; field = field->next) {
        const char *name = yaml_text(field->key), *text = yaml_text(field);
        if (field->type == YAML_MAP)
            markdown_front_add_sentences(draft, field, ledger);
        if (!name || !text || is_read(name) || !is_sentence(text))
            continue;
        struct buf line;
        buf_init(&line);
        buf_printf(&line, "%s: %s", name, text);
        line.data[0] = ascii_upper(line.data[0]);
        markdown_paragraph(line.data, line.n_bytes, &draft->body);
        ledger_note(ledger, LEDGER_ADDED, "field of the front matter",
                    line.data, line.n_bytes);
        buf_finish(&line);
    }
}
