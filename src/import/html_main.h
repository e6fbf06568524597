/* The part of a page that is its article. [libxml2] */
#ifndef MEDFAQ_IMPORT_HTML_MAIN_H
#define MEDFAQ_IMPORT_HTML_MAIN_H

#include <libxml/tree.h>

/* Takes out of the tree what serves the site and not the reader (navigation,
 * banners, notices about cookies, forms, what is hidden), and returns the
 * element that holds the article; body at the widest. */
xmlNode *html_main(xmlNode *body);

#endif
