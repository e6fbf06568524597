/* "e": the editor, after a question where the article is not the user's own. */
#include "ui/edit.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/strs.h"
#include "ui/app.h"
#include "ui/program.h"

/* Links are followed: what counts is where the file lies. */
bool edit_must_ask(const char *path)
{
    struct error err;
    char *folder = paths_in(PATHS_DATA, "articles", &err);
    char *own = folder ? file_real_path(folder) : NULL;
    char *file = file_real_path(path);
    size_t n = own ? strlen(own) : 0;
    bool is_own = own && file && !strncmp(file, own, n) && file[n] == '/';
    free(folder);
    free(own);
    free(file);
    return !is_own;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void edit_ask(struct view *view, const struct prompt_ops *ops,
              const char *title)
{
    struct strs words;
    struct buf question;
    strs_init(&words);
    buf_init(&question);
    editor_words("", 1, &words);
    buf_printf(&question, _("Change the file of \"%s\" in %s? (y/n) "), title,
               base_name(words.items[0]));
    prompt_ask(&view->prompt, ops, question.data);
    buf_finish(&question);
    strs_finish(&words);
}

bool edit_is_yes(const char *text)
{
    return !strcmp(text, "y") || !strcmp(text, "Y");
}

void edit_run(struct app *app, const char *path, unsigned line)
{
    struct error err;
    if (!editor_run(app, path, line, &err))
        app_warn(app, "%s", err.message);
}
