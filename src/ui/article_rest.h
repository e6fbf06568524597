/* The whole of a large article, read by a thread of its own while its start is
 * on the screen. */
#ifndef MEDFAQ_UI_ARTICLE_REST_H
#define MEDFAQ_UI_ARTICLE_REST_H

#include <stddef.h>

#include "article/article.h"
#include "base/error.h"

struct article_rest;

/* Starts to read a file, or a text where path is NULL: it must live as long as
 * the program. NULL where no thread can be started. */
struct article_rest *article_rest_new(const char *path, const char *content,
                                      size_t n_bytes);

/* A descriptor to poll for the end of reading. */
int article_rest_fd(const struct article_rest *rest);

/* Waits for the end and frees rest; the article is the caller's. NULL with
 * err where it cannot be read. */
struct article *article_rest_take(struct article_rest *rest, struct error *err);

/* Frees rest as soon as its thread has ended; does not wait. */
void article_rest_abandon(struct article_rest *rest);

#endif
