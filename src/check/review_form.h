/* What a clinician needs to review an article, and the signature. */
#ifndef MEDFAQ_CHECK_REVIEW_FORM_H
#define MEDFAQ_CHECK_REVIEW_FORM_H

#include "article/article.h"
#include "base/buf.h"

/* Appends the form: for each section its statements with numbers or sources,
 * its alerts and risk blocks, then the sources, and what a signature means.
 * Not yet safe. */
void review_form_write(const struct article *article, struct buf *out);

struct signature {
    const char *name, *role;
    struct date date;
};

/* Appends the article's source with the reviewer in its front matter: name,
 * role, date, and a digest of each section. An earlier review by the same
 * person is replaced, all others stay. False with err where there is no front
 * matter to write to. */
bool review_form_sign(const struct article *article,
                      const struct signature *signature, struct buf *out,
                      struct error *err);

#endif
