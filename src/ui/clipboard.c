/* Copying to the clipboard of the terminal: OSC 52. */
#include <stdio.h>

#include "base/buf.h"
#include "ui/terminal.h"

/* What xterm and others take in one sequence. */
#define COPY_MAX_BYTES ((size_t)72 * 1024)

static void add_base64(const char *text, size_t n_bytes, struct buf *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "abcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t i = 0; i < n_bytes; i += 3) {
        size_t n = n_bytes - i < 3 ? n_bytes - i : 3;
        unsigned three = (unsigned)bytes[i] << 16;
        three |= n > 1 ? (unsigned)bytes[i + 1] << 8 : 0;
        three |= n > 2 ? bytes[i + 2] : 0;
        for (size_t digit = 0; digit < 4; digit++)
            buf_add_char(
                out, digit <= n ? digits[three >> (18 - 6 * digit) & 63] : '=');
    }
}

bool terminal_copy(struct terminal *terminal, const char *text, size_t n_bytes,
                   struct error *err)
{
    if (terminal->is_linux)
        return error_set(err, "the Linux console has no clipboard");
    if (n_bytes > COPY_MAX_BYTES)
        return error_set(err, "too long for the clipboard");
    struct buf sequence;
    buf_init(&sequence);
    buf_add(&sequence, "\033]52;c;");
    add_base64(text, n_bytes, &sequence);
    buf_add_char(&sequence, '\a');
    fwrite(sequence.data, 1, sequence.n_bytes, terminal->out);
    fflush(terminal->out);
    buf_finish(&sequence);
    return true;
}
