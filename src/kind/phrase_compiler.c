/* Compiles the phrases of kinds, a text file for each language, into the tables
 * in which medfaq looks up headings; writes them to standard output as C.
 *
 * Usage: phrase_compiler FILE..., with phrases.LANG.txt in the order of enum
 * lang.
 *
 * Each file explains its format at its top. This program runs on the machine
 * that builds medfaq. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "kind/phrase_index.h"

#define NOUNS_MAX 8

static const char *const list_names[PHRASES_COUNT] = {"asked", "named",
                                                      "fallback", "next"};
static const char *const types[] = {"condition", "medicine", "procedure",
                                    "test",      "vaccine",  "other"};

/* A file being compiled. Rules are written out as they are read. */
struct compiler {
    const char *path;
    unsigned line;
    int lang;            /* enum lang */
    int list;            /* enum phrase_list_name; -1 before the first */
    bool in_rule;        /* a rule is open */
    size_t n_rule_bytes; /* of the open rule's phrases so far */
    struct phrase_indexer indexer;
    size_t n_phrases[PHRASES_COUNT];
    char *dropped, *determiners, *nouns[NOUNS_MAX];
    const char *noun_types[NOUNS_MAX];
    size_t n_nouns;
    bool head_last;
};

static _Noreturn void fail(const struct compiler *compiler, const char *format,
                           ...) __attribute__((format(printf, 2, 3)));

static _Noreturn void fail(const struct compiler *compiler, const char *format,
                           ...)
{
    va_list args;
    fprintf(stderr, "%s:%u: ", compiler->path, compiler->line);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(EXIT_FAILURE);
}

static const char *find_type(const struct compiler *compiler, const char *name,
                             size_t n_bytes)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strlen(types[i]) == n_bytes && !memcmp(types[i], name, n_bytes))
            return types[i];
    fail(compiler,
         "\"%.*s\" is no type: write condition, medicine, procedure, test,"
         " vaccine or other",
         (int)n_bytes, name);
}

static enum kind find_kind(const struct compiler *compiler, const char *name,
                           size_t n_bytes)
{
    for (enum kind kind = 1; kind < KIND_COUNT; kind++) {
        const char *id = kind_get(kind)->id;
        if (strlen(id) == n_bytes && !memcmp(id, name, n_bytes))
            return kind;
    }
    fail(compiler, "\"%.*s\" is no kind: \"medfaq kinds\" lists them",
         (int)n_bytes, name);
}

static void write_string(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

static void end_rule(struct compiler *compiler)
{
    if (compiler->in_rule)
        printf("},\n");
    compiler->in_rule = false;
}

static void write_index(struct compiler *compiler)
{
    const struct phrase_indexer *indexer = &compiler->indexer;
    int lang = compiler->lang, list = compiler->list;
    printf("static const struct phrase phrases_%d_%d[] = {", lang, list);
    for (size_t i = 0; i < indexer->n; i++)
        printf("{%d, %d, UINT64_C(%llu), UINT64_C(%llu)}, ",
               indexer->phrases[i].rule, indexer->phrases[i].at,
               (unsigned long long)indexer->phrases[i].needed,
               (unsigned long long)indexer->phrases[i].any_of);
    printf("{0}};\nstatic const struct phrase_need needs_%d_%d[] = {", lang,
           list);
    for (size_t i = 0; i < indexer->n_needs; i++)
        printf("{%lu, %d, %d}, ", (unsigned long)indexer->needs[i].start,
               indexer->needs[i].phrase, indexer->needs[i].next);
    printf("{0}};\nstatic const uint16_t first_need_%d_%d[] = {", lang, list);
    for (size_t i = 0; i < PHRASE_KEYS; i++)
        printf("%d, ", indexer->first_need[i]);
    printf("};\n\n");
}

static void end_list(struct compiler *compiler)
{
    if (compiler->list < 0)
        return;
    end_rule(compiler);
    printf("    {0}};\n");
    if (compiler->indexer.n >= UINT16_MAX ||
        compiler->indexer.n_needs >= UINT16_MAX)
        fail(compiler, "Too many phrases for one list");
    write_index(compiler);
    compiler->n_phrases[compiler->list] = compiler->indexer.n;
    phrase_indexer_finish(&compiler->indexer);
}

/* Begins a list, and writes those before it that the file does not have. */
static void begin_list(struct compiler *compiler, int list)
{
    while (compiler->list < list) {
        end_list(compiler);
        compiler->list++;
        if (compiler->list < PHRASES_COUNT)
            printf("static const struct phrase_rule rules_%d_%d[] = {\n",
                   compiler->lang, compiler->list);
    }
}

/* Reads the name of a list, such as "[asked]". */
static void read_list_name(struct compiler *compiler, const char *line)
{
    size_t n_bytes = strcspn(line + 1, "]");
    for (int i = 0; i < PHRASES_COUNT; i++) {
        if (strlen(list_names[i]) != n_bytes ||
            memcmp(list_names[i], line + 1, n_bytes) != 0)
            continue;
        if (i <= compiler->list)
            fail(compiler,
                 "The order is [asked], [named], [fallback], [next], each"
                 " once");
        begin_list(compiler, i);
        return;
    }
    fail(compiler, "No list is called %s", line);
}

/* Reads the line that begins a rule, such as "dosage of medicine vaccine". */
static void read_rule(struct compiler *compiler, const char *line)
{
    size_t n_bytes = strcspn(line, " ");
    enum kind kind = find_kind(compiler, line, n_bytes);
    const char *of = strncmp(line + n_bytes, " of ", 4) == 0
                         ? line + n_bytes + 4
                         : line + n_bytes;
    if (of == line + n_bytes && *of)
        fail(compiler, "Write \"%s\", or \"%s of\" and types of articles",
             kind_get(kind)->id, kind_get(kind)->id);
    for (const char *at = of; *at; at += strspn(at, " ")) {
        find_type(compiler, at, strcspn(at, " "));
        at += strcspn(at, " ");
    }
    end_rule(compiler);
    printf("    {.kind = %d, ", (int)kind);
    if (*of) {
        printf(".types = ");
        write_string(of);
        printf(", ");
    }
    printf(".phrases = ");
    phrase_indexer_add_rule(&compiler->indexer);
    compiler->in_rule = true;
    compiler->n_rule_bytes = 0;
}

/* Checks a word of "a|b*|c", as phrase.c reads it. */
static void check_alternative(const struct compiler *compiler, const char *text,
                              size_t n_bytes)
{
    if (!n_bytes)
        fail(compiler, "\"|\" stands between two words, without spaces");
    if (n_bytes == 1 && *text == '?')
        fail(compiler, "\"?\" stands before a word, without a space");
    const char *star = memchr(text, '*', n_bytes);
    size_t n_after = star ? n_bytes - (size_t)(star - text) - 1 : 0;
    if (star == text || n_after > 1 || (n_after == 1 && star[1] != '$'))
        fail(compiler, "\"*\" stands after the start of a word");
}

/* Checks a phrase. Headings are compared in lower case, word by word. */
static void check_phrase(const struct compiler *compiler, const char *phrase)
{
    for (const char *at = phrase; *at; at++)
        if (*at == ';' || (*at >= 'A' && *at <= 'Z' && *at != 'X'))
            fail(compiler,
                 "A phrase is one line of words in small letters; only X, the"
                 " title, is a capital");
    for (const char *at = phrase;; at++) {
        size_t n_bytes = strcspn(at, " |");
        check_alternative(compiler, at, n_bytes);
        at += n_bytes;
        if (!*at)
            return;
        if (*at == ' ')
            at += strspn(at, " ") - 1;
    }
}

static void read_phrase(struct compiler *compiler, const char *phrase)
{
    if (compiler->list == PHRASES_NEXT && !compiler->in_rule) {
        printf("    {.phrases = ");
        phrase_indexer_add_rule(&compiler->indexer);
        compiler->in_rule = true;
        compiler->n_rule_bytes = 0;
    }
    if (!compiler->in_rule)
        fail(compiler, "A phrase stands below the kind that it is of");
    check_phrase(compiler, phrase);
    printf(compiler->n_rule_bytes ? "\n        \"; \" " : "\n        ");
    compiler->n_rule_bytes += compiler->n_rule_bytes ? 2 : 0;
    if (compiler->n_rule_bytes + strlen(phrase) > UINT16_MAX)
        fail(compiler, "Too many phrases for one kind");
    phrase_indexer_add(&compiler->indexer, phrase, compiler->n_rule_bytes);
    write_string(phrase);
    compiler->n_rule_bytes += strlen(phrase);
}

static void set(struct compiler *compiler, char **setting, const char *value)
{
    if (*setting)
        fail(compiler, "This was set before");
    *setting = mem_strdup(value);
}

/* Reads a setting, such as "dropped: the a an" or "nouns medicine: drug
 * tablet". */
static void read_setting(struct compiler *compiler, char *line)
{
    char *value = strstr(line, ": ");
    if (!value)
        fail(compiler, "Before [asked] stand lines like \"dropped: the a\"");
    *value = '\0';
    value += 2 + strspn(value + 2, " ");
    if (!strcmp(line, "dropped")) {
        set(compiler, &compiler->dropped, value);
    } else if (!strcmp(line, "determiners")) {
        set(compiler, &compiler->determiners, value);
    } else if (!strcmp(line, "head-last")) {
        compiler->head_last = !strcmp(value, "yes");
    } else if (!strncmp(line, "nouns ", 6) && compiler->n_nouns < NOUNS_MAX) {
        compiler->noun_types[compiler->n_nouns] =
            find_type(compiler, line + 6, strlen(line + 6));
        set(compiler, &compiler->nouns[compiler->n_nouns++], value);
    } else {
        fail(compiler,
             "\"%s\" cannot be set: dropped, determiners, head-last and"
             " \"nouns TYPE\" can",
             line);
    }
}

static void read_line(struct compiler *compiler, char *line)
{
    size_t n_bytes = strlen(line);
    while (n_bytes && strchr(" \r\n", line[n_bytes - 1]))
        line[--n_bytes] = '\0';
    size_t indent = strspn(line, " ");
    if (!line[indent] || line[indent] == '#')
        return;
    if (strchr(line, '\t'))
        fail(compiler, "Write spaces in place of the tab");
    if (indent)
        read_phrase(compiler, line + indent);
    else if (*line == '[')
        read_list_name(compiler, line);
    else if (compiler->list < 0)
        read_setting(compiler, line);
    else if (compiler->list == PHRASES_NEXT)
        fail(compiler, "Phrases of [next] are of no kind: indent them");
    else
        read_rule(compiler, line);
}

static void write_nouns(const struct compiler *compiler)
{
    printf("static const struct phrase_nouns nouns_%d[] = {\n", compiler->lang);
    for (size_t i = 0; i < compiler->n_nouns; i++) {
        printf("    {\"%s\", ", compiler->noun_types[i]);
        write_string(compiler->nouns[i]);
        printf("},\n");
    }
    printf("    {0}};\n\n");
}

/* Writes a table as a macro, since main writes all of them in one array at the
 * end. */
static void write_table(const struct compiler *compiler)
{
    int lang = compiler->lang;
    printf("#define TABLE_%d { .dropped = ", lang);
    write_string(compiler->dropped ? compiler->dropped : "");
    printf(", .determiners = ");
    write_string(compiler->determiners ? compiler->determiners : "");
    printf(", .nouns = nouns_%d, .head_last = %d, .lists = {", lang,
           compiler->head_last);
    for (int i = 0; i < PHRASES_COUNT; i++)
        printf(" \\\n    {rules_%d_%d, phrases_%d_%d, %zu, needs_%d_%d,"
               " first_need_%d_%d},",
               lang, i, lang, i, compiler->n_phrases[i], lang, i, lang, i);
    printf("}}\n\n");
}

static void check_name(const struct compiler *compiler)
{
    const char *slash = strrchr(compiler->path, '/');
    const char *name = slash ? slash + 1 : compiler->path;
    char tag[3] = {0};
    if (sscanf(name, "phrases.%2[a-z].txt", tag) != 1 ||
        (int)lang_find(tag) != compiler->lang)
        fail(compiler, "The files come in the order of enum lang");
}

static void compile(const char *path, int lang)
{
    struct compiler compiler = {.path = path, .lang = lang, .list = -1};
    check_name(&compiler);
    char *line = NULL;
    size_t capacity = 0;
    FILE *in = fopen(path, "r");
    if (!in)
        fail(&compiler, "Cannot be read");
    while (getline(&line, &capacity, in) > 0) {
        compiler.line++;
        read_line(&compiler, line);
    }
    begin_list(&compiler, PHRASES_COUNT);
    write_nouns(&compiler);
    write_table(&compiler);
    for (size_t i = 0; i < compiler.n_nouns; i++)
        free(compiler.nouns[i]);
    free(compiler.determiners);
    free(compiler.dropped);
    free(line);
    fclose(in);
}

int main(int argc, char **argv)
{
    if (argc != LANG_COUNT + 1) {
        fprintf(stderr, "phrase_compiler: one file for each language\n");
        return EXIT_FAILURE;
    }
    printf("/* Made from phrases.*.txt by phrase_compiler.c. */\n"
           "#include \"kind/phrase.h\"\n\n");
    for (int i = 0; i < LANG_COUNT; i++)
        compile(argv[i + 1], i);
    printf("const struct phrase_table phrase_tables[LANG_COUNT] = {\n");
    for (int i = 0; i < LANG_COUNT; i++)
        printf("    TABLE_%d,\n", i);
    printf("};\n");
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
