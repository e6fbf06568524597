/* Reads the settings, one table row each. Errors have line and column. */
#include "ui/config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "data/yaml.h"
#include "ui/config_keys.h"

struct config_reader {
    struct config *config;
    struct keymap *keymap;
    const struct yaml *value;
    struct diagnostic at; /* where value stands */
};

static void set_theme(struct config_reader *in)
{
    const char *name = yaml_text(in->value);
    const struct theme *theme = name ? theme_find(name) : NULL;
    if (theme)
        in->config->theme = theme;
    else
        diagnostics_add(
            &in->config->problems, in->at,
            _("Unknown theme \"%s\". Themes are default, light, dark, "
              "high-contrast and mono"),
            name ? name : "");
}

static void set_background(struct config_reader *in)
{
    const char *name = yaml_text(in->value);
    if (name && strcmp(name, "dark") == 0)
        in->config->ground = GROUND_DARK;
    else if (name && strcmp(name, "light") == 0)
        in->config->ground = GROUND_LIGHT;
    else
        diagnostics_add(&in->config->problems, in->at,
                        _("background must be dark or light"));
}

static void set_color(struct config_reader *in, const struct yaml *one)
{
    struct error err;
    bool is_line = in->value->type == YAML_MAP && one->key;
    const char *part = is_line ? one->key->scalar : NULL;
    const char *value = yaml_text(one);
    if (!part || !value)
        error_set(&err, _("colors must be a list of \"part: colour\" lines, "
                          "such as \"accent: 33\""));
    else if (theme_colors_set(&in->config->colors, part, value, &err))
        return;
    diagnostics_add(&in->config->problems, config_place(one), "%s",
                    err.message);
}

static void set_colors(struct config_reader *in)
{
    if (in->value->type != YAML_MAP)
        set_color(in, in->value);
    else
        for (const struct yaml *one = in->value->first; one; one = one->next)
            set_color(in, one);
}

static void set_width(struct config_reader *in)
{
    long width;
    if (yaml_long(in->value, &width) && width >= CONFIG_WIDTH_MIN &&
        width <= CONFIG_WIDTH_MAX)
        in->config->width = (unsigned)width;
    else
        diagnostics_add(&in->config->problems, in->at,
                        _("width must be a number of columns from %d to %d"),
                        CONFIG_WIDTH_MIN, CONFIG_WIDTH_MAX);
}

static void set_bool(struct config_reader *in, bool *setting)
{
    if (!yaml_bool(in->value, setting))
        diagnostics_add(&in->config->problems, in->at,
                        _("%s must be yes or "
                          "no"),
                        in->value->key->scalar);
}

static void set_mouse(struct config_reader *in)
{
    set_bool(in, &in->config->mouse);
}

static void set_linear(struct config_reader *in)
{
    set_bool(in, &in->config->linear);
}

static void set_private(struct config_reader *in)
{
    set_bool(in, &in->config->is_private);
}

static void set_searches(struct config_reader *in)
{
    set_bool(in, &in->config->keeps_searches);
}

static void set_start(struct config_reader *in)
{
    const char *name = yaml_text(in->value);
    if (name && (!strcmp(name, "list") || !strcmp(name, "prompt")))
        in->config->starts_in_list = !strcmp(name, "list");
    else
        diagnostics_add(&in->config->problems, in->at,
                        _("start must be prompt or list"));
}

const char *config_sort(const char *name)
{
    static const char *const sorts[] = {"title", "newest", "type"};
    for (size_t i = 0; i < sizeof(sorts) / sizeof *sorts; i++)
        if (strcmp(sorts[i], name) == 0)
            return sorts[i];
    return NULL;
}

static void set_sort(struct config_reader *in)
{
    const char *name = yaml_text(in->value);
    const char *sort = name ? config_sort(name) : NULL;
    if (sort)
        in->config->sort = sort;
    else
        diagnostics_add(&in->config->problems, in->at,
                        _("sort must be title, newest or type"));
}

struct diagnostic config_place(const struct yaml *value)
{
    return (struct diagnostic){
        .severity = SEVERITY_ERROR,
        .line = value->line,
        .column = value->column,
        .code = "config",
    };
}

static void set_keys(struct config_reader *in)
{
    config_keys_read(in->value, in->keymap, &in->config->problems);
}

static const struct {
    const char *name;
    void (*set)(struct config_reader *in);
} settings[] = {
    {"theme", set_theme},     {"background", set_background},
    {"colors", set_colors},   {"width", set_width},
    {"mouse", set_mouse},     {"linear", set_linear},
    {"private", set_private}, {"sort", set_sort},
    {"start", set_start},     {"searches", set_searches},
    {"keys", set_keys},
};

static void set_one(struct config_reader *in, const char *name)
{
    for (size_t i = 0; i < sizeof(settings) / sizeof *settings; i++)
        if (strcmp(settings[i].name, name) == 0) {
            settings[i].set(in);
            return;
        }
    in->at = config_place(in->value->key);
    diagnostics_add(&in->config->problems, in->at,
                    _("Unknown setting \"%s\". Settings are theme, "
                      "background, colors, width, mouse, linear, private, "
                      "searches, sort, start and keys"),
                    name);
}

void config_init(struct config *config)
{
    struct error err;
    *config = (struct config){
        .width = CONFIG_WIDTH,
        .ground = theme_ground_of(getenv("COLORFGBG")),
    };
    arena_init(&config->arena);
    diagnostics_init(&config->problems, &config->arena);
    char *path = paths_in(PATHS_CONFIG, "config.yaml", &err);
    if (path)
        config->path = arena_printf(&config->arena, "%s", path);
    free(path);
}

void config_finish(struct config *config)
{
    diagnostics_finish(&config->problems);
    arena_finish(&config->arena);
}

void config_parse(struct config *config, struct keymap *keymap,
                  const char *text, size_t n_bytes)
{
    const struct yaml *root = yaml_parse(
        &config->arena, &(struct yaml_text){text, n_bytes, .first_line = 1},
        &config->problems);
    size_t n_broken = config->problems.n;
    if (!root)
        return;
    if (root->type != YAML_MAP) {
        diagnostics_add(&config->problems, config_place(root),
                        _("Write settings as lines such as \"theme: dark\""));
        return;
    }
    for (const struct yaml *value = root->first; value; value = value->next) {
        struct config_reader in = {config, keymap, value, config_place(value)};
        if (value->key && value->key->scalar)
            set_one(&in, value->key->scalar);
    }
    if (n_broken) /* errors that follow from broken YAML say nothing new */
        config->problems.n = n_broken;
    diagnostics_sort(&config->problems);
}

void config_load(struct config *config, struct keymap *keymap)
{
    struct buf text;
    struct error err = {0};
    if (!config->path || (access(config->path, F_OK) < 0 && errno == ENOENT))
        return;
    buf_init(&text);
    if (file_read(config->path, YAML_MAX_BYTES, &text, NULL, &err))
        config_parse(config, keymap, text.data, text.n_bytes);
    else
        diagnostics_add(
            &config->problems,
            (struct diagnostic){.severity = SEVERITY_ERROR, .code = "config"},
            "%s", err.message);
    buf_finish(&text);
}
