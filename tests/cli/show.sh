#!/bin/sh
# medfaq show: what is printed, in which order, in which format.
. "$(dirname "$0")/tap.sh"

run show ear
is 'an article by id' exits 0
is 'title, review state, date come first' \
    before "$out" 'Ear syringing' 'Wax is washed'
is 'the review state is before the text' \
    before "$out" 'not medically reviewed' 'Wax is washed'
is 'the date is before the text' before "$out" 'updated' 'Wax is washed'
is 'sources come last' before "$out" 'Ask a nurse' 'A guide to ears'
is 'citations have numbers' has "$out" '[1]' '[2]'
is 'a pipe gets no control sequences' harmless "$out"
is 'lines fit 80 columns' within "$out" 80

sed 's/^review_due: .*/review_due: 2026-01/' "$here/library/ear.md" \
    >"$work/due.md"
export SOURCE_DATE_EPOCH=1769904000 TZ=UTC0 # midnight after 2026-01-31
run show "$work/due.md"
is 'an overdue review is said' has "$out" 'review overdue since 2026-01'
run show --format=markdown "$work/due.md"
is 'in exports, too' has "$out" 'review overdue since 2026-01'
SOURCE_DATE_EPOCH=1769903999
run show "$work/due.md"
is 'a month is not over before its end' has_not "$out" 'overdue'
unset SOURCE_DATE_EPOCH TZ

run show 'Ear Irrigation'
is 'by synonym, in any case' has "$out" 'Ear syringing'
run show 'rua tai'
is 'by title, without accents' exits 0
run show "$here/library/ear.md"
is 'by path' has "$out" 'Ear syringing'
run show --lang=vi ear
is 'in another language' has "$out" 'Rửa tai'

run show ear risks
is 'a kind' has "$out" 'infection' 'A guide to ears'
is 'a kind has its subsections' has "$out" 'eardrum'
is 'a kind comes with the title' has "$out" 'Ear syringing'
is 'other sections are not shown' has_not "$out" 'hear better'
is 'sources of other sections are not shown' has_not "$out" 'A trial of ears'
run show ear contraindications
is 'a subsection of a kind' has "$out" 'eardrum'
is 'not what stands around it' has_not "$out" 'infection'
run show ear emergency
is 'an alert of a kind' has "$out" 'move your face'
is 'not what stands around it' has_not "$out" 'Ask a nurse'
run show ear 'side effects'
is 'a kind that the article lacks exits with 1' exits 1
is 'it says where to look' has "$err" 'No section headed' 'Risks'
run show list emergency
is 'no emergency advice' has "$err" 'call your local emergency number now'
run show ear riks
is 'a kind that is none exits with 1' exits 1
is 'the nearest kind is named' has "$err" 'risks'

run show ear contra
is 'the beginning of a kind' has "$out" eardrum
run show ear c
is 'the letter of a kind' has "$out" eardrum
run show ear ri
is 'a beginning of two' has "$err" 'could be one of' risk-factors risks
run show ear 'who should not'
is 'the beginning of a label' has "$out" eardrum
run show ear side effects
is 'a kind of two words' has "$err" 'No section headed'

run show ear.vi 'tác dụng phụ'
is 'a label in the language of the article' has "$err" 'Tác dụng phụ'
printf '## Rủi ro\n\nĐau.\n' >"$work/tai.vi.md"
run show "$work/tai.vi.md" rui
is 'its beginning, without accents' has "$out" 'Đau.'
run show ear dangers
is 'what headings of a kind say' has "$out" infection
run show syringing
is 'a word that one article has' has "$out" 'Ear syringing'
run show Ear Irrigation risks
is 'words without quotes' has "$out" infection
run show irrigation ear
is 'in any order' has "$out" 'Wax is washed'
run show syrin
is 'the beginning of one name' has "$out" 'Ear syringing'
is 'which is said' has "$err" 'no article called "syrin"; showing Ear syringing'
run show dangers ear
is 'a kind before the name' has "$out" infection
mkdir "$work/two"
for name in one two; do
    printf -- '---\ntitle: A jab, %s\n---\n' "$name" >"$work/two/$name-x.md"
done
MEDFAQ_PATH=$work/two run show jab
is 'a word that two articles have' exits 1
is 'both are named' has "$err" 'one-x (A jab, one)' 'two-x (A jab, two)'
run show ear.vi
is 'a translation by the name of its file' has "$out" 'Rửa tai'
run show ear.fr
is 'one that is not there' has "$err" 'ear has no French version'
is 'another is shown' has "$out" 'Ear syringing'

run show earr
is 'a wrong name exits with 1' exits 1
is 'the nearest name is told' has "$err" 'ear' 'Ear syringing'
is 'nothing is printed' empty "$out"
run show infection
is 'a name of no article: what a search finds' \
    has "$err" 'no article called "infection"' \
    'medfaq search infection finds 1 section'
MEDFAQ_SECURE=1 run show infection
is 'without a file, where none may be written' has "$err" 'finds 1 section'
run show the
is 'a few letters within a name are not near' \
    has "$err" 'to list them all: medfaq list'
run show "$(printf 'x\033[31m')"
is 'a hostile name is harmless' harmless "$err"
run show nowhere/at/all.md
is 'a path that is not there' has "$err" 'No such file'
is 'exits with 1' exits 1
run show "$here/library"
is 'a folder is no article' exits 1

for width in 1 20 40 200; do
    run show --width=$width ear
    is "fits $width columns" within "$out" $width
done
cat >"$work/risk.md" <<'EOF'
```risk
title: Having a stroke
event: have a stroke
population: adults
period: a year
per: 100
outcome: harm
rows:
  - {label: Without, n: 7}
```
EOF
icons() {
    grep -o "$1" "$out" | wc -l
}
run show --width=70 "$work/risk.md"
is 'a figure is drawn, with its key' [ "$(icons '▮')" -eq 8 ]
is 'with those to whom it does not happen' [ "$(icons '▯')" -eq 94 ]
is 'and told' has "$out" '7 in 100 have a stroke; 93 do not.'
for way in "$work/risk.md" "--linear --width=70 $work/risk.md"; do
    # shellcheck disable=SC2086 # several arguments
    run show $way
    is "no picture: ${way%% *}" [ "$(icons '▮')" -eq 0 ]
    is 'but the sentence' has "$out" '7 in 100 have a stroke; 93 do not.'
done
TERM=dumb run show --width=70 "$work/risk.md"
is 'no picture on a dumb terminal' [ "$(icons '▮')" -eq 0 ]
LC_ALL=C run show --width=70 "$work/risk.md"
is 'ASCII has signs of its own' [ "$(icons '#')" -eq 8 ]
is 'for both' has "$out" '#######... ..........'
sed 's/n: 7/n: 107/' "$work/risk.md" >"$work/wrong.md"
run show --width=70 "$work/wrong.md"
is 'what is wrong with a figure is told' has "$out" 'Line 9: n must be'
is 'and its text stays' has "$out" '{label: Without, n: 107}'
run check "$work/wrong.md"
is 'check names the line' has "$out" 'wrong.md:9:'

run show --color=always ear
is 'colours if asked for' has "$out" "$(printf '\033[')"
run show --color=never ear
is 'none if not' harmless "$out"

for format in text markdown html json; do
    run show --format=$format hostile
    is "$format of a hostile article" exits 0
    is "$format is harmless" harmless "$out"
    is "$format tells the characters" has "$out" Red
    is "$format obeys no bidi" has_not "$out" "$(printf '\342\200\256')"
    run show --format=$format ear
    is "$format: title before text" before "$out" 'Ear syringing' 'Wax is'
    is "$format: state before text" \
        before "$out" 'not medically reviewed' 'Wax is'
    is "$format: date before text" before "$out" '2026-11' 'Wax is'
    is "$format: sources last" before "$out" 'Ask a nurse' 'A guide to ears'
    run show --format=$format ear risks
    is "$format: a kind" has "$out" infection
    is "$format: only the kind" has_not "$out" 'hear better'
done
run show --format=markdown ear
is 'Markdown has footnotes' \
    has "$out" 'hear better.[^trial]' '[^trial]: A trial of ears.' \
    'https://doi.org/10.1000/ears'
run show --format=html ear
is 'HTML has its parts' has "$out" '<h1>Ear syringing</h1>' \
    '<strong>infection</strong>' 'href="list.md#risks"' \
    '<li id="source-2" value="2">' '<h3 id='
run show --format=json ear
is 'JSON has its parts' has "$out" '"review_state": "not medically reviewed"' \
    '"kind": "risks"' '"kind": "contraindications"' '"doi": "10.1000/ears"'
if command -v python3 >/dev/null; then
    is 'JSON is JSON' python3 -m json.tool "$out" /dev/null
fi
run show --linear ear risks
is 'linear' has "$out" 'Section: '
run --linear ear risks
is 'the reader, where it is text' has "$out" 'Section: '
run show --format=pdf ear
is 'an unknown format is a usage error' exits 2

printf '# T\n\n## Risks\n\n## Uses\n\nFor ears.\n' >"$work/empty.md"
for format in text markdown html; do
    run show --format=$format "$work/empty.md"
    is "$format: an empty section says so" \
        before "$out" '(nothing is written here)' 'For ears'
    is "$format: once" [ "$(grep -c 'nothing is written' "$out")" = 1 ]
done
run show --format=json "$work/empty.md" risks
is 'JSON says so' has "$out" '"empty": true'
run show --color=always "$work/empty.md" risks
is 'as a warning' has "$out" "$(printf '\033[0;1;33m(nothing')"
printf '## Rủi ro\n' >"$work/empty.vi.md"
run show "$work/empty.vi.md"
is 'in its language' has "$out" 'chưa có nội dung'

"$MEDFAQ" show - <"$here/library/list.md" >"$out" 2>"$err"
is 'standard input' has "$out" 'A list of lists'
cat "$here/library/list.md" | "$MEDFAQ" show - risks >"$out" 2>"$err"
is 'a kind from a pipe' has "$out" 'None are known'

LC_ALL=C "$MEDFAQ" show --lang=vi ear >"$out" 2>"$err"
is 'LANG=C gets ASCII' has "$out" 'Rua tai'
is 'and nothing else' [ -z "$(LC_ALL=C tr -d '\012\040-\176' <"$out")" ]

# In Turkish the capital of i is no I: words of the format are none of Turkish.
# (A sanitizer's strcasecmp knows ASCII alone: tests/house/locale.sh holds it.)
if localedef -i tr_TR -f UTF-8 "$work/tr_TR.UTF-8" 2>"$err"; then
    printf '# T\n\n> [!tip] A.\n\n## A {kind=indications}\n\nFor ears.\n' \
        >"$work/turkish.md"
    for locale in C.UTF-8 tr_TR.UTF-8; do
        LOCPATH=$work LC_ALL=$locale run show "$work/turkish.md"
        cp "$out" "$work/$locale.txt"
        LOCPATH=$work LC_ALL=$locale run show "$work/turkish.md" INDICATION
        is "$locale: a kind in capitals" has "$out" 'For ears.'
    done
    is 'an article is the same in Turkish' \
        cmp -s "$work/C.UTF-8.txt" "$work/tr_TR.UTF-8.txt"
fi
done_testing
