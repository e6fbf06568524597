/* German headings; "ß" is ss, umlauts are without their dots. */
#include "article/kind_phrases.h"

static const struct kind_rule asked[] = {
    {KIND_STORAGE,
     "aufzubewahren; aufbewahr*; haltbar*; entsorg*; lager*; verfall*"},
    {KIND_EMERGENCY,
     "uberdos*; notfall*; notfalle; grossere menge; mehr ..  "
     "als|eingenommen; zu viel; notruf; 112; vergift*; schwere allergische; "
     "anaphyla*; erste hilfe; notarzt"},
    {KIND_DOSAGE, "vergess*; abbrech*|abbruch|absetzen|abgesetzt"},
    {KIND_CONTRAINDICATIONS,
     "gegenanzeige*; kontraindik*; "
     "darf|durfen|sollte|sollten|soll|kann|konnen ..  "
     "nicht|kein|keine|keinen; nicht "
     "?eingenommen|angewendet|angewandt|geeignet|anwenden|einnehmen "
     "werden|geeignet; fur wen ..  nicht; wann ..  nicht; ungeeignet; wer "
     "..  nicht|verzichten|meiden"},
    {KIND_INTERACTIONS,
     "wechselwirk*; anderen arzneimitteln|medikamenten; alkohol; zusammen "
     "mit; nahrungsmitteln; gleichzeitig"},
    {KIND_PREGNANCY,
     "schwanger*; still*; fortpflanz*; fruchtbar*; zeugung*; gebarfahig*; "
     "entbindung; kinderwunsch"},
    {KIND_POPULATIONS,
     "anwendung bei kindern|alteren|jugendlichen; bei "
     "kindern|jugendlichen|alteren|sauglingen; besondere patientengruppen; "
     "kinder ..  konnen|durfen; fur kinder"},
    {KIND_WARNINGS,
     "warnhinweis*; vorsicht*; warnung*; vor einnahme|anwendung|behandlung "
     "?beachten; beachten; verkehrstucht*; bedienen ?von maschinen; "
     "maschinen; wie ?ist sicher; ist ..  sicher|gefahrlos; sicherheit; "
     "fahrtucht*; allergi* gegen; abhangig*"},
    {KIND_SIDE_EFFECTS, "nebenwirk*; unerwunscht*; unvertraglich*"},
    {KIND_SEE_DOCTOR,
     "wann ..  arzt|arztin|hilfe|arztlich*; arzt ..  "
     "aufsuchen|fragen|gehen|rufen|wenden; zum arzt; welcher arzt; fragen "
     "an|fur; arztliche hilfe"},
    {KIND_RISK_FACTORS,
     "risikofaktor*; wer ..  gefahrdet|risiko|betroffen|bekommt|erkrankt; "
     "erblich*; vererb*; risikogruppe*; erhohtes risiko; veranlagung; "
     "anfallig*"},
    {KIND_RISKS,
     "nutzen ..  risik*|schaden; vorteile ..  nachteile|risik*; risik*; "
     "komplikation*; gefahr*; folgen; folge*erkrankung*; spatfolgen; "
     "nachteil*; schaden; wie gefahrlich|schlimm|gefahrliche; unbehandelt"},
    {KIND_PREVENTION,
     "vorbeug*; verhinder*; verhuten; vermeid*; prophyla*; pravention; "
     "vorsorge; schutz*; risiko ..  senken|verringern|reduzieren"},
    {KIND_AFTERCARE,
     "nachsorge; heilung*; leben mit; selbst tun; selbsthilfe massnahmen; "
     "nach X|operation|eingriff|behandlung|untersuchung; erholung*; alltag; "
     "ernahrung*; rehabilit*; sport; bewegung; hausmittel; pflege; zu "
     "hause; essen; umgang mit; was kann ich; was konnen sie"},
    {KIND_EFFECTIVENESS,
     "wirksam*; wie gut ..  wirk*|hilft; hilft X; erfolg*; wie lange ..  "
     "wirk*; ergebnis*; klinische studien; studienlage; evidenz; wie "
     "zuverlassig; wie schnell wirk*"},
    {KIND_HOW_IT_WORKS,
     "wie wirk*|funktionier*|arbeitet; wirkungsweise; wirkmechanismus; "
     "wirkung*; pharmako*; funktionsweise; wirkprinzip; eigenschaften"},
    {KIND_ACCESS,
     "kosten*; kostet; preis*; bezahlt|zahlt|ubernimmt; krankenkasse*; wo "
     "..  erhalt|bekomm*|erhalte*|kaufen|finde*|gibt; rezept*; "
     "verschreibungs*; versicherung; erhaltlich*; verfugbar*; termin*"},
    {KIND_PREVALENCE,
     "wie haufig|verbreitet|oft ist|kommt|sind|tritt; haufigkeit; wie viele "
     "menschen; pravalenz; inzidenz; statistik*; epidemiolog*; verbreitung; "
     "wie haufig; vorkommen"},
    {KIND_OUTLOOK,
     "prognose*; verlauf*; krankheitsverlauf; wie lange dauert|lebt|halt; "
     "lebenserwartung; heilbar*; heilungschancen; aussicht*; uberleben*; "
     "krankheitsdauer; dauer"},
    {KIND_PROCEDURE,
     "ablauf*; lauft ..  ab; durchfuhr*; durchgefuhrt; vorbereit*; was "
     "passiert|geschieht; wahrend; vor X|operation|eingriff|untersuchung; "
     "schmerzhaft; schmerzen; tut ..  weh; narkose; betaubung; sitzungen; "
     "wie lange dauert; eingriff",
     "procedure test vaccine"},
    {KIND_PROCEDURE,
     "ablauf; lauft ..  ab; durchgefuhrt; durchfuhrung; vorbereitung*; was "
     "passiert|geschieht"},
    {KIND_COMPOSITION,
     "zusammensetzung; inhaltsstoff*; hilfsstoff*; bestandteil*; inhalt; "
     "enthalt; aussieht; handelsname*; darreichungsform*; packung*; andere "
     "namen; inkompatibilitaten; wirkstoff*; behaltnis*"},
    {KIND_USES,
     "wofur; anwendungsgebiet*; indikation*; wozu; wann ..  "
     "angewendet|eingesetzt|verwendet|empfohlen|notig|sinnvoll; fur wen; "
     "wer sollte|kann|braucht|soll|darf; warum ..  "
     "verschrieben|durchgefuhrt|gemacht|notig|brauche|angewendet; einsatz*; "
     "zweck; verwendung; anwendungsbereich*; geeignet"},
    {KIND_DOSAGE,
     "dosier*; einzunehmen; anzuwenden; einnahme; wie ..  "
     "einnehmen|anwenden|eingenommen|angewendet|nehmen|verwenden; "
     "anwendung; dosis; wie oft|viel ..  einnehmen|anwenden|nehmen; "
     "gebrauchsanweisung; art anwendung; impfschema; impfplan; verabreich*"},
    {KIND_CAUSES,
     "wodurch; warum ..  entsteht|bekommt|tritt|entstehen; wie entsteh*; "
     "wie ..  ubertragen|steckt|bekommt; woher; ansteck*; ubertrag*; was "
     "verursacht|lost"},
    {KIND_SYMPTOMS,
     "wie erkenn*|aussert|macht|fuhlt; woran erkenn*; wie ..  bemerkbar"},
    {KIND_DIAGNOSIS,
     "wie ..  festgestellt|diagnostiziert|erkannt|untersucht; was bedeuten "
     "ergebnisse|werte"},
    {KIND_TREATMENT,
     "wie ..  behandel*|therapier*|geheilt; was tun|hilft; was kann man tun"},
    {KIND_BENEFITS, "vorteil*; nutzen; was bringt; warum ..  impfen"},
    {KIND_MORE_INFO,
     "weitere|mehr|zusatzliche|sonstige "
     "?informationen|infos|angaben|fragen; quelle*; literatur*; forschung*; "
     "selbsthilfe*; referenz*; links; adressen; mythen; studien; beratung*; "
     "verwandte themen; zulassung*; inhaber"},
    {0}};

static const struct kind_rule named[] = {
    {KIND_OVERVIEW,
     "uberblick; definition; zusammenfassung; einleitung; einfuhrung; "
     "beschreibung; kurz; auf blick; grundlagen; allgemeines; hintergrund; "
     "begriff*"},
    {KIND_TYPES,
     "arten; formen; stadien; stadium; typen; einteilung; klassifikation; "
     "phasen; schweregrad*; varianten"},
    {KIND_CAUSES, "ursache*; ausloser*; entstehung; grunde; infektionsweg*; "
                  "verbreitungsweg*"},
    {KIND_SYMPTOMS,
     "symptom*; anzeichen; beschwerden; krankheitszeichen; merkmale; "
     "krankheitsbild"},
    {KIND_DIAGNOSIS,
     "diagnos*; untersuch*; test|tests; fruherkennung; screening; nachweis"},
    {KIND_TREATMENT,
     "behandl*; therap*; alternativ*; heilmittel; medikament*; operation*; "
     "behandlungsmoglichkeit*"},
    {0}};

static const struct kind_rule fallback[] = {
    {KIND_POPULATIONS,
     "kinder*; jugendlich*; altere*; saugling*; babys; senioren; "
     "nierenfunktion*; leberfunktion*; niereninsuffizienz; "
     "leberinsuffizienz; patientengruppe*"},
    {KIND_OVERVIEW,
     "^was ist|sind|bedeutet|versteht|genau; ^X$; ^uber X; was X ist"},
    {0}};

const struct kind_phrases kind_phrases_de = {
    .dropped =
        "der die das den dem des ein eine einen einem einer eines mein meine "
        "ihr ihre man sich",
    .rules = {[RULES_ASKED] = asked,
              [RULES_NAMED] = named,
              [RULES_FALLBACK] = fallback},
};
