#!/bin/sh
# medfaq check: messages with their places, and the exit code.
. "$(dirname "$0")/tap.sh"
export SOURCE_DATE_EPOCH=1795348800 TZ=UTC0 # noon of 2026-11-22

# says PLACE TEXT: a line begins with the place and holds the text.
says() { grep -F -- "$2" "$out" | grep -q "^$here/wrong.md:$1: "; }

run check "$here/wrong.md"
is 'exit 1' exits 1
is 'an unknown field' says '3:[0-9]*' colour
is 'a source that is not cited' says '6:[0-9]*' unused
is 'a citation without a source' says 9:13 usde
is 'with the nearest' says 9:13 'Did you mean "used"'
is 'and its code' says 9:13 '[M021 citation-dead]'
is 'a dead link' says '9:[0-9]*' nowhere.md
is 'a dead part of an article' says '10:[0-9]*' '#tails'
is 'a dead anchor' says '10:[0-9]*' '#missing'
is 'an unknown kind' says '12:[0-9]*' riks
is 'with the nearest' says '12:[0-9]*' 'Did you mean "risks"'
is 'a missing field' says '1:1' summary
is 'links that lead somewhere are not told' has_not "$out" '#risks'
is 'every line has a place' \
    [ -z "$(grep -vE "^[^:]+:[0-9]+:[0-9]+: (error|warning|note): " "$out")" ]

run check "$here/right.md"
is 'nothing to say' exits 0
is 'and nothing said' empty "$out"
run check "$here/library"
is 'a folder' has "$out" 'deep/broken.md:'
is 'exit 1 when one article is wrong' exits 1
is 'the others are checked too' has "$out" 'hostile.md:'
is 'messages are harmless' harmless "$out"
is 'totals are told' grep -Eq \
    '^medfaq: [0-9,]+ messages in [0-9]+ of 5 files: [0-9]+ errors?, [0-9]+ warn' \
    "$err"
sort -t: -s -k1,1 "$out" >"$work/sorted"
is 'files come in order' cmp -s "$out" "$work/sorted"
run check "$here/library" "$here/library"
is 'a folder given twice is checked once' cmp -s "$out" "$work/sorted"
{
    printf -- '---\ntitle: "A \\e[31m red one"\ntype: other\n---\n\n'
    printf '## A\n\ncaf\351 and \033[1m and \000.\n\nx &#27; \342\200\256y\n'
} >"$work/odd.md"
run check "$work/odd.md"
is 'no UTF-8' has "$out" 'odd.md:8:4: error: The byte E9' 'M091'
is 'an escape' has "$out" 'odd.md:8:10: error: Remove the character U+001B' 'M092'
is 'a NUL' has "$out" 'odd.md:8:19: error: Remove the character U+0000'
is 'as an entity' has "$out" 'odd.md:10:1: error: An entity makes' U+001B
is 'in the title' has "$out" 'odd.md:2:1: error: title: an escape makes'
is 'bidi' has "$out" 'odd.md:10:9: warning: Remove the character U+202E' 'M093'
printf -- '---\ntype: other\ntitle: Ears: a story\n---\n\nText.[^a]\n' \
    >"$work/broken.md"
run check "$work/broken.md"
is 'broken YAML comes first' sh -c "head -n 1 '$out' | grep -q M001"
is 'not what follows from it' has_not "$out" 'front matter has no'
is 'nor that' has_not "$out" M021

run check "$here/right.md" "$work/absent.md"
is 'a file that is not there' exits 1
is 'is told' has "$err" absent.md
mkfifo "$work/fifo.md"
run check "$work/fifo.md"
is 'a FIFO is not waited for' exits 1

SOURCE_DATE_EPOCH=1900000000 run check "$here/../../articles/gout.md"
is 'an article grows old' has "$out" 'M012 stale' 'review_due'
SOURCE_DATE_EPOCH=1700000000 run check "$here/right.md"
is 'nothing was changed in the future' has "$out" 'M013 date-order'

# Formats.
run check --format=json "$here/wrong.md"
is 'JSON' has "$out" '"code": "M021"' '"line": 9' '"column": 13'
is 'exit 1 all the same' exits 1
run check --format=json "$here/right.md"
is 'JSON of nothing' [ "$(tr -d ' \n' <"$out")" = '[]' ]
run check --format=github "$here/wrong.md"
is 'notes for GitHub' has "$out" \
    "::error file=$here/wrong.md,line=9,col=13,title=M021 citation-dead::No source"
for format in json github; do
    run check --format=$format "$here/library"
    is "$format has no totals" empty "$err"
done
run check --format=html "$here/wrong.md"
is 'an unknown format' exits 2

# Explanations.
run check --explain M012
is 'explains a code' has "$out" 'M012 stale' 'review_due'
is 'exit 0' exits 0
run check --explain Relative-Risk
is 'explains a name' has "$out" 'Wrong:' 'Right:'
run check --explain
is 'lists the codes' has "$out" 'M001  yaml' 'M061  reading-grade'
run check --explain M999
is 'an unknown code' exits 2

# --fix.
cp "$here/wrong.md" "$work/wrong.md"
run check --fix "$work/wrong.md"
is 'a kind is put right' has "$work/wrong.md" '{kind=risks}'
is 'and said' has "$out" '; fixed, now risks'
is 'a citation is not guessed' has "$work/wrong.md" '[^usde]'
is 'what is left counts' exits 1
MEDFAQ_SECURE=1 run check --fix "$work/wrong.md"
is 'writes nothing if it must not' exits 2

# What is no article.
mkdir -p "$work/odd/in" "$work/first" "$work/second"
printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\001' >"$work/odd/picture.md"
printf '%%PDF-1.7\n%%\342\343\317\323\n1 0 obj\n' >"$work/odd/paper.md"
ln -s .. "$work/odd/in/loop"
for name in picture paper; do
    run check "$work/odd/$name.md"
    is "$name is no text" has "$err" "$name.md: not text"
    is 'and nothing else is said of it' empty "$out"
    is 'exit 1' exits 1
done
cp "$here/wrong.md" "$work/odd/wrong.md"
run check "$work/odd"
is 'a loop is walked once' [ "$(grep -c 'picture.md: not text' "$err")" = 1 ]
is 'the others are checked' has "$out" 'odd/wrong.md:'
cp "$here/right.md" "$work/first/ear.md"
cp "$here/right.md" "$work/second/ear.md"
run check "$work/first" "$work/second"
is 'two articles of one id' has "$err" 'first/ear.md and' 'second/ear.md have the same id, "ear"'
is 'are wrong' exits 1
run check "$work/first" "$work/first"
is 'but not one that is named twice' has_not "$err" 'have the same id'
rm -r "$work/odd" "$work/first" "$work/second"

# Reviews.
cp "$here/right.md" "$work/right.md"
run review "$work/right.md"
is 'a form for a reviewer' has "$out" 'Review of:' '[ ]' '--sign'
is 'exit 0' exits 0
run review --sign "$work/right.md"
is 'nobody is made up' exits 2
is 'and it is said how to sign' has "$err" '--name'
is 'the file stays' cmp -s "$here/right.md" "$work/right.md"
run review --sign --name 'A. "Q" Nguyen' --role nurse "$work/right.md"
is 'a review is signed' exits 0
is 'with its date' has "$work/right.md" 'name: "A. \"Q\" Nguyen"' 'date: 2026-11-22'
run check "$work/right.md"
is 'a signed article is right' has_not "$out" M014
is 'and unchanged' has_not "$out" M015
run show "$work/right.md"
is 'show says who reviewed' has "$out" 'reviewed by A. "Q" Nguyen'
run review --sign --name 'B. Ito' --role doctor "$work/right.md"
is 'another reviewer is added' has "$work/right.md" Nguyen 'B. Ito'
run review --sign --name 'B. Ito' --role doctor "$work/right.md"
is 'the same one is there once' [ "$(grep -c 'B. Ito' "$work/right.md")" = 1 ]
printf '\nOne more line.\n' >>"$work/right.md"
run show "$work/right.md"
is 'a change is said' has "$out" 'changed since the review of 2026-11-22'
run check "$work/right.md"
is 'and checked' has "$out" 'M015 review-outdated'
MEDFAQ_PATH="$work" run list right
is 'and listed' has "$out" 'text changed'
run review "$work/right.md"
is 'and in the form' has "$out" 'changed since the review by'
MEDFAQ_SECURE=1 run review --sign --name N --role R "$work/right.md"
is 'signs nothing if it must not' exits 2
printf 'No front matter.\n' >"$work/bare.md"
run review --sign --name N --role R "$work/bare.md"
is 'nothing to sign in' exits 1
is 'is told' has "$err" 'bare.md has no front matter'

# A checklist.
run check --checklist=pemat "$here/right.md"
is 'a checklist' has "$out" 'ask a person' 'This is not a score'
is 'with a line for each item' [ "$(grep -c '^ *[0-9][0-9]*  ' "$out")" = 24 ]
run check --checklist=other "$here/right.md"
is 'another checklist' exits 2
rm "$work/right.md" "$work/bare.md"

# Articles of one's own.
cd "$work" || exit 1
run new chemical-peel --type procedure
is 'a new article' exits 0
is 'has its sections' has chemical-peel.md '## Risks and complications'
is 'has its type' has chemical-peel.md 'type: procedure'
run check chemical-peel.md
is 'lacks what only its author knows' has "$out" summary 'sources'
is 'and no section' has_not "$out" M031
run new chemical-peel --type=test
is 'is not written over' exits 1
is 'and stays' has chemical-peel.md 'type: procedure'
is 'with how to go on' has "$err" 'to edit it: medfaq edit ./chemical-peel.md'
run new ear -l vi
is 'a translation' has ear.vi.md 'type: procedure' 'lang: vi' '## Rủi ro'
is 'says of which' has "$out" "sections from $here/library/ear.md"
printf -- '---\ntype: test\ncodes: {mesh: [D1, D2], umls: C1}\n' >ear.md
printf -- 'related: [hearing, "o:dd"]\n---\n## Risks\n## Odd\n' >>ear.md
run new ear -l fr
is 'the article beside it comes first' has ear.fr.md 'type: test' \
    'codes: {umls: [C1], mesh: [D1, D2]}' 'related: [hearing, "o:dd"]' '## Odd'
is 'and no other section' [ "$(grep -c '^## ' ear.fr.md)" = 2 ]
run new ear -l de --type=other
is 'a type that is given counts' has ear.de.md 'type: other'
run new ear -l ../x
is 'a language is no path' exits 2
rm ear.*
LANG=vi LC_ALL='' run new ear -l en
is 'a translation into its own language' exits 1
is 'is refused' [ ! -e ear.en.md ]
is 'and why' has "$err" 'ear.md is already in that language (en)'
run new ../peel
is 'an id is no path' exits 2
run new peel --type=potion
is 'an unknown type' exits 2
MEDFAQ_SECURE=1 run new peel
is 'nothing new if it must not' exits 1
is 'indeed' [ ! -e peel.md ]

cat >"$work/vi" <<'END'
#!/bin/sh
printf '%s\n' "$@"
END
chmod +x "$work/vi"
export VISUAL="$work/vi -u NONE"
run edit ear risks
is 'the editor, at the section' has "$out" '-u' "+$(grep -n '^## .*risks' \
    "$here/library/ear.md" | cut -d: -f1)" "$here/library/ear.md"
run edit ear
is 'at the start' [ "$(wc -l <"$out")" = 3 ]
run edit ear storage
is 'no such section' exits 1
run edit -
is 'standard input is no file' exits 1
VISUAL=$work/absent run edit ear
is 'an editor that is not there' has "$err" absent
MEDFAQ_SECURE=1 run edit ear
is 'no editor if it must not' exits 1
is 'and nothing runs' empty "$out"

# On the day of the last change, whenever the test runs.
articles=$here/../../articles
updated=$(sed -n 's/^updated: *//p' "$articles"/*.md | sort | tail -n 1)
SOURCE_DATE_EPOCH=$(date -u -d "$updated 12:00" +%s)
run check "$articles"
is 'the articles that come with medfaq are right' exits 0
is 'there is nothing to say about them' empty "$out"
MEDFAQ_PATH=$articles run check "$articles"
is 'a glossary in a folder named twice is read once' empty "$err"

# Two articles that are called alike and contradict each other: once each.
mkdir -p "$work/alike/a" "$work/alike/b"
alike() {
    printf -- '---\ntitle: %s\nlang: en\ntype: medicine\n---\n\n' "$1"
    printf '## Other medicines {kind=interactions}\n\n%s\n' "$2"
}
alike Zetraline "Do not take brovitol with zetraline." >"$work/alike/a/info.md"
alike Brovitol "You can take zetraline with brovitol safely." >"$work/alike/b/info.md"
run check "$work/alike"
is 'namesakes are told apart' [ "$(grep -c M081 "$out")" = 2 ]

# Each of the small cases has a fault that some rule names.
if [ -d "${MEDFAQ_SHARED:-}/corpus/cases/check" ]; then
    for case in "$MEDFAQ_SHARED"/corpus/cases/check/*.md; do
        run check "$case"
        is "$(basename "$case") has a message" \
            grep -qE "M0(2[0-9]|5[0-9]|60) " "$out"
    done
else
    echo "# MEDFAQ_SHARED is not set: the cases of check are skipped"
fi
done_testing
