/* The glossary for the article in view, read by a thread of its own: a large
 * one must not keep anybody from reading. */
#ifndef MEDFAQ_UI_TERMS_H
#define MEDFAQ_UI_TERMS_H

#include <stdbool.h>

#include "library/glossary.h"

struct app;
struct article_view;
struct terms_job;

struct terms {
    struct glossary *glossary; /* NULL: none was read yet */
    char *folder, *lang;       /* the article's, for which it was read */
    struct terms_job *job;     /* is reading another one; NULL: none */
};

void terms_finish(struct app *app);

/* The glossary for an article if it has been read, else NULL. Borrowed: it is
 * replaced only when an article of another folder or language is in view, or
 * by terms_forget. */
const struct glossary *terms_get(const struct app *app,
                                 const struct article_view *view);
/* Starts to read the glossary for an article, unless it is there. */
void terms_request(struct app *app, const struct article_view *view);
/* The same, and waits for it. Never NULL. */
const struct glossary *terms_wait(struct app *app,
                                  const struct article_view *view);

/* A descriptor to poll; -1 if nothing is being read. */
int terms_fd(const struct app *app);
/* Takes over the glossary that was read. */
void terms_take(struct app *app);
/* Drops the glossary, so that its files are read again. */
void terms_forget(struct app *app);

#endif
