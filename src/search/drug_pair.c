/* Recognizes questions about a medicine and something taken with it, and finds
 * the entities that a query names: medicines, conditions, procedures, foods. */
#include "search/drug_pair.h"

#include <string.h>

#include "search/query_names.h"
#include "search/synonyms.h"

#define TYPE_BIT(type) (1U << TYPE_##type)
#define TAKEN_OR_DONE                                                          \
    (TYPE_BIT(MEDICINE) | TYPE_BIT(VACCINE) | TYPE_BIT(PROCEDURE) |            \
     TYPE_BIT(TEST) | TYPE_BIT(OTHER))
#define ENTITIES_MAX 8

/* Stems of things that people take or use and that need not have an article. */
static const char *const taken[] = {
    "alcohol",    "antacid", "aspirin", "banana",     "beer",     "broccoli",
    "caffein",    "cannabi", "cbd",     "chees",      "coffe",    "cola",
    "cranberri",  "dairi",   "drink",   "food",       "garlic",   "ginger",
    "grapefruit", "herb",    "juic",    "kale",       "liquoric", "milk",
    "painkill",   "smoke",   "spinach", "supplement", "tea",      "turmer",
    "vitamin",    "vodka",   "weed",    "whiski",     "wine",
};

/* An entity that the query names. */
struct entity {
    uint64_t terms; /* one bit for each */
    int64_t name;   /* hash of the article name; 0: none */
    unsigned types; /* one bit for each type of its articles */
    /* synonyms, if it is a medicine; or NULL */
    const struct synonym_group *group;
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

/* Reads the entity that begins at a term, if any. Returns the number of its
 * terms, at least 1. */
static size_t read_entity(const struct query *query, size_t term, struct db *db,
                          struct entity *entity)
{
    const struct query_name *name = name_at(query, term);
    size_t n = 0;
    *entity = (struct entity){.group = synonyms_medicine(query, term, &n)};
    if (name) {
        n = name->n;
        entity->name = query_names_hash(query, name);
        entity->types = types_of(db, entity->name);
    }
    if (entity->group)
        entity->types |= TYPE_BIT(MEDICINE);
    else if (!name && is_taken(query->terms[term].stems))
        entity->types = TYPE_BIT(OTHER);
    else if (!name && query->terms[term].asks == KIND_PREGNANCY &&
             !query->terms[term].is_stop_word)
        entity->types = TYPE_BIT(CONDITION);
    n = n ? n : 1;
    entity->terms = UINT64_MAX >> (QUERY_TERMS_MAX - n) << term;
    return n;
}

static bool are_same(struct db *db, const struct entity *a,
                     const struct entity *b)
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

static bool are_pair(struct db *db, const struct entity *a,
                     const struct entity *b)
{
    return ((a->types | b->types) & TYPE_BIT(MEDICINE)) && !are_same(db, a, b);
}

/* Returns whether an entity is another name for one found before. */
static bool is_known(struct db *db, const struct entity *entities, size_t n,
                     const struct entity *entity)
{
    for (size_t i = 0; i < n; i++)
        if (are_same(db, &entities[i], entity))
            return true;
    return false;
}

void drug_pair_find_entities(struct query *query, struct db *db)
{
    struct entity entities[QUERY_NAMES_MAX];
    query->n_entities = 0;
    for (size_t i = 0; i < query->n_terms;) {
        bool counts = query->terms[i].type == QUERY_WORD;
        struct entity entity;
        i += read_entity(query, i, db, &entity);
        if (!counts || !entity.types || query->n_entities == QUERY_NAMES_MAX ||
            is_known(db, entities, query->n_entities, &entity))
            continue;
        query->entities[query->n_entities] = entity.terms;
        entities[query->n_entities++] = entity;
    }
}

bool drug_pair_is_asked(const struct query *query, struct db *db)
{
    struct entity entities[ENTITIES_MAX];
    size_t n = 0;
    for (size_t i = 0; i < query->n_terms && n < ENTITIES_MAX;) {
        const struct query_term *term = &query->terms[i];
        bool counts = term->in_question && term->type != QUERY_NOT;
        i += read_entity(query, i, db, &entities[n]);
        n += counts && (entities[n].types & TAKEN_OR_DONE);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (are_pair(db, &entities[i], &entities[k]))
                return true;
    return false;
}
