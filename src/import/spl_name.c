/* What the sections of an FDA drug label are called. [libxml2] */
#include "import/spl_name.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/strs.h"
#include "import/xml.h"

/* Where the code's own name is none for people, or is often not there. */
static const struct {
    const char *code, *name;
} names[] = {
    {"42229-5", "Other information"},
    {"42231-1", "Medication guide"},
    {"42230-3", "Patient package insert"},
    {"68498-5", "Patient information"},
    {"34076-0", "Information for patients"},
    {"51945-4", "Package label"},
    {"50570-1", "Do not use"},
    {"50569-3", "Ask a doctor before use"},
    {"50568-5", "Ask a doctor or pharmacist before use"},
    {"50567-7", "When using this product"},
    {"50566-9", "Stop use and ask a doctor"},
    {"50565-1", "Keep out of reach of children"},
    {"53414-9", "Pregnancy or breast-feeding"},
    {"53413-1", "Questions"},
    {"55105-1", "Purpose"},
    {"55106-9", "Active ingredient"},
    {"51727-6", "Inactive ingredients"},
    {"34066-1", "Boxed warning"},
};

#define KEEP_OUT_OF_REACH "50565-1"

static const char *const guides[] = {"42231-1", "42230-3", "68498-5"};

bool spl_has_code(const xmlNode *section, const char *wanted)
{
    char *code = xml_attribute(xml_child(section, "code"), "code");
    bool equal = str_equal(code, wanted);
    xmlFree(code);
    return equal;
}

/* Where the label of a medicine without prescription says what to do when too
 * much was taken. */
static bool says_overdose(const xmlNode *section)
{
    static const char *const words[] = {"overdose", "poison", "swallowed"};
    struct buf text;
    buf_init(&text);
    xml_text(xml_child(section, "text"), &text);
    bool says = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        says |= ascii_casestr(text.data, words[i]) != NULL;
    buf_finish(&text);
    return says;
}

enum kind spl_kind(const xmlNode *section)
{
    if (spl_has_code(section, KEEP_OUT_OF_REACH) && says_overdose(section))
        return KIND_EMERGENCY;
    char *code = xml_attribute(xml_child(section, "code"), "code");
    enum kind kind = KIND_NONE;
    if (code && strcmp(code, SPL_UNCLASSIFIED) != 0)
        kind = kind_by_loinc(code);
    xmlFree(code);
    return kind;
}

bool spl_is_guide(const xmlNode *section)
{
    for (size_t i = 0; i < sizeof guides / sizeof *guides; i++)
        if (spl_has_code(section, guides[i]))
            return true;
    return false;
}

static const char *name_in_table(const xmlNode *section)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (spl_has_code(section, names[i].code))
            return names[i].name;
    return NULL;
}

/* "PACKAGE LABEL.PRINCIPAL DISPLAY PANEL SECTION" -> "Package label principal
 * display panel" */
static void add_display_name(struct buf *text, const char *name)
{
    static const char ending[] = " section";
    size_t n = strlen(name);
    if (n >= strlen(ending) &&
        ascii_casecmp(name + n - strlen(ending), ending) == 0)
        n -= strlen(ending);
    for (size_t i = 0; i < n; i++)
        buf_add_char(text, name[i] == '.' ? ' '
                           : i > 0        ? ascii_lower(name[i])
                                          : ascii_upper(name[i]));
}

char *spl_name_of_code(const xmlNode *section)
{
    struct buf text;
    buf_init(&text);
    char *display = xml_attribute(xml_child(section, "code"), "displayName");
    const char *name = name_in_table(section);
    enum kind kind = spl_kind(section);
    if (name)
        buf_add(&text, name);
    else if (display)
        add_display_name(&text, display);
    else if (kind != KIND_NONE)
        buf_add(&text, kind_label(kind, "en"));
    else
        buf_add(&text, names[0].name);
    xmlFree(display);
    return buf_steal(&text);
}
