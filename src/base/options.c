/* Reads options as getopt_long does: long names may be abbreviated, letters
 * combined, and values attached or not. getopt itself cannot take "-word" as a
 * word, which a search needs. */
#include "base/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "base/strs.h"

#define NONE (-1)

void options_init(struct options *options, const struct option_row *rows)
{
    *options = (struct options){.rows = rows};
}

/* The arguments being read. Words are moved to the front. */
struct argument_list {
    struct options *options;
    char **items;
    int n, next, n_words;
    struct error *err;
};

static bool is_choice(const struct option_row *row, const char *value)
{
    for (const char *const *choice = row->choices; *choice; choice++)
        if (str_equal(*choice, value))
            return true;
    return false;
}

/* Appends "auto, always or never". */
static void add_choices(const struct option_row *row, struct buf *out)
{
    for (const char *const *choice = row->choices; *choice; choice++)
        buf_printf(out, "%s%s",
                   choice == row->choices ? ""
                   : choice[1]            ? ", "
                                          : _(" or "),
                   *choice);
}

static bool fail_with_choices(const struct option_row *row, const char *value,
                              struct error *err)
{
    struct buf choices;
    buf_init(&choices);
    add_choices(row, &choices);
    error_set(err, _("--%s=%s: use %s"), row->name, value, choices.data);
    buf_finish(&choices);
    return false;
}

static bool set_value(struct options *options, int i, const char *value,
                      struct error *err)
{
    const struct option_row *row = &options->rows[i];
    if (value && row->choices && !is_choice(row, value))
        return fail_with_choices(row, value, err);
    long number;
    if (value && row->max && !number_read(value, 1, row->max, &number))
        return error_set(err, _("--%s=%s: use a number from 1 to %u"),
                         row->name, value, row->max);
    options->given |= 1u << i;
    options->values[i] = value;
    return true;
}

/* Finds an option by its name or an unambiguous prefix of it; returns NONE if
 * there is none. */
static int find_long(const struct option_row *rows, const char *name,
                     size_t n_bytes)
{
    int found = NONE, n_found = 0;
    for (int i = 0; rows[i].name; i++) {
        if (strncmp(rows[i].name, name, n_bytes) != 0)
            continue;
        if (!rows[i].name[n_bytes])
            return i;
        found = i;
        n_found++;
    }
    return n_found == 1 ? found : NONE;
}

static int find_letter(const struct option_row *rows, char letter)
{
    for (int i = 0; letter && rows[i].name; i++)
        if (rows[i].letter == letter)
            return i;
    return NONE;
}

/* Reads "--name", "--name=value" or "--name value". */
static bool read_long(struct argument_list *list, const char *word)
{
    const char *equals = strchr(word, '=');
    size_t n_bytes = equals ? (size_t)(equals - word) : strlen(word);
    int i = find_long(list->options->rows, word + 2, n_bytes - 2);
    if (i == NONE)
        return error_set(list->err, _("unknown option %s"), word);
    const struct option_row *row = &list->options->rows[i];
    if (!row->argument && equals)
        return error_set(list->err, _("--%s takes no value"), row->name);
    if (!row->argument || equals)
        return set_value(list->options, i, equals ? equals + 1 : NULL,
                         list->err);
    if (list->next == list->n)
        return error_set(list->err, _("--%s needs a value"), row->name);
    return set_value(list->options, i, list->items[list->next++], list->err);
}

/* Reads "-abc", "-wVALUE" or "-w VALUE". */
static bool read_letters(struct argument_list *list, const char *word)
{
    for (const char *letter = word + 1; *letter; letter++) {
        int i = find_letter(list->options->rows, *letter);
        if (i == NONE)
            return error_set(list->err, _("unknown option -%c"), *letter);
        const char *value = NULL;
        if (list->options->rows[i].argument) {
            if (!letter[1] && list->next == list->n)
                return error_set(list->err, _("-%c needs a value"), *letter);
            value = letter[1] ? letter + 1 : list->items[list->next++];
        }
        if (!set_value(list->options, i, value, list->err))
            return false;
        if (value)
            break;
    }
    return true;
}

/* Tells whether an argument that begins with a hyphen is a word to exclude.
 * Only a single letter, perhaps with a number, is an option: -n2, but not
 * -nausea. */
static bool is_exclusion(const struct option_row *rows, const char *word)
{
    int i = find_letter(rows, word[1]);
    if (word[1] == '-')
        return false;
    if (i == NONE)
        return true;
    return word[2] &&
           !(rows[i].max && !word[2 + strspn(word + 2, "0123456789")]);
}

static bool is_word(const struct argument_list *list, const char *word,
                    enum options_style style)
{
    return word[0] != '-' || !word[1] ||
           (style == OPTIONS_OR_EXCLUSIONS &&
            is_exclusion(list->options->rows, word));
}

/* Takes the rest of the arguments as words. */
static void take_rest(struct argument_list *list, bool without_hyphens)
{
    while (list->next < list->n) {
        char *word = list->items[list->next++];
        list->items[list->n_words++] =
            word + (without_hyphens ? strspn(word, "-") : 0);
    }
}

int options_read(struct options *options, char **arguments, int n,
                 enum options_style style, struct error *err)
{
    struct argument_list list = {options, arguments, n, 0, 0, err};
    while (list.next < n) {
        char *word = arguments[list.next++];
        if (is_word(&list, word, style)) {
            arguments[list.n_words++] = word;
            if (style == OPTIONS_FIRST)
                take_rest(&list, false);
        } else if (str_equal(word, "--")) {
            options->ended |= !list.n_words;
            take_rest(&list, style == OPTIONS_OR_EXCLUSIONS);
        } else if (!(word[1] == '-' ? read_long(&list, word)
                                    : read_letters(&list, word))) {
            return -1;
        }
    }
    return list.n_words;
}

unsigned options_number(const struct options *options, int i)
{
    const char *value = options->values[i];
    return value ? (unsigned)strtoul(value, NULL, 10) : 0;
}

int options_beyond(const struct options *options, unsigned allowed)
{
    unsigned not_allowed = options->given & ~allowed;
    for (int i = 0; options->rows[i].name; i++)
        if (not_allowed & 1u << i)
            return i;
    return NONE;
}

void options_add_help(const struct option_row *rows, unsigned set,
                      const char *const *helps, struct buf *out)
{
    for (int i = 0; rows[i].name; i++) {
        const struct option_row *row = &rows[i];
        char letter[8] = "    ", name[40];
        if (!(set & 1u << i))
            continue;
        if (row->letter)
            snprintf(letter, sizeof letter, "-%c, ", row->letter);
        snprintf(name, sizeof name, "--%s%s%s", row->name,
                 row->argument ? "=" : "", row->argument ? row->argument : "");
        buf_printf(out, "  %s%-18s %s\n", letter, name,
                   _(helps && helps[i] ? helps[i] : row->help));
    }
}

void options_add_paragraph(const char *text, int indent, size_t width,
                           struct buf *out)
{
    width = width > (size_t)indent + 20 ? width - (size_t)indent : 20;
    while (*text) {
        size_t n = strlen(text);
        if (n > width) {
            n = width;
            while (n > 0 && text[n] != ' ')
                n--;
            if (!n)
                n = strcspn(text, " ");
        }
        buf_printf(out, "%*s%.*s\n", indent, "", (int)n, text);
        text += n;
        text += strspn(text, " ");
    }
}
