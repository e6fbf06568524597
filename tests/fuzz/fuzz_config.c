/* Configurations: any bytes are one, with a message for what is wrong in it,
 * and no key is lost or means two things. */
#include "fuzz.h"
#include "ui/config.h"
#include "ui/key.h"

static void require_keys(const struct keymap *keymap)
{
    REQUIRE(keymap->n <= KEYMAP_MAX);
    for (size_t i = 0; i < keymap->n; i++) {
        const struct binding *binding = &keymap->bindings[i];
        struct buf name;
        REQUIRE(binding->action > ACTION_NONE &&
                binding->action < ACTION_COUNT);
        buf_init(&name);
        key_add_name(binding->key, true, &name);
        REQUIRE(name.n_bytes > 0);
        buf_finish(&name);
        for (unsigned where = 1; where & IN_ALL; where <<= 1)
            if (binding->where & where)
                REQUIRE(keymap_find(keymap, binding->key, where) ==
                        binding->action);
    }
}

/* Whatever is bound, a reader can leave, and find out how. */
static void require_a_way_out(const struct keymap *keymap)
{
    REQUIRE(keymap_n_keys(keymap, ACTION_QUIT) > 0 ||
            keymap_n_keys(keymap, ACTION_CLOSE) > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n_bytes)
{
    struct config config;
    struct keymap keymap;
    config_init(&config);
    keymap_init(&keymap);
    config_parse(&config, &keymap, (const char *)data, n_bytes);
    require_keys(&keymap);
    require_a_way_out(&keymap);
    REQUIRE(config.width >= CONFIG_WIDTH_MIN &&
            config.width <= CONFIG_WIDTH_MAX);
    REQUIRE(!config.sort || config_sort(config.sort));
    for (size_t i = 0; i < config.problems.n; i++) {
        REQUIRE(*config.problems.items[i].text);
        REQUIRE(config.problems.items[i].line > 0);
    }
    config_finish(&config);
    return 0;
}
