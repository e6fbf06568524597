/* Addresses of links. */
#ifndef MEDFAQ_IMPORT_URL_H
#define MEDFAQ_IMPORT_URL_H

/* The address that href means on a page at base: http, https, mailto, tel and
 * "#fragment" as they are, relative ones resolved. NULL for all others, and
 * where base (which may be NULL) would be needed. The caller frees. */
char *url_resolve(const char *base, const char *href);

#endif
