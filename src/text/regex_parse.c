/* Compiles regular expressions by recursive descent. */
#include "text/regex_parse.h"

#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

#define REPEAT_MAX 255
#define DEPTH_MAX 100 /* of nested parentheses */

struct parser {
    struct regex_program *program;
    const char *pattern;
    size_t n_bytes, at;
    unsigned depth;
    struct error *err;
    bool failed;
};

static void fail(struct parser *parser, const char *reason)
{
    if (!parser->failed)
        error_set(parser->err, "%s", reason);
    parser->failed = true;
}

/* Returns the next byte; NUL at the end. */
static char peek(const struct parser *parser)
{
    return parser->at < parser->n_bytes ? parser->pattern[parser->at] : '\0';
}

static bool consume(struct parser *parser, const char *text)
{
    size_t n = strlen(text);
    if (parser->n_bytes - parser->at < n ||
        memcmp(parser->pattern + parser->at, text, n) != 0)
        return false;
    parser->at += n;
    return true;
}

static uint32_t next_code_point(struct parser *parser)
{
    uint32_t code_point = 0;
    if (parser->at < parser->n_bytes)
        parser->at += utf8_decode(parser->pattern + parser->at,
                                  parser->n_bytes - parser->at, &code_point);
    return code_point;
}

static void insert(struct parser *parser, size_t at, struct regex_step step)
{
    struct regex_program *program = parser->program;
    if (program->n == REGEX_STEPS_MAX) {
        fail(parser, _("The expression is too long"));
        return;
    }
    memmove(program->steps + at + 1, program->steps + at,
            (program->n - at) * sizeof step);
    program->steps[at] = step;
    program->n++;
}

static void emit(struct parser *parser, struct regex_step step)
{
    insert(parser, parser->program->n, step);
}

static void add_range(struct parser *parser, uint32_t first, uint32_t last)
{
    struct regex_program *program = parser->program;
    if (program->n_ranges == REGEX_RANGES_MAX) {
        fail(parser, _("The expression is too long"));
        return;
    }
    program->ranges[program->n_ranges].first = first;
    program->ranges[program->n_ranges].last = last;
    program->n_ranges++;
}

/* Adds the ranges of a named class. All code points beyond ASCII from U+00AA on
 * count as letters; few of them are not. */
static bool add_class(struct parser *parser, const char *name, size_t n_bytes)
{
    static const struct {
        char name[8];
        char ranges[12]; /* pairs of first and last */
        bool beyond_ascii;
    } classes[] = {
        {"alpha", "azAZ", true},      {"digit", "09", false},
        {"alnum", "azAZ09", true},    {"upper", "AZ", true},
        {"lower", "az", true},        {"space", "\t\r  ", false},
        {"blank", "\t\t  ", false},   {"xdigit", "09afAF", false},
        {"punct", "!/:@[`{~", false}, {"word", "azAZ09__", true},
    };
    for (size_t i = 0; i < sizeof(classes) / sizeof *classes; i++) {
        if (strlen(classes[i].name) != n_bytes ||
            memcmp(classes[i].name, name, n_bytes) != 0)
            continue;
        for (const char *pair = classes[i].ranges; *pair; pair += 2)
            add_range(parser, (unsigned char)pair[0], (unsigned char)pair[1]);
        if (classes[i].beyond_ascii)
            add_range(parser, 0xAA, 0x10FFFF);
        return true;
    }
    return false;
}

static void parse_named_class(struct parser *parser)
{
    const char *name = parser->pattern + parser->at;
    size_t n_bytes = 0;
    while (parser->at + n_bytes < parser->n_bytes && name[n_bytes] != ':')
        n_bytes++;
    parser->at += n_bytes;
    if (!consume(parser, ":]") || !add_class(parser, name, n_bytes))
        fail(parser, _("Unknown class of characters"));
}

static void parse_set(struct parser *parser)
{
    struct regex_step step = {.op = REGEX_SET};
    step.from = (uint32_t)parser->program->n_ranges;
    if (consume(parser, "^"))
        step.op = REGEX_NOT_SET;
    bool first = true;
    while (!parser->failed && (first || peek(parser) != ']')) {
        if (parser->at == parser->n_bytes) {
            fail(parser, _("Missing \"]\""));
        } else if (consume(parser, "[:")) {
            parse_named_class(parser);
        } else {
            uint32_t low = next_code_point(parser), high = low;
            bool is_range = peek(parser) == '-' &&
                            parser->at + 1 < parser->n_bytes &&
                            parser->pattern[parser->at + 1] != ']';
            if (is_range) {
                parser->at++;
                high = next_code_point(parser);
            }
            add_range(parser, low, high);
        }
        first = false;
    }
    consume(parser, "]");
    step.end = (uint32_t)parser->program->n_ranges;
    emit(parser, step);
}

static void parse_escape(struct parser *parser)
{
    static const char letters[] = "dws";
    static const char names[][6] = {"digit", "word", "space"};
    struct regex_step step = {.op = REGEX_SET};
    const char *letter = peek(parser) ? strchr(letters, peek(parser)) : NULL;
    if (parser->at == parser->n_bytes) {
        fail(parser, _("Nothing follows \"\\\""));
    } else if (peek(parser) >= '1' && peek(parser) <= '9') {
        fail(parser, _("Back-references are not supported"));
    } else if (letter) {
        const char *name = names[letter - letters];
        parser->at++;
        step.from = (uint32_t)parser->program->n_ranges;
        add_class(parser, name, strlen(name));
        step.end = (uint32_t)parser->program->n_ranges;
        emit(parser, step);
    } else {
        step = (struct regex_step){.op = REGEX_CHAR};
        step.from = next_code_point(parser);
        emit(parser, step);
    }
}

static void parse_choice(struct parser *parser);

static void parse_group(struct parser *parser)
{
    if (++parser->depth > DEPTH_MAX)
        fail(parser, _("The expression is too long"));
    else
        parse_choice(parser);
    parser->depth--;
    if (!consume(parser, ")"))
        fail(parser, _("Missing \")\""));
}

static void parse_atom(struct parser *parser)
{
    if (consume(parser, "("))
        parse_group(parser);
    else if (consume(parser, "["))
        parse_set(parser);
    else if (consume(parser, "\\"))
        parse_escape(parser);
    else if (consume(parser, "."))
        emit(parser, (struct regex_step){.op = REGEX_ANY});
    else if (consume(parser, "^"))
        emit(parser, (struct regex_step){.op = REGEX_START});
    else if (consume(parser, "$"))
        emit(parser, (struct regex_step){.op = REGEX_END});
    else
        emit(parser, (struct regex_step){.op = REGEX_CHAR,
                                         .from = next_code_point(parser)});
}

static void copy(struct parser *parser, size_t start, size_t n)
{
    for (size_t i = 0; i < n; i++)
        emit(parser, parser->program->steps[start + i]);
}

static void make_optional(struct parser *parser, size_t start)
{
    int32_t n = (int32_t)(parser->program->n - start);
    insert(parser, start,
           (struct regex_step){.op = REGEX_SPLIT, .to = 1, .other = n + 1});
}

static void make_loop(struct parser *parser, size_t start)
{
    int32_t n = (int32_t)(parser->program->n - start);
    insert(parser, start,
           (struct regex_step){.op = REGEX_SPLIT, .to = 1, .other = n + 2});
    emit(parser, (struct regex_step){.op = REGEX_JUMP, .to = -(n + 1)});
}

static unsigned parse_number(struct parser *parser)
{
    unsigned number = 0;
    if (peek(parser) < '0' || peek(parser) > '9')
        fail(parser, _("\"{\" needs numbers, such as {2} or {1,3}"));
    while (peek(parser) >= '0' && peek(parser) <= '9' && number <= REPEAT_MAX) {
        number = number * 10 + (unsigned)(peek(parser) - '0');
        parser->at++;
    }
    if (number > REPEAT_MAX)
        fail(parser, _("The expression is too long"));
    return number;
}

/* Parses {2}, {2,} or {2,5} after a piece, which is repeated by copying it: the
 * minimum as it is, the rest as optional copies or a loop. */
static void parse_count(struct parser *parser, size_t start)
{
    size_t n = parser->program->n - start;
    unsigned min = parse_number(parser), max = min;
    bool open = false;
    if (consume(parser, ",")) {
        open = peek(parser) == '}';
        max = open ? min + 1 : parse_number(parser);
    }
    if (!consume(parser, "}") || max < min) {
        fail(parser, _("\"{\" needs numbers, such as {2} or {1,3}"));
        return;
    }
    for (unsigned i = 1; i < max && !parser->failed; i++)
        copy(parser, start, n);
    /* From the last copy to the first, so that insertions move no copy that is
       still to be changed. */
    for (unsigned i = max; i > min && !parser->failed; i--) {
        size_t last = start + (i - 1) * n;
        if (open) {
            make_loop(parser, last);
        } else {
            int32_t rest = (int32_t)(parser->program->n - last);
            insert(parser, last,
                   (struct regex_step){
                       .op = REGEX_SPLIT, .to = 1, .other = rest + 1});
        }
    }
    if (!max)
        parser->program->n = start;
}

static void parse_piece(struct parser *parser)
{
    size_t start = parser->program->n;
    if (memchr("*+?{", peek(parser), 4) && peek(parser)) {
        fail(parser, _("Nothing to repeat"));
        return;
    }
    parse_atom(parser);
    while (!parser->failed) {
        int32_t n = (int32_t)(parser->program->n - start);
        if (consume(parser, "*"))
            make_loop(parser, start);
        else if (consume(parser, "+"))
            emit(parser,
                 (struct regex_step){.op = REGEX_SPLIT, .to = -n, .other = 1});
        else if (consume(parser, "?"))
            make_optional(parser, start);
        else if (consume(parser, "{"))
            parse_count(parser, start);
        else
            return;
    }
}

static void parse_sequence(struct parser *parser)
{
    while (!parser->failed && parser->at < parser->n_bytes &&
           peek(parser) != '|' && peek(parser) != ')')
        parse_piece(parser);
}

static void parse_choice(struct parser *parser)
{
    size_t start = parser->program->n;
    parse_sequence(parser);
    while (!parser->failed && consume(parser, "|")) {
        int32_t n = (int32_t)(parser->program->n - start);
        insert(parser, start,
               (struct regex_step){.op = REGEX_SPLIT, .to = 1, .other = n + 2});
        size_t jump = parser->program->n;
        emit(parser, (struct regex_step){.op = REGEX_JUMP});
        parse_sequence(parser);
        if (!parser->failed)
            parser->program->steps[jump].to =
                (int32_t)(parser->program->n - jump);
    }
}

bool regex_parse(struct regex_program *program, const char *pattern,
                 size_t n_bytes, struct error *err)
{
    struct parser parser = {program, pattern, n_bytes, .err = err};
    program->n = program->n_ranges = 0;
    parse_choice(&parser);
    if (!parser.failed && parser.at < n_bytes)
        fail(&parser, _("Missing \"(\""));
    emit(&parser, (struct regex_step){.op = REGEX_MATCH});
    return !parser.failed;
}
