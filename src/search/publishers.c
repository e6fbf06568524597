/* The publishers and languages in the library. */
#include "search/publishers.h"

#include <string.h>

#include "base/i18n.h"

#define NAMED_MAX 6 /* names in a note */

size_t publishers_find(struct db *db, const char *part,
                       int64_t ids[static PUBLISHERS_MAX])
{
    struct db_query *query =
        db_query(db, "SELECT id FROM publisher WHERE instr(folded,?1)");
    size_t n = 0;
    db_bind_text(query, 1, part);
    for (; n <= PUBLISHERS_MAX && db_step(query) == DB_ROW; n++)
        if (n < PUBLISHERS_MAX)
            ids[n] = db_long(query, 0);
    db_query_free(query);
    return n;
}

bool publishers_has(struct db *db, const char *name, const char *part)
{
    struct db_query *query = db_query(
        db, "SELECT 1 FROM publisher WHERE name=?1 AND instr(folded,?2)");
    db_bind_text(query, 1, name);
    db_bind_text(query, 2, part);
    bool has = db_step(query) == DB_ROW;
    db_query_free(query);
    return has;
}

/* Appends the first column of a query's rows as "a, b and 3 more". Returns the
 * number of rows. */
static size_t add_names(struct db_query *query, struct buf *out)
{
    size_t n = 0;
    for (; db_step(query) == DB_ROW; n++)
        if (n < NAMED_MAX)
            buf_printf(out, "%s%s", n ? ", " : "", db_text(query, 0));
    if (n > NAMED_MAX)
        buf_printf(out, _(" and %zu more"), n - NAMED_MAX);
    db_query_free(query);
    return n;
}

static size_t add_publishers(struct db *db, const char *part, struct buf *out)
{
    struct db_query *query =
        db_query(db, "SELECT name FROM publisher WHERE instr(folded,?1)"
                     " ORDER BY instr(folded,?1)>1, folded");
    db_bind_text(query, 1, part);
    return add_names(query, out);
}

void publishers_add_note(struct db *db, const struct query *query,
                         struct notes *notes)
{
    struct buf names;
    if (!query->publisher)
        return;
    buf_init(&names);
    if (add_publishers(db, query->publisher, &names))
        search_notes_add(notes, NOTE_PUBLISHERS, query->publisher, names.data);
    else if (add_publishers(db, "", &names))
        search_notes_add(notes, NOTE_NO_PUBLISHER, query->publisher,
                         names.data);
    buf_finish(&names);
}

bool publishers_add_values(struct db *db, const char *filter, struct buf *out)
{
    if (!strcmp(filter, "pub"))
        return add_publishers(db, "", out) > 0;
    if (strcmp(filter, "lang") != 0)
        return false;
    return add_names(db_query(db, "SELECT lang FROM language ORDER BY lang"),
                     out) > 0;
}
