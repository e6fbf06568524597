#include "import/url.h"

#include <stdlib.h>
#include <string.h>

#include "../unit.h"
#include "import/language.h"

/* ---- a path of a site ---- */

static const struct {
    const char *site, *path, *url; /* NULL: none */
} paths[] = {
    {"https://a.example", "wax.html", "https://a.example/wax.html"},
    {"http://a.example/x/", "b/wax.html", "http://a.example/x/b/wax.html"},
    {"en.a.example", "Wax", "https://en.a.example/Wax"},
    {"https://a.example/ears/", "a.example/nose/", "https://a.example/nose/"},
    {"https://a.example/?q=1#x", "b", "https://a.example/b"},
    {"https://a.example", "/b", "https://a.example/b"},
    {"https://a.example", "50% off?", "https://a.example/50%25%20off%3F"},
    {"https://a.example", "ö", "https://a.example/%C3%B6"},
    {"https://a.example", "../b", NULL},
    {"https://a.example", "b/..", NULL},
    {"https://a.example", "b/./c", NULL},
    {"https://a.example", "..b", "https://a.example/..b"},
    {"javascript:alert(1).x", "b", NULL},
    {"a.example\nx", "b", NULL},
    {"https://me@a.example", "b", NULL},
    {"Ear Trust", "b", NULL},
    {"file:///etc", "passwd", NULL},
    {"", "b", NULL},
};

static void a_path_becomes_an_address(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ELEMENTS(paths); i++) {
        char *url = url_of_path(paths[i].site, paths[i].path);
        if (!url != !paths[i].url || (url && strcmp(url, paths[i].url)))
            fail_msg("%s, %s: %s", paths[i].site, paths[i].path,
                     url ? url : "none");
        free(url);
    }
}

/* ---- languages ---- */

static void codes_become_tags(void **state)
{
    (void)state;
    static const struct {
        const char *code, *tag;
    } cases[] = {{"eng", "en"}, {"ger", "de"}, {"deu", "de"},
                 {"FR", "fr"},  {"zh", "zh"},  {"eng,fra", NULL},
                 {"", NULL},    {"xx", NULL},  {NULL, NULL}};
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const char *tag = language_tag(cases[i].code);
        if (!tag != !cases[i].tag || (tag && strcmp(tag, cases[i].tag)))
            fail_msg("%s: %s", cases[i].code, tag ? tag : "none");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_becomes_an_address),
        cmocka_unit_test(codes_become_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
