/* Classes of ASCII characters, independent of the locale: what a word in an
 * article means must not depend on who reads it. (In a Turkish locale, the
 * capital of i is not I; in Latin-1, a byte of a UTF-8 sequence may be a
 * letter.) */
#ifndef MEDFAQ_BASE_ASCII_H
#define MEDFAQ_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool ascii_is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool ascii_is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline bool ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_alpha(char byte)
{
    return ascii_is_upper(byte) || ascii_is_lower(byte);
}

static inline bool ascii_is_alnum(char byte)
{
    return ascii_is_alpha(byte) || ascii_is_digit(byte);
}

/* Like isspace in the C locale: space, \t, \n, \v, \f and \r. */
static inline bool ascii_is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Tells whether a byte is a space or a tab, the white space within a line. */
static inline bool ascii_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Like ispunct: graphic characters other than letters and digits. */
static inline bool ascii_is_punct(char byte)
{
    return byte > ' ' && byte < 0x7F && !ascii_is_alnum(byte);
}

static inline char ascii_lower(char byte)
{
    return ascii_is_upper(byte) ? (char)(byte + ('a' - 'A')) : byte;
}

static inline char ascii_upper(char byte)
{
    return ascii_is_lower(byte) ? (char)(byte - ('a' - 'A')) : byte;
}

/* Copies bytes in lower case; from and to may be equal. */
void ascii_lower_copy(char *to, const char *from, size_t n_bytes);

/* Like strcmp and strncmp, ignoring case. */
int ascii_casecmp(const char *a, const char *b);
int ascii_ncasecmp(const char *a, const char *b, size_t n_bytes);

/* Like strstr, ignoring case. Its time is at most proportional to the product
 * of both lengths. */
const char *ascii_casestr(const char *text, const char *word);

#endif
