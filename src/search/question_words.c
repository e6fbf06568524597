/* The words of questions. There are stop words for English only: the words of
 * other languages are rare enough in most libraries. */
#include "search/question_words.h"

#include <stdlib.h>
#include <string.h>

#include "search/kind_words.h"

#define INTERACTION_STRENGTH 4 /* as strong as "safe" in a question */

/* Stems of stop words, sorted. */
static const char stop_words[][12] = {
    "a",        "about",   "abov",    "after",   "again",    "age",
    "all",      "also",    "am",      "an",      "and",      "any",
    "anyon",    "anyth",   "arent",   "as",      "ask",      "at",
    "away",     "back",    "be",      "becaus",  "been",     "befor",
    "below",    "best",    "better",  "between", "both",     "brother",
    "but",      "by",      "can",     "cannot",  "cant",     "come",
    "could",    "couldnt", "d",       "dad",     "daughter", "day",
    "dear",     "did",     "didnt",   "do",      "doctor",   "doe",
    "doesnt",   "don",     "dont",    "down",    "dr",       "dure",
    "each",     "els",     "etc",     "ever",    "everi",    "father",
    "feel",     "find",    "first",   "for",     "friend",   "from",
    "further",  "general", "get",     "give",    "given",    "go",
    "good",     "got",     "great",   "had",     "happen",   "has",
    "hasnt",    "have",    "havent",  "he",      "health",   "hello",
    "help",     "her",     "here",    "hi",      "him",      "hope",
    "how",      "hows",    "husband", "i",       "if",       "im",
    "in",       "info",    "inform",  "into",    "is",       "isnt",
    "it",       "its",     "itself",  "ive",     "just",     "kind",
    "know",     "last",    "let",     "like",    "ll",       "look",
    "lot",      "m",       "make",    "mani",    "may",      "me",
    "mean",     "might",   "mom",     "month",   "more",     "morn",
    "most",     "mother",  "much",    "mum",     "my",       "need",
    "never",    "night",   "no",      "nor",     "not",      "now",
    "of",       "off",     "old",     "on",      "onc",      "onli",
    "or",       "other",   "our",     "out",     "over",     "own",
    "patient",  "peopl",   "person",  "pleas",   "possibl",  "pro",
    "question", "re",      "realli",  "regard",  "s",        "said",
    "same",     "say",     "see",     "she",     "should",   "shouldnt",
    "sinc",     "sir",     "sister",  "so",      "some",     "someon",
    "someth",   "son",     "still",   "such",    "suggest",  "sure",
    "t",        "take",    "taken",   "tell",    "term",     "than",
    "thank",    "that",    "thats",   "the",     "their",    "them",
    "then",     "there",   "these",   "they",    "theyr",    "thing",
    "think",    "this",    "those",   "through", "time",     "to",
    "today",    "told",    "tonight", "too",     "try",      "u",
    "under",    "until",   "up",      "us",      "use",      "ve",
    "veri",     "was",     "wasnt",   "we",      "week",     "well",
    "went",     "were",    "what",    "whats",   "when",     "where",
    "whether",  "which",   "while",   "who",     "whom",     "whose",
    "why",      "wife",    "will",    "wish",    "with",     "wonder",
    "wont",     "work",    "would",   "wouldnt", "year",     "yesterday",
    "yet",      "you",     "your",    "youre",
};

static int by_text(const void *key, const void *item)
{
    return strcmp(key, item);
}

bool question_words_is_stop_word(const char *stem)
{
    return bsearch(stem, stop_words, sizeof stop_words / sizeof *stop_words,
                   sizeof *stop_words, by_text);
}

/* Returns how strongly a term asks for its kind. "What is" (the overview) is
 * weak, as many questions begin with it and ask for something else. */
static int ask_strength(const struct query_term *term)
{
    if (term->asks == KIND_NONE || term->in_name)
        return 0;
    return term->asks == KIND_OVERVIEW
               ? 1
               : 2 + !term->asks_vaguely + 2 * term->in_question;
}

void question_words_choose_kind(struct query *query)
{
    int strongest = query->asks_interaction ? INTERACTION_STRENGTH : 0;
    query->asked = query->asks_interaction ? KIND_INTERACTIONS : KIND_NONE;
    for (size_t i = 0; i < query->n_terms; i++) {
        int strength = ask_strength(&query->terms[i]);
        if (strength > strongest) {
            strongest = strength;
            query->asked = query->terms[i].asks;
        }
    }
}

void question_words_find(struct query *query)
{
    for (size_t i = 0; i < query->n_terms; i++) {
        struct query_term *term = &query->terms[i];
        if (term->type == QUERY_WORD) {
            term->is_stop_word = question_words_is_stop_word(term->stems);
            kind_words_read(query, i);
        } else if (term->type == QUERY_PHRASE) {
            term->asks = kind_words_of_phrase(term->stems);
        }
    }
    question_words_choose_kind(query);
}
