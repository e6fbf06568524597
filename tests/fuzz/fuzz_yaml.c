/* YAML: any bytes give a tree within its limits, or none. */
#include <string.h>

#include "base/utf8.h"
#include "data/yaml.h"
#include "fuzz.h"

static void require_sound(const struct yaml *value, unsigned depth)
{
    REQUIRE(depth <= YAML_MAX_DEPTH + 1);
    REQUIRE(value->line > 0);
    if (value->type == YAML_SCALAR) {
        REQUIRE(strlen(value->scalar) == value->n_bytes);
        REQUIRE(utf8_valid_prefix(value->scalar, value->n_bytes) ==
                value->n_bytes);
    }
    size_t n_children = 0;
    for (const struct yaml *child = value->first; child; child = child->next) {
        REQUIRE((value->type == YAML_MAP) == (child->key != NULL));
        require_sound(child, depth + 1);
        n_children++;
    }
    REQUIRE(n_children == value->n_children);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct arena arena;
    struct diagnostics out;
    arena_init(&arena);
    diagnostics_init(&out, &arena);
    const struct yaml *tree = yaml_parse(
        &arena,
        &(struct yaml_text){(const char *)data, n_bytes, .first_line = 1},
        &out);
    if (tree) {
        long number;
        bool truth;
        require_sound(tree, 0);
        const struct yaml *value = yaml_get(tree, "a");
        yaml_text(value);
        yaml_long(value, &number);
        yaml_bool(value, &truth);
    }
    diagnostics_finish(&out);
    arena_finish(&arena);
    return 0;
}
