/* Vietnamese headings; words are without tones and marks, so that text typed
 * without them is understood too. */
#include "article/kind_phrases.h"

static const struct kind_rule asked[] = {
    {KIND_MORE_INFO, "tai lieu; tham khao"},
    {KIND_STORAGE, "bao quan; han dung; han su dung; tieu huy"},
    {KIND_EMERGENCY,
     "qua lieu; cap cuu; ngo doc; soc phan ve; khan cap; goi 115|999|911; "
     "so cuu"},
    {KIND_DOSAGE,
     "quen lieu|thuoc|uong; ngung|ngunng|dung thuoc $; ngung thuoc|dung; "
     "quen ..  lieu"},
    {KIND_CONTRAINDICATIONS,
     "chong chi dinh; ai ..  khong ?nen ?duoc ?the; nhung ai khong; khong "
     "?nen ?duoc dung|su|uong|tiem; khong phu hop; truong hop ..  khong; "
     "doi tuong ..  khong; nguoi ..  khong nen|duoc; khi nao khong"},
    {KIND_INTERACTIONS,
     "tuong tac; tuong ky; kieng; ruou; cung luc; thuoc khac; dung chung"},
    {KIND_PREGNANCY,
     "mang thai; thai ky; cho con bu; co thai; ba bau; kha nang sinh san; "
     "phu nu ..  thai; thu thai; vo sinh"},
    {KIND_WARNINGS,
     "canh bao; than trong; luu y; co ?thuc ?su an toan; an toan; lai xe; "
     "van hanh may; truoc khi dung|uong|su|tiem; can biet truoc; phong ngua "
     "tac"},
    {KIND_SIDE_EFFECTS,
     "tac dung phu; tac dung khong; tac dung ngoai; phan ung ?co ?bat "
     "hai|loi|phu; phan ung sau"},
    {KIND_SEE_DOCTOR,
     "khi nao ..  bac si|kham|vien|gap; gap bac si; di kham; hoi bac si; "
     "cau hoi ..  bac si; kham o khoa; chuyen khoa; can kham"},
    {KIND_RISK_FACTORS,
     "doi tuong ?co nguy co; yeu to ?nguy co; nguoi co nguy co; ai ..  nguy "
     "co|de mac; di truyen; de mac; nguy co mac|cao; doi tuong ..  mac"},
    {KIND_OUTLOOK,
     "tien luong; chua khoi; song duoc; song bao lau; bao lau ..  khoi; keo "
     "dai; dien bien; tien trien; co khoi; khoi ..  khong; tai phat"},
    {KIND_RISKS,
     "loi ich ..  rui ro|nguy co; rui ro; bien chung; nguy hiem; nguy co; "
     "tac hai; hau qua; di chung; anh huong"},
    {KIND_PREVENTION,
     "phong ngua; phong tranh; phong benh; ngan ngua; du phong; phong "
     "chong; giam nguy co; cach phong"},
    {KIND_EFFECTIVENESS,
     "hieu qua; ket qua ..  nghien cuu; bao lau ..  tac dung; bang chung; "
     "co tot khong; hieu luc"},
    {KIND_HOW_IT_WORKS,
     "hoat dong ?nhu; co che; duoc ?dong luc ?hoc; duoc dong hoc; duoc ly; "
     "nguyen ly; tac dong ..  the nao"},
    {KIND_ACCESS,
     "chi phi; gia ?ca bao|tien|thanh|$; gia ..  bao nhieu; bao nhieu tien; "
     "bao hiem; o dau; mua; noi|dia chi"},
    {KIND_AFTERCARE,
     "cham soc; phuc hoi; hoi phuc; sinh hoat; an gi; che do ?dinh "
     "?an|dinh|duong; song chung; sau khi X|mo|phau|dieu|thuc|tiem|lam; "
     "song voi; dinh duong; tai nha; tap luyen; uong gi"},
    {KIND_PREVALENCE,
     "pho bien; ty le|ti mac; ti le; bao nhieu nguoi; tan suat; thuong gap; "
     "dich te; hiem gap"},
    {KIND_DIAGNOSIS,
     "chan doan; xet nghiem; phat hien; tam soat; kham va|lam; sang loc; "
     "kiem tra"},
    {KIND_PROCEDURE,
     "quy trinh; thuc hien; chuan bi; dien ra; cac buoc; tien hanh; co dau; "
     "trong khi; truoc khi; ky thuat"},
    {KIND_COMPOSITION,
     "thanh phan; dang bao che; quy cach; ten thuoc; dong goi; biet duoc; "
     "ten goi; hoat chat; ta duoc"},
    {KIND_DOSAGE,
     "lieu ?luong dung|luong|$; cach ?su dung|uong; lieu; su dung ..  nhu "
     "the nao; huong dan su dung; uong ..  the nao; dung nhu the nao; uong "
     "khi nao; lich tiem; duong dung; phac do"},
    {KIND_BENEFITS,
     "loi ich; uu diem; co tac dung gi; tai sao ..  tiem; tac dung tot; loi "
     "the"},
    {KIND_USES,
     "chi dinh; dung de ?lam; cong dung; ai ..  nen|can; khi nao ..  "
     "nen|can; truong hop ..  nen; tai sao ..  can|dung; doi tuong ..  "
     "su|phu; ung dung; muc dich; tac dung ?cua; danh cho ai; phu hop"},
    {KIND_TREATMENT,
     "dieu tri; cach chua; chua benh; chua tri; phai lam sao; phai lam gi; "
     "lam gi; chua; phuong phap; thay the; xu ly; xu tri; khac phuc; thuoc "
     "tri"},
    {KIND_CAUSES,
     "nguyen nhan; do dau; vi sao; lay ?truyen ?nhiem qua|lan|$; lay nhiem; "
     "lay truyen; lay khong; lay; tai sao; con duong lay; tac nhan; can "
     "nguyen; di bien"},
    {KIND_SYMPTOMS, "trieu chung; dau hieu; bieu hien; nhan biet"},
    {KIND_TYPES,
     "phan loai; cac loai; giai doan; cac dang; co may loai; cap do; may "
     "loai; the benh"},
    {KIND_POPULATIONS,
     "tre em; cao tuoi; suy gan; suy than; tre nho; nguoi gia; tre so sinh; "
     "doi tuong dac biet"},
    {KIND_MORE_INFO,
     "thong tin them; tham khao; nguon; tim hieu them; thong tin khac; "
     "nghien cuu; ho tro; hieu lam; lien quan; cau hoi thuong gap"},
    {0}};

static const struct kind_rule named[] = {{0}};

static const struct kind_rule fallback[] = {
    {KIND_OVERVIEW,
     "la gi; tong quan; dinh nghia; gioi thieu; khai niem; la benh gi; nhu "
     "the nao la; ve X; ^X$; tim hieu; tom tat; dai cuong; thong tin chung"},
    {0}};

const struct kind_phrases kind_phrases_vi = {
    .dropped = "cua",
    .rules = {[RULES_ASKED] = asked,
              [RULES_NAMED] = named,
              [RULES_FALLBACK] = fallback},
};
