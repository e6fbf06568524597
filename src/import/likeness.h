/* How much of its text one article has in common with another. */
#ifndef MEDFAQ_IMPORT_LIKENESS_H
#define MEDFAQ_IMPORT_LIKENESS_H

enum likeness {
    LIKENESS_NONE,    /* next to nothing: two articles, whatever they say */
    LIKENESS_UNCLEAR, /* too little, or too short, to tell */
    LIKENESS_CLEAR,   /* half or more: versions of one article */
    LIKENESS_SAME,    /* every byte below the front matter */
};

/* Compares the bodies of two files, in time that grows with their size. */
enum likeness likeness_of(const char *a, const char *b);

#endif
