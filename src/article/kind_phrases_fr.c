/* French headings; words are without accents, "l'effet" is l effet. */
#include "article/kind_phrases.h"

static const struct kind_rule asked[] = {
    {KIND_STORAGE,
     "conserv*; eliminer; elimination; stockage; peremption; jeter"},
    {KIND_EMERGENCY,
     "surdos*; urgence*; pris plus; plus que vous; trop; appelez|appeler "
     "15|112|samu|secours; intoxication; reaction* allergique* "
     "grave*|severe*; anaphyla*; premiers secours"},
    {KIND_DOSAGE, "oubli*; arretez|arreter|arret; interromp*"},
    {KIND_CONTRAINDICATIONS,
     "contre indic*; contreindic*; ne ..  jamais; ne ..  pas "
     "prendre|utiliser|recevoir|administre*|faire|avoir|subir|indique|"
     "adapte; qui ?ne doit|peut|devrait|doivent|peuvent|devraient ?pas "
     "?eviter ?ne; qui ne ..  pas; pas ..  candidat*|recommande*; quand ne "
     "..  pas; ne prenez|utilisez pas; qui ..  eviter"},
    {KIND_INTERACTIONS,
     "interaction*; autres medicaments; aliments ..  boissons; alcool; avec "
     "aliments; en meme temps; associer|association"},
    {KIND_PREGNANCY,
     "grossesse*; allait*; fertilite; enceinte*; fecondite; accouchement; "
     "procreer"},
    {KIND_POPULATIONS,
     "chez enfant*|adolescent*|nourrisson*|sujet*|personne*; utilisation "
     "chez; enfants peuvent; populations particulieres|specifiques"},
    {KIND_WARNINGS,
     "mise|mises ?en garde; avertissement*; precaution*; avant "
     "prendre|utiliser|commencer|recevoir; connaitre avant; conduite; "
     "conduire; machines; securite; est il|elle|ce sur|sure|sans; sans "
     "danger; tolerance"},
    {KIND_SIDE_EFFECTS,
     "effet|effets ?indesirable*|secondaire* "
     "indesirable*|secondaire*|eventuels; reactions indesirables; effets "
     "?non indesirables|secondaires|souhaites"},
    {KIND_SEE_DOCTOR,
     "quand ..  consulter|voir|appeler|medecin|docteur|demander|inquieter; "
     "consultez; consulter ?un; avis medical; questions ?a poser; quel "
     "medecin|specialiste; demander|demandez ..  aide|avis"},
    {KIND_RISK_FACTORS,
     "facteur* ?de risque*|favorisant*; personnes ?a risque; qui ..  "
     "risque*|touche*|concerne*|atteint*; heredit*; hereditaire; "
     "populations ?a risque; genetique ?transmis*; a risque"},
    {KIND_RISKS,
     "benefices ..  risques; avantages ..  risques|inconvenients; "
     "complication*; risque*; danger*; est ce|il|elle grave|dangereu*; "
     "gravite; consequence*; inconvenient*; problemes ..  causer|provoquer; "
     "sequelles"},
    {KIND_PREVENTION,
     "preven*; eviter; reduire ..  risque*; proteger; prophyla*; premunir"},
    {KIND_AFTERCARE,
     "suites; convalescence; vivre avec; vie quotidienne; vivre; "
     "retablissement; recuperation; que faire soi; apres "
     "X|operation|intervention|examen|traitement; soins "
     "?apres|domicile|suivi; a maison|domicile; alimentation; regime; "
     "activite* ?physique*|sportive*; exercice*; hygiene vie; "
     "reprendre|reprise; reeducation; suivi; cicatrisation; que puis je "
     "faire; manger"},
    {KIND_EFFECTIVENESS,
     "efficac*; ca|il|elle marche; resultats; etudes cliniques; fonctionne "
     "vraiment; preuves; combien ..  agir|agisse; fiab*"},
    {KIND_HOW_IT_WORKS,
     "comment ..  agit|fonctionne|agissent|marche|fonctionnent; mecanisme*; "
     "mode ?d action; pharmaco*; proprietes; fonctionnement; action X"},
    {KIND_ACCESS,
     "cout*; prix; rembours*; ou trouver|acheter|faire|obtenir|consulter; "
     "tarif*; combien ..  coute*; assurance; ordonnance; obtenir; "
     "disponib*; rendez vous; prise ?en charge financiere"},
    {KIND_PREVALENCE,
     "frequence; combien ?de personnes|cas; est ..  "
     "frequent*|rare|courant*; prevalence; incidence; epidemiolog*; "
     "chiffres; statistiques"},
    {KIND_OUTLOOK,
     "pronostic; evolution; combien ?de temps ..  dure*|vivre|vit; "
     "esperance ?de vie; guerison; guerir; guerit; peut on guerir; survie; "
     "duree; recidive*; rechute*; avenir"},
    {KIND_PROCEDURE,
     "comment ..  deroule*|pratique*|realise*|fait|prepar*|administre*; "
     "deroulement; prepar*; que se passe; technique; pendant; avant "
     "X|examen|operation|intervention; est ce douloureux; douleur*; "
     "anesthesie; seances; etapes",
     "procedure test vaccine"},
    {KIND_PROCEDURE,
     "comment se ..  deroule*; comment est ..  pratique*|realise*; "
     "deroulement; preparation; preparer; que se passe; procedure"},
    {KIND_COMPOSITION,
     "composition; excipient*; contenu; ingredient*; contient; aspect; noms "
     "?de commerciaux|marque; presentation*; forme pharmaceutique; autres "
     "noms; emballage; incompatibilites"},
    {KIND_DOSAGE,
     "comment prendre|utiliser|dois|doit|faut|administrer|appliquer; "
     "posologie; dose|doses; dosage; mode ?d administration|emploi; quand "
     "prendre; combien ..  prendre; calendrier; schema; administration"},
    {KIND_USES,
     "dans ?quels ?quel cas; utilise*; indication*; pourquoi ..  "
     "prescri*|utilise*|faire|pratique*|realise*|besoin; qui "
     "?peut|doit|devrait recevoir|prendre|beneficier|faire|vacciner; qui .. "
     " peut|doit|devrait; a quoi sert|servent; candidat*; but; "
     "usage|usages; quand ..  utilise*|prescri*; pour qui"},
    {KIND_CAUSES,
     "a quoi est|sont; qu est ce qui cause|provoque; pourquoi ..  "
     "survient|apparait|developpe; comment ..  "
     "attrape*|transmet|contracte|propage; d ou vient; est ..  contagieu*; "
     "contagi*"},
    {KIND_SYMPTOMS,
     "comment savoir|reconnaitre; que ressent; comment se manifeste*; "
     "symptome*"},
    {KIND_DIAGNOSIS,
     "comment ..  diagnosti*|depist*|detect*; que signifient ..  resultats; "
     "diagnosti*"},
    {KIND_TREATMENT,
     "comment ..  soigner|traiter|soigne*|traite*|soulager; que faire; "
     "quel|quels ..  traitement*"},
    {KIND_BENEFITS,
     "benefice*; bienfait*; avantage*; pourquoi ..  vacciner|choisir"},
    {KIND_MORE_INFO,
     "autres|plus ?d information*; informations ?supplementaires "
     "complementaires|supplementaires; savoir plus; reference*; "
     "bibliographie; recherche*; essais cliniques; associations; sources; "
     "liens; ressources; mythes; idees recues; titulaire; groupes ?de "
     "soutien|parole; soutien"},
    {0}};

static const struct kind_rule named[] = {
    {KIND_OVERVIEW,
     "definition; bref; resume; introduction; presentation; description; "
     "apercu; generalites; essentiel; vue ensemble; comprendre"},
    {KIND_TYPES,
     "type|types; stade|stades; forme|formes; classification; varietes; "
     "phases; grades"},
    {KIND_CAUSES, "cause|causes; transmission; origine*; etiologie; contagion; "
                  "contamination; declencheur*; propagation"},
    {KIND_SYMPTOMS, "symptome*; signe|signes; manifestation*"},
    {KIND_DIAGNOSIS,
     "diagnostic*; examen*; depistage; test|tests; analyses; bilan"},
    {KIND_TREATMENT,
     "traitement*; therapie*; therapeutique*; prise en charge; soin|soins; "
     "alternative*; chirurgie; medicament*; remede*; options"},
    {0}};

static const struct kind_rule fallback[] = {
    {KIND_POPULATIONS,
     "enfant|enfants; adolescent*; nourrisson*; bebe*; sujets ages; "
     "personnes agees; insuffisan* renale|renal|hepatique; populations; "
     "pediatri*; geriatri*"},
    {KIND_OVERVIEW,
     "^qu est ce que; ^qu est; ^c est quoi; ^X$; que sont; quoi agit; "
     "^quoi; X qu est ce"},
    {0}};

const struct kind_phrases kind_phrases_fr = {
    .dropped =
        "le la les l un une des du de vos votre mon ma mes son sa ses leur "
        "leurs aux au",
    .rules = {[RULES_ASKED] = asked,
              [RULES_NAMED] = named,
              [RULES_FALLBACK] = fallback},
};
