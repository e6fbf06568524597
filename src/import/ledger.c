/* What an importer did to its source on purpose. */
#include "import/ledger.h"

#include <stdlib.h>

#include "base/mem.h"
#include "import/letters.h"

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

void ledger_note(struct ledger *ledger, enum ledger_act act, const char *what,
                 const char *text, size_t n_bytes)
{
    if (!ledger)
        return;
    struct letters letters;
    letters_init(&letters);
    letters_add(&letters, text, n_bytes);
    size_t n_letters = letters.text.n_bytes;
    if (n_letters > 0) {
        ledger->entries = mem_grow(ledger->entries, ledger->n,
                                   &ledger->capacity, sizeof *ledger->entries);
        ledger->entries[ledger->n++] =
            (struct ledger_entry){.act = act,
                                  .what = what,
                                  .text = mem_strndup(text, n_bytes),
                                  .letters = buf_steal(&letters.text),
                                  .n_letters = n_letters};
    }
    letters_finish(&letters);
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
