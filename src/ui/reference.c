/* Describes a source or note as lines of plain text. */
#include "ui/reference.h"

#include <stdlib.h>
#include <string.h>

#include "article/source.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/publisher.h"

static void end_line(struct buf *out, size_t start)
{
    if (out->n_bytes > start)
        buf_add_char(out, '\n');
}

/* How the source was read, after its address. */
static void add_reading(const struct source *source, const char *lang,
                        struct buf *out)
{
    if (source->read_at.url) {
        source_add_copy_words(source, lang, out);
        buf_printf(out, " %s\n", source->read_at.url);
    }
    size_t start = out->n_bytes;
    source_add_secondary(source, lang, out);
    end_line(out, start);
}

static void add_source(const struct source *source, const char *lang,
                       struct buf *out)
{
    buf_add(out, source->title ? source->title : source->id);
    buf_add_char(out, '\n');
    if (source->publisher)
        buf_add(out, source->publisher);
    if (source->publisher && source->year)
        buf_add(out, ", ");
    if (source->year)
        buf_printf(out, "%d", source->year);
    if (source->publisher || source->year)
        buf_add_char(out, '\n');
    size_t start = out->n_bytes;
    source_add_retrieved(source, lang, out);
    end_line(out, start);
}

static void add_cited(const struct article *article,
                      const struct reference *reference, struct buf *out)
{
    if (!reference->n_citations) {
        buf_add(out, _("Not cited in the text.\n"));
        return;
    }
    buf_printf(out,
               n_("Cited %u time", "Cited %u times", reference->n_citations),
               reference->n_citations);
    if (reference->first_section < article->n_sections &&
        article->sections[reference->first_section].title)
        buf_printf(out, _(", first in: %s"),
                   article->sections[reference->first_section].title);
    buf_add_char(out, '\n');
}

void reference_text(const struct article *article, size_t reference,
                    struct buf *out)
{
    const struct reference *one = &article->references[reference];
    buf_printf(out, "[%zu] ", reference + 1);
    if (one->source)
        add_source(one->source, article->lang, out);
    if (one->note) {
        buf_add_n(out, article->text + one->note->text_start,
                  one->note->text_end - one->note->text_start);
        buf_add_char(out, '\n');
    }
    if (!one->source && !one->note)
        buf_printf(out, _("%s: the article does not describe this source\n"),
                   one->id);
    char *url = reference_url(article, reference);
    if (url)
        buf_printf(out, "%s\n", url);
    free(url);
    if (one->source)
        add_reading(one->source, article->lang, out);
    add_cited(article, one, out);
}

static void add_on_one_line(const char *text, size_t n_bytes, struct buf *out)
{
    for (size_t i = 0; i < n_bytes; i++)
        buf_add_char(out, text[i] == '\n' ? ' ' : text[i]);
}

void reference_line(const struct article *article, size_t reference,
                    struct buf *out)
{
    const struct reference *one = &article->references[reference];
    const struct source *source = one->source;
    buf_printf(out, "[%zu] ", reference + 1);
    if (source && source->publisher) {
        publisher_add_short(source->publisher, out);
        buf_add(out, ": ");
    }
    if (source)
        buf_add(out, source->title ? source->title : source->id);
    else if (one->note)
        add_on_one_line(article->text + one->note->text_start,
                        one->note->text_end - one->note->text_start, out);
    else
        buf_add(out, one->id);
    if (source && source->year)
        buf_printf(out, ", %d", source->year);
}

char *reference_url(const struct article *article, size_t reference)
{
    const struct source *source = article->references[reference].source;
    return source ? source_address(source) : NULL;
}

void reference_line_add(struct leaf *leaf, const char *line)
{
    const char *address = strstr(line, "http");
    size_t n = address ? (size_t)(address - line) : strlen(line);
    char *words = mem_strndup(line, n);
    leaf_add(leaf, STYLE_DIM, words);
    if (address)
        leaf_add(leaf, STYLE_LINK, address);
    leaf_end(leaf);
    free(words);
}
