/* The options, and getopt_long. */
#include "cli/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "text/layout.h"

const struct option_row option_rows[OPTION_COUNT] = {
    [OPTION_WIDTH] = {"width", 'w', "COLUMNS", "wrap text at so many columns",
                      LAYOUT_CELLS_MAX},
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", "in which form to print"},
    [OPTION_COLOR] = {"color", 0, "WHEN", "auto, always or never"},
    [OPTION_LANG] = {"lang", 'l', "LANGUAGE", "prefer a language, such as vi"},
    [OPTION_LINEAR] = {"linear", 0, NULL,
                       "for screen readers: no boxes, no tables"},
    [OPTION_PRIVATE] = {"private", 'p', NULL,
                        "remember nothing (nothing is, so far)"},
    [OPTION_JSON] = {"json", 'j', NULL, "print JSON"},
    [OPTION_LIMIT] = {"limit", 'n', "N", "print at most so many results", 500},
    [OPTION_COUNTED] = {"count", 0, NULL, "print only how many there are"},
    [OPTION_EXPLAIN] = {"explain", 0, NULL, "explain ranks or codes"},
    [OPTION_AS_TYPED] = {"as-typed", 0, NULL, "correct no spelling"},
    [OPTION_TYPE] = {"type", 't', "TYPE",
                     "condition, medicine, procedure, test, vaccine, other"},
    [OPTION_REVIEWED] = {"reviewed", 0, "WHETHER",
                         "only articles that were reviewed: yes, or not: no"},
    [OPTION_FIX] = {"fix", 0, NULL, "put right what is mechanical"},
    [OPTION_HELP] = {"help", 'h', NULL, "explain the command"},
    [OPTION_VERSION] = {"version", 'V', NULL, "print the version"},
};

static bool read_number(const struct option_row *row, const char *value,
                        unsigned *number, struct error *err)
{
    char *end;
    long read = strtol(value, &end, 10);
    if (end == value || *end || read < 1 || read > row->most)
        return error_set(err, "--%s=%s: give a number from 1 to %d", row->name,
                         value, row->most);
    *number = (unsigned)read;
    return true;
}

static bool read_color(struct options *options, const char *value,
                       struct error *err)
{
    static const char *const names[] = {
        [COLOR_AUTO] = "auto",
        [COLOR_ALWAYS] = "always",
        [COLOR_NEVER] = "never",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(value, names[i])) {
            options->color = (enum color)i;
            return true;
        }
    return error_set(err, "--color=%s: give auto, always or never", value);
}

static bool read_reviewed(struct options *options, const char *value,
                          struct error *err)
{
    options->reviewed = value;
    return str_equal(value, "yes") || str_equal(value, "no") ||
           error_set(err, "--reviewed=%s: give yes or no", value);
}

static bool take(struct options *options, enum option_id id, const char *value,
                 struct error *err)
{
    const struct option_row *row = &option_rows[id];
    options->given |= 1u << id;
    switch (id) {
    case OPTION_WIDTH: return read_number(row, value, &options->cells, err);
    case OPTION_LIMIT: return read_number(row, value, &options->n_most, err);
    case OPTION_COLOR: return read_color(options, value, err);
    case OPTION_FORMAT: options->format = value; return true;
    case OPTION_LANG: options->lang = value; return true;
    case OPTION_REVIEWED: return read_reviewed(options, value, err);
    case OPTION_TYPE: options->type = value; return true;
    default: return true;
    }
}

/* getopt's own tables; long options return LONG_BASE + id. */
#define LONG_BASE 256

struct tables {
    struct option rows[OPTION_COUNT + 1];
    char letters[2 + 2 * OPTION_COUNT + 1];
};

static void make_tables(struct tables *tables, bool stop_early)
{
    char *letter = tables->letters;
    *tables = (struct tables){0};
    if (stop_early)
        *letter++ = '+';
    *letter++ = ':'; /* tell a missing value from an unknown option */
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &option_rows[i];
        tables->rows[i] = (struct option){
            .name = row->name,
            .has_arg = row->argument ? required_argument : no_argument,
            .val = LONG_BASE + i,
        };
        if (!row->letter)
            continue;
        *letter++ = row->letter;
        if (row->argument)
            *letter++ = ':';
    }
}

static enum option_id option_of(int result)
{
    if (result >= LONG_BASE)
        return (enum option_id)(result - LONG_BASE);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (option_rows[i].letter == result)
            return (enum option_id)i;
    return OPTION_COUNT;
}

/* Words for '?' and ':'. For a long option getopt leaves no letter. */
static bool complain(int result, char **argv, struct error *err)
{
    const char *word = argv[optind - 1];
    if (result == ':' && optopt >= LONG_BASE)
        return error_set(err, "--%s needs a value",
                         option_rows[optopt - LONG_BASE].name);
    if (result == ':')
        return error_set(err, "-%c needs a value", optopt);
    if (optopt >= LONG_BASE)
        return error_set(err, "--%s takes no value",
                         option_rows[optopt - LONG_BASE].name);
    if (optopt)
        return error_set(err, "no option -%c", optopt);
    return error_set(err, "no option %s", word);
}

int options_read(struct options *options, int argc, char **argv,
                 bool stop_early, struct error *err)
{
    struct tables tables;
    make_tables(&tables, stop_early);
    optind = 0; /* from the start, with a new table */
    opterr = 0;
    for (;;) {
        int result = getopt_long(argc, argv, tables.letters, tables.rows, NULL);
        if (result == -1)
            return optind;
        if (result == '?' || result == ':') {
            complain(result, argv, err);
            return -1;
        }
        if (!take(options, option_of(result), optarg, err))
            return -1;
    }
}

/* A long option by its name or an unambiguous beginning, as getopt has it;
 * NULL if there is none. */
static const struct option_row *find_long(const char *name)
{
    const struct option_row *found = NULL;
    size_t n_bytes = strcspn(name, "="), n_found = 0;
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &option_rows[i];
        if (strncmp(row->name, name, n_bytes))
            continue;
        if (!row->name[n_bytes])
            return row;
        found = row;
        n_found++;
    }
    return n_found == 1 ? found : NULL;
}

/* -n2 is one too; more than a letter that is no number is a -word. */
static const struct option_row *find_short(const char *word)
{
    enum option_id id = option_of((unsigned char)word[1]);
    if (!word[1] || id == OPTION_COUNT)
        return NULL;
    const struct option_row *row = &option_rows[id];
    bool number = row->most && !word[2 + strspn(word + 2, "0123456789")];
    return !word[2] || number ? row : NULL;
}

/* Of an argument of a query: how many arguments this option is, 0 for a word.
 */
static int n_of_option(const char *word)
{
    bool is_long = str_starts(word, "--");
    const struct option_row *row = is_long          ? find_long(word + 2)
                                   : word[0] == '-' ? find_short(word)
                                                    : NULL;
    if (!row)
        return is_long; /* for getopt to complain of */
    bool has_value = is_long ? strchr(word, '=') != NULL : word[2] != '\0';
    return row->argument && !has_value ? 2 : 1;
}

int options_part(int argc, char **argv, int *n_words)
{
    char **words = mem_calloc((size_t)argc, sizeof *words);
    int n_options = 0, i = 1;
    *n_words = 0;
    while (i < argc && !str_equal(argv[i], "--")) {
        int n = n_of_option(argv[i]);
        if (!n)
            words[(*n_words)++] = argv[i++];
        while (n-- && i < argc)
            argv[++n_options] = argv[i++];
    }
    for (i++; i < argc; i++)
        words[(*n_words)++] = argv[i] + strspn(argv[i], "-");
    memcpy(argv + 1 + n_options, words, (size_t)*n_words * sizeof *words);
    free(words);
    return n_options;
}

enum option_id options_beyond(const struct options *options, unsigned allowed)
{
    unsigned beyond = options->given & ~allowed;
    enum option_id id = 0;
    while (id < OPTION_COUNT && !(beyond & 1u << id))
        id++;
    return id;
}
