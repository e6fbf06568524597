/* medfaq's own words within an article, in the article's language. */
#ifndef MEDFAQ_TEXT_WORD_H
#define MEDFAQ_TEXT_WORD_H

enum word {
    WORD_SOURCES,
    WORD_SOURCE,    /* after the number 1 */
    WORD_N_SOURCES, /* after another number */
    WORD_NOTES,
    WORD_LINKS,
    WORD_UNUSED, /* heading of unused link reference definitions */
    WORD_IMAGE,
    WORD_UPDATED,
    WORD_LICENCE,
    WORD_EMPTY, /* below the heading of an empty section */
    /* These announce in linear mode what follows or ends. */
    WORD_SECTION,
    WORD_SUBSECTION,
    WORD_QUOTE,
    WORD_CODE,
    WORD_TABLE,
    WORD_LINK,
    WORD_CITED_SOURCE, /* before the number of a citation */
    WORD_CITED_NOTE,
    WORD_END_OF, /* before the label of an alert */
    WORD_END_OF_QUOTE,
    WORD_END_OF_CODE,
    WORD_END_OF_TABLE,
    WORD_END_OF_LINK,
    WORD_STRUCK_OUT, /* before text that is struck out */
    WORD_END_OF_STRUCK_OUT,
    WORD_COUNT
};

/* Returns a word in a language (BCP 47): en, es, fr, de, vi or zh; English for
 * any other. */
const char *word_in(enum word word, const char *lang);

#endif
