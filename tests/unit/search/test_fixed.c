/* No medicine is taken for another: parts of names are never ignored, and
 * similar names are not substituted without a message. */
#include "shelf.h"

static const struct shelved articles[] = {
    {"penicillin-v.md", "title: Penicillin V\nlang: en\ntype: medicine",
     "## What is it?\n\nPenicillin V kills germs.\n"},
    {"hepatitis-b.md", "title: Hepatitis B vaccine\nlang: en\ntype: vaccine",
     "## What is it?\n\nThe hepatitis B vaccine protects the liver.\n"},
    {"bank.md", "title: Blood bank\nlang: en\ntype: procedure",
     "## Risks\n\nHepatitis C was a risk. Hepatitis C is looked for.\n"},
    {"cataract.md", "title: Cataract\nlang: en\ntype: condition",
     "## Risks\n\nHepatitis does no harm to the eye.\n"},
    {"type1.md", "title: Type 1 diabetes\nlang: en\ntype: condition",
     "## Treatment\n\nInsulin, each day.\n"},
    {"factor.md", "title: Clotting\nlang: en\ntype: condition",
     "## Causes\n\nToo little factor VIII.\n"},
    {"peel.md", "title: Chemical peel\nlang: en\ntype: procedure",
     "## What is it?\n\nAn acid takes off skin: salicylic acid, say, or "
     "retinoic acid. Not with sodium.\n"},
    {"ciprofibrate.md", "title: Ciprofibrate\nlang: en\ntype: medicine",
     "## What is it?\n\nIt lowers fats in the blood.\n"},
    {"epoprostenol.md", "title: Epoprostenol\nlang: en\ntype: medicine",
     "## What is it?\n\nIt widens vessels.\n"},
};

static int fill(void **state)
{
    return shelf_fill(state, articles, sizeof articles / sizeof *articles);
}

static void keeps_names_whole(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *first;
        const char *unmatched; /* NULL: everything was found */
    } cases[] = {
        {"penicillin G", "", "penicillin G"},
        {"penicillin v", "penicillin-v/0", NULL},
        {"penicillin", "penicillin-v/0", NULL},
        {"hepatitis A vaccine", "", "hepatitis A vaccine"},
        {"hepatitis B vaccine", "hepatitis-b/0", NULL},
        {"hepatitis c", "bank/0", NULL},
        {"Hepatitis C risks", "bank/0", NULL},
        {"vitamin D", "", "vitamin D"},
        {"type 2 diabetes", "type1/0", "type 2"},
        {"type 1 diabetes", "type1/0", NULL},
        {"factor 8", "factor/0", NULL},
        {"factor V", "", "factor V"},
        {"folic acid", "", "folic acid"},
        {"salicylic acid", "peel/0", NULL},
        {"acid peel", "peel/0", NULL},
        {"sodium valproate", "", "sodium valproate"},
        {"insulin glargine", "", "insulin glargine"},
        {"insulin", "type1/0", NULL},
        {"zinc oxide cream", "", "zinc oxide cream"},
        {"cipro", "", "cipro"},
        {"EPO", "", "EPO"},
    };
    for (size_t i = 0; i < N_ELEMENTS(cases); i++) {
        const struct search_options options = {.whole = true, .lang = "en"};
        struct search_results *results =
            search_run(the_index, cases[i].typed, &options);
        char first[64] = "";
        if (results->n)
            snprintf(first, sizeof first, "%s/%zu", results->items[0].id,
                     results->items[0].section);

        assert_string_equal(first, cases[i].first);
        assert_int_equal(results->n_unmatched, cases[i].unmatched != NULL);
        if (cases[i].unmatched)
            assert_string_equal(results->unmatched[0], cases[i].unmatched);
        search_results_free(results);
    }
}

/* Pairs of names of medicines that differ in a few letters or look alike, from
 * the INN lists. */
static const char *const pairs[][2] = {
    {"acetazolamide", "acetohexamide"},
    {"alprazolam", "lorazepam"},
    {"amiloride", "amlodipine"},
    {"amantadine", "amiodarone"},
    {"azathioprine", "azithromycin"},
    {"bupropion", "buspirone"},
    {"captopril", "carvedilol"},
    {"carbamazepine", "oxcarbazepine"},
    {"cefazolin", "cefoxitin"},
    {"cefotaxime", "ceftazidime"},
    {"chlorpromazine", "chlorpropamide"},
    {"clomifene", "clomipramine"},
    {"clonidine", "clonazepam"},
    {"clobazam", "clozapine"},
    {"ciclosporin", "cycloserine"},
    {"dactinomycin", "daptomycin"},
    {"daunorubicin", "doxorubicin"},
    {"desipramine", "imipramine"},
    {"diazepam", "diltiazem"},
    {"dobutamine", "dopamine"},
    {"duloxetine", "fluoxetine"},
    {"ephedrine", "epinephrine"},
    {"estradiol", "estriol"},
    {"fentanyl", "sufentanil"},
    {"glipizide", "glibenclamide"},
    {"guaifenesin", "guanfacine"},
    {"hydralazine", "hydroxyzine"},
    {"hydrocodone", "oxycodone"},
    {"hydromorphone", "morphine"},
    {"idarubicin", "epirubicin"},
    {"lamivudine", "lamotrigine"},
    {"levetiracetam", "levocarnitine"},
    {"levothyroxine", "liothyronine"},
    {"metformin", "metronidazole"},
    {"methadone", "methylphenidate"},
    {"metoprolol", "metoclopramide"},
    {"mitoxantrone", "mitomycin"},
    {"nifedipine", "nimodipine"},
    {"nicardipine", "felodipine"},
    {"olanzapine", "quetiapine"},
    {"oxazepam", "temazepam"},
    {"paclitaxel", "docetaxel"},
    {"penicillamine", "penicillin"},
    {"pentobarbital", "phenobarbital"},
    {"pioglitazone", "rosiglitazone"},
    {"prednisone", "prednisolone"},
    {"quinidine", "quinine"},
    {"ranitidine", "rimantadine"},
    {"rifabutin", "rifampicin"},
    {"risperidone", "ropinirole"},
    {"sitagliptin", "saxagliptin"},
    {"sulfadiazine", "sulfasalazine"},
    {"sumatriptan", "zolmitriptan"},
    {"terbinafine", "terbutaline"},
    {"tiagabine", "tizanidine"},
    {"tolazamide", "tolbutamide"},
    {"tramadol", "trazodone"},
    {"valaciclovir", "valganciclovir"},
    {"vinblastine", "vincristine"},
    {"zolpidem", "zopiclone"},
};

/* Makes articles about the medicines of one side: in titles, and for every
 * other one in a text. */
static void put_side(size_t side)
{
    for (size_t i = 0; i < N_ELEMENTS(pairs); i++) {
        char path[64], text[256];
        const char *name = pairs[i][side];
        snprintf(path, sizeof path, "side%zu/a%zu.md", side, i);
        if (i % 2)
            snprintf(text, sizeof text,
                     "---\ntitle: %s\ntype: medicine\n---\n\n## Dose\n\nOne.\n",
                     name);
        else
            snprintf(text, sizeof text,
                     "---\ntitle: Advice %zu\n---\n\n## Note\n\nTake %s.\n", i,
                     name);
        put(path, text);
    }
}

/* Searches for all names of the other side: some 7,000 pairs. */
static void tells_what_is_shown_instead(void **state)
{
    (void)state;
    struct index *shared = the_index;
    for (size_t side = 0; side < 2; side++) {
        put_side(side);
        shelf_index(side ? "side1" : "side0");
        for (size_t i = 0; i < N_ELEMENTS(pairs); i++)
            for (int whole = 0; whole < 2; whole++) {
                const struct search_options options = {.whole = whole};
                struct search_results *results =
                    search_run(the_index, pairs[i][!side], &options);
                if (results->n && !results->n_notes)
                    fail_msg("%s shows %s", pairs[i][!side],
                             results->items[0].title);
                search_results_free(results);
            }
        index_close(the_index);
    }
    the_index = shared;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_names_whole),
        cmocka_unit_test(tells_what_is_shown_instead),
    };
    return cmocka_run_group_tests(tests, fill, shelf_clear);
}
