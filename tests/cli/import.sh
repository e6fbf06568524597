#!/bin/sh
# medfaq import, from outside: options, exit codes, the summary.
. "$(dirname "$0")/tap.sh"

# page NUMBER TITLE ANSWER: a page of MedQuAD.
page() {
    cat <<END
<Document id="$1" source="GARD" url="http://a.example/$1">
<Focus>$2</Focus><QAPairs><QAPair pid="1">
<Question qtype="symptoms">What are the symptoms of $2 ?</Question>
<Answer>$3</Answer></QAPair></QAPairs></Document>
END
}

to=$work/articles
mkdir "$work/pages"
page 1 Gout 'The toe hurts.' >"$work/pages/1.xml"
page 2 Flu 'Fever.' >"$work/pages/2.xml"
page 3 Silence '' >"$work/pages/3.xml"

run import --to "$to" --dry-run "$work/pages"
is 'a dry run' has "$out" '2 articles' 'nothing was written'
is 'writes nothing' [ ! -e "$to" ]

run import --to "$to" "$work/pages"
is 'an import' exits 0
is 'makes articles' [ -f "$to/gard-1-gout.md" ]
is 'what came' has "$out" '2 articles' '2 new'
is 'what did not, and why' has "$out" '1 skipped: no answers in the source' 3.xml
is 'a file of which nothing came is refused' has "$out" '1 refused'
is 'no progress bar without a terminal' empty "$err"
MEDFAQ_PATH=$to run show gard-1-gout symptoms
is 'they can be read' has "$out" 'The toe hurts.'
run check "$to/gard-1-gout.md"
is 'and checked: only what the source does not state' has_not "$out" error

run import --to "$to" "$work/pages"
is 'again: nothing changes' has "$out" '2 unchanged'
page 2 Flu 'Fever and chills.' >"$work/pages/2.xml"
echo 'My note.' >>"$to/gard-1-gout.md"
run import --to "$to" "$work/pages"
is 'what changed is written' has "$to/gard-2-flu.md" chills
is 'what was edited stays' has "$to/gard-1-gout.md" 'My note.'
is 'and is told' has "$out" '1 changed' 'gard-1-gout'

echo '<Document><QAPairs>' >"$work/pages/4.xml"
run import --to "$to" "$work/pages"
is 'a broken file: exit 1' exits 1
is 'its name and the reason' has "$err" 4.xml 'not well-formed'
is 'the others go on' has "$out" '2 articles' '1 failed'
run import --quiet --to "$to" "$work/pages"
is 'quiet: only what went wrong' empty "$out"
run import --to "$to" "$work/none"
is 'no such source: exit 1' exits 1

rm "$work/pages/4.xml"
run import --verbose --to "$work/other" "$work/pages"
is 'verbose: what was written' has "$err" "$work/other/gard-1-gout.md: new"
is 'and what was not' has "$err" '3.xml: no answers in the source'
mkdir "$work/site"
printf '<!doctype html><nav><a href=/>Home</a></nav><main><h1>Gout</h1><p>It
hurts.</main>' >"$work/site/gout.html"
run import --verbose --to "$work/site/to" "$work/site/gout.html"
is 'verbose: what was left out of a page on purpose' \
    has "$err" 'gout.html: left out (navigation): Home' 'stated (title): Gout'
run import --to "$work/other" "$work/pages/1.xml"
is 'a single article is named' has "$out" "1 article: $work/other/gard-1-gout.md"
# What all pages of a site have: menus, not advice.
site_page() { # site_page FOLDER NUMBER
    mkdir -p "$work/$1"
    cat >"$work/$1/$2.html" <<END
<!doctype html><html lang="en"><div><p>We use cookies to count visits.</p>
<button>Accept</button></div><p><a href="/">A to Z</a></p>
<p><a href="/e">Emergency</a></p><div><button>What it is</button></div>
<p><a href="#" aria-expanded="true">Facts</a></p><p>Do not exceed the stated dose</p>
<p><a href="/n">Ring 111</a></p><h1>Gout $2</h1><p>A pain of the number $2, for
which one takes a pill.</p><h2><a href="/s">Share</a></h2><p>Not with
<a href="/w">warfarin</a> or</p><ul><li><a href="/i">ibuprofen</a></li></ul>
<p>Have no cookies.</p><p>&copy; The Trust</p>
<article><p><a href="/h">Get help now</a></p></article></html>
END
}
for i in 1 2 3 4; do site_page few $i; done
run import -v --to "$work/few-to" "$work/few"
is 'four pages are no site' has_not "$err" 'repeated on the site'
for i in 1 2 3 4 5; do site_page many $i; done
run import -v --to "$work/many-to" "$work/many"
is 'what five repeat is named' has "$err" \
    '3.html: left out (repeated on the site): We use cookies to count visits.'
gout=$work/many-to/page-3-gout-3.md
is 'and left out' has_not "$gout" 'use cookies'
is 'a menu of one link, too' has_not "$gout" 'A to Z'
is 'no advice is' has "$gout" Emergency 'Do not exceed' 'Ring 111' \
    'Get help now' Facts
is 'nor a heading' has "$gout" '## Share'
is 'nor what links tell' has "$gout" warfarin ibuprofen
is 'nor biscuits' has "$gout" 'Have no cookies.'
is 'the line of copyright is left out' has_not "$gout" Trust
for i in 6 7 8 9 10 11; do
    sed 's/cookies/nothing/; s/A to Z/Index/' "$work/many/1.html" \
        >"$work/many/$i.html"
done
run import -v --to "$work/many-to2" "$work/many"
is 'half of the pages have to have it' has_not "$err" 'repeated on the site): We'
(cd "$work/few" && site_page few 5 && run import -v --to "$work/few-to" ./*.html)
is 'files are a site as well as a folder' has "$err" \
    './3.html: left out (repeated on the site): We use cookies'

# Pages of one name and heading that state no address.
page_of() { # page_of FOLDER TEXT
    mkdir -p "$work/$1"
    printf '<!doctype html><main><h1>Questions</h1><p>%s</main>' "$2" \
        >"$work/$1/faq.html"
}
one='Gout comes all of a sudden, mostly at night, and hurts a lot.'
page_of one "$one"
page_of two 'Asthma is treated with one or two inhalers, used every day.'
run import --to "$work/faq" "$work/one"
run import --to "$work/faq" "$work/two"
is 'another page of the name does not replace the first' \
    has "$work/faq/page-faq-questions.md" Gout
is 'it is kept, too' has "$work/faq/page-faq-questions-two.md" inhalers
is 'which is said' has "$out" '1 new, next to an article of the same name' \
    '(page-faq-questions-two)'
page_of three "$one"
run import --to "$work/faq" "$work/three"
is 'a copy is nothing new' has "$out" '1 unchanged'
page_of one "$one See a doctor."
(cd "$work/one" && run import --to "$work/faq" ../one/faq.html)
is 'a new version, by whatever path, replaces the old one' \
    has "$work/faq/page-faq-questions.md" 'See a doctor.'
is 'and nothing else' [ "$(ls "$work/faq" | wc -l)" = 2 ]
printf 'medfaq-imp' >"$work/faq/.medfaq-import"
page_of one "$one Now."
run import --to "$work/faq" "$work/one"
is 'a damaged list is told' has "$err" 'list of earlier imports'
is 'and costs no article' has "$work/faq/page-faq-questions.md" 'See a doctor.'
is 'which is said, too' has "$out" 'edited since it was imported'

run import --to "$work/other" "$work/pages/3.xml"
is 'nothing came: exit 1' exits 1
is 'which is said' has "$err" '3.xml: no articles found in it'
is 'with the reason' has "$out" '1 skipped: no answers in the source'
run import --to "$work/other" "$work/pages/3.xml" "$work/pages/1.xml"
is 'something came' exits 0

# Without a home nobody would look for what is written.
(cd "$work" && unset HOME && run import pages/1.xml && exit "$status")
is 'without HOME: exit 1' [ $? = 1 ]
is 'which is said' has "$err" 'medfaq import: HOME is not set'
is 'and nothing is written' [ ! -e "$work/.local" ]
HOME=$work/nobody run import "$work/pages/1.xml"
is 'a HOME that is not there: exit 1' exits 1
is 'which is said, too' has "$err" "HOME is $work/nobody, which is not"
is 'and it is not made' [ ! -e "$work/nobody" ]
HOME=$work/nobody run import --to "$work/other" "$work/pages/1.xml"
is '--to needs no home' exits 0
run import "$work/pages/1.xml"
is 'with a home' [ -f "$work/.local/share/medfaq/articles/gard-1-gout.md" ]
rm -r "$work/.local"

run import
is 'no source: exit 2' exits 2
run import --nothing "$work/pages"
is 'an unknown option: exit 2' exits 2
is 'told in its own name' has "$err" 'medfaq import'
run import --from nothing "$work/pages"
is 'an unknown format: exit 2' exits 2
run import --help
is 'help: the formats' has "$out" medquad
is 'help: exit 0' exits 0
run help import
is 'help of the command' has "$out" 'medfaq import'
run --width=40 import "$work/pages"
is 'options of the reader do not go with it' exits 2
MEDFAQ_SECURE=1 run import --to "$to" "$work/pages"
is 'nothing is started where that is not allowed' exits 1
is 'and why' has "$err" MEDFAQ_SECURE
importer=$(dirname "$MEDFAQ")/medfaq-import
reader=$MEDFAQ MEDFAQ=$importer
MEDFAQ_SECURE=1 run --to "$work/secure" "$work/pages"
is 'nor by the program itself' exits 1
is 'nothing is written' [ ! -e "$work/secure" ]
is 'it says why too' has "$err" MEDFAQ_SECURE
MEDFAQ_SECURE=1 run --to "$work/secure" --dry-run "$work/pages"
is 'a dry run writes nothing anyway' has "$out" '2 articles'

# U+00DB is C3 9B in UTF-8: 9B begins a sequence on a terminal of 8 bits.
if localedef -i de_DE -f ISO-8859-1 "$work/de_DE.ISO-8859-1" 2>"$err"; then
    mkdir "$work/latin"
    : >"$work/latin/$(printf '\303\23331mRED.bin')"
    # What LSan is to let pass is in a file that import may not read.
    ASAN_OPTIONS=detect_leaks=0 LOCPATH=$work LC_ALL=de_DE.ISO-8859-1 \
        run --verbose --to "$work/safe" "$work/latin"
    is 'messages are in the character set' has "$err" "$(printf '\33331mRED')"
    is 'so is the report' has "$out" "$(printf '\33331mRED')"
    LC_ALL=C
    is 'and in no other' has_not "$err" "$(printf '\303')"
    is 'that not either' has_not "$out" "$(printf '\303')"
    LC_ALL=C.UTF-8
fi
MEDFAQ=$reader
done_testing
