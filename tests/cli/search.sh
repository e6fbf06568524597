#!/bin/sh
# medfaq search and medfaq index.
. "$(dirname "$0")/tap.sh"

library=$work/articles
mkdir "$library"
export MEDFAQ_PATH="$library"
put() { cat >"$library/$1.md"; }

put keloid <<END
---
title: Keloids
type: condition
lang: en
origin: {id: TEST/1}
---

## What is a keloid?

A scar that grows past the wound.[^x]

## Treatment {#cure}

Steroids are injected into the scar.
END
put peel <<END
---
title: Chemical peel
type: procedure
lang: en
---

## Who should not have it?

People who had a $(printf 'ke\033[31mloid') scar.
END

run index
is 'index' has "$out" '2 articles, 3 sections: 2 read, 0 removed'
is 'a file for us alone' \
    [ "$(find "$work/.cache/medfaq" -name 'index-*.db' -perm 600 | wc -l)" = 1 ]
run index
is 'nothing changed' has "$out" ' 0 read'
is 'quiet' empty "$err"

run search scar
is 'found' exits 0
is 'by article' has "$out" 'keloid  en  Keloids' 'peel  en  Chemical peel'
is 'the section' has "$out" 'Who should not have it?'
is 'with its words' has "$out" 'A scar that grows past the wound.'
is 'without citations' has_not "$out" '[^'
is 'harmless' harmless "$out"
run search --color=always scar
is 'words are marked' has "$out" "$(printf '\033[1mscar\033[0m')"
run search contraindications: scar
is 'of a kind' has "$out" 'Chemical peel'
is 'and no other' has_not "$out" Keloids
run search scar -steroids -people
is 'without words' has_not "$out" 'Chemical peel'
run search --count scar
is 'counted' grep -qx 3 "$out"
run search --limit 1 scar
is 'limited' [ "$(grep -c '^[a-z]' "$out")" = 1 ]
run search --json keloid treatment
is 'JSON' has "$out" '"origin": "TEST/1"' '"anchor": "cure"' '"section": 2' \
    '"kind": "treatment"' '"snippet": "Steroids'
run search --width 24 --color=always scar
sed 's/\x1b\[[0-9]*m//g' "$out" >"$work/plain"
is 'wrapped' within "$work/plain" 24
is 'between words' has "$work/plain" '      A scar that grows' '      past the wound.'
is 'and marked all the same' has "$out" "$(printf '\033[1mscar\033[0m')"
run search scar
is 'a pipe gets whole lines' has "$out" '      A scar that grows past the wound.'
run search scar --json
is 'options after the words' has "$out" '"origin": "TEST/1"'
run search scar -n 1
is 'with their values' [ "$(grep -c '^[a-z]' "$out")" = 1 ]
run search scar -n1 --lang vi wound
is 'in either form' [ "$(grep -c '^[a-z]' "$out")" = 1 ]
run search scar -steroids --count -people
is 'among words to leave out' grep -qx 1 "$out"
run search -steroids scar --count
is 'before the words, too' grep -qx 2 "$out"
run search scar --jason
is 'no such option' exits 2
is 'which is named' has "$err" 'unknown option --jason'
run search scar --limit
is 'no value' has "$err" '--limit needs a value'
run search --count -- -steroids
is 'after -- there are only words' grep -qx 1 "$out"
run search --as-typed -- --json
is 'an option is a word there' has "$err" 'no results for "json"'
run search scar -f json
is 'JSON as others have it' has "$out" '"origin": "TEST/1"'
run search scar -f html
is 'a format of others' has "$err" 'use text, json or json-object'
is 'exit 2' exits 2
run search scar --fix
is 'an option of others' has "$err" '--fix cannot be used with search'
run search --explain keloid
is 'explained' has "$out" ' = text ' 'searched for: keloid'

run search keliod
is 'corrected' has "$out" Keloids
is 'which is said' has "$err" 'Showing results for "keloid" instead of "keliod"'
run search --as-typed keliod
is 'as typed: nothing' exits 1
is 'is told, with advice' has "$err" 'no results for "keliod". Check the spelling'
run search 'side effects of metformin'
is 'what no article has: nothing' exits 1
is 'is said' has "$err" 'No article mentions "metformin"' 'another name'
run search 'scar metformin'
is 'what is left is shown' exits 0
is 'and it is said' has "$err" \
    'No article mentions "metformin". Showing results for the other words'
run search --json 'scar metformin'
is 'in JSON with each' has "$out" '"absent": [' '"metformin"'
run search -f json-object 'scar metformin'
is 'an object for scripts' has "$out" '"emergency": false' '"notes": [' \
    'No article mentions \"metformin\"' '"results": ['
run search 'scar bleeding wont stop'
is 'an emergency is said first' [ "$(head -n 1 "$err")" = \
    'medfaq: If this may be an emergency, call your local emergency number now.' ]
is 'and the status is that of the search' exits 0
run search 'overdosed on zyxwvu'
is 'also where nothing is found' has "$err" 'call your local emergency number'
is 'which exits 1' exits 1
run search --format=json-object 'scar bleeding wont stop'
is 'in the object, too' has "$out" '"emergency": true'

run search 'kind:risks keloid'
is 'advice on filters' has "$err" 'without the kind'

run search kind:
is 'a filter alone tells what it takes' has "$err" \
    'kind: can be overview, ' 'side-effects'
run search kind:foo scar
is 'one that is none is told' has "$err" '"foo" is not a kind. Searching for it as a word'

for words in '"' '*' 'NEAR(' "';--" 'a:b' '-' "$(printf '\377\033[31m')"; do
    run search --count "$words"
    is "no error: $words" [ "$status" -le 1 ]
    is "harmless: $words" harmless "$err"
done

printf '\n## Outlook\n\nThey stay.\n' >>"$library/keloid.md"
rm "$library/peel.md"
run search --count stay
is 'a change is found at once' grep -qx 1 "$out"
run search chemical
is 'what was removed is not' exits 1

for file in "$work"/.cache/medfaq/index-*.db; do
    echo 'no index' >"$file"
done
run search stay
is 'a broken index is made anew' exits 0

# A large index is asked for names, as long as no file has come since.
mkdir "$work/mine"
MEDFAQ_PATH="$work/mine:$library"
touch -d 2020-01-01 "$library" "$work/mine"
rm -rf "$work/.cache"
run index
for file in "$work"/.cache/medfaq/index-*.db; do
    truncate -s 20M "$file"
done
ls -l --time-style=full-iso "$work/.cache/medfaq" >"$work/before"
export MEDFAQ_SECURE=1
run show keloid
unset MEDFAQ_SECURE
ls -l --time-style=full-iso "$work/.cache/medfaq" >"$work/after"
is 'a secure one is not asked' cmp -s "$work/before" "$work/after"
run show keloid
is 'found by its index' has "$out" 'injected into the scar'
printf '# Keloids\n\nMine.\n' >"$work/mine/keloid.md"
run show keloid
is 'a file that came since wins' has "$out" 'Mine.'
MEDFAQ_PATH="$library"

rm -rf "$work/.cache"
MEDFAQ_SECURE=1 run search stay
is 'a secure one is in memory' exits 0
is 'without a word' [ ! -s "$err" ]
MEDFAQ_SECURE=1 run index
is 'a secure one cannot be kept' exits 1
is 'and says so' has "$err" 'cannot save the index: nothing may be written'
is 'no file of it is written' [ ! -e "$work/.cache" ]
: >"$work/.cache"
run search stay
is 'without a place for it' exits 0
is 'one line says so' [ "$(grep -c 'cannot save the index' "$err")" = 1 ]
run index
is 'an index that cannot be kept' exits 1
is 'one line says so, too' [ "$(grep -c 'cannot save the index' "$err")" = 1 ]
mkdir -m 700 "$work/runtime"
mkdir "$work/runtime/medfaq-index-killed"
XDG_RUNTIME_DIR=$work/runtime MEDFAQ_SECURE=1 run search stay
is 'a secure one sweeps nothing' [ -d "$work/runtime/medfaq-index-killed" ]
XDG_RUNTIME_DIR=$work/runtime run search stay
is 'one in a private folder' exits 0
is 'leaves none behind' [ -z "$(ls -A "$work/runtime")" ]
rm "$work/.cache"

MEDFAQ_PATH=$work/absent run search scar
is 'a folder that is not there' exits 1
is 'is told' has "$err" "$work/absent: No such file"
is 'and nothing else' [ "$(wc -l <"$err")" = 1 ]
mkdir "$work/bare"
MEDFAQ_PATH=$work/bare run index
is 'a folder without articles' exits 1
is 'is told, too' has "$err" "$work/bare: no articles"

HOME=$work/nobody run search scar
is 'a HOME that is not there: what is found is found' exits 0
HOME=$work/nobody run index
is 'which is said' has "$err" "HOME is $work/nobody, which is not"
is 'and the HOME is not made' [ ! -e "$work/nobody" ]

mkdir "$work/doses"
printf -- "---\ntitle: Drops\nlang: en\n---\n\n## Dose\n\nTake 500 micrograms at night.\n" >"$work/doses/drops.md"
MEDFAQ_PATH=$work/doses run search 0.5 mg
is 'an amount in another unit is not searched' exits 1
is 'but told' has "$err" 'also be written 500 mcg' --other-units
MEDFAQ_PATH=$work/doses run search --other-units 0.5 mg
is 'it is where that is asked for' has "$out" drops '500 micrograms'
is 'which is told' has "$err" 'Also searching for "500 mcg"'

run search
is 'no words' exits 2
run search --limit 0 x
is 'a limit of nothing' exits 2

done_testing
