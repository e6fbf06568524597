/* What an index says of itself. */
#include "index/folders.h"
#include "index/index_data.h"

unsigned index_edition(const struct index *index)
{
    return index->edition;
}

bool index_has_news(struct index *index)
{
    if (!index_refresh(index))
        return false;
    int64_t version = index_version(index);
    bool has = version != index->seen_version;
    index->seen_version = version;
    return has;
}

int64_t index_version(struct index *index)
{
    return db_number(index->db, "PRAGMA data_version", 0);
}

bool index_is_complete(struct index *index)
{
    return db_number(index->db, "SELECT n FROM counter WHERE name='complete'",
                     0);
}

bool index_is_current(struct index *index)
{
    return index_is_complete(index) && folders_are_as_walked(index->db);
}

int64_t index_n_articles(struct index *index)
{
    return db_number(index->db, "SELECT n FROM counter WHERE name='articles'",
                     0);
}

int64_t index_n_sections(struct index *index)
{
    return db_number(index->db, "SELECT n FROM counter WHERE name='sections'",
                     0);
}
