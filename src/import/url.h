/* Addresses of links. */
#ifndef MEDFAQ_IMPORT_URL_H
#define MEDFAQ_IMPORT_URL_H

/* Resolves href against base, the address of the page (may be NULL). http,
 * https, mailto, tel and "#fragment" are returned unchanged. Returns NULL
 * for any other scheme, and for a relative address without a base. The
 * caller frees. */
char *url_resolve(const char *base, const char *href);

/* The address of a path, of which nothing is escaped, on a site that is given
 * by its address or its host's name. NULL for a path that leads elsewhere. The
 * caller frees. */
char *url_of_path(const char *site, const char *path);

#endif
