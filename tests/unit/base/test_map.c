#include "base/map.h"

#include <stdbool.h>
#include <string.h>

#include "../unit.h"

static void finds_what_was_put(void **state)
{
    (void)state;
    struct map map = {0};
    assert_null(map_find(&map, "a", 1));
    map_put(&map, "risks", 5)->number = 7;
    map_put(&map, "risk", 4)->number = 8;
    map_put(&map, "", 0)->number = 9;
    map_put(&map, "a\0b", 3)->number = 10;
    assert_int_equal(map.n, 4);
    assert_int_equal(map_find(&map, "risks", 5)->number, 7);
    assert_int_equal(map_find(&map, "risks", 4)->number, 8);
    assert_int_equal(map_find(&map, "x", 0)->number, 9);
    assert_int_equal(map_find(&map, "a\0b", 3)->number, 10);
    assert_null(map_find(&map, "a\0c", 3));
    assert_null(map_find(&map, "ris", 3));
    map_finish(&map);
    assert_null(map_find(&map, "risks", 5));
}

static void a_key_is_there_once(void **state)
{
    (void)state;
    struct map map = {0};
    char key[] = "pain";
    int value;
    struct map_entry *entry = map_put(&map, key, 4);
    assert_null(entry->pointer);
    entry->pointer = &value;
    entry->key = "pain"; /* a copy that lasts */
    memset(key, 'x', 4);
    assert_ptr_equal(map_put(&map, "pain", 4)->pointer, &value);
    assert_int_equal(map.n, 1);
    map_finish(&map);
}

enum { MANY = 5000 };

/* Every key survives each growth of the table, and iteration returns each
 * once. */
static void grows(void **state)
{
    (void)state;
    static char keys[MANY][8];
    static bool is_met[MANY];
    struct map map = {0};
    for (size_t i = 0; i < MANY; i++) {
        int n_bytes = snprintf(keys[i], sizeof keys[i], "k%zu", i);
        map_put(&map, keys[i], (size_t)n_bytes)->number = i;
        assert_true(map.capacity >= 2 * map.n);
    }
    assert_int_equal(map.n, MANY);
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(map_find(&map, keys[i], strlen(keys[i]))->number, i);
    size_t n_met = 0;
    for (struct map_entry *entry = NULL; (entry = map_next(&map, entry));) {
        assert_string_equal(entry->key, keys[entry->number]);
        assert_false(is_met[entry->number]);
        is_met[entry->number] = true;
        n_met++;
    }
    assert_int_equal(n_met, MANY);
    map_finish(&map);
}

static void an_empty_map_has_no_entry_to_walk(void **state)
{
    (void)state;
    struct map map = {0};
    assert_null(map_next(&map, NULL));
    map_put(&map, "a", 1);
    struct map_entry *entry = map_next(&map, NULL);
    assert_non_null(entry);
    assert_null(map_next(&map, entry));
    map_finish(&map);
    map_finish(&map);
}

/* Otherwise, somebody could craft a file whose keys all collide. */
static void nobody_can_predict_its_order(void **state)
{
    (void)state;
    struct map map = {0};
    uint64_t hash = map_hash("risks", 5);
    assert_true(map_put(&map, "risks", 5)->hash !=
                (uint32_t)(hash ^ hash >> 32));
    map_finish(&map);
}

/* Published values of FNV-1a, which names of files depend on. */
static void hashes_as_published(void **state)
{
    (void)state;
    assert_true(map_hash("", 0) == 0xCBF29CE484222325u);
    assert_true(map_hash("a", 1) == 0xAF63DC4C8601EC8Cu);
    assert_true(map_hash("foobar", 6) == 0x85944171F73967E8u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put),
        cmocka_unit_test(a_key_is_there_once),
        cmocka_unit_test(grows),
        cmocka_unit_test(an_empty_map_has_no_entry_to_walk),
        cmocka_unit_test(nobody_can_predict_its_order),
        cmocka_unit_test(hashes_as_published),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
