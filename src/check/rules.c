/* The table of rules: codes, names, and the pages that explain them. */
#include "check/rule.h"

#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"

#define ERROR SEVERITY_ERROR
#define WARNING SEVERITY_WARNING

const struct rule check_rules[] = {
    {
        .code = "M001",
        .name = "yaml",
        .severity = ERROR,
        .summary = N_("The YAML of front matter or of a risk block is broken."),
        .why =
            N_("What comes after the mistake cannot be read. A colon followed "
               "by a space, a # or a leading [ { & * ! need quotes."),
        .wrong = "title: Warfarin: a blood thinner",
        .right = "title: \"Warfarin: a blood thinner\"",
    },
    {
        .code = "M002",
        .name = "front-matter",
        .severity = ERROR,
        .summary = N_("A field of the front matter has the wrong form."),
        .why = N_("Each field has a form: a text, a date, a list, one of a few "
                  "words. What is wrong is left out; a field that is not known "
                  "is left out too. medfaq-article(5) lists them. --fix writes "
                  "dates and words in their form where only one is meant."),
        .wrong = "updated: 22 November 2026",
        .right = "updated: 2026-11-22",
    },
    {
        .code = "M003",
        .name = "front-matter-missing",
        .severity = WARNING,
        .summary = N_("The article has no front matter."),
        .why = N_("Without it a reader cannot see how old the text is, who "
                  "wrote it and where it comes from. medfaq new writes one."),
        .wrong = "# Gout",
        .right = "---\ntitle: Gout\ntype: condition\n---",
        .run = rule_front_matter,
    },
    {
        .code = "M004",
        .name = "title-missing",
        .severity = ERROR,
        .summary = N_("The front matter has no title."),
        .why = N_("The library lists articles by their titles."),
        .wrong = "---\ntype: condition\n---",
        .right = "---\ntitle: Gout\ntype: condition\n---",
        .run = rule_title,
    },
    {
        .code = "M005",
        .name = "type-missing",
        .severity = WARNING,
        .summary = N_("The front matter has no type."),
        .why = N_("The type (condition, medicine, procedure, test, vaccine, "
                  "other) decides which sections an article needs."),
        .wrong = "title: Gout",
        .right = "title: Gout\ntype: condition",
        .run = rule_type,
    },
    {
        .code = "M006",
        .name = "summary-missing",
        .severity = WARNING,
        .summary = N_("The front matter has no summary."),
        .why = N_("One plain sentence helps a reader to choose from a list."),
        .wrong = "title: Gout",
        .right = "title: Gout\nsummary: A joint disease that comes in attacks.",
        .run = rule_summary,
    },
    {
        .code = "M007",
        .name = "licence-missing",
        .severity = WARNING,
        .summary = N_("The front matter has no licence."),
        .why = N_("Nobody may translate, print or share a text without one."),
        .wrong = "title: Gout",
        .right = "title: Gout\nlicence: CC-BY-4.0",
        .run = rule_licence,
    },
    {
        .code = "M010",
        .name = "updated-missing",
        .severity = WARNING,
        .summary = N_("The front matter has no date of the last change."),
        .why = N_("Medical advice ages. The reader shows how old a text is."),
        .wrong = "title: Gout",
        .right = "title: Gout\nupdated: 2026-11-22",
        .run = rule_updated,
    },
    {
        .code = "M011",
        .name = "review-due-missing",
        .severity = WARNING,
        .summary = N_("No date is set for looking at the article again."),
        .why =
            N_("Two years are usual; less where research is fast. An imported "
               "article needs none: its publisher looks after it."),
        .wrong = "updated: 2026-11-22",
        .right = "updated: 2026-11-22\nreview_due: 2028-11-22",
        .run = rule_review_due,
    },
    {
        .code = "M012",
        .name = "stale",
        .severity = WARNING,
        .summary = N_("The article should have been looked at again."),
        .why = N_("The date in review_due has passed. Look whether guidelines "
                  "and figures still hold, then change updated and review_due. "
                  "Do not change the dates alone."),
        .wrong = "review_due: 2020-01-01",
        .right = "updated: 2026-11-22\nreview_due: 2028-11-22",
        .run = rule_stale,
    },
    {
        .code = "M013",
        .name = "date-order",
        .severity = ERROR,
        .summary = N_("Dates contradict each other, or nobody did the review."),
        .why = N_("updated, reviewed and the dates of sources lie in the past, "
                  "review_due after updated; a date of review needs a reviewer "
                  "with a name."),
        .wrong = "reviewers: []\nreviewed: 2026-11-22",
        .right = "reviewers: [{name: A. Nguyen, role: dermatologist}]\n"
                 "reviewed: 2026-11-22",
        .run = rule_date_order,
    },
    {
        .code = "M020",
        .name = "sources-missing",
        .severity = WARNING,
        .summary = N_("The article names no sources."),
        .why = N_("A reader must be able to see where a statement comes from: "
                  "guidelines, regulators and systematic reviews first."),
        .wrong = "title: Gout",
        .right = "sources:\n  - {id: nice2022, title: Gout, publisher: NICE, "
                 "year: 2022, url: ...}",
        .run = rule_sources,
    },
    {
        .code = "M021",
        .name = "citation-dead",
        .severity = ERROR,
        .summary = N_("A citation points to no source."),
        .why =
            N_("[^id] and the source of a risk row must be the id of a source "
               "in the front matter, or a note [^id]: in the text. It is "
               "never put right by --fix: only the author knows what was "
               "meant."),
        .wrong = "Most get well.[^nice2021]",
        .right = "Most get well.[^nice2022]",
        .run = rule_citations,
    },
    {
        .code = "M022",
        .name = "source-uncited",
        .severity = WARNING,
        .summary = N_("Nothing cites a source."),
        .why =
            N_("A source that no statement cites only looks like evidence. A "
               "row of a risk block cites its source like a sentence does."),
        .wrong = "sources: [{id: nice2022, title: Gout}]",
        .right = "Attacks last one to two weeks.[^nice2022]",
        .run = rule_uncited_sources,
    },
    {
        .code = "M023",
        .name = "number-uncited",
        .severity = WARNING,
        .summary = N_("A number has no citation."),
        .why =
            N_("Readers act on numbers. One is cited in its sentence, later "
               "in its paragraph, list item or table row, or in the paragraph "
               "that leads to the list or table. Numbers to call need none. "
               "Without a source, leave the number out."),
        .wrong = "The skin heals within 7 days.",
        .right = "The skin heals within 7 days.[^chu2021]",
        .run = rule_uncited_numbers,
    },
    {
        .code = "M030",
        .name = "kind-unknown",
        .severity = ERROR,
        .summary = N_("There is no such kind of section."),
        .why = N_("medfaq kinds lists them. --fix takes the only one that is "
                  "spelled nearly so."),
        .wrong = "## Dangers {kind=riks}",
        .right = "## Dangers {kind=risks}",
        .run = rule_kinds,
    },
    {
        .code = "M031",
        .name = "section-missing",
        .severity = WARNING,
        .summary =
            N_("A section is missing that an article of its type needs."),
        .why =
            N_("A reader goes straight to contraindications or to emergency "
               "advice and must find them. A heading of any level or an alert "
               "of the kind is enough; {kind=...} helps where a heading is "
               "not recognised. Where nothing is known, say so there. "
               "Treatment stands for alternatives as well, doing nothing "
               "among them."),
        .wrong = "(a procedure without risks)",
        .right = "## What are the risks?",
        .run = rule_sections,
    },
    {
        .code = "M032",
        .name = "heading-repeated",
        .severity = WARNING,
        .summary = N_("Two headings are the same."),
        .why = N_("In an outline nobody can tell them apart, and links to the "
                  "second one break when the first one goes."),
        .wrong = "## Risks\n...\n## Risks",
        .right = "## Risks of the peel\n...\n## Risks of the numbing cream",
        .run = rule_headings,
    },
    {
        .code = "M033",
        .name = "section-empty",
        .severity = WARNING,
        .summary = N_("A section has neither text nor subsections."),
        .why = N_("A heading \"Risks\" with nothing below reads as \"there are "
                  "none\". The reader and show say that nothing is written "
                  "there. Write what is known; where nothing is known, write "
                  "that; or take the heading out."),
        .wrong = "## What are the risks?\n\n## When to get help",
        .right = "## What are the risks?\n\nNobody has studied this yet.",
        .run = rule_empty_sections,
    },
    {
        .code = "M040",
        .name = "related-dead",
        .severity = ERROR,
        .summary = N_("A related article is not there."),
        .why = N_("related lists ids: file names without .md."),
        .wrong = "related: [chemical-peal]",
        .right = "related: [chemical-peel]",
        .run = rule_related,
    },
    {
        .code = "M041",
        .name = "link-dead",
        .severity = ERROR,
        .summary = N_("A link leads to no article, or to no part of it."),
        .why = N_(
            "A link names a file beside this one or an id of the library; "
            "what follows # is an anchor, the slug of a heading, or a kind."),
        .wrong = "[peels](chemical-peal.md#risk)",
        .right = "[peels](chemical-peel.md#risks)",
        .run = rule_article_links,
    },
    {
        .code = "M042",
        .name = "anchor-dead",
        .severity = ERROR,
        .summary = N_("A link within the article leads nowhere."),
        .why = N_(
            "What follows # is an anchor, the slug of a heading, or a kind."),
        .wrong = "see [the risks](#danger)",
        .right = "see [the risks](#risks)",
        .run = rule_anchors,
    },
    {
        .code = "M050",
        .name = "risk",
        .severity = ERROR,
        .summary = N_("A risk block lacks something or is wrong."),
        .why =
            N_("A number means nothing without who was counted and over what "
               "time: population and period are needed, per is 100, 1000, "
               "10000 or 100000, and n a whole number."),
        .wrong = "per: 100\nrows: [{label: Infection, n: 0.5}]",
        .right = "population: 2,000 adults in one clinic\nperiod: 30 days\n"
                 "per: 1000\nrows: [{label: Infection, n: 5, source: x2020}]",
    },
    {
        .code = "M051",
        .name = "relative-risk",
        .severity = WARNING,
        .summary = N_("A relative risk stands without its baseline."),
        .why =
            N_("\"Twice the risk\" is 2 of 100,000 or 40 of 100: people take "
               "it for large (doi 10.1186/1472-6947-13-S2-S7). Say from how "
               "many to how many, in the same paragraph or in a risk block of "
               "the section. English only."),
        .wrong = "It cuts the risk by 50%.",
        .right = "Of 1,000 people, 2 get it with the vaccine and 4 without.",
        .run = rule_relative_risk,
    },
    {
        .code = "M052",
        .name = "one-in-x",
        .severity = WARNING,
        .summary = N_("\"1 in X\" stands alone."),
        .why =
            N_("People take 1 in 20 for less than 1 in 200, because 20 is "
               "less (doi 10.1186/1472-6947-13-S2-S7). Give so many of 100, "
               "1,000, 10,000 or 100,000; then \"1 in X\" may stand beside it. "
               "English only."),
        .wrong = "About 1 in 200 get an infection.",
        .right = "About 5 of 1,000 people get an infection.",
        .run = rule_one_in,
    },
    {
        .code = "M053",
        .name = "denominators-mixed",
        .severity = WARNING,
        .summary = N_("One section counts people out of different numbers."),
        .why =
            N_("People compare 3 of 100 with 9 of 1,000 by the 3 and the 9. "
               "Use one denominator in a section; risk blocks of a section "
               "have the same per. Counts of people in studies (22 of 36) are "
               "not meant."),
        .wrong = "3 of 100 have a headache, 9 of 1,000 a rash.",
        .right = "30 of 1,000 have a headache, 9 of 1,000 a rash.",
        .run = rule_denominators,
    },
    {
        .code = "M054",
        .name = "frequency-verbal",
        .severity = WARNING,
        .summary = N_("A word such as rare or common stands without a number."),
        .why = N_("Among risks and side effects people read far too much into "
                  "such words (PMC4153005). Give the number in the same "
                  "paragraph or a risk block in the section, or say that no "
                  "figure is known. English only."),
        .wrong = "Infection is rare.",
        .right = "Infection is rare: 2 of 1,000 people had one.",
        .run = rule_verbal_frequency,
    },
    {
        .code = "M055",
        .name = "risk-title-repeated",
        .severity = WARNING,
        .summary = N_("Two risk blocks have the same title."),
        .why =
            N_("Two pictures of the same thing with other numbers contradict "
               "each other until a reader finds what is different, which is "
               "said below the numbers. Say it in the titles."),
        .wrong = "title: Catching flu\n...\ntitle: Catching flu",
        .right = "title: Catching flu after the age of 65\n...\n"
                 "title: Catching flu as a healthy adult",
        .run = rule_risk_titles,
    },
    {
        .code = "M060",
        .name = "jargon",
        .severity = WARNING,
        .summary =
            N_("A word of the trade or an abbreviation is not explained."),
        .why =
            N_("Explain it where it first stands (in brackets, or with "
               "\"called\", \"means\", \"which is\"), add it to glossary.yaml, "
               "where K in the reader finds it, or use a plain word. English "
               "only."),
        .wrong = "It can cause oedema.",
        .right = "It can cause swelling (oedema).",
        .run = rule_jargon,
    },
    {
        .code = "M061",
        .name = "reading-grade",
        .severity = WARNING,
        .summary = N_("A section asks for more than eight years of school."),
        .why =
            N_("Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word "
               "- 15.59 (Kincaid and others, Navy Research Branch Report "
               "8-75, 1975). SMOG: 1.0430 times the root of words of three "
               "and more syllables in 30 sentences + 3.1291 (McLaughlin, "
               "Journal of Reading 12, 1969); it expects that all is "
               "understood and gives higher grades. Headings, and items that "
               "are no sentences, do not count; numbers are words of one "
               "syllable. A grade is a warning light, no measure of how good "
               "a text is. English only."),
        .wrong = "Administration necessitates consideration of comorbidity.",
        .right = "Tell the doctor which other illnesses you have.",
        .run = rule_reading,
    },
    {
        .code = "M090",
        .name = "hostile",
        .severity = WARNING,
        .summary = N_("The Markdown is too deep or strange to be formatted."),
        .why = N_("Some input takes a parser minutes, so it is shown as plain "
                  "text. Take out the deep nesting, or the runs of brackets."),
        .wrong = "> > > > > > ... (a hundred deep)",
        .right = "> A quote.",
    },
    {
        .code = "M091",
        .name = "utf8",
        .severity = ERROR,
        .summary = N_("Some bytes are no UTF-8."),
        .why =
            N_("Readers see a question mark in the place of a letter. The file "
               "may be in Windows-1252 or another encoding: iconv -f "
               "WINDOWS-1252 -t UTF-8 turns it into UTF-8."),
        .wrong = "caf<E9>",
        .right = "caf<C3><A9>",
        .run = rule_bytes,
    },
    {
        .code = "M092",
        .name = "control-character",
        .severity = ERROR,
        .summary = N_("A control character stands in the text."),
        .why =
            N_("NUL, escape and their like come in by copying, or to do harm: "
               "a terminal obeys them. The reader shows them as ^@ or ^[. An "
               "entity (&#27;) or an escape (\\e in quotes) makes one as "
               "well."),
        .wrong = "dose: 5 mg^[[31m",
        .right = "dose: 5 mg",
        .run = rule_controls,
    },
    {
        .code = "M093",
        .name = "bidi-control",
        .severity = WARNING,
        .summary = N_("An invisible character turns the direction of text."),
        .why = N_("With U+202E and its like a text reads otherwise than it is "
                  "written: \"5.0\" can look like \"0.5\". The reader does not "
                  "obey them and shows <U+202E>. Hebrew and Arabic need none."),
        .wrong = "take <U+202E>0.5 mg",
        .right = "take 5.0 mg",
        .run = rule_bidi,
    },
    {0},
};

const struct rule *check_rule_find(const char *word)
{
    const struct rule *rule = check_rules;
    while (rule->code && ascii_casecmp(rule->code, word) &&
           ascii_casecmp(rule->name, word))
        rule++;
    return rule->code ? rule : NULL;
}
