/* Addresses of links. */
#ifndef MEDFAQ_IMPORT_URL_H
#define MEDFAQ_IMPORT_URL_H

/* The address that href means on a page at base: http, https, mailto, tel and
 * "#fragment" as they are, relative ones resolved. NULL for all others, and
 * where base (which may be NULL) would be needed. The caller frees. */
char *url_resolve(const char *base, const char *href);

/* The address of a path, of which nothing is escaped, on a site that is given
 * by its address or its host's name. NULL for a path that leads elsewhere. The
 * caller frees. */
char *url_of_path(const char *site, const char *path);

#endif
