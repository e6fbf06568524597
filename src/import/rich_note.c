/* Notes of rich text: cited where they stand, written at the end. [libxml2] */
#include "import/rich_note.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strs.h"
#include "import/conserve.h"
#include "import/xml.h"

#define MAX_NOTES 1000

/* The number of a note, from 1; 0: there are too many. */
static size_t note_number(struct rich *rich, const char *id)
{
    for (size_t i = 0; id && i < rich->n_notes; i++)
        if (str_equal(rich->notes[i].id, id))
            return i + 1;
    if (rich->n_notes == MAX_NOTES)
        return 0;
    rich->notes = mem_grow(rich->notes, rich->n_notes, &rich->capacity,
                           sizeof *rich->notes);
    struct rich_note *note = &rich->notes[rich->n_notes++];
    note->id = id ? mem_strdup(id) : NULL;
    buf_init(&note->text);
    return rich->n_notes;
}

static void cite(struct rich *rich, size_t number)
{
    char citation[32];
    snprintf(citation, sizeof citation, "[^%zu]", number);
    inlines_add_markdown(&rich->inlines, citation);
}

/* Of the article's sources, by its id. */
static void cite_source(struct rich *rich, const char *id)
{
    struct buf citation;
    buf_init(&citation);
    buf_printf(&citation, "[^%s]", id);
    inlines_add_markdown(&rich->inlines, citation.data);
    buf_finish(&citation);
}

static size_t number_of(struct rich *rich, const xmlNode *node)
{
    char *id = xml_attribute(node, "ID");
    size_t number = rich->in_heading ? 0 : note_number(rich, id);
    xmlFree(id);
    return number;
}

static void keep_text(struct rich *rich, const xmlNode *node, size_t number)
{
    struct buf text;
    buf_init(&text);
    rich_cell(rich, node, &text);
    conserve_note(rich->options->ledger, LEDGER_MOVED, "note", text.data,
                  text.n_bytes);
    struct buf *note = &rich->notes[number - 1].text;
    buf_printf(note, "%s%s", note->n_bytes > 0 ? " " : "", text.data);
    buf_finish(&text);
}

bool rich_note(struct rich *rich, const xmlNode *node)
{
    size_t number = number_of(rich, node);
    if (number == 0)
        return false;
    cite(rich, number);
    keep_text(rich, node, number);
    return true;
}

bool rich_note_text(struct rich *rich, const xmlNode *node)
{
    size_t number = number_of(rich, node);
    if (number > 0)
        keep_text(rich, node, number);
    return number > 0;
}

void rich_refer(struct rich *rich, const xmlNode *node)
{
    char *source = xml_attribute(node, "source");
    if (source && !rich->in_heading)
        cite_source(rich, source);
    xmlFree(source);
    char *id = xml_attribute(node, "IDREF");
    size_t number = id && !rich->in_heading ? note_number(rich, id) : 0;
    if (number > 0)
        cite(rich, number);
    xmlFree(id);
}

static void write_note(struct rich *rich, size_t i)
{
    static const char missing[] = "(not in the original text)";
    struct rich_note *note = &rich->notes[i];
    if (note->text.n_bytes == 0)
        ledger_note(rich->options->ledger, LEDGER_ADDED, "note", missing,
                    strlen(missing));
    buf_printf(rich->blocks.out, "[^%zu]: %s\n\n", i + 1,
               note->text.n_bytes > 0 ? note->text.data : missing);
    free(note->id);
    buf_finish(&note->text);
}

void rich_write_notes(struct rich *rich)
{
    if (rich->n_notes > 0)
        markdown_blank_line(rich->blocks.out);
    for (size_t i = 0; i < rich->n_notes; i++)
        write_note(rich, i);
    free(rich->notes);
}
