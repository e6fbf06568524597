#include "import/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "convert.h"
#include "import/language.h"
#include "import/xml.h"

static void assert_body(const char *text, const char *expected)
{
    struct given given;
    given_init(&given);
    assert_true(convert_text(&given, "text", "dir/x.txt", text));
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given), expected);
    given_finish(&given);
}

static void finds_structure(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"One line, which is a text.", "One line, which is a text.\n\n"},
        {"Acne\n\nSpots on the face.\n", "Spots on the face.\n\n"},
        {"Wrapped text goes on\non the next line.\n\nAnother.\n",
         "Wrapped text goes on on the next line.\n\nAnother.\n\n"},
        {"Intro here.\n\nWhat is it?\n\nA thing.\n",
         "Intro here.\n\n## What is it?\n\nA thing.\n\n"},
        {"Intro here.\n\nSigns\n=====\nPain and\nmore pain.\n",
         "Intro here.\n\n## Signs\n\nPain and more pain.\n\n"},
        {"Intro here.\n\n# Signs\n\nPain.\n",
         "Intro here.\n\n## Signs\n\nPain.\n\n"},
        {"Intro here.\n\nSigns of gout\n\nPain in the big toe, at night.\n",
         "Intro here.\n\n## Signs of gout\n\nPain in the big toe, at "
         "night.\n\n"},
        /* lines that stand alone: what they say makes them headings */
        {"Ears hurt.\n\nWhen to call 999\n\nChest pain\n\nSwollen lips\n\nWhen "
         "to "
         "get help\n\nIt hurts.\n",
         "Ears hurt.\n\n## When to call 999\n\nChest pain\n\nSwollen "
         "lips\n\n## "
         "When to get help\n\nIt hurts.\n\n"},
        {"Ears hurt.\n\nWhen to call 999\n\nchest pain\n\nblue lips\n",
         "Ears hurt.\n\n## When to call 999\n\nchest pain\n\nblue lips\n\n"},
        {"Ears hurt.\n\nSide effects:\n\n- itching\n",
         "Ears hurt.\n\n## Side effects\n\n- itching\n\n"},
        {"Ears hurt.\n\nYou may get some of these side effects:\n\n- itching\n",
         "Ears hurt.\n\nYou may get some of these side effects:\n\n- "
         "itching\n\n"},
        /* and those that a sentence goes over stay in it */
        {"It hurts.\n\nAsk the nurse, who knows all of this well, to tell "
         "you\n\nWhen "
         "to "
         "call 999\n\nThe number is short.\n",
         "It hurts.\n\nAsk the nurse, who knows all of this well, to tell "
         "you\n\nWhen "
         "to "
         "call 999\n\nThe number is short.\n\n"},
        {"Ears hurt,\n\nPregnancy\n\nOr no pregnancy, and so on.\n",
         "Ears hurt,\n\nPregnancy\n\nOr no pregnancy, and so on.\n\n"},
        {"Ears hurt.\n\nSide effects\n\nare rare in all of these.\n",
         "Ears hurt.\n\nSide effects\n\nare rare in all of these.\n\n"},
        {"Ears hurt.\n\nCall us\n\n01234\n\nWhen to get help\n\nIt hurts.\n",
         "Ears hurt.\n\nCall us\n\n01234\n\n## When to get help\n\nIt "
         "hurts.\n\n"},
        {"These:\n\n • one\n • two\n   goes on\n\nEnd.\n",
         "These:\n\n- one\n- two goes on\n\nEnd.\n\n"},
        {"These:\n- one\n\n- two\n* three",
         "These:\n\n- one\n- two\n- three\n\n"},
        {"Ring us for:\n□ a fit\n✓ blue lips\n\uF0D8 black stools\n○ a lump\n",
         "Ring us for:\n\n- a fit\n- blue lips\n- black stools\n- a lump\n\n"},
        {"Keep:\no dry\no cool\n", "Keep:\n\n- dry\n- cool\n\n"},
        {"• salt\no\tnot much\n", "- salt\n- not much\n\n"},
        /* "or" of Spanish, "about" of Polish */
        {"No tome el jarabe con alcohol\no lejos de las comidas.\n",
         "No tome el jarabe con alcohol o lejos de las comidas.\n\n"},
        {"No tome:\n• ibuprofeno\no aspirina\n",
         "No tome:\n\n- ibuprofeno o aspirina\n\n"},
        {"Steps:\n1. Wash.\n2. Dry.\n", "Steps:\n\n1. Wash.\n2. Dry.\n\n"},
        /* questions and answers whose marks come in turn */
        {"Facts about peels\n\nQ: Are they safe?\nA: Mostly yes.\n\nMore.\n\n"
         "Q: Do they\nhurt?\n\nA: A little.\n",
         "## Are they safe?\n\nMostly yes.\n\nMore.\n\n## Do they hurt?\n\nA "
         "little.\n\n"},
        {"Q1. Safe?\nA1. Yes.\n", "## Safe?\n\nYes.\n\n"},
        {"Hỏi: Có đau không?\nTrả lời: Ít.\n", "## Có đau không?\n\nÍt.\n\n"},
        {"A: Mostly yes.\nB: No.\nC: Well.\n",
         "A: Mostly yes. B: No. C: Well.\n\n"},
        {"It costs 5 *.\n\n#hash and <b>\n", "It costs 5 \\*.\n\n\\#hash and "
                                             "\\<b>\n\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++)
        assert_body(cases[i].text, cases[i].expected);
}

static void sets_contraindications_apart(void **state)
{
    (void)state;
    assert_body("A text about lasers.\n\nWhat are the risks?\n\nBurns.\n\n"
                "Some people are not candidates, such as those with:\n"
                "- acne\n- keloids\n\nAsk a doctor.\n\n"
                "How much does it cost?\n\nA lot.\n",
                "A text about lasers.\n\n## What are the risks?\n\nBurns.\n\n"
                "Ask a doctor.\n\n## Who should not have it\n\n"
                "Some people are not candidates, such as those with:\n\n"
                "- acne\n- keloids\n\n## How much does it cost?\n\nA lot.\n\n");
    /* not clear enough: it stays where it is */
    assert_body("A text about lasers.\n\nWhat are the risks?\n\n"
                "Side effects include:\n- burns\n",
                "A text about lasers.\n\n## What are the risks?\n\n"
                "Side effects include:\n\n- burns\n\n");
}

static void drops_furniture_of_boards(void **state)
{
    (void)state;
    assert_body("Board rules apply\nGout and what helps\nmary\nNew member\n"
                "Joined\n1/2/20\nMessages\n14\n#1\nIt hurts a lot.\n\nReply\n"
                "john\nSenior member\nMessages\n1,204\n#2\nDrink water.\nTop\n",
                "mary\n\nIt hurts a lot.\n\n## john\n\nDrink water.\n\n");
    /* labels with their figures, dates, buttons side by side */
    assert_body(
        "The board\nHome Forums\nSore ear\nann\nMember\nJoined: Jan "
        "2018\nFeb 6, 2025 #1\nOil helps.\n\nLike Reply\nbo\nNew member\n"
        "Feb 7, 2025 #2\nNo.\n",
        "ann, Feb 6, 2025\n\nOil helps.\n\n## bo, Feb 7, 2025\n\nNo.\n\n");
    assert_body(
        "Sore ear\nPost by ann » Thu Feb 06, 2025 8:01 am\n\nOil helps.\n\n"
        "ann\nPosts: 12\nTop\n\nRe: Sore ear\nPost by bo » Fri Feb 07, "
        "2025 9:01 am\n\nNo.\n",
        "Post by ann » Thu Feb 06, 2025 8:01 am\n\nOil helps.\n\n## Post by bo "
        "» Fri Feb 07, 2025 9:01 am\n\nNo.\n\n");
    /* numbers below the posts */
    assert_body(
        "The board\nNumb toe after a cast\nDiscussion in 'Feet' started "
        "by ann, May 5, 2023.\nann\nNew member\nJoined\n2/2/23\n"
        "Messages\n3\nIt has been numb since May.\nann, May 5, 2023\n"
        "#1\nbo\nMember\nMessages\n7\nGo to hospital.\n"
        "bo, May 6, 2023\n#2\n",
        "ann\n\nIt has been numb since May. ann, May 5, 2023\n\n"
        "## bo\n\nGo to hospital. bo, May 6, 2023\n\n");
    /* the same words in a text that is no board's */
    assert_body("A text about pain.\n\nTop\n\nMember of a family.\n",
                "A text about pain.\n\n## Top\n\nMember of a family.\n\n");
}

static void drops_ends_of_pages(void **state)
{
    (void)state;
    assert_body("Grommets explained\n\nA small tube.\n\n  Page 1 of 2\n\f"
                "Grommets explained\n\nWHEN TO CALL\nCall if it bleeds.\n\n"
                "Take page 3 along.\n- 2 -\n",
                "A small tube.\n\n## WHEN TO CALL\n\nCall if it bleeds.\n\n"
                "Take page 3 along.\n\n");
    /* A range that goes on in the next line. */
    assert_body("Doses\n\nAdults take\n5 -\n10 ml a day.\n",
                "Adults take 5 - 10 ml a day.\n\n");
}

static void guesses_languages(void **state)
{
    (void)state;
    static const struct {
        const char *text, *lang;
    } cases[] = {
        {"The pain is in the toe and that is not good for the foot.", "en"},
        {"El dolor es una señal de que los pies no están bien.", "es"},
        {"La douleur est dans le pied et elle ne part pas avec une crème.",
         "fr"},
        {"Der Schmerz ist im Fuß und geht nicht mit der Salbe weg.", "de"},
        {"Đau là một dấu hiệu của bệnh và không được bỏ qua.", "vi"},
        {"痛风是一种关节炎。", "zh"},
        {"A dor no pé não é boa e os comprimidos são para adultos.", "pt"},
        {"Il dolore è nel piede e non passa con la crema della farmacia.",
         "it"},
        {"De pijn zit in de voet en het gaat niet over met een zalf.", "nl"},
        {"Smärtan sitter i foten och det är inte bra att gå på den.", "sv"},
        {"Smerten sidder i foden, og det er ikke godt at gå på den, hvis du "
         "er syg.",
         "da"},
        {"Kipu on jalassa, ja se ei ole hyvä, jos olet sairas tai kun sinun "
         "pitää kävellä.",
         "fi"},
        {"Ból jest w stopie i nie jest dobrze, jeśli się na niej stoi.", "pl"},
        {"Ο πόνος είναι στο πόδι και δεν είναι καλό να περπατάτε με την "
         "κρέμα.",
         "el"},
        {"Боль в ноге, и это не проходит, если вы не лежите.", "ru"},
        {"足の痛みは痛風のサインです。", "ja"},
        {"통풍은 관절염입니다.", "ko"},
        {"โรคเกาต์เป็นโรคข้อ", "th"},
        {"lorem ipsum dolor", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const char *lang = language_guess(cases[i].text, strlen(cases[i].text));
        if (cases[i].lang)
            assert_string_equal(lang, cases[i].lang);
        else
            assert_null(lang);
    }
}

static void reads_other_encodings(void **state)
{
    (void)state;
    static const char utf16[] = "\xFF\xFEO\0n\0 \0\x61\0.\0";
    struct given given;
    given_init(&given);
    struct document document = {
        .name = "x.txt", .data = utf16, .n_bytes = sizeof utf16 - 1};
    assert_true(text_recognise(&document));
    struct document binary = {.name = "x.txt", .data = "a\0b\1", .n_bytes = 4};
    assert_false(text_recognise(&binary));
    struct document readme = {
        .name = "a.zip: x/README.txt", .data = "Text.", .n_bytes = 5};
    assert_false(text_recognise(&readme));
    given_finish(&given);
    assert_body("caf\xE9 au lait.", "café au lait.\n\n");
}

/* ---- nothing is lost: the post of the corpus ---- */

static void keeps_the_post(void **state)
{
    (void)state;
    const char *path = corpus_path("forum/microneedling.txt");
    struct given given;
    given_init(&given);
    assert_true(convert_file(&given, "text", path));
    struct buf file, expected, got;
    buf_init(&file), buf_init(&expected), buf_init(&got);
    assert_true(file_read(path, 0, &file, NULL, NULL));
    /* Board and title are around the post; one paragraph with its list comes
     * after the last, set apart. */
    char *start = strstr(file.data, "#1\n"), *end = strstr(start, "Đối tác");
    char *apart = strstr(start, "Finally, some people");
    char *last = strstr(start, "Seeing a dermatologist");
    assert_true(start && end && apart && last);
    *end = '\0';
    char *moved = strndup(apart, (size_t)(last - apart));
    memmove(apart, last, strlen(last) + 1);
    add_words(start + 3, &expected);
    add_words(moved, &expected);
    add_article_words(last_file(&given), &got);
    assert_holds_words(&expected, &got, 5, path);
    const char *words = last_file(&given);
    assert_non_null(strstr(words, "title: What is microneedling? Benefits"));
    assert_non_null(strstr(words, "  - microneedling\n"));
    assert_null(strstr(words, "leanhchien"));
    free(moved);

    struct article *article = article_parse(words, strlen(words), "x.md");
    static const enum kind kinds[] = {KIND_BENEFITS, KIND_RISKS,
                                      KIND_CONTRAINDICATIONS};
    assert_int_equal(article->n_sections, N_ELEMENTS(kinds));
    for (size_t i = 0; i < N_ELEMENTS(kinds); i++)
        assert_int_equal(article->sections[i].kind, kinds[i]);
    article_free(article);
    buf_finish(&file), buf_finish(&expected), buf_finish(&got);
    given_finish(&given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_structure),
        cmocka_unit_test(sets_contraindications_apart),
        cmocka_unit_test(drops_furniture_of_boards),
        cmocka_unit_test(drops_ends_of_pages),
        cmocka_unit_test(guesses_languages),
        cmocka_unit_test(reads_other_encodings),
        cmocka_unit_test(keeps_the_post),
    };
    size_t n = tests_with("forum", N_ELEMENTS(tests), 1);
    return _cmocka_run_group_tests("text", tests, n, NULL, NULL);
}
