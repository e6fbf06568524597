#include "import/date_text.h"

#include <string.h>

#include "../unit.h"

static void reads_common_forms(void **state)
{
    (void)state;
    static const struct {
        const char *text, *date; /* "" for none */
    } cases[] = {
        {"2024-03-27", "2024-03-27"},
        {"March 2027 Leaflet no. 123", "2027-03"},
        {"2024-03-27T10:00:00Z", "2024-03-27"},
        {"2024-03-27 10:00:00", "2024-03-27"},
        {"2024/03/27", "2024-03-27"},
        {"2024.3.7", "2024-03-07"},
        {"27.03.2024", "2024-03-27"},
        {"7.3.2024", "2024-03-07"},
        {"27/03/2024", "2024-03-27"},
        {"03/27/2024", "2024-03-27"},
        {"03/04/2024", "2024"},
        {"04/04/2024", "2024-04-04"},
        {"20240327", "2024-03-27"},
        {"27 March 2024", "2024-03-27"},
        {"27th March 2024", "2024-03-27"},
        {"March 27, 2024", "2024-03-27"},
        {"Sept. 3, 2024", "2024-09-03"},
        {"Wed, 27 Mar 2024 10:00:00 GMT", "2024-03-27"},
        {"27 de marzo de 2024", "2024-03-27"},
        {"Fecha: Mayo 2023", "2023-05"},
        {"Mayo 2023", "2023-05"},
        {"1er août 2023", "2023-08-01"},
        {"27. März 2024", "2024-03-27"},
        {"ngày 27 tháng 3 năm 2024", "2024-03-27"},
        {"2024年3月27日", "2024-03-27"},
        {"2024-03", "2024-03"},
        {"2024", "2024"},
        {"2024-13-40", ""},
        {"31/02/2024", ""},
        {"12 tablets", ""},
        {"", ""},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct date date = {0};
        char text[11] = "";
        if (date_text_parse(cases[i].text, &date))
            date_format(&date, text);
        if (strcmp(text, cases[i].date) != 0)
            fail_msg("\"%s\" is read as \"%s\", not \"%s\"", cases[i].text,
                     text, cases[i].date);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_common_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
