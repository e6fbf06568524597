/* Correctly spelled words, which are not corrected. */
#include "search/dictionary.h"

#include <string.h>

#include "base/strs.h"
#include "search/right_words.h"

#define BEFORE_STEM_MIN 2 /* letters of a name before its stem, at least */

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

#ifdef HAVE_RIGHT_WORDS
#include "search/right_words.inc"
#else
static const unsigned char right_words_data[1];
#endif

bool dictionary_is_there(void)
{
    return sizeof right_words_data > 1;
}

static bool is_listed(const char *word, size_t n_bytes)
{
    bool has = dictionary_is_there();
    for (unsigned i = 0; i < RIGHT_WORDS_HASHES && has; i++) {
        size_t bit =
            right_words_bit(word, n_bytes, i, 8 * sizeof right_words_data);
        has = right_words_data[bit / 8] >> bit % 8 & 1;
    }
    return has;
}

bool dictionary_has(const char *word)
{
    size_t n = strlen(word), n_singular = right_words_singular(word, n);
    return is_listed(word, n) || (n_singular && is_listed(word, n_singular));
}

bool dictionary_is_chemical(const char *word)
{
    static const char endings[][4] = {"ine", "ide", "ate", "one", "ene",
                                      "ase", "ose", "ium", "ole"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(word, endings[i]))
            return true;
    return false;
}

const char *dictionary_inn_stem(const char *word)
{
    const char *longest = NULL;
    for (size_t i = 0; i < sizeof inn_stems / sizeof *inn_stems; i++)
        if (strlen(word) >= strlen(inn_stems[i]) + BEFORE_STEM_MIN &&
            str_ends(word, inn_stems[i]) &&
            (!longest || strlen(inn_stems[i]) > strlen(longest)))
            longest = inn_stems[i];
    return longest;
}
