/* Words that are right, so that they are not corrected. */
#include "search/dictionary.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/strs.h"

#define WORDS_FILE "/usr/share/dict/words"
#define WORDS_MAX_BYTES (8 << 20)
#define BEFORE_STEM 2 /* letters that a name has before its stem */

/* Common stems of the list "The use of stems in the selection of International
 * Nonproprietary Names" (WHO). */
static const char inn_stems[][16] = {
    "adol",       "afil",      "antel",    "apine",     "arabine",
    "arit",       "arone",     "arotene",  "astine",    "azenil",
    "azepam",     "azepide",   "azine",    "azocine",   "azolam",
    "azole",      "azosin",    "bactam",   "barbital",  "bendazole",
    "bersat",     "buvir",     "buzone",   "caine",     "capone",
    "cept",       "ciclib",    "ciclovir", "cillin",    "citabine",
    "clidine",    "conazole",  "coxib",    "crine",     "curium",
    "curonium",   "cycline",   "degib",    "dipine",    "dopa",
    "dralazine",  "dronate",   "dronic",   "ectin",     "enicokin",
    "entan",      "ermin",     "farcept",  "fenac",     "fenamate",
    "fentanil",   "fiban",     "fibrate",  "floxacin",  "flurane",
    "formin",     "fosfamide", "gabalin",  "gatran",    "giline",
    "gliflozin",  "glinide",   "gliptin",  "glitazone", "glutide",
    "golide",     "grastim",   "grel",     "guanide",   "icam",
    "imod",       "imus",      "kacin",    "kalant",    "kinra",
    "leukin",     "limus",     "lisib",    "lukast",    "lutamide",
    "mab",        "mantadine", "melteon",  "metacin",   "micin",
    "mifene",     "mustine",   "mycin",    "nabinol",   "navir",
    "nib",        "nidazole",  "nidine",   "olol",      "olone",
    "onide",      "orphan",    "orphine",  "osuran",    "oxacin",
    "oxanide",    "oxetine",   "pamide",   "pamil",     "parib",
    "parin",      "penem",     "peridol",  "peridone",  "perone",
    "phylline",   "piprazole", "piridine", "planin",    "plase",
    "platin",     "plestim",   "poetin",   "pramine",   "prazole",
    "pressin",    "previr",    "pril",     "prim",      "pristin",
    "profen",     "prost",     "quin",     "quine",     "racetam",
    "rafenib",    "relin",     "relix",    "renone",    "retin",
    "ribine",     "rizine",    "rozole",   "rubicin",   "sartan",
    "semide",     "serod",     "setron",   "siban",     "sidomine",
    "solone",     "sone",      "spirone",  "statin",    "steine",
    "ster",       "steride",   "stigmine", "sulfan",    "tadine",
    "taxel",      "tegravir",  "tepa",     "tepine",    "terol",
    "thiazide",   "thromycin", "tiapine",  "tiazem",    "tidine",
    "tinib",      "tizide",    "tocin",    "toin",      "tretin",
    "trexate",    "trexed",    "trexone",  "tril",      "triptan",
    "triptyline", "troban",    "tropium",  "uridine",   "vaptan",
    "vastatin",   "verine",    "vir",      "virine",    "viroc",
    "vudine",     "xaban",     "xanox",    "zafone",    "zepam",
    "zolid",      "zomib",     "zone",
};

/* Read once, when a word is about to be corrected, and kept: a search as one
 * types asks for each letter. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct buf words; /* in small letters, a line break around each */

static void read_words(void)
{
    struct buf text;
    buf_init(&text);
    buf_init(&words);
    if (file_read(WORDS_FILE, WORDS_MAX_BYTES, &text, NULL, NULL)) {
        buf_add_char(&words, '\n');
        for (size_t i = 0; i < text.n_bytes; i++)
            buf_add_char(&words, ascii_lower(text.data[i]));
        buf_add_char(&words, '\n');
    }
    buf_finish(&text);
}

bool dictionary_is_there(void)
{
    pthread_once(&once, read_words);
    return words.n_bytes > 2;
}

bool dictionary_has(const char *word)
{
    struct buf line;
    if (!dictionary_is_there())
        return false;
    buf_init(&line);
    buf_printf(&line, "\n%s\n", word);
    bool has = memmem(words.data, words.n_bytes, line.data, line.n_bytes);
    buf_finish(&line);
    return has;
}

const char *dictionary_inn_stem(const char *word)
{
    const char *longest = NULL;
    for (size_t i = 0; i < sizeof inn_stems / sizeof *inn_stems; i++)
        if (strlen(word) >= strlen(inn_stems[i]) + BEFORE_STEM &&
            str_ends(word, inn_stems[i]) &&
            (!longest || strlen(inn_stems[i]) > strlen(longest)))
            longest = inn_stems[i];
    return longest;
}
