/* What is asked about two things at once. */
#include "search/together.h"

#include <string.h>

#include "search/lay.h"
#include "search/names.h"

#define A(type) (1U << TYPE_##type)
#define TAKEN (A(MEDICINE) | A(VACCINE) | A(PROCEDURE) | A(TEST) | A(OTHER))
#define THINGS_MAX 8

/* Stems of what one takes without a name of an article. */
static const char *const taken[] = {
    "alcohol", "aspirin",    "beer", "cranberri", "drink",
    "food",    "grapefruit", "herb", "vitamin",   "wine",
};

/* Something that the query names. */
struct thing {
    int64_t name;                  /* of articles; 0: of none */
    unsigned types;                /* a bit for each that these have */
    const struct lay_group *group; /* of a medicine; NULL */
};

static unsigned types_of(const struct seek *seek, int64_t name)
{
    unsigned types = 0;
    struct db_query *query =
        db_query(seek->db, "SELECT DISTINCT type FROM name JOIN article"
                           " ON article.id=name.article WHERE stems=?1");
    db_bind_long(query, 1, name);
    while (db_step(query) == DB_ROW)
        types |= 1U << db_long(query, 0);
    db_query_free(query);
    return types;
}

static bool is_taken(const char *stems)
{
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (!strcmp(taken[i], stems))
            return true;
    return false;
}

static const struct run *run_at(const struct seek *seek, size_t want)
{
    for (size_t i = 0; i < seek->n_runs; i++)
        if (seek->runs[i].start == want)
            return &seek->runs[i];
    return NULL;
}

/* The thing that is named from a want on; returns how many wants it is. */
static size_t read_thing(const struct seek *seek, size_t want,
                         struct thing *thing)
{
    const struct run *run = run_at(seek, want);
    size_t n = 0;
    *thing = (struct thing){.group = lay_medicine(&seek->query, want, &n)};
    if (run) {
        n = run->n;
        thing->name = names_hash(seek, run);
        thing->types = types_of(seek, thing->name);
    }
    if (thing->group)
        thing->types |= A(MEDICINE);
    else if (!run && is_taken(seek->query.wants[want].stems))
        thing->types = A(OTHER);
    return n ? n : 1;
}

static bool are_same(const struct seek *seek, const struct thing *a,
                     const struct thing *b)
{
    if (a->group && a->group == b->group)
        return true;
    struct db_query *query =
        db_query(seek->db, "SELECT 1 FROM name WHERE stems=?1 AND article IN"
                           " (SELECT article FROM name WHERE stems=?2)");
    db_bind_long(query, 1, a->name);
    db_bind_long(query, 2, b->name);
    bool same = db_step(query) == DB_ROW;
    db_query_free(query);
    return same;
}

static bool go_together(const struct seek *seek, const struct thing *a,
                        const struct thing *b)
{
    return ((a->types | b->types) & A(MEDICINE)) && !are_same(seek, a, b);
}

bool together_named(const struct seek *seek)
{
    struct thing things[THINGS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < seek->query.n_wants && n < THINGS_MAX;) {
        const struct want *want = &seek->query.wants[i];
        bool counts = want->in_question && want->type != WANT_NOT;
        i += read_thing(seek, i, &things[n]);
        n += counts && (things[n].types & TAKEN);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (go_together(seek, &things[i], &things[k]))
                return true;
    return false;
}
