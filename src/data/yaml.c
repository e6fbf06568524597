/* Builds a small tree from libyaml's events. */
#include "data/yaml.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/utf8.h"

/* A list or map that is still open. */
struct open {
    struct yaml *node;
    struct yaml *last; /* child */
    struct yaml *key;  /* of a map: the key whose value comes next */
};

struct yaml_reader {
    struct arena *arena;
    struct diagnostics *out;
    unsigned first_line;
    struct open open[YAML_MAX_DEPTH];
    size_t depth;
    struct yaml *root;
    unsigned n_documents;
    bool done;
};

static bool complain(struct yaml_reader *reader, yaml_mark_t mark,
                     const char *what)
{
    struct diagnostic at = {
        .severity = SEVERITY_ERROR,
        .line = reader->first_line + (unsigned)mark.line,
        .column = (unsigned)mark.column + 1,
        .code = "yaml",
    };
    diagnostics_add(reader->out, at, "%s", what);
    return false;
}

/* Tells whether libyaml accepts a code point. It rejects a whole text that has
 * any other. */
static bool is_readable(uint32_t code_point)
{
    if (code_point < 0x20)
        return code_point == '\t' || code_point == '\n' || code_point == '\r';
    return (code_point < 0x7F || code_point > 0x9F || code_point == 0x85) &&
           code_point != 0xFEFF && code_point != 0xFFFE && code_point != 0xFFFF;
}

/* Appends the text with U+FFFD in place of what is malformed or not accepted,
 * so that one bad byte does not affect the fields around it. Reports the
 * first. */
static void add_readable(struct yaml_reader *reader, const char *text,
                         size_t n_bytes, struct buf *out)
{
    yaml_mark_t mark = {0};
    bool is_reported = false;
    for (size_t i = 0; i < n_bytes;) {
        size_t n_ascii = utf8_ascii_prefix(text + i, n_bytes - i);
        buf_add_n(out, text + i, n_ascii);
        mark.column += n_ascii;
        i += n_ascii;
        if (i == n_bytes)
            return;
        uint32_t code_point;
        size_t step = utf8_decode(text + i, n_bytes - i, &code_point);
        bool good = !utf8_is_malformed(text + i, step, code_point) &&
                    is_readable(code_point);
        if (!good && !is_reported)
            is_reported = !complain(
                reader, mark,
                _("This character is not allowed in YAML. Remove it"));
        if (good)
            buf_add_n(out, text + i, step);
        else
            buf_add_code_point(out, UTF8_REPLACEMENT);
        mark.column = code_point == '\n' ? 0 : mark.column + 1;
        mark.line += code_point == '\n';
        i += step;
    }
}

static const char *without_nul(struct arena *arena, const char *text,
                               size_t *n_bytes)
{
    if (!memchr(text, '\0', *n_bytes))
        return arena_strndup(arena, text, *n_bytes);
    struct buf buf;
    buf_init(&buf);
    for (size_t i = 0; i < *n_bytes; i++) {
        if (text[i])
            buf_add_char(&buf, text[i]);
        else
            buf_add_code_point(&buf, UTF8_REPLACEMENT);
    }
    *n_bytes = buf.n_bytes;
    const char *copy = arena_strndup(arena, buf.data, buf.n_bytes);
    buf_finish(&buf);
    return copy;
}

static struct yaml *node_new(struct yaml_reader *reader, enum yaml_type type,
                             yaml_mark_t mark)
{
    struct yaml *node = arena_alloc(reader->arena, sizeof *node);
    node->type = type;
    node->line = reader->first_line + (unsigned)mark.line;
    node->column = (unsigned)mark.column + 1;
    return node;
}

/* Adds a node where it belongs: as the root, at the end of a list, as a key of
 * a map, or as the value of its last key. */
static bool attach(struct yaml_reader *reader, struct yaml *node,
                   yaml_mark_t mark)
{
    if (!reader->depth) {
        reader->root = node;
        return true;
    }
    struct open *open = &reader->open[reader->depth - 1];
    if (open->node->type == YAML_MAP && !open->key) {
        if (node->type != YAML_SCALAR)
            return complain(reader, mark,
                            _("A key must be text, not a list or a map"));
        open->key = node;
        return true;
    }
    node->key = open->key;
    open->key = NULL;
    if (open->last)
        open->last->next = node;
    else
        open->node->first = node;
    open->last = node;
    open->node->n_children++;
    return true;
}

static bool add_scalar(struct yaml_reader *reader, const yaml_event_t *event)
{
    if (event->data.scalar.anchor)
        return complain(
            reader, event->start_mark,
            _("Anchors are not supported. Quote text that begins with &"));
    if (event->data.scalar.tag)
        return complain(
            reader, event->start_mark,
            _("Tags are not supported. Quote text that begins with !"));
    struct yaml *node = node_new(reader, YAML_SCALAR, event->start_mark);
    node->n_bytes = event->data.scalar.length;
    node->scalar = without_nul(
        reader->arena, (const char *)event->data.scalar.value, &node->n_bytes);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    return attach(reader, node, event->start_mark);
}

static bool open_node(struct yaml_reader *reader, const yaml_event_t *event,
                      enum yaml_type type)
{
    bool map = type == YAML_MAP;
    const yaml_char_t *anchor = map ? event->data.mapping_start.anchor
                                    : event->data.sequence_start.anchor;
    const yaml_char_t *tag =
        map ? event->data.mapping_start.tag : event->data.sequence_start.tag;
    if (anchor)
        return complain(
            reader, event->start_mark,
            _("Anchors are not supported. Quote text that begins with &"));
    if (tag)
        return complain(
            reader, event->start_mark,
            _("Tags are not supported. Quote text that begins with !"));
    if (reader->depth == YAML_MAX_DEPTH)
        return complain(
            reader, event->start_mark,
            arena_printf(reader->arena,
                         _("More than %d levels of nesting are not supported"),
                         YAML_MAX_DEPTH));
    struct yaml *node = node_new(reader, type, event->start_mark);
    if (!attach(reader, node, event->start_mark))
        return false;
    reader->open[reader->depth++] = (struct open){.node = node};
    return true;
}

static bool handle_event(struct yaml_reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (reader->n_documents++)
            return complain(
                reader, event->start_mark,
                _("A second document begins here. Remove the line ---"));
        return true;
    case YAML_ALIAS_EVENT:
        return complain(
            reader, event->start_mark,
            _("Aliases are not supported. Quote text that begins with *"));
    case YAML_SCALAR_EVENT: return add_scalar(reader, event);
    case YAML_SEQUENCE_START_EVENT: return open_node(reader, event, YAML_LIST);
    case YAML_MAPPING_START_EVENT: return open_node(reader, event, YAML_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: reader->depth--; return true;
    case YAML_STREAM_END_EVENT: reader->done = true; return true;
    default: return true;
    }
}

static void read_events(struct yaml_reader *reader, yaml_parser_t *parser)
{
    while (!reader->done) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            if (parser->error == YAML_MEMORY_ERROR)
                mem_exhausted();
            complain(reader, parser->problem_mark,
                     parser->problem ? parser->problem
                                     : _("this is not "
                                         "valid YAML"));
            return;
        }
        bool ok = handle_event(reader, &event);
        yaml_event_delete(&event);
        if (!ok)
            return;
    }
}

struct yaml *yaml_parse(struct arena *arena, const struct yaml_text *text,
                        struct diagnostics *out)
{
    struct yaml_reader reader = {
        .arena = arena,
        .out = out,
        .first_line = text->first_line,
    };
    size_t max_bytes = text->max_bytes ? text->max_bytes : YAML_MAX_BYTES;
    if (text->n_bytes > max_bytes) {
        complain(&reader, (yaml_mark_t){0},
                 arena_printf(arena,
                              _("This is longer than the limit of %zu "
                                "bytes. Shorten it"),
                              max_bytes));
        return NULL;
    }
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        mem_exhausted();
    struct buf readable;
    buf_init(&readable);
    add_readable(&reader, text->text, text->n_bytes, &readable);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)readable.data,
                                 readable.n_bytes);
    read_events(&reader, &parser);
    yaml_parser_delete(&parser);
    buf_finish(&readable);
    return reader.root;
}

const struct yaml *yaml_get(const struct yaml *map, const char *key)
{
    if (!map || map->type != YAML_MAP)
        return NULL;
    for (const struct yaml *value = map->first; value; value = value->next)
        if (!strcmp(value->key->scalar, key))
            return value;
    return NULL;
}

/* Tells whether a text is one of the words, ignoring case as YAML 1.1 does. */
static bool is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (!ascii_casecmp(text, *words))
            return true;
    return false;
}

const char *yaml_text(const struct yaml *value)
{
    static const char *const nulls[] = {"", "~", "null", NULL};
    if (!value || value->type != YAML_SCALAR)
        return NULL;
    if (value->plain && is_one_of(value->scalar, nulls))
        return NULL;
    return value->scalar;
}

bool yaml_long(const struct yaml *value, long *number)
{
    const char *text = yaml_text(value);
    return text && number_read(text, LONG_MIN, LONG_MAX, number);
}

bool yaml_bool(const struct yaml *value, bool *boolean)
{
    static const char *const yes[] = {"true", "yes", "on", NULL};
    static const char *const no[] = {"false", "no", "off", NULL};
    const char *text = yaml_text(value);
    if (!text)
        return false;
    *boolean = is_one_of(text, yes);
    return *boolean || is_one_of(text, no);
}
