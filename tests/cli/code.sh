#!/bin/sh
# Articles by the codes of their front matter.
. "$(dirname "$0")/tap.sh"

library=$work/articles
mkdir "$library"
export MEDFAQ_PATH="$library"

# put ID TITLE CODES
put() {
    printf -- '---\ntitle: %s\nlang: en\ntype: medicine\ncodes: %s\n---\n\n## Side effects\n\nTired: %s.\n\n## Who should not have it?\n\nSome: %s.\n' \
        "$2" "$3" "$1" "$1" >"$library/$1.md"
}
put thinner 'Thinner' '{rxnorm: [11, 22], atc: B01AA03}'
put salt 'Thinner salt' '{rxnorm: 11, snomed: 372756006}'
put balm 'Balm' '{umls: c0020740, icd10: I48.9, loinc: 34714-6, mesh: D007052}'
printf -- '---\ntitle: Bôi\nlang: vi\n---\n\n## Tác dụng phụ\n\nMệt.\n' >"$library/balm.vi.md"

# With an index, without one, and where none may be written.
check_all() {
    run show --code rxnorm:22
    is "a code$1" has "$out" Thinner 'Tired: thinner'
    run show --code ATC:b01aa03 contra
    is "with a kind$1" has "$out" 'Some: thinner'
    is "alone$1" has_not "$out" 'Tired'
    run --code icd-10:i489 side effects
    is "without a command$1" has "$out" 'Tired: balm'
    run show --code=mesh:D007052 --lang=vi
    is "in a language whose file has no code$1" has "$out" 'Mệt'
    run show --code loinc:34714-6 spells
    is "words that are no kind$1" exits 1
    is "are told$1" has "$err" 'unknown kind of section "spells"'
    run show --code rxnorm:11
    is "a code of two articles$1" exits 1
    is "lists them$1" has "$err" '2 articles have the code rxnorm:11' \
        'thinner (Thinner)' 'salt (Thinner salt)'
    is "and shows none$1" empty "$out"
    run show --code rxnorm:33
    is "a code of none$1" exits 1
    is "is told$1" has "$err" 'no article has the code rxnorm:33'
    run list --code rxnorm:11 --format=ids
    is "a list$1" [ "$(tr '\n' ' ' <"$out")" = 'salt thinner ' ]
    run list --code rxnorm:33
    is "of none$1" exits 1
    run search --code rxnorm:11
    is "a search for a code alone$1" has "$out" 'thinner  en' 'salt  en'
    is "finds no others$1" has_not "$out" balm
    run search --code snomed:372756006 tired
    is "beside words$1" has "$out" 'Tired: salt'
    is "of that article alone$1" has_not "$out" 'Tired: thinner'
    run search code:umls:C0020740 side effects
    is "as a filter$1" has "$out" 'Tired: balm'
}
check_all ' without an index'
run index
check_all ' with an index'
MEDFAQ_SECURE=1
export MEDFAQ_SECURE
check_all ' in secure mode'
unset MEDFAQ_SECURE

put salt 'Thinner salt' '{rxnorm: 33}'
run show --code rxnorm:11
is 'a code that one article has no more' has "$out" 'Tired: thinner'
run show --code rxnorm:33
is 'and has anew' has "$out" 'Tired: salt'
rm "$library/salt.md"
run show --code rxnorm:33
is 'an article that has gone' exits 1
run list --code rxnorm:22 "$library" --format=ids
is 'of a folder that is named' [ "$(cat "$out")" = thinner ]
run list --code rxnorm:11 salt
is 'with words that it does not have' exits 1

for bad in 11 rxnorm:x ndc:1 atc: ''; do
    for command in list show search; do
        run $command --code="$bad"
        is "$command --code=$bad" exits 2
    done
done
run show --code ndc:1
is 'the systems are named' has "$err" 'umls, mesh, icd10, icd11, snomed, rxnorm, atc, loinc'
run show --code rxnorm:x
is 'and what a code looks like' has "$err" 'rxnorm:11289'
run show
is 'show needs a name or a code' exits 2
run define --code rxnorm:11
is 'other commands have no codes' exits 2
done_testing
