/* English headings and questions. The rules speak of words folded to lower
 * case, without articles and possessives, contractions written out. */
#include "article/kind_phrases.h"

/* The order decides: what must not be missed, and exceptions, come first. */
static const struct kind_rule asked[] = {
    {KIND_STORAGE, "precaution* for storage|disposal; storage conditions"},
    {KIND_COMPOSITION,
     "how supplied; dosage|available|pharmaceutical forms; "
     "brand|trade|generic name|names; forms and strengths; what X "
     "looks|look like; does X contain; contents of pack*; package label; "
     "other names; also known as; what .. contain|contains; what is in X; "
     "what is|are X made of|from; made of; container; display panel; "
     "^names|name$; what .. called"},
    {KIND_OVERVIEW,
     "^questions and answers; ^frequently asked; ^do you have information"},

    {KIND_EMERGENCY,
     "overdos*; emergenc*; call|dial|ring|phone "
     "999|911|112|000|111|ambulance; ambulance; too much|many; "
     "took|take|taken|used|use more than; than ?you should; poison control; "
     "go to er|hospital; severe|serious|life ?threatening "
     "?allergic|hypersensitivity reaction|reactions; anaphyla*; red "
     "flag|flags; first aid; immediate action; serious problem"},
    {KIND_DOSAGE,
     "if ?i|you ?have "
     "forget*|forgot*|miss|missed|missing|skip|skipped|stop*; "
     "miss|missed|forget|forgot|skip ?to ?take "
     "dose|doses|pill|tablet|injection; before i|you stop; can|should|may "
     "i|you|we|people ?safely ?suddenly stop ?taking|using; stop* "
     "taking|using; come|get off X; how often|long|much should|do|can|must "
     "?i|you|we|people|adults|children ..; taper*; double dose; with or "
     "without food; on empty stomach; with meals; best time of day; time of "
     "day; how .. switch",
     "medicine vaccine"},
    {KIND_DOSAGE,
     "if ?i|you ?have ?suddenly forget*|forgot*|miss|missed|stop; "
     "miss|missed|forget|forgot|skip ?to ?take "
     "dose|doses|pill|tablet|injection; stop* taking|using; how much|many "
     "should|do|can i|you take|use; how often should|do|must|can "
     "i|you|people|we .. take|use|have|get|be; how often X .. "
     "taken|used|given; how long should|do|must|can|will i|you ?need ?have "
     "?to take|use"},

    {KIND_POPULATIONS,
     "pediatric|paediatric|geriatric use; use in "
     "specific|special|pediatric|geriatric|elderly|older|children|patients; "
     "specific|special populations"},
    {KIND_INTERACTIONS, "ask doctor ?or pharmacist ?before ?use"},
    {KIND_EFFECTIVENESS, "know if|whether|that X ?is ?medicine working|works",
     "medicine vaccine procedure"},
    {KIND_DOSAGE, "rest of life; for life; for ever; forever", "medicine"},
    {KIND_MORE_INFO, "give|get|find|have .. information|leaflet"},
    {KIND_AFTERCARE, "able to drive|work|exercise|shower|swim|fly|travel",
     "procedure test"},
    {KIND_PROCEDURE,
     "what happens|happen during; ^before X; expect|happens|happen|do "
     "before X; in advance; stop eating|drinking; hospitali*; "
     "in|at|leave|stay ?in ?overnight hospital; hospital stay; anesth*; "
     "anaesth*; sedat*; awake; asleep; put to sleep|under; who "
     "performs|does|carries; hurt|hurts|painful|uncomfortable",
     "procedure test"},
    {KIND_DOSAGE,
     "take|taken X .. with|without|before|after|on ?or ?without "
     "food|meal|meals|water|milk|empty|eating",
     "medicine"},
    {KIND_COMPOSITION, "what ?does X look|looks like", "medicine"},
    {KIND_AFTERCARE,
     "drive|driving|eat|drink|work|exercise|shower|wash|swim|fly .. "
     "after|home|afterwards",
     "procedure test vaccine"},
    {KIND_DIAGNOSIS, "when|soon|long .. result|results", "test"},
    {KIND_INTERACTIONS,
     "diet*|food|foods|eat .. with|taking|while; dietary restrictions",
     "medicine"},
    {KIND_RISK_FACTORS,
     "can|could|might|will i|you|he|she|anyone|children|everyone|child "
     "get|develop X",
     "condition"},
    {KIND_SYMPTOMS, "^can|does|do|could X ?also affect|spread", "condition"},
    {KIND_DOSAGE,
     "how many doses|shots|jabs|injections; when should .. vaccinated; "
     "booster*; catch up; schedule",
     "vaccine medicine"},
    {KIND_EFFECTIVENESS,
     "when will|do|can|should|would i|you ?start ?begin ?to "
     "feel|notice|see; how soon|quickly|fast will|do|can i|you|X .. "
     "feel|notice|see|work*; how long .. "
     "protection|protected|immunity|protect; still get "
     "X|sick|infected|ill|flu|it; results ?last",
     "medicine vaccine"},
    {KIND_ACCESS,
     "where ?can|do|should ?i|you|we ?to ?go get|be|have|find|buy "
     "X|vaccinat*|tested|treated|it; need prescription",
     "medicine vaccine procedure test"},
    {KIND_CAUSES, "catch X; catching", "condition"},
    {KIND_RISKS,
     "happen|happens if .. not|untreated|nothing|ignore*|refuse|delay",
     "condition procedure test other"},
    {KIND_USES,
     "why ?do|does|did|would|should|might i|we|you|someone|people ?still "
     "need; why ?is|are|was ?X|you|doctor|this "
     "?test|procedure|operation|surgery|treatment|medicine "
     "needed|necessary|recommend*|performed|prescribed"},
    {KIND_TREATMENT,
     "used to treat|manage|relieve X; what|which ?type|types|kind|kinds ?of "
     "medicine*|medication*|drugs .. treat|used|help|available|prescribed X"},
    {KIND_CONTRAINDICATIONS,
     "contraindic*; contra indic*; not .. candidate|candidates; not "
     "suitable|appropriate|eligible|recommended|advised|advisable|right|"
     "safe for; unsuitable|ineligible; who|whom .. "
     "should|can|must|may|could|might not|never; who should|must|needs|need "
     "?to avoid|skip|wait|delay|postpone; who X is not; who is|are not; not "
     "be used|taken|given|treated; do not ?ever "
     "use|take|give|have|receive|get; should|must|can|may not "
     "?you|i|people|patients|be use|take|have|receive|undergo|get|try; "
     "?people|patients|anyone who should|can|must not; should|can "
     "everyone|anyone|everybody|anybody; when .. not to ?be "
     "use|used|take|taken|have|given; when .. should|must|can not; "
     "reasons|reason not to; rule|rules|exclude|disqualif* .. out|from; "
     "exclusion*; when is X not; for whom .. not; prevent|stop|keep "
     "me|you|someone from having|getting|taking|using"},
    {KIND_INTERACTIONS,
     "interact*; ^medicine*|medication*|drugs|supplements and|with X; X "
     "and|with medicine*|medication*|drugs; medicine*|medication* .. "
     "matter|affect; food|foods or|and drink|drinks|beverages; alcohol .. "
     "and|with X; X and|with alcohol; drink* alcohol; drink* wine|beer; "
     "with|and ?my ?other ?prescription "
     "medicine|medicines|medication|medications|drug|drugs|herb|herbs|"
     "herbal|supplement|supplements|food|foods|vitamins|painkillers|"
     "antibiotics|vaccines; other medicines|medications|drugs|vaccines; "
     "together|combined|combine|mixed|mix with; take|use|have|taking|using "
     "X with; same time as|with; at same time; dietary instructions; "
     "grapefruit; with caffeine; on birth control|pill|blood|antibiotics"},
    {KIND_PREGNANCY,
     "pregnan*; breast feed*|fed|milk; breastfe*; breastmilk; lactat*; "
     "nursing mother*|woman|women|while; nursing; contracept*; fertil*; "
     "infertil*; conceive; conception; trying for baby; planning "
     "baby|family; have children ?later; teratogen*; nonteratogen*; "
     "reproductive potential; childbear*; labor|labour ?and ?or delivery; "
     "unborn; fetus; foetus; fetal"},
    {KIND_CONTRAINDICATIONS,
     "can|should|may i|you|someone|people|person|patients|we .. "
     "have|take|get|use|receive|undergo|try .. if i|you|they|he|she "
     "have|am|are|has|is|had; if allergic; safe for "
     "everyone|people|someone|patients|those; can|may|should "
     "people|patients|someone|person|those with|on|who "
     "have|take|use|get|receive|undergo; allergic to .. get|have|take"},
    {KIND_POPULATIONS,
     "safe for|in ?my ?young|older|elderly "
     "child|children|kids|teens|babies|infants|toddlers|seniors|adults|"
     "people; can|may|should ?my ?young|older|elderly "
     "child|children|kids|kid|teens|teenagers|babies|baby|infants|"
     "toddlers|toddler|seniors|adults .. have|take|use|get|be"},

    {KIND_WARNINGS,
     "warnings|warning ?and|or precautions; special warnings; "
     "boxed|important warning*|safety; black box; precautions "
     "for|with|when|while; need to know before; what ?should|must|do "
     "?i|you|we ?need ?to know|consider|tell|discuss|mention|check|do|think "
     ".. before ?i|you|having|taking|using|starting|getting|use|take; "
     "before ?you|i|we|using|taking|starting|use|take|start ?of "
     "take|taking|use|using|start|starting|X$|decide|get|have; ^before use; "
     "tell doctor|provider|surgeon|healthcare|dentist|nurse|team; ask "
     "doctor|pharmacist ?or ?doctor|pharmacist ?before ?use; keep out of; "
     "out of reach; when using; stop use; is|are X ?very ?really "
     "?completely safe; how safe; safety; unsafe; drive|driving and|or "
     "?operate|operating|use|using ?heavy machin*; machin*; can|may|should "
     "i|you drive; addict*; habit forming; abuse; misuse; dependence; "
     "withdrawal; allerg* to X; monitor*; important information|facts .. "
     "?know; be careful; caution*; immunogenicity",
     "medicine vaccine procedure test other"},
    {KIND_WARNINGS,
     "warnings|warning ?and|or precautions; special warnings; "
     "boxed|important warning*; black box; important .. information|facts "
     "?about|i|you .. ?know; need to know before; before ?you|i "
     "take|taking|use|using; special|safety|general ?concerns ?or|and "
     "precaution*; is|are X ?really safe; how safe; safety; tell doctor; "
     "ask doctor ?or ?pharmacist before; keep out of reach; when using; "
     "stop use; drug abuse|dependence; abuse and|or dependence; operat* "
     "machin*; drive ?and|or ?use|operate machin*; drive|driving; addict*"},
    {KIND_WARNINGS, "what .. should|must|do|need i|you|to tell"},
    {KIND_SIDE_EFFECTS,
     "side effect*; "
     "adverse|undesirable|unwanted|untoward|undesired|bad|allergic "
     "reaction*|effect*|event*|experience*; clinical trial|trials "
     "experience; postmarketing|marketing experience; other reactions; "
     "reactions to; make|makes me|you|people "
     "feel|sick|sleepy|tired|drowsy|gain|lose|ill|dizzy|nauseous|fat; "
     "feel|sick|ill from X"},
    {KIND_SIDE_EFFECTS,
     "can|does|do|will|could|may X ?really "
     "cause|make|affect|give|damage|lead|raise|lower|increase; cause|causes "
     "weight|hair|acne|headache*|sleep*|drows*|depress*|bleeding|diarrh*|"
     "constipation; reaction*",
     "medicine vaccine"},
    {KIND_SEE_DOCTOR,
     "when .. "
     "see|seek|call|contact|consult|visit|ask|talk|phone|worry|worried|"
     "concerned|doctor|gp; when .. get|need|ask help; "
     "seek|get|getting|need|needs|seeking ?immediate|urgent|prompt|medical "
     "medical|help|attention|advice|care$ ?help|attention|advice|care; "
     "see|call|contact|ask|consult|visit|talk|speak ?to|with ?family "
     "doctor|gp|physician|specialist|provider|nurse|pharmacist|dentist|"
     "midwife|surgeon|dermatologist|health|healthcare|medical|team|"
     "professional; need to ?go ?see ?to doctor|gp|specialist; questions "
     "to|for|i ask|doctor|should; what ?should i|you ask; should i|we|you "
     "be worried|concerned|alarmed; should i|we worry|panic; need to "
     "worry|be|see doctor|concerned|worried; which|what ?kind|type|sort ?of "
     "doctor|doctors|specialist*|provider*; what ?kind|type|sort ?of "
     "doctor*|specialist*; who should|do|can i|you see|call|contact|ask; "
     "preparing for appointment; ask for urgent|appointment; questions or "
     "comments; who treats|diagnoses"},

    {KIND_RISKS,
     "benefit* .. risk*|harm*|danger*|downside*; advantages .. "
     "disadvantages|risk*|harm*; what|anything could|can|might go|goes "
     "wrong; what|other|health|medical|serious|term problem* .. "
     "cause|caused|happen|lead|after|from|with|associated; if ?X "
     "?is|are|goes|left|i|you|do|does ?do ?not ?have|be|get|seek "
     "untreated|treated|treatment|treat; untreated; left alone|undiagnosed; "
     "die|dying|death ?rate from|of; kill|deadly|fatal|lethal; life "
     "threatening; how|very|really|is|are ?X "
     "serious|dangerous|harmful|bad|risky|severe; long ?term "
     "effect*|consequence*|problem*|damage; consequences; lead to|cause "
     "?other ?more cancer|death|problems|complications|damage; "
     "do|does|can|could|will X cause|lead|turn|damage|increase|harm|hurt; "
     "related|associated health|conditions ?problems; disadvantage*; "
     "drawback*; downside*; radiation"},
    {KIND_RISK_FACTORS,
     "at ?higher|increased|greater|high|most|highest|more risk; who "
     "?usually ?else ?most gets|get|develops|has X$; who ?usually "
     "gets|develops; who is|are|can|might ?be ?more ?most ?likely ?to "
     "affected|get|develop|likely; who can|could|might get|catch|develop; "
     "who does X affect; who X affects; more|most|less likely to; "
     "increase*|raise*|higher|greater|affect* .. "
     "risk|chance*|odds|likelihood|likely; chance* of "
     "getting|developing|having|passing; inherit*; heredit*; runs|run in "
     "?families|family; passed|pass|passes ?down|on ?to ?through "
     "in|to|through|from "
     "families|children|child|parents|generation*|kids|baby; predispos*; "
     "susceptib*; vulnerable; family members|history; is|are X "
     "genetic|hereditary|inherited|familial; high risk; risk of "
     "getting|developing|having; my risk|chance*|odds; is genetic; will "
     "my|children|child|kids|relatives ?also get|have|inherit|develop; "
     "pharmacogenomic*; genetic counsel*"},
    {KIND_PREVENTION,
     "prevent*; avoid "
     "getting|catching|X|having|passing|spreading|another|developing|"
     "flare*|infection|attack*; how .. avoid|avoided; "
     "reduce|lower|reducing|lowering|decrease|cut|minimize|minimise|"
     "minimising|minimizing ?my|your ?the "
     "risk|chance*|risks|likelihood|odds; protect|protecting|protection "
     "?myself|yourself|people|others|family ?from|against; keep|stop .. "
     "from "
     "?getting|coming|happening|spreading|returning|worse|recurring|"
     "occurring; stop .. coming back; stop ?X spread*; prophyla*; is there "
     "?any vaccine; vaccine for|against X; stay safe; staying safe|healthy",
     "condition other"},
    {KIND_PREVENTION,
     "how .. prevent|prevented|avoid|avoided; "
     "prevented|prevention|preventing|prevent$; prevent X; "
     "reduce|lower|decrease ?my|your risk|risks|chance*; protect "
     "myself|yourself"},

    {KIND_AFTERCARE,
     "live|living|life|lives|coping|cope|deal|dealing with|after|like; "
     "recover*; aftercare; after "
     "care|X|surgery|operation|procedure|treatment|test|vaccination|"
     "appointment|having|i|session; self care|help; downtime; down time; "
     "home care|remedies|remedy|treatment; at home; lifestyle; "
     "go|get|return|going|returning ?back to ?normal "
     "work|school|normal|activities|sport*|driving|exercise|gym; back to "
     "work; day to day; daily life|living|activities; things ?you ?that|can "
     "?can do ?yourself; what ?else ?can|should|could i|you|we do .. "
     "myself|yourself|help|feel|ease|better|at|cope|manage; take|taking "
     "care; look|looking after; care|caring for|of; how soon|long "
     "?after|before ?will|can|until|do|should .. i|you ?can "
     "drive|work|exercise|shower|swim|bathe|fly|travel|return|resume|go|"
     "wear|recover|heal|normal|eat|drink|back; when|can|may|should|soon "
     "can|may|will|should|i|you ?i|you ?be ?able ?to ?safely ?start "
     "drive|work|exercise|shower|swim|bathe|fly|travel|resume|smoke|"
     "sunbathe|lift; can|may|should|will i|you ?still ?be ?able ?to "
     "return|wear|eat|drink|go|get|leave|play|have .. "
     "activities|usual|sex|work|home|makeup|sport*|back|normal|abroad|"
     "outside|sun; sex; exercise; physical activity; rehab*; "
     "diet|nutrition|eating; what ?foods|food|should|can|to ?i|you ?not "
     "?avoid eat|drink; what|which foods|food|vitamins; foods to; healing; "
     "follow up ?care|visits; help ?yourself|myself heal; sleep|work|travel "
     "with; care ?for|of ?at|your|wound|yourself; pain after; ^ scar*; "
     "leave|have|get|be ?a|any|permanent ?permanent scar*; when will i|X "
     "?feel|heal|be normal|healed|better|fully; special diet"},
    {KIND_HOW_IT_WORKS,
     "how do|does|did|will|can|might|would X ?actually work|act|function; "
     "how X works|acts|functions; how|what .. works in|inside; action of"},
    {KIND_MORE_INFO,
     "where .. support|information|resources|learn|read; support group*; "
     "find support"},
    {KIND_EFFECTIVENESS,
     "how well|effective*|successful|good|accurate|reliable; effective*; "
     "efficac*; success|cure rate*|chance*; does|do|will|did|can|is|are X "
     "?really ?actually ?still ?even "
     "work|works|working|help|helps|effective; evidence; clinical "
     "studies|efficacy|results; studies show; proven; prove; how "
     "long|soon|fast|quickly|many ?days|weeks "
     "?does|do|will|until|before|for ?X|i|you ?take ?to "
     "start|starts|begin|work|works|kick|protect|notice|see|feel; how long "
     ".. to work|kick|see|notice|act; how long .. before ?i|you|it|X "
     "?see|notice|works|work|result*|start*; when will|do|can|should|would "
     "i|you ?start ?begin ?to notice|see|feel; see|expect|get ?what "
     "results; ^results ?of|from|and; ^results$; worth; compare*; better "
     "than; as good as; what research|studies|science say|says|show|shows; "
     "accura*; expected results; permanent",
     "medicine vaccine procedure other"},
    {KIND_EFFECTIVENESS,
     "how well|effective*|successful|accurate|reliable; effectiveness; "
     "efficac*; success rate*; does|do X ?really ?actually work|help; "
     "evidence; clinical studies|efficacy; to work; start ?to work*; "
     "accura*; worth"},
    {KIND_EFFECTIVENESS,
     "how long do|does|will .. last; how long is|are X .. good|effective; "
     "wear off; last*",
     "medicine vaccine procedure"},
    {KIND_HOW_IT_WORKS,
     "how .. work|works|act|acts|function|functions; mechanism*; mode of "
     "action; action of; ^action*; pharmaco*; pathophysiolog*; what "
     "?exactly does|do X do; what X does|do; how|what .. affect|affects "
     "body|brain|skin|immune|heart; happens in|inside body; science behind"},
    {KIND_ACCESS,
     "cost*; price*; pricing; expens*; insur*; afford*; "
     "pay|paid|pays|paying; medicare; medicaid; nhs; free of charge; "
     "reimburse*; covered; coverage; get|book|arrange|make|obtain "
     "appointment|prescription|referr*; where .. "
     "get|buy|find|have|done|go|available|obtain|purchase; where ?to ?can "
     "?i get|buy|find; over counter; need|without|get prescription; "
     "prescription only|needed|required; find|choose|choosing|finding "
     "?right|good|qualified "
     "expert*|specialist*|doctor|surgeon|provider*|clinic*|dermatologist; "
     "^availab*; is|are X free; waiting time*|list*; getting X$; access; "
     "how ?do|can ?i|you ?to get|buy|obtain X$; referral*|referred",
     "medicine vaccine procedure test other"},
    {KIND_ACCESS,
     "cost*; price*; expens*; insur*; afford*; pay|paid|pays|paying; "
     "medicare; medicaid; coverage; waiting time*|list*; find ?right "
     "expert*|specialist*|doctor|surgeon|provider; financial; where .. "
     "get|buy|find; how to get|obtain X$; how .. get "
     "treatment|treated|tested|vaccinated"},
    {KIND_MORE_INFO,
     "more "
     "?about|information|info|details|resources|questions|help|facts|"
     "reading; learn|find|read more|out; for more; "
     "further|additional|other|related|useful|general|supplementary "
     "information|reading|resource*|topic*|article*|link*|condition*|help|"
     "questions|support|considerations; anything|something|what else i|you "
     "should|need ?to ?know; support group*|organi*|network*|services|for; "
     "find support|information; where .. support; research; clinical "
     "trial*; trials; references; sources; bibliograph*; citation*; further "
     "reading; resources; organi*ation*; myth*; misconception*; fact "
     "or|vs|and fiction; patient counsel*|information; manufacturer; "
     "manufactured; marketing authori*; about this|these|our "
     "leaflet|page|article|information|pdq; contact us|information; "
     "patient|personal|real stor*; stories; history of; news|latest; recent "
     "?major changes; government doing; public health agencies; legal "
     "status; registered; revision; last reviewed; credits; authors; "
     "how|when was|were X|they .. developed|invented|discovered|approved; "
     "disclaimer; glossary; who wrote|developed|invented|discovered|makes; "
     "true that; links; see also; other questions; questions about; "
     "^questions$; leaflet"},
    {KIND_PROCEDURE,
     "what happens|happen during|at|when|on|in|next|before|first|then; what "
     "happens$; what ?to ?can|should|will|do|might ?i|you|we|patients|they "
     "?to ?can ?should expect|happen; what will|does|do "
     "doctor|they|dentist|nurse|surgeon do; how "
     "is|are|was|will|do|does|can|it "
     "?X|test|surgery|procedure|treatment|they|doctors|operation|doctor|"
     "vaccine ?is ?be "
     "done|performed|given|carried|administered|conducted|perform; how .. "
     "performed|carried|administered|inserted|removed; prepar*; get ready; "
     "getting ready; what does|do X ?test|procedure|surgery involve*; "
     "involved in; how long does|do|will|is .. "
     "take|procedure|surgery|test|appointment|session|operation; how many "
     "?sessions|treatments|injections|appointments|visits; step*; "
     "before|during ?and|or ?after "
     "X|test|exam|procedure|surgery|operation|treatment|appointment|"
     "session; ^before|during$; day of; hurt|hurts|painful|pain "
     "during|pain$; uncomfortable; anesth*; anaesth*; sedat*; awake; "
     "asleep; numb*; who does|performs|will perform|do|carry|give|be; where "
     "is|will|does X ?be done|performed|given|take|happen; stay "
     "in|overnight hospital; hospital stay; instructions for use; what is "
     "done|involved; how it is|will done|given|performed; what .. feel "
     "like; will i|you feel|be; contrast; fasting",
     "procedure test vaccine other"},
    {KIND_PROCEDURE,
     "how is|are X given; what happens during|at|on|before; what happens in "
     ".. test|surgery|procedure; what happens$; what ?to ?can|should|will "
     "?i|you expect during|before|at|from|on; how ?is|are X ?test|surgery "
     "done|performed|carried ?out; how .. performed|carried|administered; "
     "prepar*; instructions for use; surgical technique; before|during ?X "
     "test|exam|procedure|surgery|operation|treatment"},
    {KIND_DOSAGE,
     "how should|is|are|do|to|can|must|will ?i|you|X|we|people ?be|supposed "
     "?to take|taken|use|used|inject|injected|apply|applied|swallow; how "
     "and when; how X is|are taken|used; when to "
     "take|use|apply|inject|give; when|time ?of ?day ?is|should|do|to "
     "?X|i|you ?be ?best ?to take|taken|use; how long|often|much|many "
     "?should|do|does|is|are|can|must ?X|i|you ?to take|taken|use|given; "
     "schedule|regimen; doses; dos*; direction*; posolog*; administ*; "
     "instructions; booster*; how often; how many "
     "doses|shots|tablets|pills|drops|times; how much; maximum; long term "
     "use|treatment; adjust*; method of"},
    {KIND_USES,
     "indicat*; limitations of use; use|used for|to|in; why "
     "?is|are|do|does|was|would|should|might "
     "?X|i|you|doctor*|people|test|procedure|medicine|medication ?be "
     "need|needed|done|prescribed|used|given|performed|have|take|use|"
     "taking|taken|required|recommended|ordered|order; why it|X is|are; "
     "purpose*; prescribed|prescribe; who|when "
     "should|can|needs|need|could|may|might|must|is|are|will "
     "?i|you|we|to|X|people ?be|to "
     "have|get|take|use|receive|consider|undergo|used|recommended|needed|"
     "given|done|offered|necessary|vaccinated|tested|be; who is X "
     "for|offered|given|suitable; candidate*; "
     "right|suitable|good|appropriate|recommended for|choice|option "
     "?me|you|my; suitab*; eligib*; what is|are X for; what ?conditions "
     "does|do|can X treat|treats; what conditions|diseases|problems; do "
     "i|you|we|people|adults|children ?really ?still need|have to; other "
     "uses; who needs|gets|should; should i|you|we "
     "have|get|take|use|consider|be; uses; ^use$; intended use; how is|are "
     "X used; recommend*; reasons|reason for|to|why; when "
     "?is|should|do|would ?X|i|you ?be "
     "need|needed|used|have|get|done|given|recommended|use",
     "medicine vaccine procedure test other"},
    {KIND_USES,
     "^uses$; ^uses|use of; ^used for; uses for; indicat*; limitations of "
     "use; intended use; used for|to treat; what .. used for; why "
     "?is|are|do|was ?X|this|test|i|drug|medicine|medication ?need ?be "
     "prescribed|done|used|given|performed|prescribe; why it is|was "
     "done|used|performed; who should|can|needs|is|could ?to ?be "
     "have|get|take|receive|considered|vaccinated|eligible|tested|screened; "
     "^purpose*; good candidate*; candidate*; right for ?me|you; other "
     "uses; prescribed"},
    {KIND_BENEFITS,
     "benefit*; advantage*; pros and cons; ^pros$; why get|choose|be "
     "vaccinated|X|vaccinat*; ^why get|choose; why vaccinat*; good for; how "
     "can|could|will|does|might|do X help|improve|benefit; what "
     "can|will|does X ?do help|do for; help me|you|my|with; improve*; what "
     "X is for; what|why .. protect; why .. important|matter"},

    {KIND_COMPOSITION, "inactive|active ingredient*"},
    {KIND_CAUSES,
     "what ?exactly ?actually ?really ?usually ?else "
     "cause|causes|caused|triggers|makes|leads; make|makes X worse|flare; "
     "worsen*; aggravat*; flare up; why do|does|did ?some "
     "?people|i|you|X|we|children get|happen|develop|occur|have|got; why "
     "do|does|did|am|is|are; genetic changes|mutation*; genes ?are related; "
     "how do|does|did|can|is|could|would|might "
     "?people|person|you|i|we|someone|X|disease|virus|infection ?be "
     "get|happen|develop|start|begin|occur|catch|spread|spreads|"
     "transmitted|become|infected|caught|form|arise; where does X come; "
     "come from; contagio*; infectious; transmi*; catch X; catching; "
     "spread* ?from|by|through|person|X$|easily; how X spreads|spread; who "
     "?first result of; due to; passed from|between",
     "condition other"},
    {KIND_CAUSES,
     "what causes|cause|triggers; genetic changes; contagious; genetic "
     "mutation*; how .. spread|transmitted; how do people|you get|catch X"},
    {KIND_OUTLOOK,
     "outlook; prognos*; life expectancy; surviv*; how long .. "
     "live|last|lasts|have|go|sick|contagious|gone|stay; how long does X "
     "take; lifespan; go|goes away; get|gets|getting worse|better; "
     "come|comes back; return after; cured|curable; progress*; recurren*; "
     "relapse*; remission; natural history; course of; clinical course; "
     "^course$; what to|can|should|does|will|might ?i|you|future ?to "
     "expect|hold|happen; future; expectations; can ?you|i|people|someone "
     "?X ?ever ?fully ?completely ?be "
     "die|live|recover|cured|heal|reversed|grow|resolve|outgrow*; "
     "chronic|permanent|lifelong|temporary; long term outlook; mortality; "
     "chances of; outgrow*; will|can|could|does .. return|recur|relapse; "
     "what happens ?next|over|as|later; disab*; quality of life; how ?bad "
     "?serious ?will ?X ?affect my|your|his|her life; stay with; develop* "
     "over time",
     "condition"},
    {KIND_OUTLOOK,
     "outlook; prognos*; life expectancy; surviv*; how long .. live; "
     "lifespan; go away; get worse; come back; natural history; curable; "
     "how long does X last; can ?people ?X ?with be cured"},
    {KIND_PREVALENCE,
     "how common|rare|widespread|frequent|frequently|prevalent|unusual; how "
     "many ?new|people|children|adults|americans|cases|women|men|persons; "
     "prevalen*; inciden*; statistic*; epidemiolog*; frequency of; "
     "^frequen*; number of cases|people; how often do|does|is .. "
     "occur|happen|diagnosed|found|seen|get|affect; is|are X "
     "?very|a|really|so common|rare|frequent; facts and figures; ^how often"},
    {KIND_SYMPTOMS,
     "warning|early|first|common sign*|symptom*; "
     "feel|feels|look|looks|present|presents like; what ?does|do|is|are X "
     "feel|look; what .. looks|look|feels|feel like; how "
     "?do|can|would|will|might|does|could i|you|someone|people|person|to "
     "?can ?i|you tell|know|recognize|recognise|spot; do i have X; check if "
     "you; clinical features|presentation|manifestation*|picture; how .. "
     "affect|affects ?people|you|person|body|me|child*; recogni*; could i "
     "have; do|might|may|could i|you|we have X$; spot X; manifest*"},
    {KIND_DIAGNOSIS,
     "how .. "
     "diagnos*|detect*|found|identified|tested|checked|confirmed|evaluated; "
     "how do|will|does|can ?doctors|doctor|my|they ?doctor "
     "know|find|tell|check|test|diagnose; "
     "test|tested|testing|screening|screened for; test* ?and|used ?to "
     "detect|diagnos*|find|confirm|check; what|which tests|test|exams; "
     "blood test*; check for; laborator*; what do|does|will|can|is|are ?X "
     "?my|test|result* ?result* mean|show|tell|detect|diagnose|find|normal; "
     "test results; results|numbers|levels mean; understanding results; "
     "normal results; abnormal results; biops*; differential; second "
     "opinion|opinions"},
    {KIND_TYPES,
     "different|main|various|many|how type*|kind*|form*|stage*|types|kinds; "
     "types|kinds|stages|forms|subtypes|grades|categories|variants|"
     "classes|phases|type|kind|stage of|are|does; how many "
     "types|kinds|stages|forms|phases; how is|are X "
     "staged|classified|graded|grouped; staging; classif*; all X "
     "alike|same; same as|thing; what stage*; difference between; differ* "
     "from; versus; vs"},
    {KIND_TREATMENT,
     "how .. "
     "treat|treated|managed|cured|relieved|controlled|repaired|fixed|"
     "removed|manage|cure|control|relieve; get rid of; necessary|need|have "
     "to treat|be;  is|are there ?other ?another "
     "cure|treatment|treatments|medicine|medicines|medication*|drugs|"
     "painkillers|anything|surgery|way|ways|options|alternativ*; what "
     "can|could|should|will ?i|you|we|be|doctor* do|done|use|take|help; "
     "what to do; what ?should|do i do; what "
     "helps|works|relieves|medicine*|medication*|drugs|treatments; cure "
     "for; choices; alternative*; treatment|other|available "
     "options|choices|treatments; options available; need "
     "surgery|treatment|operation; instead of; do|does|will|need|should X "
     "?i ?need ?have ?to ?be treat*|treatment|surgery|antibiotics; surg* "
     "for|to|needed|necessary; new treatment*; ease|relieve|relief; doing "
     "nothing; other treatments|ways|options"},
    {0}};

/* A topic by its name: "Symptoms", "Causes and risk factors". */
static const struct kind_rule named[] = {
    {KIND_OVERVIEW,
     "overview; key features; introduction; definition*; summary; basics; "
     "at glance; key facts|points|messages; background; about|understanding "
     "X; description; essentials"},
    {KIND_HOW_IT_WORKS, "pharmaco*; mechanism*"},
    {KIND_USES, "use|uses; indications; purpose; candida*"},
    {KIND_BENEFITS, "benefit*; advantage*"},
    {KIND_EFFECTIVENESS, "effective*; efficacy; success; results; outcome*"},
    {KIND_TYPES,
     "types; kinds; stages; forms; grades; variants; subtypes; staging; "
     "classification*; categories; phases"},
    {KIND_CAUSES,
     "cause*; trigger*; etiolog*; aetiolog*; transmission; contagio*; "
     "spread; genetic*; gene|genes; reasons; origin*"},
    {KIND_RISK_FACTORS,
     "risk factor*; inheritance; heredity; heritab*; demographic*; affected "
     "populations"},
    {KIND_PREVALENCE,
     "prevalen*; inciden*; statistic*; frequency; epidemiolog*; occurrence"},
    {KIND_SYMPTOMS,
     "symptom*; sign|signs; manifestation*; presentation; features"},
    {KIND_DIAGNOSIS,
     "diagnos*; test|tests|testing; exam*; screening; imaging; "
     "investigation*; work up; workup; evaluation; assessment; detection; "
     "laboratory; x ray*; lab"},
    {KIND_OUTLOOK,
     "outlook; prognosis; course; progression; recurrence; survival; "
     "mortality; life expectancy; duration"},
    {KIND_TREATMENT,
     "treat*; therap*; management; manage|managing; cure*; remed*; surger*; "
     "surgical; medication*; medicine*; medical care; drug|drugs; "
     "rehabilitation; chemotherap*; radiotherap*; transplant*; antibiotic*; "
     "option*; control"},
    {KIND_PROCEDURE,
     "procedure*; preparation; method; technique; during; anesthesia; "
     "anaesthesia; instruments"},
    {KIND_DOSAGE,
     "dos*; administration; directions; schedule; usage; regimen*"},
    {KIND_CONTRAINDICATIONS, "contraindic*"},
    {KIND_WARNINGS,
     "warning*; precaution*; caution*; safety; ^important; allerg*; notice"},
    {KIND_INTERACTIONS, "interaction*; alcohol"},
    {KIND_SIDE_EFFECTS, "side effect*; reactions; tolerability; postmarketing"},
    {KIND_RISKS, "risk*; complication*; danger*; hazard*; harm*; consequences; "
                 "sequelae; toxicity; comorbid*; problems; safety concerns"},
    {KIND_SEE_DOCTOR, "seek help; medical help; help"},
    {KIND_AFTERCARE,
     "recovery; aftercare; self care; coping; lifestyle; diet*; nutrition; "
     "exercise; support; caregiv*; carers; rehab*; healing; follow up; "
     "living; after|afterwards; home; daily"},
    {KIND_PREVENTION,
     "prevent*; protection; vaccin* against; avoidance; prophylaxis"},
    {KIND_ACCESS, "cost*; price*; insurance; availability; appointment*"},
    {KIND_COMPOSITION,
     "ingredient*; composition; excipient*; contents; brand*; packag*; "
     "pack; formulation*; appearance; synonym*; names"},
    {KIND_STORAGE,
     "storage; store|stored|storing; dispos*; shelf life; expir*; throw "
     "away; refrigerat*; handling; keep|keeping"},
    {KIND_MORE_INFO,
     "research; references; sources; resources; links; faq*; related; "
     "trials; advocacy; organi*ations; questions; contact; information"},
    {0}};

static const struct kind_rule fallback[] = {
    {KIND_POPULATIONS,
     "child*; kid|kids; infant*; bab*; newborn*; neonat*; toddler*; teen*; "
     "adolescen*; pediatric*; paediatric*; geriatric*; elderly; older "
     "people|adults|patients|women|men; seniors; renal|kidney|hepatic|liver "
     "impairment|disease|failure|problems|insufficiency; specific|special "
     "populations|groups|patients; men; women; adults; sex; race; ethnic*"},
    {KIND_OVERVIEW,
     "^X$; ^what is|are|does|do|was; ^who|what X; mean|means; ^about; "
     "facts; explained; ^general; information"},
    {KIND_CAUSES, "^why"},
    {KIND_DOSAGE, "^how to|much|often"},
    {KIND_ACCESS, "^where"},
    {KIND_USES, "^who|when"},
    {0}};

static const struct kind_nouns nouns[] = {
    {"condition", "condition disease disorder illness"},
    {"medicine", "medicine medication drug tablet tablets medicines"},
    {"procedure", "procedure operation surgery treatment"},
    {"test", "test exam examination scan procedure"},
    {"vaccine", "vaccine vaccines vaccination shot jab immunization"},
    {0}};

static const struct kind_rule next[] = {
    {.phrases = "and what|how|why|when|where|which|who|is|are|do|does|can"},
    {0}};

const struct kind_phrases kind_phrases_en = {
    .dropped = "the a an my your our their his her its any some i'm really",
    .nouns = nouns,
    .determiners = "the a an this these that your",
    .head_last = true,
    .rules = {[RULES_ASKED] = asked,
              [RULES_NAMED] = named,
              [RULES_FALLBACK] = fallback,
              [RULES_NEXT] = next},
};
