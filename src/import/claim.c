/* Compares an article with the one that had its name: by where both came from,
 * what they say of themselves, and their text. */
#include "import/claim.h"

#include <inttypes.h>
#include <string.h>

#include "article/meta.h"
#include "base/buf.h"
#include "base/diagnostic.h"
#include "base/map.h"
#include "base/strs.h"
#include "import/likeness.h"

bool claim_name(const struct destination_article *article, unsigned level,
                char name[static NAME_MAX + 1])
{
    struct buf made;
    buf_init(&made);
    buf_add(&made, article->id);
    if (level > 0 && article->folder[0])
        buf_printf(&made, "-%s", article->folder);
    if (level > 1 || (level > 0 && !article->folder[0]))
        buf_printf(&made, "-%06" PRIx64,
                   map_hash(article->key, strlen(article->key)) & 0xFFFFFF);
    if (level > 2)
        buf_printf(&made, "-%06" PRIx64,
                   map_hash(article->data, article->n_bytes) & 0xFFFFFF);
    buf_add(&made, ".md");
    bool good = article->id[0] && article->id[0] != '.' &&
                !strchr(article->id, '/') &&
                made.n_bytes < DESTINATION_ID_BYTES;
    if (good)
        memcpy(name, made.data, made.n_bytes + 1);
    buf_finish(&made);
    return good;
}

unsigned claim_next_level(const struct destination_article *article,
                          const char *name)
{
    char made[NAME_MAX + 1];
    for (unsigned level = 0; level <= CLAIM_MAX_LEVEL; level++)
        if (claim_name(article, level, made) && strcmp(made, name) == 0)
            return level + 1;
    return 0;
}

void claim_look_at_old(const struct putting *putting, struct written_row *row)
{
    row->old_place = row->place;
    row->old_source = row->source;
    if (row->existed) {
        struct meta meta;
        struct diagnostics diagnostics;
        diagnostics_init(&diagnostics, putting->arena);
        meta_parse(&meta, putting->arena, row->old_file, strlen(row->old_file),
                   &diagnostics);
        row->old_url = meta.origin.url;
        row->old_number = meta.origin.id;
        row->old_title = meta.title;
        diagnostics_finish(&diagnostics);
    }
}

static bool both_equal(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* A page that moved keeps its number. */
bool claim_states_another(const struct written_row *row,
                          const struct destination_article *article)
{
    if (both_equal(row->old_number, article->number))
        return false;
    if (row->old_url && article->url)
        return strcmp(row->old_url, article->url) != 0;
    return row->old_number && article->number;
}

/* An article's right to a name. A wrong "no" costs a second article, which is
 * told; a wrong "yes" would cost the first one. */
enum claim claim_of(const struct putting *putting,
                    const struct written_row *row)
{
    const struct destination_article *article = putting->article;
    if (putting->source && row->old_source == putting->source)
        return CLAIM_OWN;
    if (!row->existed)
        return CLAIM_FREE;
    if (claim_states_another(row, article))
        return CLAIM_NONE;
    bool title = str_equal(row->old_title, article->title);
    bool url = both_equal(row->old_url, article->url);
    if (url && title)
        return CLAIM_OWN;
    enum likeness likeness = likeness_of(row->old_file, article->data);
    if (likeness == LIKENESS_SAME && title)
        return CLAIM_SAME;
    bool number = both_equal(row->old_number, article->number);
    bool place = row->old_place && row->old_place == putting->place;
    if (row->old_place && !url && !number && !place)
        return CLAIM_NONE;
    bool known = (title || putting->alone) && (number || place);
    enum likeness least = known ? LIKENESS_UNCLEAR : LIKENESS_CLEAR;
    return likeness >= least ? CLAIM_LIKE : CLAIM_NONE;
}

bool claim_comes_first(const struct putting *putting,
                       const struct written_row *row, enum claim claim)
{
    const struct destination_article *article = putting->article;
    if (claim != row->claim)
        return claim > row->claim;
    if (claim == CLAIM_LIKE) {
        bool mine = str_equal(row->old_title, article->title);
        bool its = str_equal(row->old_title, row->holder.title);
        if (mine != its)
            return mine;
    }
    int order = strcmp(article->key, row->holder.key);
    if (order == 0)
        order = strcmp(article->path, row->holder.path);
    return order < 0 || (order == 0 && putting->hash < row->hash);
}
