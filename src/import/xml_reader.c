/* XML read piece by piece, however large it is. [libxml2] */
#include "import/xml_reader.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/source.h"
#include "import/xml.h"

struct xml_reader {
    xmlTextReader *reader;
    const struct document *document;
    size_t at;                 /* in document->data, where it has no stream */
    struct error stream_error; /* "" for none */
    struct error parse_error;
    bool inside; /* an element was given out: pass over it first */
};

static int read_bytes(void *user, char *out, int n_bytes)
{
    struct xml_reader *reader = user;
    const struct document *document = reader->document;
    size_t n = 0;
    if (document->stream) {
        if (!stream_read(document->stream, out, (size_t)n_bytes, &n,
                         &reader->stream_error))
            return -1;
    } else {
        n = document->n_bytes - reader->at;
        n = n < (size_t)n_bytes ? n : (size_t)n_bytes;
        memcpy(out, document->data + reader->at, n);
        reader->at += n;
    }
    return (int)n;
}

static void note_error(void *user, const char *message,
                       xmlParserSeverities severity,
                       xmlTextReaderLocatorPtr locator)
{
    struct xml_reader *reader = user;
    (void)severity;
    if (reader->parse_error.message[0])
        return;
    error_set(&reader->parse_error, _("line %d: not well-formed XML: %.*s"),
              xmlTextReaderLocatorLineNumber(locator),
              (int)strcspn(message, "\n"), message);
}

struct xml_reader *xml_reader_open(const struct document *document,
                                   struct error *err)
{
    struct xml_reader *reader = mem_calloc(1, sizeof *reader);
    reader->document = document;
    reader->reader =
        xmlReaderForIO(read_bytes, NULL, reader, NULL, NULL, XML_SAFE_OPTIONS);
    if (!reader->reader) {
        free(reader);
        error_set(err, _("not enough memory to parse XML"));
        return NULL;
    }
    xmlTextReaderSetErrorHandler(reader->reader, note_error, reader);
    return reader;
}

void xml_reader_close(struct xml_reader *reader)
{
    if (!reader)
        return;
    xmlDoc *document = xmlTextReaderCurrentDoc(reader->reader);
    xmlFreeTextReader(reader->reader);
    xmlFreeDoc(document);
    free(reader);
}

static bool set_reason(struct xml_reader *reader, struct error *err)
{
    const struct error *reason = reader->stream_error.message[0]
                                     ? &reader->stream_error
                                     : &reader->parse_error;
    return error_set(err, "%s",
                     reason->message[0] ? reason->message
                                        : _("not well-formed XML"));
}

/* Libxml2's reader gives the document type before the root element. */
static bool declares_entities(struct xml_reader *reader)
{
    const xmlNode *node = xmlTextReaderCurrentNode(reader->reader);
    return node && node->doc && xml_declares_entities(node->doc);
}

bool xml_reader_next(struct xml_reader *reader, const char *name,
                     const xmlNode **node, struct error *err)
{
    *node = NULL;
    int result = reader->inside ? xmlTextReaderNext(reader->reader)
                                : xmlTextReaderRead(reader->reader);
    for (; result == 1; result = xmlTextReaderRead(reader->reader)) {
        reader->inside = false;
        if (declares_entities(reader))
            return error_set(err, _("refused, because it declares entities "
                                    "of its own"));
        if (xmlTextReaderNodeType(reader->reader) != XML_READER_TYPE_ELEMENT ||
            strcmp((const char *)xmlTextReaderConstLocalName(reader->reader),
                   name) != 0)
            continue;
        *node = xmlTextReaderExpand(reader->reader);
        reader->inside = true;
        return *node ? xml_is_shallow(*node, err) : set_reason(reader, err);
    }
    return result == 0 || set_reason(reader, err);
}
