/* medfaq's own words within articles, in six languages. */
#include "text/word.h"

#include "base/lang.h"

static const char *const words[WORD_COUNT][LANG_COUNT] = {
    [WORD_SOURCES] = {"Sources", "Fuentes", "Sources", "Quellen",
                      "Nguồn tham khảo", "来源"},
    [WORD_SOURCE] = {"source", "fuente", "source", "Quelle", "nguồn tham khảo",
                     "个来源"},
    [WORD_N_SOURCES] = {"sources", "fuentes", "sources", "Quellen",
                        "nguồn tham khảo", "个来源"},
    [WORD_NOTES] = {"Notes", "Notas", "Notes", "Anmerkungen", "Ghi chú",
                    "注释"},
    [WORD_LINKS] = {"Links", "Enlaces", "Liens", "Links", "Liên kết", "链接"},
    [WORD_UNUSED] = {"Links that nothing refers to", "Enlaces sin usar",
                     "Liens non utilisés", "Nicht verwendete Links",
                     "Liên kết không dùng đến", "未使用的链接"},
    [WORD_IMAGE] = {"image", "imagen", "image", "Bild", "hình ảnh", "图片"},
    [WORD_UPDATED] = {"updated", "actualizado", "mis à jour", "aktualisiert",
                      "cập nhật", "更新于"},
    [WORD_LICENCE] = {"licence", "licencia", "licence", "Lizenz", "giấy phép",
                      "许可"},
    [WORD_EMPTY] = {"(nothing is written here)", "(aquí no hay nada escrito)",
                    "(rien n’est écrit ici)", "(hier steht nichts)",
                    "(mục này chưa có nội dung)", "（此处没有内容）"},
    [WORD_SECTION] = {"Section", "Sección", "Section", "Abschnitt", "Mục",
                      "章节"},
    [WORD_SUBSECTION] = {"Subsection", "Subsección", "Sous-section",
                         "Unterabschnitt", "Tiểu mục", "小节"},
    [WORD_QUOTE] = {"Quote", "Cita", "Citation", "Zitat", "Trích dẫn", "引用"},
    [WORD_CODE] = {"Code", "Código", "Code", "Code", "Mã", "代码"},
    [WORD_TABLE] = {"Table", "Tabla", "Tableau", "Tabelle", "Bảng", "表格"},
    [WORD_LINK] = {"link", "enlace", "lien", "Link", "liên kết", "链接"},
    [WORD_CITED_SOURCE] = {"source", "fuente", "source", "Quelle", "nguồn",
                           "来源"},
    [WORD_CITED_NOTE] = {"note", "nota", "note", "Anmerkung", "ghi chú",
                         "注释"},
    [WORD_END_OF] = {"End of", "Fin de", "Fin de", "Ende:", "Hết", "结束："},
    [WORD_END_OF_QUOTE] = {"End of quote", "Fin de la cita",
                           "Fin de la citation", "Ende des Zitats",
                           "Hết trích dẫn", "引用结束"},
    [WORD_END_OF_CODE] = {"End of code", "Fin del código", "Fin du code",
                          "Ende des Codes", "Hết mã", "代码结束"},
    [WORD_END_OF_TABLE] = {"End of table", "Fin de la tabla", "Fin du tableau",
                           "Ende der Tabelle", "Hết bảng", "表格结束"},
    [WORD_END_OF_LINK] = {"end of link", "fin del enlace", "fin du lien",
                          "Ende des Links", "hết liên kết", "链接结束"},
    [WORD_STRUCK_OUT] = {"struck out", "tachado", "barré", "durchgestrichen",
                         "đã gạch bỏ", "已删除"},
    [WORD_END_OF_STRUCK_OUT] = {"end of struck-out text",
                                "fin del texto tachado", "fin du texte barré",
                                "Ende des durchgestrichenen Texts",
                                "hết phần gạch bỏ", "删除内容结束"},
};

const char *word_in(enum word word, const char *lang)
{
    return words[word][lang_find(lang)];
}
