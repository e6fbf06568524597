#!/bin/sh
# Pages of HTML: what a checker, a screen reader and a search engine need.
. "$(dirname "$0")/tap.sh"

articles=$here/../../articles
cp "$here/library"/*.md "$articles"/*.md "$work/"
cat >"$work/odd.md" <<END
---
title: 'A <b> & "c"'
lang: de
---
# Odd

###### Deep first

![](pic.png) [![alt](i.png)](https://a.example) [](https://b.example)

## Sources

> #### In a quote

Text[^a]. </script><script>alert(1)</script>

[^a]: Cited.
[^b]: Not cited: do not drive.

[ref]: https://c.example "Nothing refers to it"
END

# Headings of a page in order, as digits.
levels() { grep -o '<h[1-6]' "$1" | tr -dc '1-6\n'; }
in_order() {
    levels "$1" | awk '$1 > last + 1 { bad = 1 } { last = $1 } END { exit bad }'
}
one_h1() { [ "$(levels "$1" | grep -c 1)" -eq 1 ]; }
no_empty_link() { ! grep -qE '<a [^>]*>[[:space:]]*</a>|<a [^>]*href=""' "$1"; }
no_nested_link() {
    ! tr '\n' ' ' <"$1" | sed 's/<\/a>/\n/g' | grep -qE '<a .*<a '
}
unique_ids() { [ -z "$(grep -oE ' id="[^"]*"' "$1" | sort | uniq -d)" ]; }
nothing_runs() {
    [ "$(grep -c '<script' "$1")" -eq 1 ] &&
        grep -q '<script type="application/ld+json">' "$1" &&
        ! grep -qE '<(link|img|iframe)|@import|url\(' "$1"
}
has_lang() { grep -qE '^<html lang="[a-z-]+">' "$1"; }
well_formed() {
    ! command -v xmllint >"$work/where" ||
        { xmllint --html --noout "$1" 2>"$work/lint" && [ ! -s "$work/lint" ]; }
}

bad=''
for article in "$work"/*.md; do
    "$MEDFAQ" show "$article" --format=html >"$work/page.html" 2>"$err" ||
        bad="$bad $article:status"
    for rule in one_h1 in_order no_empty_link no_nested_link unique_ids \
        nothing_runs has_lang well_formed; do
        $rule "$work/page.html" || bad="$bad ${article##*/}:$rule"
    done
done
echo "# $(echo "$work"/*.md | wc -w) pages; broken:$bad"
is 'every page keeps every rule' test -z "$bad"

run show "$work/odd.md" --format=html
is 'what nothing cites is there' has "$out" 'Not cited: do not drive.' \
    'Nothing refers to it'
is 'an image without words shows its address' has "$out" 'pic.png)</a>'
is 'an image in a link is no link' has "$out" \
    '<a href="https://a.example">alt (' 'i.png)</a>'
is 'a link without words shows its address' has "$out" \
    '<a href="https://b.example">https://b.example</a>'
is 'nobody reviewed it' has "$out" '<p>nicht medizinisch geprüft</p>'
reviewed() { grep -q -e lastReviewed -e reviewedBy "$1"; }
is 'nor is that made up' eval '! reviewed "$out"'
cat >"$work/seen.md" <<END
---
title: Seen
reviewers: [{name: Dr Ruth Example, role: nurse, date: 2026-01-02}]
reviewed: 2026-01-02
---
## Risks

None known.
END
run show "$work/seen.md" --format=html
is 'a review is told' has "$out" '"lastReviewed": "2026-01-02"' \
    '"name": "Dr Ruth Example"'
is 'what it is' has "$out" '"@type": "MedicalWebPage"' '"@type": "FAQPage"' \
    '"text": "None known."'
done_testing
