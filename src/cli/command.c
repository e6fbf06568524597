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
    [OPTION_WIDTH] = {"width", 'w', "COLUMNS",
                      N_("wrap text at so many columns"),
                      .most = LAYOUT_CELLS_MAX},
    [OPTION_FORMAT] = {"format", 'f', "FORMAT", N_("in which form to print")},
    [OPTION_COLOR] = {"color", 0, "WHEN", N_("auto, always or never"), colors},
    [OPTION_LANG] = {"lang", 'l', "LANGUAGE",
                     N_("prefer a language, such as vi")},
    [OPTION_LINEAR] = {"linear", 0, NULL,
                       N_("for screen readers: no boxes, no tables")},
    [OPTION_PRIVATE] = {"private", 'p', NULL,
                        N_("remember nothing of this session")},
    [OPTION_JSON] = {"json", 'j', NULL, N_("print JSON")},
    [OPTION_LIMIT] = {"limit", 'n', "N", N_("print at most so many results"),
                      .most = LIMIT_MAX},
    [OPTION_COUNTED] = {"count", 0, NULL, N_("print only how many there are")},
    [OPTION_EXPLAIN] = {"explain", 0, NULL, N_("explain ranks or codes")},
    [OPTION_AS_TYPED] = {"as-typed", 0, NULL, N_("correct no spelling")},
    [OPTION_OTHER_UNITS] = {"other-units", 0, NULL,
                            N_("also look for amounts in other units")},
    [OPTION_TYPE] = {"type", 't', "TYPE",
                     N_("condition, medicine, procedure, test, vaccine, other"),
                     types},
    [OPTION_REVIEWED] =
        {"reviewed", 0, "WHETHER",
         N_("only articles that were reviewed: yes, or not: no"), yes_or_no},
    [OPTION_FIX] = {"fix", 0, NULL, N_("put right what is mechanical")},
    [OPTION_CHECKLIST] = {"checklist", 0, "NAME",
                          N_("answer a checklist: pemat"), checklists},
    [OPTION_SIGN] = {"sign", 0, NULL, N_("sign the review, in the file")},
    [OPTION_NAME] = {"name", 0, "NAME", N_("who signs")},
    [OPTION_ROLE] = {"role", 0, "ROLE", N_("the signer's role")},
    [OPTION_KIND] = {"kind", 'k', "KIND", N_("only sections of a kind")},
    [OPTION_SINCE] = {"since", 0, "TIME",
                      N_("what was kept in the last 30m, 1h, 2d or 1w")},
    [OPTION_ALL] = {"all", 0, NULL, N_("everything")},
    [OPTION_YES] = {"yes", 'y', NULL, N_("do not ask")},
    [OPTION_CODE] = {"code", 0, "SYSTEM:CODE",
                     N_("by a code, such as rxnorm:11289")},
    [OPTION_FRESH] = {"fresh", 0, NULL,
                      N_("compare every file with the index first")},
    [OPTION_SOURCES] = {"sources", 0, NULL, N_("the sources too")},
    [OPTION_IMPORT] = {"import", 0, "FILE",
                       N_("read notes that --format=jsonld wrote")},
    [OPTION_HELP] = {"help", 'h', NULL, N_("explain the command")},
    [OPTION_VERSION] = {"version", 'V', NULL, N_("print the version")},
};

const struct command commands[] = {
    {
        .usage = "[PATH | ARTICLE [KIND]]",
        .summary = N_("open the reader"),
        .help =
            N_("Opens the library, or a folder, a file or - (standard input), "
               "or an article by its id, title or synonym, or by words of "
               "these that no other article has, at its section of a kind if "
               "one is named, whose beginning is enough. Words that no "
               "article is called by are searched. Where there is no "
               "terminal, text "
               "comes out. After -- a word is always an article. --code in "
               "place of a name finds the article with a code of another "
               "system: umls, mesh, icd10, icd11, snomed, rxnorm, atc, loinc."),
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
               "state of medical review, date and title. Reads the folders or "
               "files named, otherwise those of the library. With WORDS, "
               "which are no files here, only articles in whose id, title or "
               "synonyms words begin so. "
               "--format=json prints more, --format=ids only the ids."),
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
        .summary = N_("print an article or its sections of a kind"),
        .help =
            N_("Prints an article, by id, title, synonym, path or - "
               "(standard input): title, state of review and date first, "
               "the sources that it cites last. With a KIND, only what is "
               "of that kind: sections, subsections, alerts. --code stands in "
               "place of ARTICLE."),
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
        .help = N_("Prints what the articles say, question by question, in the "
                   "order in which they are named; a name of several words is "
                   "quoted. Nothing is ranked. Where an article has no such "
                   "section, that is said. Numbers share a row only if they "
                   "are about the same people, period, denominator and study; "
                   "otherwise each stands in its own frame, with the reason. "
                   "From 100 columns the articles stand side by side. With "
                   "--kind, only the sections of a kind, and their numbers."),
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
        .summary = N_("find the sections that answer"),
        .help =
            N_("Prints the sections of the whole library that answer words "
               "or a question, best first. Filters: kind:risks (or, first of "
               "all, risks: words), type:medicine, lang:vi, title:word, "
               "pub:name, code:rxnorm:11289, "
               "reviewed:>2025, \"a phrase\", -word (not this word). After -- "
               "there are only words. Exit 1 when nothing is found."),
        .options = WITH(CODE) | WITH(FORMAT) | WITH(JSON) | WITH(LIMIT) |
                   WITH(COUNTED) | WITH(EXPLAIN) | WITH(AS_TYPED) |
                   WITH(OTHER_UNITS) | WITH(LANG) | WITH(WIDTH) | WITH(COLOR) |
                   WITH(FRESH),
        .option_help = {[OPTION_FORMAT] = N_("text, json or json-object"),
                        [OPTION_JSON] = N_("the same as --format=json"),
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
        .help = N_("Prints what a word, or several, means by the glossaries of "
                   "the library, in the language that is asked for or spoken "
                   "here; without a word, all that they explain. Exit 1 when "
                   "none explains it."),
        .options = WITH(LANG) | WITH(WIDTH),
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_define,
    },
    {
        .name = "cite",
        .usage = "ARTICLE",
        .summary = N_("cite an article"),
        .help = N_("Prints a citation of an article for a reference manager, "
                   "as RIS, or as CSL-JSON with --format=csl-json. With "
                   "--sources, those of its sources follow. --code stands in "
                   "place of ARTICLE."),
        .options = WITH(FORMAT) | WITH(SOURCES) | WITH(CODE) | WITH(LANG),
        .option_help = {[OPTION_FORMAT] = N_("ris or csl-json")},
        .n_min = 1,
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_cite,
    },
    {
        .name = "sheet",
        .usage = "",
        .summary = N_("print what to take to an appointment"),
        .help =
            N_("Prints the visit sheet: three questions that help to decide, "
               "your own open questions (notes that end with a question mark, "
               "and sections that you looked for and did not find), the "
               "passages that you highlighted, and your notes, each with its "
               "article, section and date. Text comes in pages of 66 lines."),
        .options = WITH(FORMAT),
        .option_help = {[OPTION_FORMAT] = N_("text, markdown or html")},
        .writes = WRITES_OWN,
        .run = command_sheet,
    },
    {
        .name = "notes",
        .usage = "",
        .summary = N_("print bookmarks, notes and highlights"),
        .help =
            N_("Prints what you kept, the newest first, as Markdown, or with "
               "--format=jsonld in the words of the W3C's Web Annotation Data "
               "Model. --import reads such a file: what is there already "
               "stays, and of articles that are not in the library nothing is "
               "kept."),
        .options = WITH(FORMAT) | WITH(IMPORT) | WITH(LANG),
        .option_help = {[OPTION_FORMAT] = N_("markdown or jsonld")},
        .writes = WRITES_OWN,
        .run = command_notes,
    },
    {
        .name = "forget",
        .usage = "[ARTICLE]",
        .summary = N_("forget what was read and noted"),
        .help = N_("Deletes what medfaq remembers of an article: places, "
                   "bookmarks, notes, highlights and marks. With --since=1h, "
                   "what was kept in the last hour; with --all everything, "
                   "settings that were chosen in the reader too, after asking "
                   "once (--yes: without asking). Prints nothing. What is "
                   "deleted is overwritten in the file."),
        .options = WITH(SINCE) | WITH(ALL) | WITH(YES) | WITH(LANG),
        .n_max = -1,
        .run = command_forget,
    },
    {
        .name = "index",
        .usage = "",
        .summary = N_("bring the index for search up to date"),
        .help =
            N_("Reads what is new or changed in the library. search does so "
               "by itself; what was interrupted goes on where it was. Exit 1 "
               "when there are no articles, or the index cannot be kept."),
        .writes = WRITES_OWN,
        .run = command_index,
    },
    {
        .name = "kinds",
        .usage = "",
        .summary = N_("list the kinds of sections"),
        .help = N_("Prints each kind with the letter that goes to it in the "
                   "reader after s. Those marked with ! concern safety."),
        .writes = WRITES_OWN,
        .run = command_kinds,
    },
    {
        .name = "check",
        .usage = "FILE...",
        .summary = N_("check articles against the standard"),
        .help = N_("Prints FILE:LINE:COLUMN: and a message for everything that "
                   "is wrong in the files, or in all articles of a folder: "
                   "dates, sources, numbers, missing or empty sections, dead "
                   "links, hard "
                   "words. --explain CODE says why and how to put it right, "
                   "--explain alone lists the codes; --fix puts right what is "
                   "mechanical and says so; --checklist=pemat lists what a "
                   "program can say of plain language and what it cannot. "
                   "--format=json is for programs, "
                   "--format=github for GitHub's runners. Exits with 1 if "
                   "anything is wrong."),
        .options = WITH(FORMAT) | WITH(FIX) | WITH(EXPLAIN) | WITH(CHECKLIST),
        .option_help = {[OPTION_FORMAT] = N_("text, json or github"),
                        [OPTION_EXPLAIN] =
                            N_("explain codes; without any, list them")},
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_check,
    },
    {
        .name = "review",
        .usage = "ARTICLE",
        .summary = N_("print a review form, or sign a review"),
        .help =
            N_("Prints what a clinician has to look at: the statements of "
               "each section that have a number or a source, all safety "
               "advice, the figures and the sources. With --sign, writes "
               "the reviewer into the article's file, with the date and a "
               "digest of each section; a section that changes afterwards "
               "reads \"changed since the review\". Name and role are asked "
               "for where they are not given; nobody is made up."),
        .options = WITH(SIGN) | WITH(NAME) | WITH(ROLE) | WITH(LANG),
        .n_min = 1,
        .n_max = -1,
        .writes = WRITES_OWN,
        .run = command_review,
    },
    {
        .name = "new",
        .usage = "ID",
        .summary = N_("begin an article"),
        .help =
            N_("Writes ID.md in this folder, with front matter and the "
               "sections that an article of its type needs: condition, "
               "medicine, procedure, test, vaccine or other. With --lang, "
               "writes ID.LANGUAGE.md, with the type, the codes, the related "
               "articles and the sections of ID, where that is beside it or "
               "in the library. A file that is there already stays as it is."),
        .options = WITH(TYPE) | WITH(LANG),
        .option_help = {[OPTION_LANG] = N_("begin a translation, such as vi")},
        .n_min = 1,
        .n_max = 1,
        .run = command_new,
    },
    {
        .name = "edit",
        .usage = "ARTICLE [KIND]",
        .summary = N_("open an article in the editor"),
        .help = N_("Opens the file of an article in $VISUAL, $EDITOR or vi, at "
                   "its section of a kind if one is named and the editor takes "
                   "+LINE."),
        .options = WITH(LANG),
        .n_min = 1,
        .n_max = -1,
        .run = command_edit,
    },
    {
        .name = "import",
        .usage = "SOURCE...",
        .summary = N_("make articles of what others publish"),
        .help =
            N_("Turns files, folders and archives of health institutions "
               "(questions and answers, drug labels, topic pages, web pages, "
               "plain text) into articles. medfaq import --help lists the "
               "formats and the options."),
        .n_max = -1,
        .passes_on = true,
        .run = command_import,
    },
    {
        .name = "doctor",
        .usage = "",
        .summary = N_("describe this installation"),
        .help =
            N_("Prints what a bug report should say: versions, terminal, "
               "folders and their modes, the library and its index, programs "
               "that import and links need, limits in force. It names no "
               "article and nothing that you searched for."),
        .writes = WRITES_OWN,
        .run = command_doctor,
    },
    {
        .name = "help",
        .usage = "[COMMAND]",
        .summary = N_("explain medfaq or a command"),
        .help = N_("Prints what --help prints."),
        .n_max = 1,
        .writes = WRITES_OWN,
        .run = command_help,
    },
    {
        .name = "version",
        .usage = "",
        .summary = N_("print the version"),
        .help = N_("Prints what --version prints."),
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
