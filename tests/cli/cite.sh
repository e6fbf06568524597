#!/bin/sh
# medfaq cite: RIS and CSL-JSON.
. "$(dirname "$0")/tap.sh"

MEDFAQ_PATH=$work/articles
export MEDFAQ_PATH
mkdir "$MEDFAQ_PATH"
cat >"$MEDFAQ_PATH/sling.md" <<END
---
title: Arm slings
lang: en
summary: How to wear a sling.
authors: [{name: Ann Weaver}, {name: Sling group}]
updated: 2026-03
licence: CC-BY-4.0
origin: {publisher: Northbank, url: 'https://sling.example/a', retrieved: 2026-11-22}
sources:
  - {id: one, title: A trial, publisher: P, year: 2018, doi: 10.1/abc}
  - {id: two, title: A page, url: 'https://two.example', retrieved: 2026-11-20}
---

Wear it.[^one]
END

run cite sling
tr -d '\r' <"$out" >"$work/ris"
is 'RIS' exits 0
is 'begins with the type' test "$(head -n 1 "$work/ris")" = 'TY  - ELEC'
is 'ends the record' test "$(tail -n 1 "$work/ris")" = 'ER  - '
is 'lines end as RIS wants' test "$(tr -cd '\r' <"$out" | wc -c)" \
    -eq "$(wc -l <"$out")"
is 'title, authors, date, address' has "$work/ris" 'TI  - Arm slings' \
    'AU  - Ann Weaver' 'AU  - Sling group' 'DA  - 2026/03//' 'PY  - 2026' \
    'PB  - Northbank' 'UR  - https://sling.example/a' 'Y2  - 2026/11/22/' \
    'LA  - en' 'AB  - How to wear a sling.'
is 'nobody reviewed it' has "$work/ris" 'N1  - not medically reviewed'
lacks() { ! grep -qF "$2" "$1"; }
is 'no sources unless asked for' lacks "$work/ris" 'A trial'
run cite sling --sources
is 'with sources' has "$out" 'DO  - 10.1/abc' 'UR  - https://two.example' \
    'TI  - A trial'
is 'three records' test "$(grep -c '^ER' "$out")" -eq 3
run cite Arm slings --format=csl-json --sources
is 'CSL-JSON' has "$out" '"type": "webpage"' '"title": "Arm slings"' \
    '"literal": "Ann Weaver"' '"DOI": "10.1/abc"' '"date-parts"' \
    '"note": "not medically reviewed"' '"URL": "https://two.example"'
run cite sling --format=bibtex
is 'an unknown format' exits 2
is 'is said' has "$err" 'ris or csl-json'
run cite nothing-like-it
is 'no such article' exits 1
done_testing
