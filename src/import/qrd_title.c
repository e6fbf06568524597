/* The titles of the European templates: what kind of document each names, and
 * what it says besides. */
#include "import/qrd.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"

/* As the templates begin in the languages of the EU, Norway and Iceland,
 * folded. */
static const struct {
    const char *title;
    enum qrd_document document;
} document_titles[] = {
    {"package leaflet", QRD_LEAFLET},
    {"patient information leaflet", QRD_LEAFLET},
    {"prospecto", QRD_LEAFLET},
    {"notice", QRD_LEAFLET},
    {"packungsbeilage", QRD_LEAFLET},
    {"gebrauchsinformation", QRD_LEAFLET},
    {"folheto informativo", QRD_LEAFLET},
    {"foglio illustrativo", QRD_LEAFLET},
    {"bijsluiter", QRD_LEAFLET},
    {"indlaegsseddel", QRD_LEAFLET},
    {"bipacksedel", QRD_LEAFLET},
    {"pakkausseloste", QRD_LEAFLET},
    {"pakningsvedlegg", QRD_LEAFLET},
    {"fylgisedill", QRD_LEAFLET},
    {"pakendi infoleht", QRD_LEAFLET},
    {"lietosanas instrukcija", QRD_LEAFLET},
    {"pakuotes lapelis", QRD_LEAFLET},
    {"ulotka", QRD_LEAFLET},
    {"pribalova informace", QRD_LEAFLET},
    {"pisomna informacia", QRD_LEAFLET},
    {"betegtajekoztato", QRD_LEAFLET},
    {"navodilo za uporabo", QRD_LEAFLET},
    {"uputa o lijeku", QRD_LEAFLET},
    {"prospect", QRD_LEAFLET},
    {"листовка", QRD_LEAFLET},
    {"φυλλο οδηγιων", QRD_LEAFLET},
    {"fuljett ta", QRD_LEAFLET},
    {"summary of product characteristics", QRD_SUMMARY},
    {"ficha tecnica o resumen de las caracteristicas del producto",
     QRD_SUMMARY},
    {"ficha tecnica", QRD_SUMMARY},
    {"resumen de las caracteristicas del producto", QRD_SUMMARY},
    {"resume des caracteristiques du produit", QRD_SUMMARY},
    {"fachinformation", QRD_SUMMARY},
    {"zusammenfassung der merkmale des arzneimittels", QRD_SUMMARY},
    {"resumo das caracteristicas do medicamento", QRD_SUMMARY},
    {"riassunto delle caratteristiche del prodotto", QRD_SUMMARY},
    {"samenvatting van de productkenmerken", QRD_SUMMARY},
    {"produktresume", QRD_SUMMARY},
    {"preparatomtale", QRD_SUMMARY},
    {"valmisteyhteenveto", QRD_SUMMARY},
    {"samantekt a eiginleikum lyfs", QRD_SUMMARY},
    {"ravimi omaduste kokkuvote", QRD_SUMMARY},
    {"zalu apraksts", QRD_SUMMARY},
    {"preparato charakteristiku santrauka", QRD_SUMMARY},
    {"charakterystyka produktu leczniczego", QRD_SUMMARY},
    {"souhrn udaju o pripravku", QRD_SUMMARY},
    {"suhrn charakteristickych vlastnosti lieku", QRD_SUMMARY},
    {"alkalmazasi eloiras", QRD_SUMMARY},
    {"povzetek glavnih znacilnosti zdravila", QRD_SUMMARY},
    {"sazetak opisa svojstava lijeka", QRD_SUMMARY},
    {"rezumatul caracteristicilor produsului", QRD_SUMMARY},
    {"кратка характеристика на продукта", QRD_SUMMARY},
    {"περιληψη των χαρακτηριστικων", QRD_SUMMARY},
};

#define N_TITLES (sizeof document_titles / sizeof *document_titles)

/* "B. Package leaflet" -> "Package leaflet" */
static const char *pass_annex(const char *title)
{
    title += strspn(title, " \t\r\n");
    bool annex = ascii_is_alpha(title[0]) && title[1] == '.';
    return annex ? title + 2 + strspn(title + 2, " \t") : title;
}

/* The longest name of a document that a folded title begins with; NULL for
 * none. */
static const char *document_name(const char *folded,
                                 enum qrd_document *document)
{
    const char *longest = NULL;
    for (size_t i = 0; i < N_TITLES; i++) {
        const char *name = document_titles[i].title;
        size_t n = strlen(name);
        bool ends = strncmp(folded, name, n) == 0 &&
                    !ascii_is_alnum(folded[n]) && !(folded[n] & 0x80);
        if (ends && (!longest || n > strlen(longest))) {
            longest = name;
            *document = document_titles[i].document;
        }
    }
    return longest;
}

enum qrd_document qrd_document_by_title(const char *title)
{
    enum qrd_document document = QRD_NONE;
    char *folded = fold_string(pass_annex(title), FOLD_ALL | FOLD_SPACES);
    document_name(folded, &document);
    free(folded);
    return document;
}

/* Folding shortens text: the rest begins after as many words as the name has,
 * and after what separates them. */
const char *qrd_title_rest(const char *title)
{
    enum qrd_document document;
    const char *at = pass_annex(title);
    char *folded = fold_string(at, FOLD_ALL | FOLD_SPACES);
    const char *name = document_name(folded, &document);
    free(folded);
    if (!name)
        return title;
    for (; name; name = strchr(name, ' ')) {
        name += *name == ' ';
        at += strspn(at, " \t\r\n");
        at += strcspn(at, " \t\r\n:");
    }
    /* "Package leaflet: information for the user"; in French a space, of one
     * kind or another, comes before the colon. */
    static const char *const spaces[] = {" ", "\u00A0", "\u202F"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (str_starts(at, spaces[i]) && at[strlen(spaces[i])] == ':')
            at += strlen(spaces[i]);
    if (*at == ':')
        return at + strlen(at);
    static const char *const separators[] = {" ", "-", "–", "—", "/", ","};
    for (size_t i = 0; i < sizeof separators / sizeof *separators;)
        if (strncmp(at, separators[i], strlen(separators[i])) == 0) {
            at += strlen(separators[i]);
            i = 0;
        } else {
            i++;
        }
    return at;
}
