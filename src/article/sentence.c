/* Finds where sentences end: at a full stop, question mark or exclamation mark
 * before a space, and at the end of the line. The citations that follow the
 * mark belong to the sentence. */
#include "article/sentence.h"

#include <string.h>

static bool is_mark(char byte)
{
    return byte == '.' || byte == '?' || byte == '!';
}

/* Returns the end of the citations "[^id]" that begin at at. */
static const char *citations_end(const char *at, const char *end)
{
    while (end - at > 2 && at[0] == '[' && at[1] == '^') {
        const char *close = memchr(at, ']', (size_t)(end - at));
        if (!close)
            break;
        at = close + 1;
    }
    return at;
}

const char *sentence_end(const char *at, const char *end, bool *is_question)
{
    *is_question = false;
    for (; at < end && *at != '\n'; at++) {
        if (!is_mark(*at))
            continue;
        *is_question = *is_question || *at == '?';
        const char *past = citations_end(at + 1, end);
        if (past == end || *past == ' ' || *past == '\n')
            return past;
        *is_question = *is_question && is_mark(at[1]);
    }
    return at;
}
