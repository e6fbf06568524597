#!/bin/sh
# The man pages are well formed, and look right in the terminal.
. "$(dirname "$0")/tap.sh"

if ! command -v mandoc >/dev/null; then
    echo '1..0 # SKIP no mandoc'
    exit
fi
for page in medfaq.1 medfaq-article.5; do
    file=$here/../../src/man/$page
    mandoc -Tlint -W warning "$file" >"$out" 2>&1
    is "$page has no faults" empty "$out"
    mandoc -Tutf8 -Owidth=78 "$file" 2>"$err" | sed 's/.\x08//g' >"$out"
    is "$page fits" within "$out" 80
    is "$page is shown" has "$out" NAME DESCRIPTION
done
done_testing
