/* Copying an address, or giving it to $BROWSER. */
#include "ui/link_items.h"

#include <string.h>

#include "ui/app.h"
#include "ui/leaf.h"
#include "ui/program.h"

void link_items_add(struct app *app, struct leaf *leaf, const char *url)
{
    const char *browser = browser_name(url);
    leaf_item(leaf);
    leaf_line(leaf, STYLE_TEXT, "Copy the address");
    if (browser && !app->options->is_secure) {
        leaf_item(leaf);
        leaf_add(leaf, STYLE_TEXT, "Open it in ");
        leaf_add(leaf, STYLE_TEXT, browser);
        leaf_end(leaf);
    }
}

void link_items_copy(struct app *app, const char *text, const char *what)
{
    struct error err;
    if (terminal_copy(&app->terminal, text, strlen(text), &err))
        app_say(app, "%s was sent to the terminal's clipboard", what);
    else
        app_warn(app, "%s", err.message);
}

void link_items_run(struct app *app, size_t item, const char *url)
{
    struct error err;
    if (item == 0)
        link_items_copy(app, url, "the address");
    else if (app_may_write(app) && !browser_run(app, url, &err))
        app_warn(app, "%s", err.message);
}
