/* Names by their first word. */
#include "check/names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/strs.h"
#include "check/wording.h"
#include "check/prose.h"
#include "library/library.h"

#define NAME_MIN 4 /* bytes: shorter ones mean other things too */

struct name {
    const char *phrase; /* as wording_at has it */
    const char *id;
    struct name *next; /* of the same first word */
};

struct names {
    struct arena arena;
    struct map by_first_word;
    size_t n;
};

/* A name as prose has its words: small letters, a space between words. Ends
 * before a bracket, a comma or a colon. */
static char *phrase_of(struct arena *arena, const char *name)
{
    char *phrase = arena_strdup(arena, name);
    size_t n = 0;
    for (const char *at = name; *at && !strchr("(,:;/", *at); at++) {
        bool space = ascii_is_space(*at);
        if (!space)
            phrase[n++] = ascii_lower(*at);
        else if (n && phrase[n - 1] != ' ')
            phrase[n++] = ' ';
    }
    while (n && phrase[n - 1] == ' ')
        n--;
    phrase[n] = '\0';
    return phrase;
}

static void add_phrase(struct names *names, const char *phrase, const char *id)
{
    size_t n_first = strcspn(phrase, " ");
    if (strlen(phrase) < NAME_MIN)
        return;
    struct map_entry *entry = map_put(&names->by_first_word, phrase, n_first);
    struct name *name = arena_alloc(&names->arena, sizeof *name);
    *name = (struct name){phrase, id, entry->pointer};
    entry->pointer = name;
    names->n++;
}

/* Adds a name and its plural. */
static void add_name(struct names *names, const char *name, const char *id)
{
    char *phrase = phrase_of(&names->arena, name);
    add_phrase(names, phrase, id);
    if (!str_ends(phrase, "s"))
        add_phrase(names, arena_printf(&names->arena, "%ss", phrase), id);
}

static void add_entry(struct names *names, const struct entry *entry)
{
    char *id = arena_strdup(&names->arena, entry->id);
    char *words = arena_strdup(&names->arena, entry->id);
    for (char *at = words; *at; at++)
        *at = *at == '-' ? ' ' : *at;
    add_name(names, words, id);
    add_name(names, entry->title, id);
    for (size_t i = 0; i < entry->n_synonyms; i++)
        add_name(names, entry->synonyms[i], id);
}

static bool is_named(const struct entry *entry)
{
    return !entry->shadowed_by && !entry->problem &&
           !strncmp(entry->lang, "en", 2) &&
           (entry->type == TYPE_MEDICINE || entry->type == TYPE_VACCINE ||
            entry->type == TYPE_PROCEDURE || entry->type == TYPE_TEST);
}

struct names *names_new(const struct library *library)
{
    struct names *names = mem_calloc(1, sizeof *names);
    arena_init(&names->arena);
    for (size_t i = 0; library && i < library->n_entries; i++)
        if (is_named(&library->entries[i]))
            add_entry(names, &library->entries[i]);
    return names;
}

void names_free(struct names *names)
{
    if (!names)
        return;
    map_finish(&names->by_first_word);
    arena_finish(&names->arena);
    free(names);
}

size_t names_count(const struct names *names)
{
    return names->n;
}

size_t names_at(const struct names *names, const struct prose *prose,
                size_t word, size_t end, const char **id)
{
    const struct prose_word *at = &prose->words[word];
    const struct map_entry *entry = map_find(
        &names->by_first_word, prose->text + at->start, at->end - at->start);
    size_t longest = 0;
    for (const struct name *name = entry ? entry->pointer : NULL; name;
         name = name->next) {
        size_t n = wording_at(prose, word, end, name->phrase);
        if (n > longest) {
            longest = n;
            *id = name->id;
        }
    }
    return longest;
}
