/* A new article: what every article of its type has. */
#ifndef MEDFAQ_CHECK_SKELETON_H
#define MEDFAQ_CHECK_SKELETON_H

#include "article/article.h"
#include "base/buf.h"

struct skeleton {
    const char *id;
    const char *lang; /* BCP 47: of the headings */
    enum article_type type;
    struct date today;
    const struct article *original; /* of a translation; NULL: none */
};

/* Appends front matter, and a heading for each section that its type needs; of
 * a translation codes, related articles and sections are the original's. */
void skeleton_write(const struct skeleton *skeleton, struct buf *out);

#endif
