/* Spanish headings; words are without accents. */
#include "article/kind_phrases.h"

static const struct kind_rule asked[] = {
    {KIND_STORAGE,
     "precauciones ..  conservacion|eliminacion; "
     "conservacion|conservar|almacena*|guardar|desechar; periodo validez; "
     "caducidad; eliminacion"},
    {KIND_EMERGENCY,
     "sobredos*; urgencia*; emergencia*; toma|usa|tomado|usado mas; "
     "demasiad*; llame 911|112|ambulancia; intoxicacion; reaccion ?alergica "
     "grave; anafila*; primeros auxilios"},
    {KIND_DOSAGE,
     "olvido|olvida|olvidado|olvide; omit*; si interrumpe|suspende|deja; "
     "dejar tomar; interrump*"},
    {KIND_CONTRAINDICATIONS,
     "contraindic*; no "
     "tome|use|utilice|debe|deben|deberia|deberian|puede|pueden|"
     "recomienda|recomendado|indicado|administre; quien|quienes .. evitar; "
     "no es candidat*|adecuad*|apto|apta|apropiad*; cuando no"},
    {KIND_INTERACTIONS,
     "interaccion*; otros medicamentos; con alimentos|alcohol|bebidas; "
     "alcohol; tomar|toma X con|junto; uso ?con otros"},
    {KIND_PREGNANCY,
     "embaraz*; lactancia; amamant*; fertilidad; dar ?pecho; gestacion; "
     "madres lactantes; parto"},
    {KIND_POPULATIONS,
     "uso en ninos|adolescentes|ancianos; seguro para|en "
     "ninos|ancianos|mayores; pueden ninos|ancianos|mayores; poblaciones "
     "especificas|especiales; uso pediatrico|geriatrico"},
    {KIND_WARNINGS,
     "advertencia*; precaucion*; antes tomar|usar|empezar|iniciar; "
     "conduc*|manej* ?y ?uso|utilizar ?maquinas|vehiculos; es segur*; "
     "seguridad; saber antes; maquinas; alergi* a"},
    {KIND_SIDE_EFFECTS,
     "efectos secundarios|adversos|indeseables|colaterales|indeseados; "
     "reacciones adversas; reacciones; eventos adversos"},
    {KIND_SEE_DOCTOR,
     "cuando .. "
     "medico|doctor|consultar|acudir|llamar|ir|ayuda|visitar|preocupar*|"
     "contactar; consulte|llame|acuda|hable ..  medico|doctor|profesional; "
     "preguntas ?para ?hacer ?a|al ?medico|doctor; buscar|pedir "
     "ayuda|atencion; ayuda medica; que medico|especialista"},
    {KIND_RISK_FACTORS,
     "factores ?de riesgo; quien|quienes .. "
     "riesgo|probabilidad|afecta|padece*|propens*; heredit*; herencia; "
     "hereda; en riesgo; mas riesgo; propens*; genetico|genetica; grupos "
     "riesgo"},
    {KIND_RISKS,
     "beneficios .. riesgos; ventajas .. riesgos|desventajas; problemas .. "
     "causar|causa|provocar; es peligros*|grave|serio; que pasa si no; "
     "riesgo*; complicacion*; peligro*; desventaja*; mortal; consecuencias"},
    {KIND_PREVENTION,
     "preven*; evitar; reducir ..  riesgo; protege*; impedir; disminuir ..  "
     "riesgo"},
    {KIND_AFTERCARE,
     "recupera*; cuidados ?en|despues|personales|posteriores|propios; vivir "
     "con; convivir; autocuidado; que puede|puedo|podemos hacer; despues "
     "del|X|cirugia|procedimiento|tratamiento|operacion|prueba; en casa; "
     "dieta; alimentacion; nutricion; ejercicio; estilo vida; comer; vida "
     "diaria|cotidiana; volver; cuando puedo; rehabilita*; cuidado"},
    {KIND_EFFECTIVENESS,
     "eficacia; eficaz; eficaces; efectiv*; que tan bien; funciona X$; "
     "sirve realmente; resultados; estudios clinicos; cuanto ..  "
     "tarda|efecto|hacer; evidencia; vale pena"},
    {KIND_HOW_IT_WORKS,
     "como funciona*|actua*|trabaja; mecanismo*; "
     "farmacolog*|farmacodinam*|farmacocinet*; que hace X; propiedades; "
     "modo accion"},
    {KIND_ACCESS,
     "cuesta|cuestan; coste*|costo*; precio*; seguro medico; donde ..; "
     "obtener; conseguir; receta; disponib*; cubre; pagar; acceso; cita"},
    {KIND_PREVALENCE,
     "que tan comun|frecuente*; a ?cuantas personas; cuantas ..; con ?que "
     "frecuencia ocurre|aparece|se; es comun|frecuente|raro|rara; "
     "frecuencia; prevalencia; incidencia; estadistic*; epidemiolog*",
     "condition other"},
    {KIND_PREVALENCE,
     "que tan comun|frecuente*; a cuantas personas; prevalencia; "
     "incidencia; estadistic*; epidemiolog*"},
    {KIND_OUTLOOK,
     "pronostico; cuanto ..  dura|duran|vive|vivir|durar; perspectiva*; "
     "esperanza ?de vida; se cura; tiene cura; curarse; supervivencia; "
     "evolucion; desaparece; expectativa*; curso"},
    {KIND_PROCEDURE,
     "como ..  hace|realiza|administra|lleva|prepar*; que "
     "sucede|pasa|ocurre|esperar ..; prepara*; procedimiento; durante; "
     "antes X|prueba|procedimiento|cirugia; duele; dolor*; anestesia; "
     "sesiones; pasos",
     "procedure test vaccine"},
    {KIND_PROCEDURE,
     "como ..  hace|realiza; que sucede|pasa|ocurre durante; que esperar "
     "durante|antes; preparacion; prepararse; procedimiento"},
    {KIND_COMPOSITION,
     "composicion; excipientes; ingrediente*; contenido ?de|del "
     "envase|paquete; aspecto; que contiene; presentacion* farmaceutica*; "
     "nombres comerciales|comercial; marcas; forma farmaceutica; otros "
     "nombres; presentaciones; envase; incompatibilidades"},
    {KIND_USES,
     "para ?que .. utiliza*|sirve*|usa*|receta*|prescribe*|indicad*|es; por "
     "?que ..  hace|realiza|receta|prescribe|usa|necesito|necesita; "
     "indicacion*; usos; quien ..  debe|deberia|puede|necesita; candidat*; "
     "cuando ..  usa|utiliza|recomienda; finalidad; proposito"},
    {KIND_DOSAGE,
     "como "
     "tomar|usar|tomo|uso|toma|usa|utilizar|debe|debo|administrar|aplicar; "
     "posologia; dosis; dosificacion; modo empleo|uso|administracion; "
     "cuanto ..  tomar|usar; cuando tomar|usar; instrucciones; pauta; "
     "administracion; calendario"},
    {KIND_CAUSES, "que ..  causa|causan|provoca|produce|ocasiona; por que ..  "
                  "ocurre|produce|aparece|desarrolla|da; como ..  "
                  "contagia|transmite|propaga|contrae|adquiere; es contagios*"},
    {KIND_SYMPTOMS, "como ..  siente|se|saber ..  tengo|tiene|sufro; como "
                    "reconocer|identificar; signos ?y; sintoma*"},
    {KIND_DIAGNOSIS,
     "como ..  diagnostica*|detecta*; que ..  significan resultados; "
     "diagnostic*"},
    {KIND_TYPES, "que tipos|clases; cuales ..  tipos|etapas|formas"},
    {KIND_TREATMENT,
     "como ..  trata|tratar|cura|curar|alivia|controla; que ..  hacer; que "
     "tratamiento*"},
    {KIND_BENEFITS, "beneficio*; ventaja*; por ?que vacunar*|elegir"},
    {KIND_MORE_INFO,
     "mas ?informacion; otra|otras|informacion "
     "informacion|adicional|fuentes|general; otras fuentes; investigacion*; "
     "referencias; bibliografia; grupos ?de apoyo; recursos; enlaces; "
     "mitos; ensayos clinicos; titular; organizaciones; aprender mas; temas "
     "relacionados"},
    {0}};

static const struct kind_rule named[] = {
    {KIND_OVERVIEW,
     "resumen; definicion; introduccion; descripcion; generalidades; "
     "informacion general; vision general; panorama; acerca; conceptos"},
    {KIND_TYPES,
     "tipo|tipos; etapas; estadios; clasificacion; formas; fases; grados; "
     "clases; variantes"},
    {KIND_CAUSES,
     "causa*; transmision; contagio*; origen; etiologia; desencadenante*; "
     "propagacion; genetica"},
    {KIND_SYMPTOMS, "sintoma*; signo*; manifestacion*; cuadro clinico"},
    {KIND_DIAGNOSIS,
     "diagnostic*; prueba*; examen*; deteccion; analisis; cribado; "
     "tamizaje; estudios"},
    {KIND_TREATMENT,
     "tratamiento*; terapia*; manejo; alternativa*; remedio*; cirugia; "
     "medicamento*; opciones; cura"},
    {0}};

static const struct kind_rule fallback[] = {
    {KIND_POPULATIONS,
     "nino|ninos; adolescente*; bebe*; lactantes; ancianos; mayores; edad "
     "avanzada; insuficiencia renal|hepatica; poblacion*; pediatric*; "
     "geriatric*"},
    {KIND_OVERVIEW, "^que es|son|significa; X que es; ^X$; sobre X"},
    {0}};

const struct kind_phrases kind_phrases_es = {
    .dropped =
        "el la los las lo un una unos unas su sus tu tus mi mis de del se le "
        "me al",
    .rules = {[RULES_ASKED] = asked,
              [RULES_NAMED] = named,
              [RULES_FALLBACK] = fallback},
};
