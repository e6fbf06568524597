/* The table of commands. */
#include "cli/command.h"

#include "base/i18n.h"
#include "base/strs.h"
#include "text/layout.h"

#define LIMIT_MAX 500

static const char *const colors[] = {"auto", "always", "never", NULL};
static const char *const yes_or_no[] = {"yes", "no", NULL};
static const char *const types[] = {
    "condition", "medicine", "procedure", "test", "vaccine", "other", NULL};

static const char *const checklists[] = {"pemat", NULL};

const struct option_row option_rows[OPTION_COUNT + 1] = {
    [OPTION_WIDTH] = {"width", 'w', "COLUMNS", N_("wrap text at COLUMNS"),
                      .max = LAYOUT_CELLS_MAX},
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", N_("output format")},
    [OPTION_COLOR] = {"color", 0, "WHEN", N_("auto, always or never"), colors},
    [OPTION_LANG] = {"lang", 'l', "LANGUAGE",
                     N_("prefer a language, such as vi")},
    [OPTION_LINEAR] = {"linear", 0, NULL,
                       N_("for screen readers: no boxes or tables")},
    [OPTION_PRIVATE] = {"private", 'p', NULL,
                        N_("keep no history of this session")},
    [OPTION_JSON] = {"json", 'j', NULL, N_("print JSON")},
    [OPTION_LIMIT] = {"limit", 'n', "N", N_("print at most N results"),
                      .max = LIMIT_MAX},
    [OPTION_COUNTED] = {"count", 0, NULL,
                        N_("print only the number of "
                           "results")},
    [OPTION_EXPLAIN] = {"explain", 0, NULL, N_("explain ranking or codes")},
    [OPTION_AS_TYPED] = {"as-typed", 0, NULL, N_("do not correct spelling")},
    [OPTION_OTHER_UNITS] = {"other-units", 0, NULL,
                            N_("also search for amounts in other units")},
    [OPTION_TYPE] = {"type", 't', "TYPE",
                     N_("condition, medicine, procedure, test, vaccine, other"),
                     types},
    [OPTION_REVIEWED] =
        {"reviewed", 0, "WHETHER",
         N_("only reviewed articles (yes) or unreviewed ones (no)"), yes_or_no},
    [OPTION_FIX] = {"fix", 0, NULL, N_("fix what can be fixed automatically")},
    [OPTION_CHECKLIST] = {"checklist", 0, "NAME",
                          N_("answer a checklist (pemat)"), checklists},
    [OPTION_SIGN] = {"sign", 0, NULL, N_("sign the review in the file")},
    [OPTION_NAME] = {"name", 0, "NAME", N_("name of the reviewer")},
    [OPTION_ROLE] = {"role", 0, "ROLE", N_("role of the reviewer")},
    [OPTION_KIND] = {"kind", 'k', "KIND", N_("only one kind of section")},
    [OPTION_SINCE] = {"since", 0, "TIME",
                      N_("only what was saved in the last 30m, 1h, 2d or 1w")},
    [OPTION_ALL] = {"all", 0, NULL, N_("everything")},
    [OPTION_YES] = {"yes", 'y', NULL, N_("do not ask for confirmation")},
    [OPTION_CODE] = {"code", 0, "SYSTEM:CODE",
                     N_("find by a code, such as rxnorm:11289")},
    [OPTION_FRESH] = {"fresh", 0, NULL,
                      N_("compare every file with the index first")},
    [OPTION_SOURCES] = {"sources", 0, NULL, N_("also cite its sources")},
    [OPTION_IMPORT] = {"import", 0, "FILE",
                       N_("import notes saved with --format=jsonld")},
    [OPTION_HELP] = {"help", 'h', NULL, N_("show this help")},
    [OPTION_VERSION] = {"version", 'V', NULL, N_("print the version")},
};

const struct command commands[] = {
    {
        .usage = "[PATH | ARTICLE [KIND]]",
        .summary = N_("open the reader"),
        .help =
            N_("Opens the library, a folder, a file, - (standard input) or "
               "an article. Name an article by its id, title or synonym, or "
               "by words that appear in no other article's names. With a "
               "KIND, or the beginning of one, it opens at that section. "
               "Words that name no article are searched for. Without a "
               "terminal, the text is printed. After --, a word is always "
               "an article. --code finds an article by its code in another "
               "system instead: umls, mesh, icd10, icd11, snomed, rxnorm, "
               "atc or loinc."),
        .options = WITH(CODE) | WITH(LANG) | WITH(LINEAR) | WITH(PRIVATE) |
                   WITH(WIDTH) | WITH(COLOR),
        .n_max = -1,
        .run = command_open,
    },
    {
        .name = "list",
        .usage = "[PATH... | WORDS...]",
        .summary = N_("list the articles"),
        .help =
            N_("Prints a line for each article: its id, language, type, "
               "review state, date and title. Lists the files or folders "
               "named, otherwise the library. Given WORDS that are not "
               "files, lists only articles whose id, title or synonyms have "
               "words that begin with them. --format=json prints more, "
               "--format=ids only the ids."),
        .options = WITH(CODE) | WITH(FORMAT) | WITH(WIDTH) | WITH(LANG) |
                   WITH(TYPE) | WITH(REVIEWED) | WITH(FRESH),
        .option_help = {[OPTION_FORMAT] = N_("text, ids or json"),
                        [OPTION_LANG] = N_("only articles in a language"),
                        [OPTION_TYPE] = N_("only articles of a type"),
                        [OPTION_CODE] = N_("only articles with a code")},
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_list,
    },
    {
        .name = "show",
        .usage = "ARTICLE [KIND]",
        .summary = N_("print an article or one kind of section"),
        .help = N_("Prints an article, named by id, title, synonym, path or - "
                   "(standard input): title, review state and date first, the "
                   "sources it cites last. With a KIND, prints only that kind "
                   "of content: sections, subsections and alerts. --code can "
                   "replace ARTICLE."),
        .options = WITH(CODE) | WITH(WIDTH) | WITH(FORMAT) | WITH(COLOR) |
                   WITH(LANG) | WITH(LINEAR) | WITH(FRESH),
        .option_help = {[OPTION_FORMAT] = N_("text, markdown, html or json")},
        .n_min = 1,
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_show,
    },
    {
        .name = "compare",
        .usage = "ARTICLE ARTICLE [ARTICLE]",
        .summary = N_("compare two or three articles"),
        .help = N_("Prints what the articles say, question by question, in "
                   "the order in which you name them. Quote a name of "
                   "several words. Nothing is ranked. If an article has no "
                   "such section, the output says so. Numbers share a row "
                   "only if they are about the same people, period, "
                   "denominator and study; otherwise each stands in its own "
                   "frame, with the reason. From 100 columns the articles "
                   "stand side by side. With --kind, prints only one kind "
                   "of section and its numbers."),
        .options =
            WITH(KIND) | WITH(WIDTH) | WITH(COLOR) | WITH(LANG) | WITH(LINEAR),
        .n_min = 2,
        .n_max = 3,
        .writes = WRITES_OWN,
        .run = command_compare,
    },
    {
        .name = "search",
        .usage = "WORDS...",
        .summary = N_("find the sections that answer a question"),
        .help = N_("Prints the sections of the whole library that answer words "
                   "or a question, best first. Filters: kind:risks (or, at the "
                   "start, risks: words), type:medicine, lang:vi, title:word, "
                   "pub:name, code:rxnorm:11289, reviewed:>2025, \"a phrase\", "
                   "-word (not this word). After --, everything is a word to "
                   "search for. Exits with 1 if nothing is found."),
        .options = WITH(CODE) | WITH(FORMAT) | WITH(JSON) | WITH(LIMIT) |
                   WITH(COUNTED) | WITH(EXPLAIN) | WITH(AS_TYPED) |
                   WITH(OTHER_UNITS) | WITH(LANG) | WITH(WIDTH) | WITH(COLOR) |
                   WITH(FRESH),
        .option_help = {[OPTION_FORMAT] = N_("text, json or json-object"),
                        [OPTION_JSON] = N_("same as --format=json"),
                        [OPTION_EXPLAIN] = N_("print the parts of each score"),
                        [OPTION_CODE] = N_("only articles with a code")},
        .n_min = 1,
        .n_max = -1,
        .excludes = true,
        .writes = WRITES_OWN,
        .run = command_search,
    },
    {
        .name = "define",
        .usage = "[WORD]",
        .summary = N_("explain a word"),
        .help = N_("Prints the meaning of a word or phrase from the "
                   "library's glossaries, in the language you ask for or "
                   "that of your system; without a word, prints all terms. "
                   "Exits with 1 if no glossary explains it."),
        .options = WITH(LANG) | WITH(WIDTH),
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_define,
    },
    {
        .name = "cite",
        .usage = "ARTICLE",
        .summary = N_("cite an article"),
        .help = N_("Prints a citation of an article for a reference "
                   "manager, as RIS, or as CSL-JSON with --format=csl-json. "
                   "With --sources, citations of its sources follow. --code "
                   "can replace ARTICLE."),
        .options = WITH(FORMAT) | WITH(SOURCES) | WITH(CODE) | WITH(LANG),
        .option_help = {[OPTION_FORMAT] = N_("ris or csl-json")},
        .n_min = 1,
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_cite,
    },
    {
        .name = "sheet",
        .usage = "[ARTICLE...]",
        .summary = N_("print what to take to an appointment"),
        .help =
            N_("Prints the visit sheet: three questions that help you "
               "decide, your own open questions (notes that end with a "
               "question mark, and sections that you looked for and did not "
               "find), the passages that you highlighted, and your notes, "
               "each with its article, section and date. Names of articles "
               "limit it to what you kept in them; quote a name of several "
               "words. Text is printed in pages of 66 lines."),
        .options = WITH(FORMAT) | WITH(LANG),
        .option_help = {[OPTION_FORMAT] = N_("text, markdown or html")},
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_sheet,
    },
    {
        .name = "notes",
        .usage = "",
        .summary = N_("print bookmarks, notes and highlights"),
        .help = N_("Prints what you saved, newest first, as Markdown, or with "
                   "--format=jsonld in the W3C's Web Annotation Data Model. "
                   "--import reads such a file: it keeps what is already there "
                   "and skips notes on articles that are not in the library."),
        .options = WITH(FORMAT) | WITH(IMPORT) | WITH(LANG),
        .option_help = {[OPTION_FORMAT] = N_("markdown or jsonld")},
        .writes = WRITES_OWN,
        .run = command_notes,
    },
    {
        .name = "forget",
        .usage = "[ARTICLE]",
        .summary = N_("forget what you read and noted"),
        .help = N_("Deletes what medfaq remembers of an article: places, "
                   "bookmarks, notes, highlights and marks. With "
                   "--since=1h, deletes what was saved in the last hour; "
                   "with --all, deletes everything, including settings "
                   "chosen in the reader, after asking once (--yes: without "
                   "asking). Prints nothing. Deleted data is overwritten in "
                   "the file."),
        .options = WITH(SINCE) | WITH(ALL) | WITH(YES) | WITH(LANG),
        .n_max = -1,
        .run = command_forget,
    },
    {
        .name = "index",
        .usage = "",
        .summary = N_("update the search index"),
        .help =
            N_("Reads new and changed files of the library. search does so "
               "by itself. An interrupted update continues where it "
               "stopped. Exits with 1 if there are no articles or the index "
               "cannot be saved."),
        .writes = WRITES_OWN,
        .run = command_index,
    },
    {
        .name = "kinds",
        .usage = "",
        .summary = N_("list the kinds of section"),
        .help = N_("Prints each kind with the letter that jumps to it in "
                   "the reader, after s. Kinds marked with ! concern safety."),
        .writes = WRITES_OWN,
        .run = command_kinds,
    },
    {
        .name = "check",
        .usage = "FILE...",
        .summary = N_("check articles against the standard"),
        .help = N_("Prints FILE:LINE:COLUMN: and a message for each problem "
                   "in the files, or in all articles of a folder: dates, "
                   "sources, numbers, missing or empty sections, dead "
                   "links, hard words. --explain CODE says why it matters "
                   "and how to fix it; --explain alone lists the codes. "
                   "--fix fixes what can be fixed automatically and says "
                   "so. --checklist=pemat lists what a program can judge of "
                   "plain language and what it cannot. --format=json is for "
                   "programs, --format=github for GitHub's runners. Exits "
                   "with 1 if there are problems."),
        .options = WITH(FORMAT) | WITH(FIX) | WITH(EXPLAIN) | WITH(CHECKLIST),
        .option_help = {[OPTION_FORMAT] = N_("text, json or github"),
                        [OPTION_EXPLAIN] =
                            N_("explain a code; without one, list them all")},
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_check,
    },
    {
        .name = "review",
        .usage = "ARTICLE",
        .summary = N_("print a review form, or sign a review"),
        .help =
            N_("Prints what a clinician has to look at: the statements that "
               "have a number or a source, all safety advice, the figures "
               "and the sources. With --sign, writes the reviewer into the "
               "article's file, with the date and a digest of each section; "
               "a section that changes later is marked \"changed since the "
               "review\". If you do not give a name and a role, it asks for "
               "them."),
        .options = WITH(SIGN) | WITH(NAME) | WITH(ROLE) | WITH(LANG),
        .n_min = 1,
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_review,
    },
    {
        .name = "new",
        .usage = "ID",
        .summary = N_("start an article"),
        .help = N_("Writes ID.md in this folder, with front matter and the "
                   "sections that an article of its type needs: condition, "
                   "medicine, procedure, test, vaccine or other. With --lang, "
                   "writes ID.LANGUAGE.md, with the type, codes, related "
                   "articles and sections of ID, if that is in the same folder "
                   "or in the library. Never overwrites a file."),
        .options = WITH(TYPE) | WITH(LANG),
        .option_help = {[OPTION_LANG] = N_("start a translation, such as vi")},
        .n_min = 1,
        .n_max = 1,
        .run = command_new,
    },
    {
        .name = "edit",
        .usage = "ARTICLE [KIND]",
        .summary = N_("open an article in your editor"),
        .help = N_("Opens an article's file in $VISUAL, $EDITOR or vi, at a "
                   "section of the given KIND if the editor accepts +LINE."),
        .options = WITH(LANG),
        .n_min = 1,
        .n_max = -1,
        .run = command_edit,
    },
    {
        .name = "import",
        .usage = "SOURCE...",
        .summary = N_("turn published material into articles"),
        .help = N_("Turns files, folders and archives from health institutions "
                   "(questions and answers, drug labels, topic pages, web "
                   "pages, plain text) into articles. medfaq import --help "
                   "lists the formats and the options."),
        .n_max = -1,
        .passes_on = true,
        .run = command_import,
    },
    {
        .name = "doctor",
        .usage = "",
        .summary = N_("describe this installation"),
        .help =
            N_("Prints what a bug report needs: versions, terminal, folders "
               "and their permissions, the library and its index, programs "
               "that import and links use, and the limits in force. It "
               "names no article and nothing that you searched for."),
        .writes = WRITES_OWN,
        .run = command_doctor,
    },
    {
        .name = "help",
        .usage = "[COMMAND]",
        .summary = N_("show help for medfaq or a command"),
        .help = N_("Prints the same as --help."),
        .n_max = 1,
        .writes = WRITES_OWN,
        .run = command_help,
    },
    {
        .name = "version",
        .usage = "",
        .summary = N_("print the version"),
        .help = N_("Prints the same as --version."),
        .writes = WRITES_OWN,
        .run = command_version,
    },
    {0},
};

const struct command *command_find(const char *name)
{
    for (const struct command *command = commands; command->run; command++)
        if (command->name && str_equal(command->name, name))
            return command;
    return NULL;
}
