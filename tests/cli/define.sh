#!/bin/sh
# medfaq define: words of the glossaries.
. "$(dirname "$0")/tap.sh"

library=$work/articles
mkdir "$library"
export MEDFAQ_PATH="$library"
cat >"$library/glossary.yaml" <<END
- term: keloid
  forms: [keloid scar]
  means: A raised scar that grows past the edge of the wound.
- term: biopsy
  means: A small piece of the body, taken to look at it.
END
echo '- {term: sẹo lồi, means: Sẹo nhô cao.}' >"$library/glossary.vi.yaml"

run define keloid
is 'a word' exits 0
is 'with its other names' grep -qx \
    'keloid (keloid scar): A raised scar that grows past the edge of the wound.' \
    "$out"
run define Keloid Scars
is 'several words, in the plural, in any case' has "$out" 'A raised scar'
run define biopsies
is 'another plural' has "$out" 'A small piece'
run define
is 'all of them' has "$out" 'keloid' 'biopsy'
run define --width 30
is 'wrapped' within "$out" 30
printf -- '- {term: tooth, means: What you chew with.}\n%s\n%s\n' \
    '- {term: alpha, means: See beta.}' '- {term: beta, means: Same as alpha.}' \
    >>"$library/glossary.yaml"
run define teeth
is 'an irregular plural' has "$out" 'What you chew with.'
run define keloid
is 'words that explain only each other are named' has "$err" \
    'glossary.yaml:7: These explain only each other: "alpha", "beta"'
is 'and the rest works' has "$out" 'A raised scar'
run define --lang vi 'sẹo lồi'
is 'in another language' has "$out" 'Sẹo nhô cao.'
(
    export LC_ALL='' LC_CTYPE=C.UTF-8 LC_MESSAGES=vi_VN.UTF-8
    run define 'sẹo lồi'
)
is 'in that of the locale' has "$out" 'Sẹo nhô cao.'
run define 'sẹo lồi'
is 'in any, where none is asked for' has "$out" 'Sẹo nhô cao.'
is 'which is said' has "$err" 'Tiếng Việt'
run define --lang en 'sẹo lồi'
is 'but in that which is asked for' exits 1
run define ''
is 'no word' exits 2
run define '...'
is 'no letters, no nearest word' has_not "$err" 'did you mean'
run define kelod
is 'a mistyped one' exits 1
is 'the nearest is named' has "$err" 'did you mean keloid?'
run define pneumonoultramicroscopic
is 'none' exits 1
is 'is told, and how to go on' has "$err" 'medfaq search pneumono'
is 'nothing on standard output' empty "$out"
run define "$(printf 'x\033[31m')"
is 'a hostile word is harmless' harmless "$err"
printf -- '- {term: lost}\n- {term: "a\\eb", means: "c\\e[31m"}\n' \
    >>"$library/glossary.yaml"
run define
is 'what is wrong has its line' has "$err" 'glossary.yaml:9: a term must be'
is 'the rest counts' has "$out" biopsy
is 'and is harmless' harmless "$out"
rm "$library"/glossary*
run define keloid
is 'no glossary' exits 1
is 'is told' has "$err" 'no glossary.yaml'
run define
is 'nor are there any words' exits 1
is 'there is no article of that name to point to' has_not "$err" 'medfaq --'
echo '# Define' >"$library/define.md"
run define keloid
is 'one of that name is pointed to' has "$err" \
    'to open the article of that name: medfaq -- define'
done_testing
