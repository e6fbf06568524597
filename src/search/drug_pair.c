/* Questions about a medicine and what is taken with it. */
#include "search/drug_pair.h"

#include <string.h>

#include "search/query_names.h"
#include "search/synonyms.h"

#define A(type) (1U << TYPE_##type)
#define TAKEN (A(MEDICINE) | A(VACCINE) | A(PROCEDURE) | A(TEST) | A(OTHER))
#define THINGS_MAX 8

/* Stems of what one takes without a name of an article. */
static const char *const taken[] = {
    "alcohol",    "antacid", "aspirin", "banana",     "beer",     "broccoli",
    "caffein",    "cannabi", "cbd",     "chees",      "coffe",    "cola",
    "cranberri",  "dairi",   "drink",   "food",       "garlic",   "ginger",
    "grapefruit", "herb",    "juic",    "kale",       "liquoric", "milk",
    "painkill",   "smoke",   "spinach", "supplement", "tea",      "turmer",
    "vitamin",    "vodka",   "weed",    "whiski",     "wine",
};

/* Something that the query names. */
struct thing {
    uint64_t terms;                    /* a bit for each */
    int64_t name;                      /* of articles; 0: of none */
    unsigned types;                    /* a bit for each that these have */
    const struct synonym_group *group; /* of a medicine; NULL */
};

static unsigned types_of(struct db *db, int64_t name)
{
    unsigned types = 0;
    struct db_query *find =
        db_query(db, "SELECT DISTINCT type FROM name JOIN article"
                     " ON article.id=name.article WHERE stems=?1");
    db_bind_long(find, 1, name);
    while (db_step(find) == DB_ROW)
        types |= 1U << db_long(find, 0);
    db_query_free(find);
    return types;
}

static bool is_taken(const char *stems)
{
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (!strcmp(taken[i], stems))
            return true;
    return false;
}

static const struct query_name *name_at(const struct query *query, size_t term)
{
    for (size_t i = 0; i < query->n_names; i++)
        if (query->names[i].start == term)
            return &query->names[i];
    return NULL;
}

/* The thing that is named from a term on; returns how many terms it is. */
static size_t read_thing(const struct query *query, size_t term, struct db *db,
                         struct thing *thing)
{
    const struct query_name *name = name_at(query, term);
    size_t n = 0;
    *thing = (struct thing){.group = synonyms_medicine(query, term, &n)};
    if (name) {
        n = name->n;
        thing->name = query_names_hash(query, name);
        thing->types = types_of(db, thing->name);
    }
    if (thing->group)
        thing->types |= A(MEDICINE);
    else if (!name && is_taken(query->terms[term].stems))
        thing->types = A(OTHER);
    else if (!name && query->terms[term].asks == KIND_PREGNANCY &&
             !query->terms[term].is_common)
        thing->types = A(CONDITION);
    n = n ? n : 1;
    thing->terms = UINT64_MAX >> (QUERY_TERMS_MAX - n) << term;
    return n;
}

static bool are_same(struct db *db, const struct thing *a,
                     const struct thing *b)
{
    if (a->group && a->group == b->group)
        return true;
    struct db_query *find =
        db_query(db, "SELECT 1 FROM name WHERE stems=?1 AND article IN"
                     " (SELECT article FROM name WHERE stems=?2)");
    db_bind_long(find, 1, a->name);
    db_bind_long(find, 2, b->name);
    bool same = db_step(find) == DB_ROW;
    db_query_free(find);
    return same;
}

static bool are_pair(struct db *db, const struct thing *a,
                     const struct thing *b)
{
    return ((a->types | b->types) & A(MEDICINE)) && !are_same(db, a, b);
}

/* Whether something is another name of what the query named before. */
static bool is_again(struct db *db, const struct thing *things, size_t n,
                     const struct thing *thing)
{
    for (size_t i = 0; i < n; i++)
        if (are_same(db, &things[i], thing))
            return true;
    return false;
}

void drug_pair_find_things(struct query *query, struct db *db)
{
    struct thing things[QUERY_NAMES_MAX];
    query->n_things = 0;
    for (size_t i = 0; i < query->n_terms;) {
        bool counts = query->terms[i].type == QUERY_WORD;
        struct thing thing;
        i += read_thing(query, i, db, &thing);
        if (!counts || !thing.types || query->n_things == QUERY_NAMES_MAX ||
            is_again(db, things, query->n_things, &thing))
            continue;
        query->things[query->n_things] = thing.terms;
        things[query->n_things++] = thing;
    }
}

bool drug_pair_is_asked(const struct query *query, struct db *db)
{
    struct thing things[THINGS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < query->n_terms && n < THINGS_MAX;) {
        const struct query_term *term = &query->terms[i];
        bool counts = term->in_question && term->type != QUERY_NOT;
        i += read_thing(query, i, db, &things[n]);
        n += counts && (things[n].types & TAKEN);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (are_pair(db, &things[i], &things[k]))
                return true;
    return false;
}
