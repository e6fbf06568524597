#!/bin/sh
# ZIM files of Kiwix: each page is an article, as if it had been saved.
. "$(dirname "$0")/tap.sh"

if ! command -v zimdump >/dev/null || ! command -v zimwriterfs >/dev/null; then
    echo '1..0 # SKIP zim-tools is not installed'
    exit 0
fi

site=$work/site
mkdir -p "$site/ear"
# A picture of one pixel, which a ZIM file has to have.
printf '%s' iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg== |
    base64 -d >"$site/icon.png"

# page NAME LANG TITLE TEXT
page() {
    printf '<!DOCTYPE html><html%s><head><title>%s</title></head><body><main>
<h1>%s</h1><h2>Risks</h2><p>%s</p></main></body></html>' \
        "$2" "$3" "$3" "$4" >"$site/$1"
}

page index.html '' 'Ears and noses' 'See <a href="ear/wax.html">wax</a>.'
page ear/wax.html ' lang="fr"' 'Wax' 'It may hurt.'
page 'zz
* idx: 1
* type: item.html' ' lang="en"' 'Broken' 'A name with line breaks.'
printf '<html><head><meta http-equiv="refresh" content="0;url=ear/wax.html">%s' \
    '<title>Old</title></head><body></body></html>' >"$site/old.html"
n=0
while [ "$((n += 1))" -le 120 ]; do
    page "$n.html" ' lang="en"' "Page $n" "It has the number $n."
done

zimwriterfs -w index.html -I icon.png -l eng -t Ears -d Ears -c 'Ear Trust' \
    -p Packer -e https://ears.example/leaflets -j "$site" "$work/ears.zim" \
    >"$out" 2>&1 || { cat "$out"; exit 1; }

TMPDIR=$work/tmp
export TMPDIR
mkdir "$TMPDIR"
to=$work/articles
run import --to "$to" "$work/ears.zim"
is 'all pages are articles' exits 0
is 'and neither pictures nor redirections' has "$out" '123 new'
wax=$to/ears-example-leaflets-ear-wax-html.md
is 'the id is made of the address' [ -f "$wax" ]
is 'which is where the page was' has "$wax" \
    'url: "https://ears.example/leaflets/ear/wax.html"'
is 'and by whom' has "$wax" 'publisher: Ear Trust'
is 'the language is its own' has "$wax" 'lang: fr'
index=$to/ears-example-leaflets-index-html.md
is "or the file's" has "$index" 'lang: en'
is 'links lead to where they led' has "$index" \
    '[wax](https://ears.example/leaflets/ear/wax.html)'
is 'a page of any number is there' has \
    "$to/ears-example-leaflets-120-html.md" 'It has the number 120.'
is 'a name with line breaks costs only its address' [ "$(
    grep -l 'A name with line breaks' "$to"/page-*.md | wc -l)" = 1 ]
run import --to "$to" "$work/ears.zim"
is 'once more, nothing changes' has "$out" '123 unchanged'
is 'nothing is left behind' [ -z "$(ls -A "$TMPDIR")" ]
run list "$to"
is 'they are listed' has "$out" 'Page 120'

# Names that lead out of a folder, put into the file itself.
LC_ALL=C sed 's,ear/wax.html,../../x.html,g' "$work/ears.zim" >"$work/order.zim"
run import --to "$work/o" "$work/order.zim"
is 'a file whose entries are not in order is refused' exits 1
is 'which zimdump says' has "$err" "$work/order.zim: zimdump cannot read it: "
LC_ALL=C sed 's,ear/wax.html,e/../../x.ht,g' "$work/ears.zim" >"$work/up.zim"
run import --to "$work/u" "$work/up.zim"
is 'a name that climbs is no path' exits 0
is 'and no address' has_not "$work"/u/page-x-wax.md 'url:'
is 'the page is there' has "$work"/u/page-x-wax.md 'It may hurt.'
is 'nothing is written elsewhere' [ -z "$(find "$work" -name 'x.ht*')" ]

for n_bytes in 40 1000 20000; do
    head -c "$n_bytes" "$work/ears.zim" >"$work/cut.zim"
    run import --to "$work/c" "$work/cut.zim" "$site/ear"
    is "cut after $n_bytes bytes: told" has "$err" "$work/cut.zim: zimdump"
    is 'and the other source goes on' [ -f "$work/c/page-wax-wax.md" ]
    rm -r "$work/c"
done

mkdir "$work/bin"
path=$PATH
# A zimdump that lists, and shows nothing.
printf '#!/bin/sh\n[ "$1" = list ] && exec "%s" "$@"\nexit 1\n' \
    "$(command -v zimdump)" >"$work/bin/zimdump"
chmod +x "$work/bin/zimdump"
PATH=$work/bin:$path run import --to "$work/q" "$work/ears.zim"
is 'pages are read without a process for each' has "$out" '122 new'
is 'and are the same pages' has "$work/q/page-120-page-120.md" \
    'It has the number 120.'

# number AT: eight bytes of the ZIM file there.
number() { echo $(od -An -tu8 -j "$1" -N 8 "$work/ears.zim"); }
# What zimdump cannot unpack either is told, page by page.
first=$(number "$(number 48)")
{ head -c "$((first + 5))" "$work/ears.zim"; head -c 50 /dev/zero
    tail -c "+$((first + 56))" "$work/ears.zim"; } >"$work/hole.zim"
run import --to "$work/h" "$work/hole.zim"
is 'pages of a damaged cluster are told' has "$err" 'zimdump cannot read it: '

# What no such program can be trusted with.
# fake LINE...: a zimdump of these lines.
fake() {
    { echo '#!/bin/sh'; printf '%s\n' "$@"; } >"$work/bin/zimdump"
    chmod +x "$work/bin/zimdump"
}
PATH=$work/bin:$path
fake 'yes "path: a"'
run import --to "$work/f" "$work/ears.zim"
is 'a list without end is stopped' has "$err" 'zimdump was stopped'
entry() { printf 'path: %s\n* title: %s\n* idx: %s\n* type: item\n' "$1" "$1" "$2"
    printf '* mime-type: %s\n* item size: %s\n' "$3" "$4"; }
page=$(cat "$site/ear/wax.html")
size=$(wc -c <"$site/ear/wax.html")
{
    entry a.html 0 text/html "$size"
    entry b.html 0 image/png 7
    entry huge.html 1 text/html 99999999
    entry short.html 2 text/html 100000
    entry 'x*?.html' 3 text/html "$size"
} >"$work/bin/list"
printf '%s' "$page" >"$work/bin/page"
fake 'case $* in *list*--idx*) exit 1 ;;' "*list*) cat '$work/bin/list' ;;" \
    "*) cat '$work/bin/page' ;; esac"
run import --to "$work/f" "$work/ears.zim"
is 'two entries of one number are one, which is read' \
    [ -f "$work/f/page-0-wax.md" ]
is 'one that is too large is told' has "$err" 'huge.html: larger than'
is 'and one that is cut short' has "$err" 'short.html: zimdump gave '
is 'the rest goes on' has "$out" '2 new'
fake 'echo "damaged beyond repair"; exit 3'
run import --to "$work/f" "$work/ears.zim"
is 'what it complains of is told' has "$err" \
    'zimdump cannot read it: damaged beyond repair'
PATH=$work/nothing
run import --to "$work/f" "$work/ears.zim"
PATH=$path
is 'without zimdump the package is named' has "$err" \
    'a ZIM file; to have zimdump read it, install the package zim-tools'

MEDFAQ_SECURE=1 run "$work/ears.zim"
is 'a kiosk starts no program' exits 1
done_testing
