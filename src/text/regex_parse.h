/* The program that a regular expression is compiled to. */
#ifndef MEDFAQ_TEXT_REGEX_PARSE_H
#define MEDFAQ_TEXT_REGEX_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum regex_op {
    REGEX_CHAR,    /* the code point from */
    REGEX_ANY,     /* all but a line end */
    REGEX_SET,     /* in the ranges from to end */
    REGEX_NOT_SET, /* neither in them nor a line end */
    REGEX_START,   /* of a line */
    REGEX_END,     /* of a line */
    REGEX_SPLIT,   /* go on at both */
    REGEX_JUMP,    /* go on at to */
    REGEX_MATCH,
};

/* Jumps are relative, so that pieces of a program can be copied. */
struct regex_step {
    enum regex_op op;
    uint32_t from, end; /* a code point; or ranges */
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
