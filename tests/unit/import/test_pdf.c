#include "import/pdf.h"

#include <string.h>

#include "base/file.h"
#include "convert.h"
#include "import/xml.h"

/* ---- a PDF by hand ---- */

struct sample_line {
    unsigned page; /* from 0 */
    int x, y;      /* from the bottom left */
    char font;     /* 'r', 'b' (bold), 't' (a title's), 's' (small), 'u' (turned
                      upwards) */
    const char *text;
};

static void begin_object(struct buf *pdf, size_t *offsets, unsigned number)
{
    offsets[number] = pdf->n_bytes;
    buf_printf(pdf, "%u 0 obj\n", number);
}

static void add_page(struct buf *pdf, size_t *offsets, unsigned page,
                     const struct sample_line *lines, size_t n)
{
    struct buf content;
    buf_init(&content);
    for (size_t i = 0; i < n; i++)
        if (lines[i].page == page)
            buf_printf(&content, "BT /%s %d Tf %s %d %d Tm (%s) Tj ET\n",
                       strchr("bt", lines[i].font) ? "B" : "R",
                       lines[i].font == 's'   ? 7
                       : lines[i].font == 't' ? 16
                                              : 11,
                       lines[i].font == 'u' ? "0 1 -1 0" : "1 0 0 1",
                       lines[i].x, lines[i].y, lines[i].text);
    begin_object(pdf, offsets, 5 + 2 * page);
    buf_printf(pdf,
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
               "/Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents %u 0 "
               "R >>\nendobj\n",
               6 + 2 * page);
    begin_object(pdf, offsets, 6 + 2 * page);
    buf_printf(pdf, "<< /Length %zu >>\nstream\n%sendstream\nendobj\n",
               content.n_bytes, content.data);
    buf_finish(&content);
}

static void add_font(struct buf *pdf, size_t *offsets, unsigned number,
                     const char *name)
{
    begin_object(pdf, offsets, number);
    buf_printf(pdf,
               "<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding "
               "/WinAnsiEncoding >>\nendobj\n",
               name);
}

/* Appends a PDF of up to 8 pages; more is put into its trailer. */
static void write_pdf(struct buf *pdf, const struct sample_line *lines,
                      size_t n, const char *more)
{
    size_t offsets[32] = {0};
    unsigned n_pages = lines[n - 1].page + 1, n_objects = 5 + 2 * n_pages;
    buf_add(pdf, "%PDF-1.4\n");
    begin_object(pdf, offsets, 1);
    buf_add(pdf, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    begin_object(pdf, offsets, 2);
    buf_printf(pdf, "<< /Type /Pages /Count %u /Kids [", n_pages);
    for (unsigned i = 0; i < n_pages; i++)
        buf_printf(pdf, "%u 0 R ", 5 + 2 * i);
    buf_add(pdf, "] >>\nendobj\n");
    add_font(pdf, offsets, 3, "Helvetica");
    add_font(pdf, offsets, 4, "Helvetica-Bold");
    for (unsigned i = 0; i < n_pages; i++)
        add_page(pdf, offsets, i, lines, n);
    size_t start = pdf->n_bytes;
    buf_printf(pdf, "xref\n0 %u\n0000000000 65535 f \n", n_objects);
    for (unsigned i = 1; i < n_objects; i++)
        buf_printf(pdf, "%010zu 00000 n \n", offsets[i]);
    buf_printf(pdf,
               "trailer\n<< /Size %u /Root 1 0 R %s>>\nstartxref\n%zu\n"
               "%%%%EOF\n",
               n_objects, more, start);
}

static bool convert_lines(struct given *given, const struct sample_line *lines,
                          size_t n, const char *more)
{
    struct buf pdf;
    buf_init(&pdf);
    write_pdf(&pdf, lines, n, more);
    bool good = convert_text(given, "pdf", "zorvex.pdf", pdf.data);
    buf_finish(&pdf);
    return good;
}

/* ---- leaflets ---- */

static const struct sample_line leaflet[] = {
    {0, 60, 820, 'r', "Zorvex 5 mg - leaflet 17"},
    {0, 160, 780, 'b', "Package leaflet: Information for the patient"},
    {0, 200, 766, 'b', "Zorvex 5 mg tablets"},
    {0, 60, 730, 'b', "What is in this leaflet"},
    {0, 60, 716, 'r', "1. What Zorvex is"},
    {0, 60, 702, 'r', "2. What you need to know before you take Zorvex"},
    {0, 60, 660, 'b', "1."},
    {0, 90, 660, 'b', "What Zorvex is"},
    {0, 60, 640, 'r', "Zorvex holds vitamin D"},
    {0, 172, 638, 's', "3"},
    {0, 176, 640, 'r',
     " and is made for people whose ears make a great deal of"},
    {0, 60, 626, 'r', "wax each day of the year."},
    {0, 60, 590, 'b', "2."},
    {0, 90, 590, 'b', "What you need to know before you take Zorvex, at any"},
    {0, 90, 576, 'b', "time"},
    {0, 60, 548, 'b', "Do not take Zorvex:"},
    {0, 60, 534, 'r', "\\225"},
    {0, 80, 534, 'r', "if you are aller-"},
    {0, 80, 520, 'r', "gic to it"},
    {0, 60, 506, 'r', "-"},
    {0, 80, 506, 'r',
     "if you have ever had a rash, red spots on the skin or "
     "swelling of the face"},
    {0, 260, 40, 'r', "Page 1 of 2"},
    {1, 60, 820, 'r', "Zorvex 5 mg - leaflet 17"},
    {1, 80, 790, 'r', "or of the throat."},
    {1, 60, 760, 'b', "Warnings and precautions"},
    {1, 60, 740, 'r',
     "Ask your doctor, if you are breast-feeding, and ask a "
     "nurse about breast-"},
    {1, 60, 726, 'r', "feeding and work."},
    {1, 260, 40, 'r', "Page 2 of 2"},
};

static void reads_leaflets(void **state)
{
    (void)state;
    struct given given;
    given_init(&given);
    if (!convert_lines(&given, leaflet, N_ELEMENTS(leaflet), ""))
        fail_msg("%s", given.err.message);
    if (given.n_failed > 0)
        fail_msg("%s", given.reason);
    assert_int_equal(given.n_articles, 1);
    assert_non_null(strstr(last_file(&given), "title: Zorvex 5 mg tablets\n"));
    assert_non_null(strstr(last_file(&given), "\ntype: medicine\n"));
    assert_string_equal(
        last_body(&given),
        "Package leaflet: Information for the patient\n\n"
        "## What is in this leaflet\n\n1\\. What Zorvex is\n\n2\\. What you "
        "need to know before you take Zorvex\n\n## 1. What Zorvex is "
        "{kind=uses}\n\nZorvex holds vitamin D₃ and is made for people whose "
        "ears make a great deal of wax each day of the year.\n\n## 2. What "
        "you need to know before you take Zorvex, at any time\n\n### Do not "
        "take Zorvex:\n\n- if you are allergic to it\n- if you have ever had "
        "a rash, red spots on the skin or swelling of the face or of the "
        "throat.\n\n### Warnings and precautions\n\nAsk your doctor, if you "
        "are breast-feeding, and "
        "ask a nurse about breast-feeding and work.\n");
    given_finish(&given);
}

/* Running text in columns is read column by column; what stands above both
 * comes first. */
static void reads_columns(void **state)
{
    (void)state;
    struct sample_line lines[2 * 14 + 2];
    char texts[28][64];
    size_t n = 0;
    for (int i = 0; i < 14; i++)
        for (int side = 0; side < 2; side++) {
            snprintf(texts[n], sizeof texts[n], "%s words in row number %d go",
                     side ? "Right" : "left", i);
            lines[n] = (struct sample_line){0, side ? 320 : 60, 700 - 14 * i,
                                            'r', texts[n]};
            n++;
        }
    lines[n++] = (struct sample_line){
        0, 60, 760, 'b', "A heading that stands above both of the columns"};
    struct given given;
    given_init(&given);
    if (!convert_lines(&given, lines, n, ""))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    const char *body = last_body(&given);
    const char *last_left = strstr(body, "left words in row number 13");
    const char *first_right = strstr(body, "Right words in row number 0");
    assert_non_null(last_left);
    assert_non_null(first_right);
    assert_true(last_left < first_right);
    assert_null(strstr(last_left, "left words in row number 0"));
    given_finish(&given);
}

static void assert_article(const struct sample_line *lines, size_t n,
                           const char *title, const char *body)
{
    struct given given;
    given_init(&given);
    if (!convert_lines(&given, lines, n, ""))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    if (!strstr(last_file(&given), title))
        fail_msg("no \"%s\" in %s", title, last_file(&given));
    assert_string_equal(last_body(&given), body);
    given_finish(&given);
}

/* Few rows: headings tell columns from tables. */
static void reads_short_columns(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 800, 't', "Ear drops"},
        {0, 60, 770, 'b', "Do not use the drops if"},
        {0, 60, 755, 'r', "- your eardrum has a hole"},
        {0, 60, 741, 'r', "- you are allergic to it"},
        {0, 60, 715, 'b', "When to get any help"},
        {0, 60, 701, 'r', "Call 999 if lips swell."},
        {0, 320, 770, 'b', "What else they may do"},
        {0, 320, 755, 'r', "Very common, in more than"},
        {0, 320, 741, 'r', "1 in 10 people: dizziness."},
        {0, 320, 715, 'b', "How to store the drops"},
        {0, 320, 701, 'r', "Below 25 C, out of reach."},
    };
    assert_article(
        lines, N_ELEMENTS(lines), "title: Ear drops\n",
        "## Do not use the drops if\n\n- your eardrum has a hole\n- "
        "you are allergic to it\n\n## When to get any help\n\nCall "
        "999 if lips swell.\n\n## What else they may do\n\nVery "
        "common, in more than 1 in 10 people: dizziness.\n\n## How to "
        "store the drops\n\nBelow 25 C, out of reach.\n");
}

/* A warning in bold is no part of the heading that comes next, the largest
 * heading is the title, and a range goes over the end of a row. */
static void keeps_warnings_apart(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 800, 't', "Ear drops"},
        {0, 60, 770, 'b', "Uses"},
        {0, 60, 755, 'r', "They soften wax."},
        {0, 60, 730, 'b', "Stop and call 999 if your lips swell."},
        {0, 60, 704, 'b', "Can I use them when"},
        {0, 60, 690, 'b', "I am pregnant?"},
        {0, 60, 676, 'r', "Ask first."},
        {0, 60, 650, 'b', "Dose"},
        {0, 60, 636, 'r', "Take 2-"},
        {0, 60, 622, 'r', "3 drops."},
    };
    assert_article(lines, N_ELEMENTS(lines), "title: Ear drops\n",
                   "## Uses\n\nThey soften wax.\n\n**Stop and call 999 if your "
                   "lips swell.**\n\n## Can I use them when I am "
                   "pregnant?\n\nAsk first.\n\n## Dose\n\nTake 2-3 drops.\n");
}

/* Each page is a leaflet with the same first row, which is no furniture. */
static void tells_leaflets_apart(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 800, 'b', "Package leaflet: Information for the user"},
        {0, 60, 780, 'b', "Zorvex 5 mg tablets"},
        {0, 60, 750, 'b', "1. What Zorvex is"},
        {0, 60, 736, 'r', "A medicine."},
        {0, 60, 710, 'b', "2. Before you take Zorvex"},
        {0, 60, 696, 'r', "Do not take it if you are pregnant."},
        {1, 60, 800, 'b', "Package leaflet: Information for the user"},
        {1, 60, 780, 'b', "Zorvex 10 mg tablets"},
        {1, 60, 750, 'b', "1. What Zorvex is"},
        {1, 60, 736, 'r', "A strong medicine."},
        {1, 60, 710, 'b', "2. Before you take Zorvex"},
        {1, 60, 696, 'r', "Do not take it if you have one kidney."},
    };
    struct given given;
    given_init(&given);
    if (!convert_lines(&given, lines, N_ELEMENTS(lines), ""))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 2);
    assert_non_null(strstr(given.files.data, "title: Zorvex 5 mg tablets\n"));
    assert_non_null(strstr(given.files.data, "you are pregnant"));
    assert_null(strstr(given.files.data, "one kidney"));
    assert_non_null(strstr(last_file(&given), "title: Zorvex 10 mg tablets\n"));
    assert_non_null(strstr(last_body(&given), "one kidney"));
    given_finish(&given);
}

/* Heads that say the same are left out, but no row that says another number,
 * and of a sentence that is on each page one is kept. */
static void leaves_out_repetition_alone(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 820, 'r', "Ward 7"},
        {0, 60, 800, 'r', "Men: take 5 mg with a glass of water."},
        {0, 60, 700, 'r', "Wax."},
        {0, 60, 50, 'r', "Keep it away from children."},
        {0, 60, 30, 'r', "Seite 1 von 2"},
        {1, 60, 820, 'r', "Ward 7"},
        {1, 60, 800, 'r', "Men: take 9 mg with a glass of water."},
        {1, 60, 700, 'r', "Ears."},
        {1, 60, 50, 'r', "Keep it away from children."},
        {1, 60, 30, 'r', "Seite 2 von 2"},
    };
    struct given given;
    given_init(&given);
    if (!convert_lines(&given, lines, N_ELEMENTS(lines), ""))
        fail_msg("%s", given.err.message);
    assert_int_equal(given.n_articles, 1);
    assert_string_equal(last_body(&given),
                        "Keep it away from children.\n\nMen: take 5 mg with a "
                        "glass of water.\n\nWax.\n\nMen: take 9 mg with a "
                        "glass of water.\n\nEars.\n");
    given_finish(&given);
}

/* What stands beside a number on paper stands beside it in the article. */
static void keeps_tables(void **state)
{
    (void)state;
    static const struct {
        struct sample_line lines[12];
        size_t n;
        const char *body;
    } cases[] = {
        {{{0, 60, 700, 'b', "Who"},
          {0, 300, 700, 'b', "Dose"},
          {0, 60, 686, 'r', "Men"},
          {0, 300, 686, 'r', "5 mg"},
          {0, 60, 672, 'r', "Women"},
          {0, 300, 672, 'r', "7 mg"}},
         6,
         "| Who | Dose |\n|---|---|\n| Men | 5 mg |\n| Women | 7 mg |\n"},
        /* Cells of several lines, with room between the rows. */
        {{{0, 60, 700, 'b', "Who"},
          {0, 300, 700, 'b', "Dose"},
          {0, 60, 676, 'r', "Men who weigh more than 60 kg,"},
          {0, 300, 676, 'r', "5 mg in the morning, with"},
          {0, 60, 662, 'r', "and all men above 60"},
          {0, 300, 662, 'r', "water"},
          {0, 300, 648, 'r', "or milk"},
          {0, 60, 624, 'r', "Women"},
          {0, 300, 624, 'r', "7 mg"}},
         9,
         "| Who | Dose |\n|---|---|\n| Men who weigh more than 60 kg, and all "
         "men above 60 | 5 mg in the morning, with water or milk |\n| Women | "
         "7 mg |\n"},
        /* Groups of short rows are not one row. */
        {{{0, 60, 700, 'b', "Who"},
          {0, 300, 700, 'b', "Dose"},
          {0, 60, 676, 'r', "Men"},
          {0, 300, 676, 'r', "5 mg"},
          {0, 60, 662, 'r', "Boys"},
          {0, 300, 662, 'r', "2 mg"},
          {0, 60, 638, 'r', "Women"},
          {0, 300, 638, 'r', "7 mg"},
          {0, 60, 624, 'r', "Girls"},
          {0, 300, 624, 'r', "3 mg"},
          {0, 60, 590, 'r',
           "Ask a pharmacist about all other doses, please, "
           "and about milk."}},
         11,
         "| Who | Dose |\n|---|---|\n| Men | 5 mg |\n| Boys | 2 mg |\n| Women "
         "| 7 mg |\n| Girls | 3 mg |\n\nAsk a pharmacist about all other "
         "doses, please, and about milk.\n"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        struct given given;
        given_init(&given);
        if (!convert_lines(&given, cases[i].lines, cases[i].n, ""))
            fail_msg("%s", given.err.message);
        assert_int_equal(given.n_articles, 1);
        assert_string_equal(last_body(&given), cases[i].body);
        given_finish(&given);
    }
}

/* What runs up a margin breaks no paragraph; amid the text it comes after the
 * page. */
static void keeps_turned_text_apart(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 800, 't', "Ear drops"},
        {0, 60, 770, 'b', "Uses"},
        {0, 60, 755, 'r', "They soften wax that has been in the ears of"},
        {0, 30, 740, 'u', "LFT 17 of March"},
        {0, 25, 600, 'u', "Ward 7"},
        {0, 150, 700, 'u', "Shake it."},
        {0, 60, 741, 'r', "people for some years, and make no other drug"},
        {0, 60, 727, 'r', "weaker."},
        {1, 60, 790, 'b', "Dose"},
        {1, 60, 776, 'r', "Three drops."},
        {1, 25, 600, 'u', "Ward 7"},
    };
    assert_article(lines, N_ELEMENTS(lines), "title: Ear drops\n",
                   "## Uses\n\nThey soften wax that has been in the ears of "
                   "people for some years, and make no other drug weaker.\n\n"
                   "Shake it.\n\n## Dose\n\nThree drops.\n\n"
                   "LFT 17 of March\n");
}

/* Raised and lowered digits belong to what is before them, wherever pdftohtml
 * puts them. */
static void joins_raised_digits(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 800, 'r', "Take 5 mg/m"},
        {0, 128, 804, 's', "2"},
        {0, 132, 800, 'r', " with 10"},
        {0, 178, 804, 's', "9"},
        {0, 184, 800, 'r', "/l of H"},
        {0, 219, 797, 's', "2"},
        {0, 223, 800, 'r', "O."},
        {0, 60, 776, 'r',
         "Use 7 mg/m) Tj /R 7 Tf 4 Ts (2) Tj 0 Ts /R 11 Tf ( each day."},
        {0, 60, 752, 'r',
         "Use 8 mg/m) Tj /R 7 Tf 4 Ts ( 2) Tj 0 Ts /R 11 Tf ( each day."},
        {0, 60, 728, 'r', "Use 9 mg/m \262 each day."},
    };
    assert_article(lines, N_ELEMENTS(lines), "title: zorvex\n",
                   "Take 5 mg/m² with 10⁹/l of H₂O. Use 7 mg/m² each "
                   "day.\n\nUse 8 mg/m² each day.\n\nUse 9 mg/m² each "
                   "day.\n");
}

/* Letters are bullets where several rows begin so, and words in a sentence. */
static void reads_letters_as_bullets(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {
        {0, 60, 800, 'r', "Call us if you have:"},
        {0, 60, 786, 'r', "o a rash"},
        {0, 60, 772, 'r', "o a fever"},
        {0, 60, 744, 'b', "Side effects"},
        {0, 60, 730, 'r', "o"},
        {0, 80, 730, 'r', "cough"},
        {0, 60, 716, 'r', "o   wax"},
        {0, 60, 688, 'b', "Risks"},
        {0, 60, 674, 'r', "\247 blood"},
        {0, 60, 660, 'r', "\247 a scar"},
        {0, 60, 632, 'b', "No lo tome"},
        {0, 60, 618, 'r', "No tome este medicamento con una bebida fuerte"},
        {0, 60, 604, 'r', "o si tiene fiebre alta desde hace dos o tres"},
        {0, 60, 590, 'r', "o incluso cuatro semanas."},
    };
    assert_article(
        lines, N_ELEMENTS(lines), "title: zorvex\n",
        "Call us if you have:\n\n- a rash\n- a fever\n\n## Side effects\n\n"
        "- cough\n- wax\n\n## Risks\n\n- blood\n- a scar\n\n## No lo "
        "tome\n\nNo tome este medicamento con una bebida fuerte o si tiene "
        "fiebre alta desde hace dos o tres o incluso cuatro semanas.\n");
}

/* ---- what cannot be read ---- */

static void names_what_cannot_be_read(void **state)
{
    (void)state;
    static const struct sample_line empty[] = {{0, 60, 700, 'r', " "}};
    static const struct sample_line text[] = {{0, 60, 700, 'r', "Wax"}};
    static const char locked[] =
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O "
        "<0123456789012345678901234567890123456789012345678901234567890123> "
        "/U <98765432109876543210987654321098765432109876543210987654321098"
        "76> >> /ID [<00112233445566778899AABBCCDDEEFF> "
        "<00112233445566778899AABBCCDDEEFF>] ";
    struct given given;
    given_init(&given);
    assert_false(convert_lines(&given, empty, 1, ""));
    assert_string_equal(given.err.message, "No text in this PDF: it is a "
                                           "picture. ocrmypdf can add text");
    assert_false(convert_lines(&given, text, 1, locked));
    assert_non_null(strstr(given.err.message, "protected by a password"));
    assert_false(convert_text(&given, "pdf", "half.pdf", "%PDF-1.4\n1 0 obj"));
    assert_non_null(strstr(given.err.message, "damaged or cut short"));
    assert_false(
        convert_text(&given, "pdf", "pages.pdf",
                     "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R "
                     ">> endobj\n"
                     "trailer << /Root 1 0 R >>\n"));
    assert_non_null(strstr(given.err.message, "damaged or cut short"));
    assert_int_equal(given.n_articles, 0);
    given_finish(&given);
}

static void tells_of_pages_without_text(void **state)
{
    (void)state;
    static const struct sample_line lines[] = {{0, 60, 700, 'r', "Wax."},
                                               {1, 60, 700, 'r', " "},
                                               {2, 60, 700, 'r', "Ears."}};
    struct given given;
    given_init(&given);
    assert_true(convert_lines(&given, lines, N_ELEMENTS(lines), ""));
    assert_int_equal(given.n_articles, 1);
    assert_int_equal(given.n_skipped, 1);
    assert_non_null(strstr(given.reason, "1 page has no text (page 2)"));
    assert_true(convert_lines(&given, lines, 1, ""));
    assert_int_equal(given.n_skipped, 1);
    given_finish(&given);
}

/* ---- real leaflets ---- */

static void reads_real_leaflets(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t n;
    } files[] = {{"leaflets/pil.10637.pdf", 1},
                 {"leaflets/P_68290.pdf", 1},
                 {"leaflets/003607.pdf", 2}};
    for (size_t i = 0; i < N_ELEMENTS(files); i++) {
        struct given given;
        given_init(&given);
        if (!convert_file(&given, "pdf", corpus_path(files[i].name)))
            fail_msg("%s", given.err.message);
        if (given.n_failed > 0)
            fail_msg("%s", given.reason);
        assert_int_equal(given.n_articles, files[i].n);
        for (char number = '1'; number <= '6'; number++) {
            char heading[] = "\n## 1. ";
            heading[4] = number;
            if (!strstr(last_body(&given), heading))
                fail_msg("%s: no section %c", files[i].name, number);
        }
        assert_non_null(strstr(last_file(&given), "\ntype: medicine\n"));
        given_finish(&given);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_leaflets),
        cmocka_unit_test(reads_columns),
        cmocka_unit_test(reads_short_columns),
        cmocka_unit_test(keeps_warnings_apart),
        cmocka_unit_test(tells_leaflets_apart),
        cmocka_unit_test(keeps_tables),
        cmocka_unit_test(leaves_out_repetition_alone),
        cmocka_unit_test(keeps_turned_text_apart),
        cmocka_unit_test(joins_raised_digits),
        cmocka_unit_test(reads_letters_as_bullets),
        cmocka_unit_test(names_what_cannot_be_read),
        cmocka_unit_test(tells_of_pages_without_text),
        cmocka_unit_test(reads_real_leaflets),
    };
    xml_init();
    size_t n = tests_with("leaflets", N_ELEMENTS(tests), 1);
    int n_failed = _cmocka_run_group_tests("pdf", tests, n, NULL, NULL);
    xml_finish();
    return n_failed;
}
