/* medfaq's own words in six languages. */
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
};

const char *word_in(enum word word, const char *lang)
{
    return words[word][lang_find(lang)];
}
