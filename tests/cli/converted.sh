#!/bin/sh
# Files that are no Markdown: converted for as long as they are read.
. "$(dirname "$0")/tap.sh"

TMPDIR=$work/tmp
export TMPDIR
mkdir "$TMPDIR"
left() { [ -z "$(ls -A "$TMPDIR")" ]; }

cat >"$work/page.html" <<'END'
<!DOCTYPE html><html lang="en"><head><title>Wax</title></head><body><main>
<h1>Wax</h1><h2>Risks</h2><p>It may hurt.</p><h2>Uses</h2><p>Ears.</p>
</main></body></html>
END
run show "$work/page.html"
is 'a web page is shown' exits 0
is 'as an article' has "$out" Wax 'It may hurt.'
is 'without its tags' has_not "$out" '<p>'
is 'that it is not kept is told' has "$err" 'to keep it, use medfaq import'
is 'and nothing is left' left
run show "$work/page.html" risks
is 'one kind of it' has "$out" 'It may hurt.'
is 'and no other' has_not "$out" Ears
run compare "$work/page.html" "$work/page.html"
is 'two of them leave nothing either' left
EDITOR=false run edit "$work/page.html"
is 'none is edited' exits 1
is 'as no change would be kept' has "$err" 'medfaq import'
run "$work/page.html"
is 'without a command' has "$out" 'It may hurt.'

# A PDF of one line; its table of places is made anew by whoever reads it.
cat >"$work/leaf.pdf" <<'END'
%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica
>> >> >> >>
endobj
4 0 obj
<< /Length 49 >>
stream
BT /F 11 Tf 60 700 Td (Wax helps your ears.) Tj ET
endstream
endobj
trailer
<< /Root 1 0 R >>
END
run show "$work/leaf.pdf"
is 'a PDF is shown' has "$out" 'Wax helps your ears.'
is 'and not its bytes' has_not "$out" endobj
MEDFAQ_SECURE=1 run show "$work/leaf.pdf"
is 'not in a kiosk' exits 1
is 'which is told' has "$err" leaf.pdf MEDFAQ_SECURE
is 'and shows no bytes' empty "$out"

run check "$work/page.html" "$work/leaf.pdf"
is 'they are checked' has "$out" "$work/page.html:1:1: warning" \
    "$work/leaf.pdf:1:1: warning"
is 'under their own names' has_not "$out" "$TMPDIR"
is 'which is told' has "$err" "$work/leaf.pdf: converted but not saved"
run check --fix "$work/page.html"
is 'and not changed' exits 1
is 'which is told, too' has "$err" '--fix only changes Markdown files'
run list "$work/page.html" "$work/leaf.pdf"
is 'they are listed' has "$out" page-page-wax page-leaf
printf 'question,answer,title\nWhy?,Because.,Wax\nAnd then?,No.,Ears\n' \
    >"$work/rows.csv"
run list "$work/rows.csv"
is 'so is what a table holds' has "$out" Wax Ears
run check "$work/rows.csv"
is 'and checked' has "$out" "$work/rows.csv: rows-ears.md:1:1"
run list "$work/a.png" "$work/page.html"
is 'nothing is left of these' left

printf '\211PNG\r\n\032\n' >"$work/a.png"
run show "$work/a.png"
is 'a picture is none' exits 1
is 'it is named' has "$err" 'a.png' 'a picture (PNG)'
is 'and shows no bytes either' empty "$out"
is 'and nothing is left of all' left

printf '<!DOCTYPE html>\n\nText of an article.\n' >"$work/article.md"
run show "$work/article.md"
is 'Markdown is shown as it is' has "$out" 'Text of an article.'

done_testing
