#!/bin/sh
# Memory runs out: the Nth allocation of a command fails, alone or with all
# after it. Each command then answers as always or says why it does not; no
# signal ends it, and no file of the user's is lost or half-written. Some N are
# tried for each command; FAULTS=all tries 1 to 2,000, every FAULTS_STEPth.
. "$(dirname "$0")/../cli/tap.sh"
cp -r "$here/../cli/library" "$work/library"
MEDFAQ_PATH=$work/library
sources=$here/sources
seeds=$here/../fuzz/seeds/import
export UBSAN_OPTIONS=halt_on_error=1:exitcode=199 TMPDIR="$work/tmp"
export ASAN_OPTIONS=detect_leaks=0:exitcode=199:verify_asan_link_order=0
mkdir "$TMPDIR" "$work/own"
reached=$TMPDIR/reached # where commands may write
cd "$work" || exit 1

cat >own/wax.md <<'END'
---
title: Ear wax
lang: en
type: condition
updated: 2026-11-22
sources:
  - {id: a, title: "On wax", publisher: Ears, year: 2024, url: "https://a.example/"}
---

Wax is made in the ear.[^a]

## Risks

- it may hurt

```risk
title: Pain
event: have pain
population: Adults
period: one year
per: 1000
rows:
  - {label: With wax, n: 23, source: a}
outcome: harm
certainty: low
```

| What | How often |
|---|---:|
| pain | 3 |
END
printf '# Wax \n\n\n\n## Risks\n\nNone: 1 in 5, half the risk .\n' >own/odd.md
cat >in.json <<'END'
{"@context": "http://www.w3.org/ns/anno.jsonld", "items": [
{"type": "Annotation", "motivation": "bookmarking",
 "created": "2026-11-01T10:00:00Z", "modified": "2026-11-01T10:00:00Z",
 "body": {"type": "TextualBody", "value": "Ask about it"},
 "target": {"source": "/elsewhere/ear.md", "medfaq:name": "ear",
  "medfaq:title": "Ears", "medfaq:section": "Risks",
  "selector": [{"type": "TextQuoteSelector", "exact": "It may hurt.",
    "prefix": "", "suffix": ""},
   {"type": "TextPositionSelector", "start": 6, "end": 29}]}}]}
END
sed 's/Ask about it/And this/; s/2026-11-01/2026-11-02/g' in.json >more.json
awk 'BEGIN { for (i = 0; i < 12; i++)
    printf "# Filler %d\n\nWax %d.\n", i, i >"library/filler-" i ".md" }'

# How each command begins: what it may write is as it was. Reading commands find
# a whole index, and leave it to the next.
fresh_index() { rm -rf .cache/medfaq; }
new_out() { rm -rf to; }
new_thing() { rm -f thing.md; }
new_odd() { cp odd.whole own/odd.md; }
new_wax() { cp wax.whole own/wax.md; }
new_state() {
    rm -rf .local
    cp -r local.whole .local
}
nothing() { :; }

# BEGINS WORDS
commands() {
    cat <<'END'
nothing show own/wax.md
nothing show ear risks
nothing show --format=json own/wax.md
nothing show --format=html own/wax.md
nothing show --format=markdown own/wax.md
nothing search risks
nothing search --json --explain wax
nothing list
nothing list --json wax
nothing check own/wax.md own/odd.md library/ear.md
new_odd check --fix own/odd.md
fresh_index index
fresh_index search risks
nothing index
nothing compare ear own/wax.md
nothing define wax
nothing cite own/wax.md
nothing kinds
new_state notes
new_state notes --format=jsonld
new_state notes --import more.json
new_state sheet --format=html
new_state forget --all --yes
new_thing new --type=condition thing
new_wax review own/wax.md
END
    for path in "$sources"/* "$seeds"/*; do
        echo "new_out import --to to $path"
    done
}
commands >commands

# All that is the user's: articles, notes, what was imported.
keep_users_files() { # INTO
    rm -rf "$1"
    mkdir "$1"
    cp -r library own "$1"
    [ ! -e to ] || cp -r to "$1"
    [ ! -e thing.md ] || cp thing.md "$1"
    find . -path ./before -prune -o -path ./after -prune -o -path ./now -prune \
        -o -type f -name '.medfaq-[0-9]*' -exec cp {} "$1" \;
}
# What the notes are now, and that their file is whole.
keep_notes() { MEDFAQ_PATH=$work/none "$MEDFAQ" notes --format=jsonld >"$1" 2>&1; }

# Only for commands that write what is the user's.
writes() { case $begins in new_*) "$@" ;; esac; }

# Each file is as it was before the command or as a whole run leaves it.
are_whole() { # BEFORE AFTER NOW
    find "$3" -type f | while read -r file; do
        name=${file#"$3/"}
        case $name in
        to/.medfaq-import/*) continue ;;
        esac
        cmp -s "$file" "$1/$name" || cmp -s "$file" "$2/$name" || echo "$name"
    done
    (cd "$1" && find . -type f ! -path './to/*') | while read -r name; do
        [ -e "$3/$name" ] || [ ! -e "$2/$name" ] || echo "lost: $name"
    done
}

# try MODE N WORDS: one run in which the Nth allocation fails.
try() {
    failing=$2$1
    shift 2
    rm -f "$reached"
    status=0
    FAILING_MALLOC=$failing FAILING_MALLOC_REPORT=$reached \
        LD_PRELOAD=$FAILING_MALLOC_LIBRARY \
        "$MEDFAQ" "$@" >"$out" 2>"$err" </dev/null || status=$?
}

# Why a run was wrong; nothing if it was right.
complaint() { # WORDS
    if [ "$status" -ge 128 ] || grep -qE 'Sanitizer|runtime error' "$err"; then
        echo "status $status: $(grep -m 1 -E 'ERROR|runtime error' "$err")"
    elif [ "$status" = "$right_status" ] && [ "$status" -le 1 ]; then
        cmp -s "$out" right || echo 'other words without a failure'
    elif [ ! -s "$err" ]; then
        echo "status $status without a word"
    fi
    writes keep_users_files now
    writes are_whole before after now
    case $begins in
    new_state)
        keep_notes notes.now
        cmp -s notes.now notes.before || cmp -s notes.now notes.after ||
            echo 'the notes are neither the old nor the new ones'
        ;;
    fresh_index)
        "$MEDFAQ" search risks >answer 2>"$err.after"
        cmp -s answer right.search || echo 'a search is wrong afterwards'
        ;;
    esac
}

# Numbers to try for the command of a row.
numbers() { # ROW
    if [ "${FAULTS-}" = all ]; then
        awk -v step="${FAULTS_STEP-1}" 'BEGIN {
            for (i = 1; i <= 2000; i += step) print i (i % 7 ? "" : "+") }'
    else
        awk -v row="$1" 'BEGIN {
            for (i = 2 + row % 3; i < 2000; i = int(i * 4.1) + row)
                print i (i % 2 ? "" : "+") }'
    fi
}

run notes --import in.json
is 'there are notes' exits 0
cp -r .local local.whole
cp own/odd.md odd.whole
cp own/wax.md wax.whole
keep_users_files first
run index
run search risks
cp "$out" right.search
is 'there is something to find' [ -s right.search ]

n_failed=0 row=0
while read -r begins words; do
    row=$((row + 1)) wrong='' n=0
    $begins
    writes keep_users_files before
    writes keep_notes notes.before
    # shellcheck disable=SC2086 # words on purpose
    run $words
    cp "$out" right
    right_status=$status
    writes keep_users_files after
    writes keep_notes notes.after
    for number in $(numbers $row); do
        $begins
        mode=${number##*[0-9]}
        # shellcheck disable=SC2086
        try "$mode" "${number%+}" $words
        [ -e "$reached" ] || [ "${number%+}" -lt 40 ] || break
        n=$((n + 1))
        why=$(complaint | head -n 3)
        [ -z "$why" ] || wrong="$wrong
#   $number: $why"
    done
    n_failed=$((n_failed + n))
    [ -z "$wrong" ] || echo "# medfaq $words$wrong"
    is "medfaq $words: $n times out of memory" [ -z "$wrong" ]
done <commands
rm -rf to thing.md
new_wax
new_odd
keep_users_files now
is 'what is only read stays as it is' [ -z "$(are_whole first first now)" ]
echo "# $n_failed failed allocations"
is 'enough failed' [ "$n_failed" -ge 100 ]
done_testing
