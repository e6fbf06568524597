/* $VISUAL, $EDITOR or vi on a file, at a line. */
#include "ui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "ui/program.h"

static bool takes_line(const char *editor)
{
    static const char *const names[] = {
        "vi",  "vim",   "nvim", "vis", "nano", "emacs", "emacsclient",
        "kak", "micro", "joe",  "ne",  "mg",   "jed",   "ed"};
    const char *slash = strrchr(editor, '/');
    for (size_t i = 0; i < sizeof(names) / sizeof *names; i++)
        if (strcmp(slash ? slash + 1 : editor, names[i]) == 0)
            return true;
    return false;
}

/* A variable that holds only blanks names no program: alone, the file would be
 * one. */
static void add_editor(struct strs *words)
{
    const char *const names[] = {getenv("VISUAL"), getenv("EDITOR"), "vi"};
    for (size_t i = 0; i < sizeof(names) / sizeof *names && !words->n; i++)
        if (names[i])
            program_words(names[i], words);
}

void editor_words(const char *path, unsigned line, struct strs *words)
{
    struct buf at;
    buf_init(&at);
    add_editor(words);
    buf_printf(&at, "+%u", line);
    if (line > 1 && takes_line(words->items[0]))
        strs_add(words, at.data);
    /* A name that looks like an option is none with a folder before it. */
    buf_clear(&at);
    buf_printf(&at, "%s%s", path[0] == '-' ? "./" : "", path);
    strs_add(words, at.data);
    buf_finish(&at);
}

bool editor_run(struct app *app, const char *path, unsigned line,
                struct error *err)
{
    struct strs words;
    strs_init(&words);
    editor_words(path, line, &words);
    bool done = program_run(app, &words, NULL, 0, err);
    strs_finish(&words);
    return done;
}
