/* The program that a regular expression is compiled into. */
#ifndef MEDFAQ_TEXT_REGEX_PARSE_H
#define MEDFAQ_TEXT_REGEX_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum regex_op {
    REGEX_CHAR,    /* matches the code point from */
    REGEX_ANY,     /* matches all but a line ending */
    REGEX_SET,     /* matches code points in ranges[from] to ranges[end - 1] */
    REGEX_NOT_SET, /* matches what is neither in them nor a line ending */
    REGEX_START,   /* of a line */
    REGEX_END,     /* of a line */
    REGEX_SPLIT,   /* continue at both to and other */
    REGEX_JUMP,    /* continue at to */
    REGEX_MATCH,
};

/* Jumps are relative, so that pieces of a program can be copied. */
struct regex_step {
    enum regex_op op;
    uint32_t from, end; /* a code point, or indices of ranges */
    int32_t to, other;
};

#define REGEX_STEPS_MAX 4000
#define REGEX_RANGES_MAX 512

struct regex_program {
    struct regex_step steps[REGEX_STEPS_MAX];
    size_t n;
    struct {
        uint32_t first, last; /* code points */
    } ranges[REGEX_RANGES_MAX];
    size_t n_ranges;
};

bool regex_parse(struct regex_program *program, const char *pattern,
                 size_t n_bytes, struct error *err);

#endif
