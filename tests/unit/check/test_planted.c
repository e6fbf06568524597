/* Articles with one fault each, and the rule that should name it; beside them
 * texts that look like the fault and are right. */
#include "check/check.h"

#include <stdio.h>
#include <string.h>

#include "../unit.h"

#define ABOUT                                                                  \
    "title: Zetraline 5\nlang: en\ntype: other\nsummary: S.\n"                 \
    "updated: 2026-11-22\nreview_due: 2028-11-22\nlicence: MIT\n"
#define ONE                                                                    \
    "{id: one, title: One, publisher: P, year: 2025, "                         \
    "url: \"https://example.org/one\"}"
#define HEAD(more) "---\n" ABOUT more "---\n\n"
#define BODY(text)                                                             \
    HEAD("sources: [" ONE "]\n")                                               \
    "Text.[^one]\n\n## More information\n\nBooks.\n\n" text "\n"
#define IN(kind, text) BODY("## A part {kind=" kind "}\n\n" text)
#define RISKS(text) IN("risks", text)
#define SOURCE(fields)                                                         \
    HEAD("sources: [{id: a, " fields "}]\n") "## Risks\n\nIt hurts.[^a]\n"
#define REVIEWERS(list)                                                        \
    HEAD("reviewers: [" list "]\nsources: [" ONE "]\n")                        \
    "Text.[^one]\n\n## More information\n\nBooks.\n"
#define EMERGENCY(text)                                                        \
    BODY("## When is it an emergency? {kind=emergency}\n\n" text)
#define BLOCK(fields, rows)                                                    \
    RISKS("```risk\n" fields                                                   \
          "population: Adults\nperiod: a year\nper: 100\nrows:\n" rows         \
          "```\n\nOf 100 people.[^one]")
#define TITLE "title: A rash\n"
#define HARM "outcome: harm\n"
#define ROW "- {label: Pill, n: 5, source: one}\n"

struct row {
    const char *code;
    bool fault; /* false: the rule should say nothing */
    const char *source;
};

static bool is_said(const struct row *row)
{
    static const struct check_context context = {.today = {2026, 11, 22}};
    struct article *article =
        article_parse(row->source, strlen(row->source), "x/zetraline.md");
    struct messages messages;
    bool said = false;
    messages_init(&messages, &article->arena);
    check_article(article, &context, &messages);
    for (size_t i = 0; i < messages.n; i++)
        said = said || !strcmp(messages.items[i].rule->code, row->code);
    messages_finish(&messages);
    article_free(article);
    return said;
}

static void assert_rows(const struct row *rows, size_t n)
{
    size_t n_wrong = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_said(&rows[i]) == rows[i].fault)
            continue;
        print_message("%s %s:\n%s\n", rows[i].code,
                      rows[i].fault ? "is silent" : "should be silent",
                      strlen(rows[i].source) > 330 ? rows[i].source + 260
                                                   : rows[i].source);
        n_wrong++;
    }
    assert_int_equal(n_wrong, 0);
}

static void numbers_without_a_source(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M023", true,
         BODY("Skip it.[^one]\n\n| Age | Dose |\n|---|---|\n"
              "| 3 years | 250 mg |\n")},
        {"M023", true, BODY("Skip it.[^one]\n\n- up to 12 tablets a day\n")},
        {"M023", true, BODY("Rest well.[^one]\n\n1. Take 4 pills.\n")},
        {"M023", true, BODY("Take two tablets at once.")},
        {"M023", true, BODY("Half of all people feel better.")},
        {"M023", true, BODY("It works within three days.")},
        {"M023", true, BODY("Most people need about six weeks off work.")},
        {"M023", false, BODY("The doses are:[^one]\n\n- up to 12 tablets\n")},
        {"M023", false,
         BODY("The table shows it.[^one]\n\n| Age | Dose |\n"
              "|---|---|\n| 3 years | 250 mg |\n")},
        {"M023", false, BODY("These are the doses.[^one]\n\n- 12 tablets\n")},
        {"M023", false, BODY("There are two kinds of pill. One is blue.")},
        {"M023", false, BODY("Take two tablets at once.[^one]")},
        {"M023", false, BODY("Cancer of stage 4 has spread.")},
        {"M023", false, BODY("The gene is on chromosome 11.")},
        {"M023", false, BODY("A part of the arm 5p is missing.")},
        {"M023", false, BODY("Zetraline 5 is a name.")},
        {"M023", true, BODY("A study of March 2012 had 54 people.")},
        {"M023", true, BODY("Take 10mg a day.")},
        {"M023", false, BODY("**Table 3**\n\nThe line is flat (Fig. 2).")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void relative_risks(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M051", true, RISKS("Your chance of a bleed is doubled.[^one]")},
        {"M051", true, RISKS("It cuts strokes by two thirds.[^one]")},
        {"M051", true, RISKS("Bleeds rise fourfold.[^one]")},
        {"M051", true, RISKS("It more than halves deaths.[^one]")},
        {"M051", true, RISKS("There is a two-fold risk of clots.[^one]")},
        {"M051", true, RISKS("Strokes fall by a third.[^one]")},
        {"M051", true, RISKS("Smoking triples the odds.[^one]")},
        {"M051", false, RISKS("Wait until the swelling has halved.")},
        {"M051", false, RISKS("Fold the sheet fourfold.")},
        {"M051", false, RISKS("It halves deaths, from 8 to 4 of 100.[^one]")},
        {"M051", false, RISKS("Drink two thirds of the cup.[^one]")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void denominators(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M052", true, RISKS("One person in fifty feels sick.[^one]")},
        {"M052", true, RISKS("1 out of 20 people feel sick.[^one]")},
        {"M052", true, RISKS("One out of every 40 has a rash.[^one]")},
        {"M052", true, RISKS("About 1 woman in 30 has it.[^one]")},
        {"M052", true, RISKS("One in every eight people has it.[^one]")},
        {"M052", false, RISKS("5 out of 100 people feel sick.[^one]")},
        {"M052", false, RISKS("Take one in the morning.[^one]")},
        {"M053", true,
         RISKS("A rash comes in 5 per 100 people and death in 3 "
               "per 10,000 people.[^one]")},
        {"M053", true, RISKS("2 out of 100 faint. 4 out of 1,000 fall.[^one]")},
        {"M053", true,
         RISKS("Of every 100 people, 3 faint, and 9 of 1,000 "
               "fall.[^one]")},
        {"M053", false,
         RISKS("5 per 100 have a rash, 3 per 100 a fever.[^one]")},
        {"M057", true, RISKS("About 5% feel sick and 0.1% die.[^one]")},
        {"M057", true, RISKS("A rash occurs in 4% of patients.[^one]")},
        {"M057", true,
         IN("side-effects", "Up to 12 percent of people "
                            "vomit.[^one]")},
        {"M057", true,
         IN("side-effects", "Headache (8%) and rash (3%).[^one]")},
        {"M057", true, RISKS("It kills 2 per cent of those who get it.[^one]")},
        {"M057", false, RISKS("About 5% (5 of 100 people) feel sick.[^one]")},
        {"M057", false,
         RISKS("Use a 5% cream. Wash off the 70% alcohol.[^one]")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void frequencies(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M054", true, RISKS("Seldom, the liver fails.[^one]")},
        {"M054", true, RISKS("Liver failure is infrequent.[^one]")},
        {"M054", true, RISKS("Fits are very unusual.[^one]")},
        {"M054", true, IN("pregnancy", "Birth defects are very rare.[^one]")},
        {"M054", true, IN("warnings", "Fits occur only rarely.[^one]")},
        {"M054", true, RISKS("Rashes are the most usual.[^one]")},
        {"M054", true, RISKS("The heart may occasionally stop.[^one]")},
        {"M054", false, RISKS("Liver failure is rare: 2 of 1,000.[^one]")},
        {"M054", false, RISKS("An unusual smell can be a sign.[^one]")},
        {"M054", false, RISKS("Frequent washing dries the skin.[^one]")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void words(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M060", false,
         BODY("It heals the cornea, the clear front of the eye.")},
        {"M060", false, BODY("**DO NOT USE IF THE SEAL IS BROKEN.**")},
        {"M060", false, BODY("There are stages IIIA and IVB.")},
        {"M060", true, BODY("It is like TMPD in most people.")},
        {"M060", true, BODY("It causes dyspnoea.")},
        {"M060", true, BODY("It may lead to hepatotoxicity.")},
        {"M060", true, BODY("It often brings malaise.")},
        {"M060", true, BODY("The test is for CYP2C9.")},
        {"M060", true, BODY("Tell them about HLA-B*57:01.")},
        {"M060", true, BODY("Your eGFR matters.")},
        {"M060", true, BODY("Take it b.d. with food.")},
        {"M060", true, BODY("Take it as one tablet t.d.s. after food.")},
        {"M060", true, BODY("Take it p.r.n. for pain.")},
        {"M060", true, BODY("You may need an SGLT2 tablet.")},
        {"M060", false, BODY("It can bring breathlessness (dyspnoea).")},
        {"M060", false, BODY("Meet at 5 p.m. or call, e.g. at noon.")},
        {"M060", false, BODY("You may get COVID-19 or need vitamin B12.")},
        {"M064", true, BODY("It is a miracle for the skin.")},
        {"M064", true, BODY("The cream has no side effects.")},
        {"M064", true, BODY("It is completely safe.")},
        {"M064", true, BODY("It is 100% effective.")},
        {"M064", true, BODY("A guaranteed cure for warts.")},
        {"M064", true, BODY("This pill is risk-free.")},
        {"M064", false, BODY("No treatment is completely safe.")},
        {"M064", false, BODY("There is no miracle pill.")},
        {"M064", false, BODY("The test is not 100% accurate.")},
        {"M064", false, BODY("Nobody can say that it has no side effects.")},
        {"M065", false, BODY("A programme called Care for the Elderly.")},
        {"M065", false, BODY("There is more death and suffering from it.")},
        {"M065", false, BODY("Alcoholics Anonymous has meetings.")},
        {"M065", true, BODY("It is used by drug addicts.")},
        {"M065", true, BODY("The obese need more.")},
        {"M065", true, BODY("It helps non-compliant patients.")},
        {"M065", true, BODY("She is suffering from diabetes.")},
        {"M065", true, BODY("People who are wheelchair-bound may sit.")},
        {"M065", true, BODY("Diabetics should eat first.")},
        {"M065", true, BODY("If someone commits suicide, call.")},
        {"M065", false, BODY("It helps people who are addicted to nicotine.")},
        {"M065", false, BODY("It can prevent relative victimisation.")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void sentences(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M062", true,
         BODY("The doctor looks at your skin and asks about the tablets that "
              "you take and the ones that you took last year and the illnesses "
              "in your family before you can have it.")},
        {"M062", true,
         BODY("- The doctor looks at your skin and asks about the tablets that "
              "you take and the ones that you took last year and the illnesses "
              "in your family before you can have it.")},
        {"M062", true,
         BODY("If the doctor who looks at your skin, which should be clean, "
              "asks about the tablets that you take, and about those that you "
              "took last year, then show her the list and the packets.")},
        {"M062", true,
         BODY("| A |\n|---|\n| The doctor looks at your skin and asks about "
              "the tablets that you take and the ones that you took last year "
              "and the illnesses in your family before you have it. |\n")},
        {"M062", true,
         BODY("> The doctor looks at your skin and asks about the tablets that "
              "you take and the ones that you took last year and the illnesses "
              "in your family before you can have it.")},
        {"M062", false,
         BODY("The doctor looks at your skin. She asks about the tablets that "
              "you take, and about the ones that you took last year.")},
        {"M063", true, BODY("Wash it. Dry it well. Put cream on.")},
        {"M063", true, BODY("It stings. It goes red. It fades soon. Rest.")},
        {"M063", true, BODY("The pain mostly goes after a day.")},
        {"M063", true,
         BODY("You may have had a stroke of late and feel weak.")},
        {"M063", true, BODY("Rashes are the most usual of the side effects.")},
        {"M063", true, BODY("Bruises that come with ease are a sign.")},
        {"M063", true, BODY("Nothing else that you take holds paracetamol.")},
        {"M063", false,
         BODY("Wash it. Dry it well with a clean cloth, then put "
              "the cream on. Rest.")},
        {"M063", false, BODY("- Wash it.\n- Dry it.\n- Rest well.\n")},
        {"M063", false, BODY("The rule still holds for most people.")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void doses(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M058", true, BODY("Take 5.0 mg a day.[^one]")},
        {"M058", true, BODY("Take .5 mg a day.[^one]")},
        {"M058", true, BODY("Inject 10 U before meals.[^one]")},
        {"M058", true, BODY("Inject 10U before meals.[^one]")},
        {"M058", true, BODY("One tablet QD for a week.[^one]")},
        {"M058", true, BODY("One tablet q.d. for a week.[^one]")},
        {"M058", true, BODY("It has 50 µg of hormone.[^one]")},
        {"M058", true, BODY("It has 50 μg of hormone.[^one]")},
        {"M058", false, BODY("Take 0.5 mg, or 5 mg, or 10 units.[^one]")},
        {"M058", false, BODY("It has 50 micrograms (mcg) of it.[^one]")},
        {"M058", false, BODY("See version 5.0 of the guide.[^one]")},
        {"M058", false, BODY("The U shape. A V.5 engine.[^one]")},
        {"M059", true, BODY("The number needed to treat is 20.[^one]")},
        {"M059", true, BODY("The NNT was 12.[^one]")},
        {"M059", true, BODY("Its number needed to harm is 50.[^one]")},
        {"M059", true, BODY("The NNH was higher.[^one]")},
        {"M059", true, BODY("A number-needed-to-treat of 30.[^one]")},
        {"M059", false, BODY("The number of tablets needed is 3.[^one]")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void sources(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M024", true, SOURCE("year: 2025")},
        {"M024", true, SOURCE("retrieved: 2026-11-01")},
        {"M024", true, SOURCE("year: 2025, publisher: WHO")},
        {"M024", true, SOURCE("year: 2025, title: Gout")},
        {"M024", true, SOURCE("year: 2025, url: \"https://example.org/\"")},
        {"M024", false, SOURCE("title: T, publisher: WHO, year: 2025")},
        {"M024", false, SOURCE("title: T, year: 2025, doi: 10.1000/x")},
        {"M025", true, SOURCE("title: T, url: \"https://example.org/\"")},
        {"M025", true, SOURCE("title: T, publisher: WHO")},
        {"M025", true, SOURCE("title: T, doi: 10.1000/x")},
        {"M025", true, SOURCE("title: T, year: 2099, publisher: WHO")},
        {"M025", true, SOURCE("title: T, year: 2027, publisher: WHO")},
        {"M025", false,
         SOURCE("title: T, publisher: W, retrieved: 2026-11-01")},
        {"M025", false, SOURCE("title: T, publisher: W, year: 2026")},
        {"M026", true, SOURCE("title: T, year: 2025, doi: \"hello world\"")},
        {"M026", true, SOURCE("title: T, year: 2025, url: \"htp:/example\"")},
        {"M026", true,
         SOURCE("title: T, year: 2025, url: \"www.example.org\"")},
        {"M026", true, SOURCE("title: T, year: 2025, doi: 11.1000/x")},
        {"M026", true,
         SOURCE("title: T, year: 2025, url: \"https://a b.org/\"")},
        {"M026", true, SOURCE("title: T, year: 2025, url: \"https://a\"")},
        {"M026", false,
         SOURCE("title: T, year: 2025, doi: 10.1136/bmj.j5058, "
                "url: \"https://bmj.com/a_(b)\"")},
        {"M026", false,
         SOURCE("title: T, year: 2025, doi: \"https://doi.org/10.1136/a\"")},
        {"M027", true, SOURCE("title: T, publisher: W, year: 2009")},
        {"M027", true, SOURCE("title: T, doi: 10.1000/x, year: 2015")},
        {"M027", true, SOURCE("title: T, publisher: W, year: 1998")},
        {"M027", true,
         HEAD("sources:\n- {id: a, title: T, publisher: W, year: "
              "2010}\n- {id: b, title: U, publisher: W, year: "
              "2001}\n") "## Risks\n\nIt hurts.[^a][^b]\n"},
        {"M027", true,
         HEAD("sources:\n- {id: a, title: T, publisher: W, year: "
              "2010}\n- " ONE "\n") "Text.[^one]\n\n"
                                    "## Risks\n\nText.[^a]\n"},
        {"M027", false, SOURCE("title: T, publisher: W, year: 2019")},
        {"M027", false,
         HEAD("sources:\n- {id: a, title: T, publisher: W, year: "
              "2010}\n- " ONE "\n") "Text.[^one]\n\n"
                                    "## Risks\n\nText.[^a][^one]\n"},
        {"M028", true,
         SOURCE("title: T, year: 2025, "
                "url: \"https://www.coursehero.com/file/1\"")},
        {"M028", true,
         SOURCE("title: T, year: 2025, "
                "url: \"https://melakarnets.com/proxy?u=x\"")},
        {"M028", true,
         SOURCE("title: T, year: 2025, "
                "url: \"https://en.wikipedia.org/wiki/Gout\"")},
        {"M028", true,
         SOURCE("title: T, year: 2025, "
                "url: \"https://www.scribd.com/doc/1\"")},
        {"M028", true,
         SOURCE("title: T, year: 2025, "
                "url: \"https://nihseniorhealth.gov/gout/a.html\"")},
        {"M028", true,
         SOURCE("title: T, year: 2025, "
                "url: \"https://www-nejm-org.ezproxy.uni.edu/a\"")},
        {"M028", false,
         SOURCE("title: T, year: 2025, secondary: \"The book is "
                "out of print\", url: "
                "\"https://www.scribd.com/doc/1\"")},
        {"M028", false,
         SOURCE("title: T, year: 2025, "
                "url: \"https://www.nhs.uk/gout\"")},
        {"M029", true,
         HEAD(
             "sources:\n- {id: a, title: T, year: 2025, doi: 10.1000/X}\n"
             "- {id: b, title: U, year: 2025, doi: 10.1000/x}\n") "[^a][^b]\n"},
        {"M029", true,
         HEAD("sources:\n- {id: a, title: T, year: 2025, url: "
              "\"https://x.org/a\"}\n- {id: b, title: T, year: 2025, url: "
              "\"http://www.x.org/a/\"}\n") "[^a][^b]\n"},
        {"M029", false,
         HEAD("sources:\n- {id: a, title: T, year: 2025, url: "
              "\"https://x.org/a\"}\n- {id: b, title: U, year: 2012, url: "
              "\"https://x.org/a\"}\n") "[^a][^b]\n"},
        {"M014", true, REVIEWERS("{name: Dr X}")},
        {"M014", true, REVIEWERS("{name: Dr X, role: doctor}")},
        {"M014", true, REVIEWERS("{name: Dr X, date: 2026-11-01}")},
        {"M014", true, REVIEWERS("Dr X")},
        {"M014", true,
         REVIEWERS("{name: A, role: nurse, date: 2026-11-01}, "
                   "{name: B, role: doctor}")},
        {"M014", false, REVIEWERS("{name: A, role: nurse, date: 2026-11-01}")},
        {"M014", false, REVIEWERS("")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void risk_blocks(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M050", true, BLOCK(TITLE, ROW)},
        {"M056", true, BLOCK(TITLE HARM, "- {label: Pill, n: 5}\n")},
        {"M056", true, BLOCK(TITLE HARM, ROW "- {label: None, n: 3}\n")},
        {"M056", true, BLOCK(HARM, ROW)},
        {"M056", true, BLOCK("title: \"\"\n" HARM, ROW)},
        {"M056", true, BLOCK(TITLE "outcome: benefit\n", ROW)},
        {"M056", false, BLOCK(TITLE HARM, ROW)},
        {"M056", false,
         BLOCK(TITLE "outcome: benefit\n",
               ROW "- {label: No pill, n: 2, source: one}\n")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void layout(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M034", true, IN("contraindications", "Do not take it with gout.")},
        {"M034", true, IN("interactions", "Do not drink wine.")},
        {"M034", true, IN("pregnancy", "Do not take it.")},
        {"M034", true, IN("warnings", "Tell a doctor about gout.")},
        {"M034", true,
         EMERGENCY("> [!EMERGENCY] Call an ambulance for a fit.")},
        {"M034", true, RISKS("It can harm the liver.")},
        {"M034", false, IN("pregnancy", "Do not take it.[^one]")},
        {"M034", false, IN("pregnancy", "### Breastfeeding\n\nNo.[^one]")},
        {"M034", false, IN("storage", "Keep it dry.")},
        {"M035", true, BODY("## Alternatives {kind=treatment}\n\nA cream.")},
        {"M035", true,
         BODY("## Other treatments {kind=treatment}\n\n- A gel\n"
              "- An operation\n")},
        {"M035", true,
         BODY("## What are the alternatives? {kind=treatment}\n\n"
              "You can also have an injection.")},
        {"M035", true, BODY("## Choices instead {kind=treatment}\n\nA cream.")},
        {"M035", true, BODY("## Are there alternatives?\n\nA cream, or rest.")},
        {"M035", false,
         BODY("## Alternatives {kind=treatment}\n\nYou can do "
              "nothing, or use a cream.")},
        {"M035", false,
         BODY("## Alternatives {kind=treatment}\n\nA cream.\n\n"
              "### If you leave it alone\n\nIt clears.")},
        {"M036", true, EMERGENCY("> [!EMERGENCY] Your lips swell.[^one]")},
        {"M036", true,
         EMERGENCY("> [!EMERGENCY]\n> - chest pain[^one]\n"
                   "> - a fit\n")},
        {"M036", true, EMERGENCY("> [!EMERGENCY] A fit is serious.[^one]")},
        {"M036", true, EMERGENCY("> [!EMERGENCY] Watch for chest pain.[^one]")},
        {"M036", true, EMERGENCY("> [!EMERGENCY] Blood loss can kill.[^one]")},
        {"M036", false,
         EMERGENCY("> [!EMERGENCY] Call your local emergency "
                   "number for:\n>\n> - a fit[^one]\n")},
        {"M036", false,
         EMERGENCY("> [!EMERGENCY] Get help at once if you "
                   "faint.[^one]")},
        {"M036", false,
         EMERGENCY("> [!EMERGENCY] Go to a hospital now if you "
                   "faint.[^one]")},
        {"M037", true,
         EMERGENCY("> [!EMERGENCY] Call for help if you "
                   "faint.[^one]\n\nOr:\n\n> [!EMERGENCY] Call "
                   "for help if you bleed.[^one]")},
        {"M037", true,
         EMERGENCY("> [!EMERGENCY] Call for help if you "
                   "faint.[^one]\n\nAlso rest.\n\n> [!URGENT] "
                   "Call a doctor for a rash.")},
        {"M037", true,
         EMERGENCY("> [!URGENT] Call a doctor today.[^one]\n\n"
                   "Do not drive.\n\n> [!WARNING] Stay awake.")},
        {"M037", true,
         BODY("> [!EMERGENCY] Call for help if you faint.\n\n"
              "## B\n\n> [!EMERGENCY] Call for help if you "
              "bleed.\n")},
        {"M037", true,
         EMERGENCY("> [!SEE-DOCTOR] For a rash.[^one]\n\nSit.\n\n"
                   "> [!EMERGENCY] Call for help at once.")},
        {"M037", false,
         EMERGENCY("> [!EMERGENCY] Call for help if you "
                   "faint.[^one]\n\n> [!URGENT] See a doctor "
                   "for a rash.\n\nThen rest.")},
        {"M038", true, EMERGENCY("> [!EMERGENCY] Call 911 for a fit.[^one]")},
        {"M038", true, EMERGENCY("> [!EMERGENCY] Dial 999 for a fit.[^one]")},
        {"M038", true, EMERGENCY("> [!EMERGENCY] Call 112 for a fit.[^one]")},
        {"M038", true, BODY("Phone 000 if you faint.")},
        {"M038", true, BODY("Ring NHS 111 if you feel unwell.")},
        {"M038", false,
         EMERGENCY("> [!EMERGENCY] Call your local emergency "
                   "number (999 in the UK).[^one]")},
        {"M038", false, BODY("A trial followed 911 people.[^one]")},
        {"M038", false,
         HEAD("origin: {publisher: \"NHS, United Kingdom\"}\n") "Call 999.\n"},
        {"M043", true, BODY("[Click here](https://example.org/) for more.")},
        {"M043", true, BODY("Read [here](https://example.org/).")},
        {"M043", true, BODY("[Read more](https://example.org/)")},
        {"M043", true, BODY("See [this page](https://example.org/).")},
        {"M043", true, BODY("[Link](https://example.org/) to the leaflet.")},
        {"M043", false, BODY("Read [the leaflet](https://example.org/).")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

static void contradictions_within(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M066", true,
         BODY("It is safe in pregnancy.\n\nDo not take it in pregnancy.")},
        {"M066", true,
         BODY("Do not take it if you are pregnant.\n\nThe tablet "
              "is safe during pregnancy.")},
        {"M066", true,
         BODY("You can take it while pregnant.\n\n- Do not use it "
              "in pregnancy.")},
        {"M066", true,
         BODY("It is safe while breastfeeding. Do not take it "
              "while breastfeeding.")},
        {"M066", true,
         BODY("It is safe for pregnant women.\n\nPregnant women "
              "should not take it.")},
        {"M066", true,
         BODY("It is safe in pregnancy.\n\nDo not take it from week 20 of "
              "pregnancy.")},
        {"M066", false,
         BODY("You can take it in the first weeks of pregnancy.\n\nDo not "
              "take it from week 20 of pregnancy.")},
        {"M066", false,
         BODY("It is not safe in pregnancy. Do not take it in "
              "pregnancy.")},
        {"M066", false,
         BODY("You can take it while breastfeeding. Do not take "
              "it in pregnancy.")},
        {"M066", false,
         BODY("Is it safe in pregnancy? Do not take it in "
              "pregnancy.")},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

#define FINNISH                                                                \
    "T\u00E4m\u00E4 seloste kertoo, mit\u00E4 valmiste on, mihin sit\u00E4 "   \
    "k\u00E4ytet\u00E4\u00E4n ja miten se otetaan, eik\u00E4 siin\u00E4 ole "  \
    "muuta. "

/* What nothing says is English need not be; what comes from elsewhere need not
 * have our sections, and is the source of its numbers. */
static void other_languages_and_publishers(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"M062", true,
         "---\ntitle: Zetraline\n---\n\nThis text says what it is, what it is "
         "for, how you take it, what it does to you, when you should not take "
         "it, and what to do if it does not help at all.\n"},
        {"M062", false,
         "---\ntitle: Zetraline\n---\n\n" FINNISH FINNISH FINNISH FINNISH
         "T\u00E4m\u00E4 on t\u00E4ss\u00E4 " FINNISH "\n"},
        {"M061", false,
         "---\ntitle: Zetraline\n---\n\n## Mik\u00E4\n\n" FINNISH FINNISH
             FINNISH FINNISH FINNISH "\n"},
        {"M031", true, "---\ntitle: Z\ntype: medicine\n---\n\nText.\n"},
        {"M031", false,
         "---\ntitle: Z\ntype: medicine\norigin: {retrieved: 2026-11-22}\n"
         "---\n\nText.\n"},
        {"M023", false,
         HEAD("origin: {url: \"https://example.org/z\"}\nsources: [" ONE
              "]\n") "It takes 5 days.\n"},
    };
    assert_rows(rows, N_ELEMENTS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_languages_and_publishers),
        cmocka_unit_test(numbers_without_a_source),
        cmocka_unit_test(relative_risks),
        cmocka_unit_test(denominators),
        cmocka_unit_test(frequencies),
        cmocka_unit_test(words),
        cmocka_unit_test(sentences),
        cmocka_unit_test(doses),
        cmocka_unit_test(sources),
        cmocka_unit_test(risk_blocks),
        cmocka_unit_test(layout),
        cmocka_unit_test(contradictions_within),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
