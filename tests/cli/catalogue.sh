#!/bin/sh
# Which files are opened to find an article: with an index only those that are
# shown, and the index once.
. "$(dirname "$0")/tap.sh"

library=$work/articles
mkdir "$library"
export MEDFAQ_PATH="$library"

# put ID TITLE [SYNONYM]
put() {
    printf -- '---\ntitle: %s\nsynonyms: [%s]\n---\n\n## Risks\n\nA %s.\n' \
        "$2" "${3-}" "$2" >"$library/$1.md"
}

i=0
while [ $i -lt 30 ]; do
    put "name-$i" "Ailment $i"
    i=$((i + 1))
done
put gout 'Gout of the toe' podagra
put gout.vi 'Bệnh gút'
: >"$library/skipped.md" && rm "$library/skipped.md" && mkfifo "$library/skipped.md"
touch -d 2020-01-01 "$library"
run index
is 'an index' has "$out" '32 articles'

if ! command -v strace >/dev/null || ! strace -o "$work/try" true 2>"$err"; then
    echo '# SKIP the rest: strace is not there, or may not trace'
    done_testing
    exit
fi

# traces ARGUMENT...: runs medfaq, and keeps what it opens in $work/trace.
traces() {
    status=0
    ASAN_OPTIONS=detect_leaks=0 strace -f -o "$work/trace" \
        -e trace=open,openat,openat2 \
        "$MEDFAQ" "$@" >"$out" 2>"$err" </dev/null || status=$?
}

# The articles opened, without their folder, a line each.
articles() {
    sed -n "s|.*\"$library/\([^\"]*\.md\)\".*|\1|p" "$work/trace" | sort -u
}
opens() { [ "$(articles | tr '\n' ' ')" = "$*" ]; }
opens_index_once() {
    [ "$(grep -c 'index-[0-9a-f]*\.db".* = [0-9]' "$work/trace")" = 1 ]
}

traces show zzzz
is 'no such name' has "$err" 'no article called "zzzz"'
is 'opens no article' opens
is 'and the index once' opens_index_once
traces list zzzz
is 'none is listed' exits 1
is 'without opening one' opens
is 'with the index opened once' opens_index_once
traces headache
is 'words of no article' has "$err" 'no article called "headache"'
is 'open no article' opens
is 'and the index once: words' opens_index_once
traces list
is 'all are listed' has "$out" 'Ailment 29' 'Gout of the toe' 'Bệnh gút'
is 'from the index alone' opens
is 'and what was passed over' has "$err" 'skipped.md: is a FIFO'
traces
is 'the same without a word' has "$out" 'Ailment 29'
is 'from the index, too' opens
traces show gout
is 'an id' has "$out" 'A Gout of the toe.'
is 'opens the one shown' opens 'gout.md '
is 'and the index once: an id' opens_index_once
traces show "$library/gout.md"
is 'a path' has "$out" 'A Gout of the toe.'
is 'asks no index' [ "$(grep -c 'index-[0-9a-f]*\.db"' "$work/trace")" = 0 ]
traces show podagra
is 'a synonym' opens 'gout.md '
traces show --lang vi gout
is 'a translation' opens 'gout.vi.md '
traces show toe gout risks
is 'words and a kind' opens 'gout.md '
is 'and the index once: a kind' opens_index_once
traces show a b c d e f g h i j
is 'ten words' exits 1
is 'open no article: ten' opens
is 'and the index once: ten' opens_index_once
traces show gotu
is 'a wrong name: the nearest' has "$err" 'gout (Gout of the toe)'
is 'without opening it' opens
traces show ailment
is 'a word of many: some of them' has "$err" 'name-1 (Ailment 1)' 'and 22 more'
is 'without opening them' opens

# Descriptors 0 to 2 are never those of a file that is read: what is meant for
# the screen would be written there.
ASAN_OPTIONS=detect_leaks=0 strace -f -o "$work/trace" -e trace=openat \
    sh -c '"$0" show "$1" <&- >&- 2>&-' "$MEDFAQ" "$library/gout.md" 2>"$err" || :
is 'closed descriptors are not taken' \
    grep -q 'gout\.md".* = [3-9]' "$work/trace"
if localedef -i de_DE -f ISO-8859-1 "$work/de_DE.ISO-8859-1" 2>"$err"; then
    LOCPATH=$work LC_ALL=de_DE.ISO-8859-1 run list --format=json gout
    LC_ALL=C.UTF-8
    is 'JSON is UTF-8 whatever the locale' has "$out" 'Bệnh gút'
fi

# What has changed since: the index is brought up to date first.
put name-7 'Borborygmi'
traces show borborygmi
is 'a title that was edited in place' has "$out" 'A Borborygmi.'
is 'is read alone' opens 'name-7.md '
is 'and the index opened once' opens_index_once
put name-8 'Singultus'
run show 'Ailment 8'
is 'a title that is gone is not found' exits 1
put name-9 'Hiccups'
run list hiccups
is 'the list has what was edited' has "$out" 'name-9' 'Hiccups'
put name-30 'Yawning'
run show yawning
is 'a new file is found' has "$out" 'A Yawning.'
rm "$library/name-30.md"
run show yawning
is 'a file that has gone is not' exits 1
run list --format=json gout
cp "$out" "$work/json"
rm -r "$work/.cache"
run list --format=json gout
is 'JSON is the same without an index' cmp -s "$out" "$work/json"
run list
cp "$out" "$work/list"
run index
run list
is 'so is the list' cmp -s "$out" "$work/list"

# An index that is stopped says how far it came, and goes on later.
rm -r "$work/.cache"
ASAN_OPTIONS=detect_leaks=0 strace -f -o "$work/trace" -e trace=getdents64 \
    -e inject=getdents64:signal=SIGINT:when=1 \
    "$MEDFAQ" index >"$out" 2>"$err" </dev/null && status=0 || status=$?
is 'an interrupted index: exit 1' exits 1
is 'which is said' has "$err" 'indexing: stopped after'
run index
is 'the next one ends it' has "$out" '32 articles'

# Where nothing may be written nothing is asked that writes.
MEDFAQ_SECURE=1 traces show gout
is 'in a kiosk: found' exits 0
is 'without the index' [ "$(grep -c 'index-[0-9a-f]*\.db"' "$work/trace")" = 0 ]
printf 'no index' >"$(echo "$work"/.cache/medfaq/index-*.db)"
run show gout
is 'a damaged index is no obstacle' has "$out" 'A Gout of the toe.'

# The beginning of a name, but no word that means something itself.
put tide Zolbetide
put other Other
printf "Zolbe is another medicine.\n" >>"$library/other.md"
run index
run show zolbet
is 'the beginning of one name' has "$out" 'A Zolbetide.'
is 'which is said' has "$err" 'no article called "zolbet"; showing Zolbetide'
run show Zolbe
is 'a word of another text is none' exits 1
is 'and shows nothing' empty "$out"
# Files of one name are told apart by their folders, with and without an index.
mkdir "$library/ear" "$library/skin"
printf "# About ears\n\n## Advice\n\nSee [wax](wax.md).\n" >"$library/ear/README.md"
printf "# About skin\n\n## Advice\n\nKeep it dry.\n" >"$library/skin/README.md"
run list about
cp "$out" "$work/list"
is 'the first keeps its name' grep -q '^README .*About ears' "$out"
is 'the other has its folder in front' grep -q '^skin-README .*About skin' \
    "$out"
is 'and both are used' has_not "$out" 'not used'
rm -r "$work/.cache"
run list about
is 'the same without an index' cmp -s "$out" "$work/list"
run show skin-README
is 'found by that id' has "$out" 'Keep it dry.'
run index
run show skin-README --format=json
is 'in the index too' has "$out" '"id": "skin-README"'
run show skin readme
is 'and by its words' has "$out" 'Keep it dry.'
rm "$library/ear/README.md"
run list about
is 'alone it is called as its file is' grep -q '^README .*About skin' "$out"
put gout2 Gouts
mv "$library/gout2.md" "$library/Gout.md"
run show Gout
is 'of ids that differ in case the one as it is typed' has "$out" 'A Gouts'
run show gout
is 'and the other' has "$out" 'A Gout of the toe.'
done_testing
