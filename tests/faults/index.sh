#!/bin/sh
# A damaged index is never believed: whatever happens to its file, each command
# answers as it does with the whole one. FAULTS=all damages every page in every
# way; otherwise some pages are enough.
. "$(dirname "$0")/../cli/tap.sh"
MEDFAQ_PATH=$work/library
pages=5
[ "${FAULTS-}" = all ] && pages=100000
block=4096

# What four commands print; what they tell goes to $work/told. An index that
# was brought up to date still counts what was removed, so scores differ by a
# little from those of one built at once.
answer() {
    for words in "search --format=json wax risks" "search gut fever" \
        "list --format=json" "show thing risks"; do
        # shellcheck disable=SC2086 # words on purpose
        run $words
        grep -v '"score":' "$out"
        cat "$err" >>"$work/told"
    done
}

# Each article has an index of many pages' worth of words of its own.
write_library() {
    mkdir -p "$MEDFAQ_PATH"
    awk -v folder="$MEDFAQ_PATH" 'BEGIN {
        for (i = 0; i < 40; i++) {
            name = folder "/thing-" i ".md"
            print "# Thing " i "\n\n## Risks\n\nWax and fever.\n" >name
            for (j = 0; j < 150; j++)
                printf "w%dx%d gut%d ", i, j, j >name
            print "\n\n## Use\n\nFor the gut." >name
            close(name)
        }
    }'
    printf '# Thing\n\n## Risks\n\nNone is known.\n' >"$MEDFAQ_PATH/thing.md"
}

number() { wc -c <"$1" | awk -v block=$block '{ print int($1 / block) }'; }
put_page() { # FILE PAGE, from standard input
    dd of="$1" bs=$block seek="$2" conv=notrunc 2>"$err"
}
page() { dd if="$1" bs=$block skip="$2" count=1 2>"$err"; }

# damage HOW PAGE: to a fresh copy of the index.
damage() {
    cp "$work/whole.db" "$index"
    rm -f "$index"-wal "$index"-shm
    case $1 in
    zero) page /dev/zero 0 | put_page "$index" "$2" ;;
    flip)
        at=$(($2 * block + ($2 * 797) % block))
        byte=$(dd if="$index" bs=1 skip=$at count=1 2>"$err" | od -An -tu1)
        # shellcheck disable=SC2059 # an octal escape
        printf "\\$(printf %03o $((byte ^ (1 << $2 % 8))))" |
            dd of="$index" bs=1 seek=$at conv=notrunc 2>"$err"
        ;;
    copy) page "$work/whole.db" $((($2 * 7 + 3) % n_pages)) |
        put_page "$index" "$2" ;;
    swap)
        page "$work/whole.db" $((n_pages - 1 - $2)) | put_page "$index" "$2"
        page "$work/whole.db" "$2" | put_page "$index" $((n_pages - 1 - $2))
        ;;
    old) page "$work/old.db" "$2" | put_page "$index" "$2" ;;
    cut) dd if=/dev/null of="$index" bs=1 seek=$(($2 * block + $2 % 2 * 99)) \
        2>"$err" ;;
    noise) dd if=/dev/urandom bs=$block count=1 2>"$err" |
        put_page "$index" "$2" ;;
    esac
}

write_library
run index
index=$(ls "$work"/.cache/medfaq/index-*.db)
answer >"$work/before"
cp "$index" "$work/old.db"
printf '\n## Wax\n\nMore fever, wax and risks of it: pgx qlm.\n' >>"$MEDFAQ_PATH/thing-7.md"
printf '# Another\n\n## Risks\n\nWax.\n' >"$MEDFAQ_PATH/another.md"
run index
answer >"$work/right"
is 'the answers changed with the articles' \
    sh -c "! cmp -s '$work/before' '$work/right'"
cp "$index" "$work/whole.db"
n_pages=$(number "$work/whole.db")
is 'the index has pages enough' [ "$n_pages" -gt 30 ]

n_damaged=0
n_told=0
for how in zero flip copy swap old cut noise; do
    step=$((n_pages / pages + 1)) wrong=''
    for at in $(awk -v n="$n_pages" -v step=$step 'BEGIN {
        for (i = 0; i < n; i += step) print i }'); do
        damage $how "$at"
        ! cmp -s "$index" "$work/whole.db" || continue
        n_damaged=$((n_damaged + 1))
        : >"$work/told"
        for _ in once again; do
            answer >"$work/answer"
            cmp -s "$work/answer" "$work/right" || wrong="$wrong $at"
        done
        grep -q 'index was damaged' "$work/told" && n_told=$((n_told + 1))
    done
    is "$how: the same answers" [ -z "$wrong" ]
done
echo "# $n_damaged damaged files, $n_told noticed"
is 'enough was damaged' [ "$n_damaged" -ge 20 ]
is 'and noticed' [ "$n_told" -ge 5 ]
done_testing
