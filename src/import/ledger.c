/* Records what an importer changed in its source on purpose. */
#include "import/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void ledger_init(struct ledger *ledger)
{
    *ledger = (struct ledger){0};
}

void ledger_truncate(struct ledger *ledger, size_t n)
{
    while (ledger && ledger->n > n) {
        struct ledger_entry *last = &ledger->entries[--ledger->n];
        free(last->text);
        free(last->letters);
        free(last->signs.items);
    }
}

void ledger_clear(struct ledger *ledger)
{
    ledger_truncate(ledger, 0);
}

void ledger_finish(struct ledger *ledger)
{
    ledger_clear(ledger);
    free(ledger->entries);
}

/* Takes the text, and the letters out of their struct. */
static void add_entry(struct ledger *ledger, enum ledger_act act,
                      const char *what, char *text, struct letters *letters)
{
    size_t n_letters = letters->text.n_bytes;
    ledger->entries = mem_grow(ledger->entries, ledger->n, &ledger->capacity,
                               sizeof *ledger->entries);
    ledger->entries[ledger->n++] =
        (struct ledger_entry){.act = act,
                              .what = what,
                              .text = text,
                              .n_letters = n_letters,
                              .letters = buf_steal(&letters->text),
                              .signs = letters->signs};
    letters->signs = (struct letters_signs){0};
}

void ledger_note(struct ledger *ledger, enum ledger_act act, const char *what,
                 const char *text, size_t n_bytes)
{
    if (!ledger)
        return;
    struct letters letters;
    letters_init(&letters);
    letters_add(&letters, text, n_bytes);
    if (letters.text.n_bytes > 0)
        add_entry(ledger, act, what, mem_strndup(text, n_bytes), &letters);
    letters_finish(&letters);
}

void ledger_note_letters(struct ledger *ledger, enum ledger_act act,
                         const char *what, struct letters *letters)
{
    if (!ledger || letters->text.n_bytes == 0)
        return;
    struct buf text;
    buf_init(&text);
    letters_quote(letters, 0, letters->n_words, &text);
    add_entry(ledger, act, what, buf_steal(&text), letters);
}

const char *ledger_act_name(enum ledger_act act)
{
    static const char *const names[LEDGER_COUNT] = {
        [LEDGER_LEFT_OUT] = "left out", [LEDGER_STATED] = "stated",
        [LEDGER_MOVED] = "moved",       [LEDGER_ADDED] = "added",
        [LEDGER_REPEATED] = "repeated",
    };
    return names[act];
}

/* Appends words, with one space between them. */
static void add_words(struct buf *out, const char *text)
{
    while (*(text += strspn(text, " \t\r\n\f"))) {
        size_t n = strcspn(text, " \t\r\n\f");
        if (out->n_bytes > 0)
            buf_add_char(out, ' ');
        buf_add_n(out, text, n);
        text += n;
    }
}

/* Tells of the entries from first on that are of one rule; returns the next
 * one. */
static size_t tell_rule(const struct ledger *ledger, size_t first,
                        const struct ledger_listener *listener)
{
    const struct ledger_entry *rule = &ledger->entries[first];
    struct buf done, text;
    buf_init(&done);
    buf_init(&text);
    buf_printf(&done, "%s (%s)", ledger_act_name(rule->act), rule->what);
    size_t i = first;
    for (; i < ledger->n && ledger->entries[i].act == rule->act &&
           strcmp(ledger->entries[i].what, rule->what) == 0;
         i++)
        add_words(&text, ledger->entries[i].text);
    listener->tell(listener->user, listener->name, done.data, text.data);
    buf_finish(&text);
    buf_finish(&done);
    return i;
}

void ledger_tell(const struct ledger *ledger,
                 const struct ledger_listener *listener)
{
    for (size_t i = 0; i < ledger->n;)
        i = tell_rule(ledger, i, listener);
}
