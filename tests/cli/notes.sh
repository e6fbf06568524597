#!/bin/sh
# medfaq notes and medfaq sheet: what was kept, taken along and read back.
. "$(dirname "$0")/tap.sh"

MEDFAQ_PATH=$work/articles
export MEDFAQ_PATH
mkdir "$MEDFAQ_PATH"
cat >"$MEDFAQ_PATH/sling.md" <<END
---
title: Arm slings
---
## Risks

Your *fingers* may swell. Some skin gets sore & red.
END
annotation() { # MOTIVATION CREATED EXACT BODY [MORE]
    cat <<END
{"type": "Annotation", "motivation": "$1", "created": "$2",
 "modified": "$2", ${5-} "body": {"type": "TextualBody", "value": "$4"},
 "target": {"source": "/elsewhere/sling.md", "medfaq:name": "sling",
  "medfaq:title": "Arm slings", "medfaq:section": "Risks",
  "selector": [{"type": "TextQuoteSelector", "exact": "$3", "prefix": "",
    "suffix": ""}, {"type": "TextPositionSelector", "start": 6, "end": 29}]}}
END
}
{
    echo '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ['
    annotation bookmarking 2026-11-01T10:00:00Z 'Your fingers may swell.' \
        'Is *that* normal? \ud83d\ude00 \"quoted\" \\ back?'
    echo ,
    annotation highlighting 2026-11-02T10:00:00Z 'Some skin gets sore & red.' ''
    echo ,
    annotation bookmarking 2026-11-03T10:00:00Z 'Your fingers may swell.' \
        'two\nlines, https://x.example'
    echo ,
    annotation questioning 2026-11-04T10:00:00Z '' '' \
        '"medfaq:kind": "contraindications",'
    echo ']}'
} >"$work/in.json"

run sheet
is 'a sheet without notes' exits 0
is 'has the three questions' has "$out" 'including doing nothing?' \
    'benefits and harms' 'How likely is each'
run notes --import "$work/in.json"
is 'notes are read' exits 0
is 'in silence' empty "$err"
run notes --format=jsonld
cp "$out" "$work/first.json"
is 'all are there' test "$(grep -c '"type": "Annotation"' "$out")" -eq 4
is 'as they were' has "$out" 'Is *that* normal? 😀 \"quoted\" \\ back?' \
    '"created": "2026-11-01T10:00:00Z"' 'two\nlines, https://x.example' \
    '"exact": "Some skin gets sore & red."' '"motivation": "highlighting"' \
    '"medfaq:kind": "contraindications"'
run notes --import "$work/first.json"
run notes --format=jsonld
is 'what is known stays as it is' cmp -s "$out" "$work/first.json"
run forget --all --yes
run notes --import "$work/first.json"
run notes --format=jsonld
is 'forgotten and read back, nothing is lost' cmp -s "$out" "$work/first.json"
run notes
is 'as Markdown' has "$out" '# My notes' '“Some skin gets sore \& red.”' \
    'Is \*that\* normal?' '(Arm slings, Risks, 2026-11-02)'
run sheet
is 'the sheet' exits 0
hasnt() { ! has "$@"; }
is 'nobody has to review it' hasnt "$out" 'medically reviewed'
is 'its headings are of no kind' hasnt "$out" 'More information'
is 'the questions' has "$out" 'My own questions' 'Is *that* normal?' \
    'Looked for and not found: Who should not have it'
is 'each with its source' test "$(grep -c 'Arm slings, Risks' "$out")" -ge 3
is 'the three questions come first' before "$out" 'doing nothing' 'My own'
is 'it fits the paper' within "$out" 72
is 'and is one page' test "$(wc -l <"$out")" -le 66
run sheet --format=html
is 'as HTML' has "$out" '<h1>For my appointment</h1>' '@page' \
    'Is *that* normal?'
run sheet sling
is 'of one article' has "$out" 'Is *that* normal?' 'doing nothing'
cp "$MEDFAQ_PATH/sling.md" "$MEDFAQ_PATH/splint.md"
sed -i 's/slings/splints/' "$MEDFAQ_PATH/splint.md"
run sheet splint
is 'of another, nothing' hasnt "$out" 'Is *that* normal?'
run sheet splint 'arm slings'
is 'of both' has "$out" 'Is *that* normal?'
run sheet "$work"
is 'a folder is no article' exits 1
is 'which is said' has "$err" 'is a folder, not an article'
rm "$MEDFAQ_PATH/splint.md"
run sheet --format=json
is 'no JSON' exits 2
run notes --format=html
is 'nor notes as HTML' exits 2
echo '{"items": 3}' >"$work/bad.json"
run notes --import "$work/bad.json"
is 'another file' exits 1
is 'is said to be one' has "$err" 'bad.json was not written by medfaq notes'
run notes --import "$work/none.json"
is 'no file' exits 1
# Notes come in any order, and a file may have one twice.
run forget --all --yes
{
    echo '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ['
    for n in 1 2 1; do
        annotation bookmarking 2026-11-0${n}T10:00:00Z \
            'Your fingers may swell.' "note $n"
        echo ,
        annotation bookmarking 2026-11-0${n}T11:00:00Z \
            'Your fingers may swell.' gone | sed 's/sling/nowhere/g'
        echo ,
    done
    echo ']}'
} >"$work/mixed.json"
run notes --import "$work/mixed.json"
is 'notes of an article that is gone' exits 1
run notes
is 'each of the others is kept once' test "$(grep -c 'note [12]' "$out")" -eq 2
# A note of 1,500,000 lines: time grows with its length, no faster.
run forget --all --yes
{
    echo '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ['
    annotation bookmarking 2026-11-01T10:00:00Z 'Your fingers may swell.' HERE |
        awk '{
            at = index($0, "HERE")
            if (!at) { print; next }
            printf "%s", substr($0, 1, at - 1)
            for (n = 0; n < 1500000; n++) printf "%s", "\\n"
            print substr($0, at + 4)
        }'
    echo ']}'
} >"$work/long.json"
is 'a long note' test "$(wc -c <"$work/long.json")" -ge 1000000
(
    ulimit -t 10
    "$MEDFAQ" notes --import "$work/long.json"
) >"$out" 2>"$err"
is 'is read in time' [ $? = 0 ]
mv "$MEDFAQ_PATH/sling.md" "$MEDFAQ_PATH/other.md"
sed -i 's/Arm/Leg/' "$MEDFAQ_PATH/other.md"
run forget --all --yes
run notes --import "$work/first.json"
is 'an article that is not here' exits 1
is 'is named' has "$err" 'a note on Arm slings'
done_testing
