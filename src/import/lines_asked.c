/* Texts in the form of questions and answers: "Q: Does it hurt?", "A: No."
 *
 * The marks say what headings say. They go only where they come in turn all
 * through the text: "A." may also be a list, and "P:" a product. */
#include <string.h>

#include "base/ascii.h"
#include "import/lines.h"

static const struct {
    const char *question, *answer;
} marks[] = {
    {"Q", "A"},
    {"Question", "Answer"},
    {"Question", "Réponse"},
    {"Q", "R"},
    {"Pregunta", "Respuesta"},
    {"P", "R"},
    {"Frage", "Antwort"},
    {"F", "A"},
    {"Hỏi", "Đáp"},
    {"Hỏi", "Trả lời"},
    {"问", "答"},
};

/* Bytes of a mark ("Q:", "Q1.", "问：") before the line's text; 0 if it is not
 * there. */
static size_t mark_length(const struct lines_line *line, const char *mark)
{
    static const char *const ends[] = {":", ".", ")", "："};
    size_t n = strlen(mark);
    if (line->n_bytes < n || ascii_ncasecmp(line->text, mark, n) != 0)
        return 0;
    while (n < line->n_bytes && ascii_is_digit(line->text[n]))
        n++;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n_end = strlen(ends[i]);
        if (line->n_bytes >= n + n_end &&
            memcmp(line->text + n, ends[i], n_end) == 0)
            return n + n_end;
    }
    return 0;
}

/* Do questions and answers with these marks come in turn, and is there one? */
static bool are_in_turn(const struct lines *lines, size_t i)
{
    size_t n_questions = 0, n_answers = 0;
    for (size_t at = 0; at < lines->n; at++) {
        const struct lines_line *line = &lines->items[at];
        n_questions += mark_length(line, marks[i].question) > 0;
        n_answers += mark_length(line, marks[i].answer) > 0;
        if (n_answers > n_questions || n_questions > n_answers + 1)
            return false;
    }
    return n_questions > 0 && n_questions == n_answers;
}

static void strip(struct lines_line *line, size_t n_mark)
{
    line->text += n_mark;
    line->n_bytes -= n_mark;
    while (line->n_bytes > 0 && ascii_is_space(line->text[0]))
        line->text++, line->n_bytes--;
    line->type = line->n_bytes > 0 ? LINE_TEXT : LINE_BLANK;
}

/* The lines that a wrapped question goes on with are joined to it. */
static void take_question(struct lines *lines, size_t at, const char *answer)
{
    struct lines_line *question = &lines->items[at];
    if (question->type == LINE_BLANK)
        return;
    question->type = LINE_QUESTION;
    while (++at < lines->n && lines->items[at].type == LINE_TEXT &&
           !mark_length(&lines->items[at], answer)) {
        struct lines_line *more = &lines->items[at];
        question->n_bytes =
            (size_t)(more->text + more->n_bytes - question->text);
        more->type = LINE_BLANK;
    }
}

static void take_marks(struct lines *lines, size_t i)
{
    for (size_t at = 0; at < lines->n; at++) {
        struct lines_line *line = &lines->items[at];
        size_t n_question = mark_length(line, marks[i].question);
        size_t n_answer = mark_length(line, marks[i].answer);
        ledger_note(lines->ledger, LEDGER_LEFT_OUT, "question or answer mark",
                    line->text, n_question ? n_question : n_answer);
        if (n_question || n_answer)
            strip(line, n_question ? n_question : n_answer);
        if (n_question)
            take_question(lines, at, marks[i].answer);
    }
}

void lines_find_questions(struct lines *lines)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (are_in_turn(lines, i)) {
            take_marks(lines, i);
            return;
        }
}
