#!/bin/sh
# System calls fail, command by command: each ends itself, says why where it
# could not do its work, and leaves the user's files whole. Each row of the table
# is tried with some commands; FAULTS=all tries all with all.
. "$(dirname "$0")/../cli/tap.sh"
cp -r "$here/../cli/library" "$work/library"
MEDFAQ_PATH=$work/library
export ASAN_OPTIONS=detect_leaks=0:exitcode=199 TMPDIR="$work/tmp"
mkdir "$TMPDIR" "$work/own"
cd "$work" || exit 1
if ! command -v strace >/dev/null || ! strace -o try true 2>"$err"; then
    echo '1..0 # SKIP no strace, or it may not trace here'
    exit
fi

# CALL ERROR: in the library of articles, in what is written, anywhere.
cat >faults <<'END'
openat EACCES
openat EROFS
openat EMFILE
openat ENFILE
openat EINTR
read EIO
read EINTR
read EISDIR
getdents64 EIO
getdents64 EINTR
newfstatat EIO
write ENOSPC
write EIO
write EINTR
write EFBIG
pwrite64 ENOSPC
pwrite64 EIO
pwrite64 EDQUOT
pread64 EIO
fsync EIO
fdatasync EIO
fcntl ENOLCK
rename EXDEV
rename EACCES
mkdir ENOSPC
mkdir EROFS
ftruncate EIO
unlink EPERM
fchmod EPERM
pipe2 EMFILE
clone3 EAGAIN
END

# BEGINS WORDS, as in memory.sh
cat >commands <<'END'
nothing list
nothing show ear risks
nothing search risks
fresh_index search risks
fresh_index index
nothing check library/ear.md
new_odd check --fix own/odd.md
new_state notes --import in.json
new_thing new --type=condition thing
new_out import --to to page.html
END
printf '# Wax \n\n\n\n## Risks\n\nNone: 1 in 5, half the risk .\n' >own/odd.md
cp own/odd.md odd.whole
echo '<html><head><title>Wax</title></head><body><main><h1>Wax</h1>
<h2>Risks</h2><p>It may hurt.</p></main></body></html>' >page.html
cat >in.json <<'END'
{"@context": "http://www.w3.org/ns/anno.jsonld", "items": [
{"type": "Annotation", "motivation": "bookmarking",
 "created": "2026-11-01T10:00:00Z", "modified": "2026-11-01T10:00:00Z",
 "body": {"type": "TextualBody", "value": "Ask about it"},
 "target": {"source": "/elsewhere/ear.md", "medfaq:name": "ear",
  "selector": [{"type": "TextPositionSelector", "start": 6, "end": 29}]}}]}
END

fresh_index() { rm -rf .cache/medfaq; }
new_out() { rm -rf to; }
new_thing() { rm -f thing.md; }
new_odd() { cp odd.whole own/odd.md; }
new_state() { rm -rf .local; }
nothing() { :; }

# What the user has: each file by its sum. An empty note file counts as none.
users_files() {
    find library own to thing.md .medfaq-* own/.medfaq-* -type f \
        ! -path '*/.medfaq-import/*' -exec cksum {} + 2>"$err.find" | sort
    MEDFAQ_PATH=$work/none "$MEDFAQ" notes --format=jsonld 2>"$err.find"
}

# Each line is there before the command, or after a whole run of it.
are_whole() { ! sort -u before after | comm -13 - now | grep -q .; }

# fail_at N WORDS: one run, of which the Nth call fails.
fail_at() {
    when=$1
    shift
    status=0
    strace -f -o trace -e trace="$call" \
        -e inject="$call:error=$error:when=$when" \
        "$MEDFAQ" "$@" >"$out" 2>"$err" </dev/null || status=$?
}

complaint() {
    if [ "$status" -ge 128 ]; then
        echo "status $status"
    elif [ "$status" = 0 ] && ! cmp -s "$out" right &&
        { [ ! -s "$err" ] || [ "$error" = EINTR ]; }; then
        echo 'other words without a reason'
    elif [ "$status" -gt 1 ] && [ ! -s "$err" ]; then
        echo "status $status without a word"
    fi
    users_files | sort -u >now
    are_whole || echo 'a file is neither old nor new'
    case $words in
    search* | index*)
        "$MEDFAQ" search risks >answer 2>"$err.after"
        cmp -s answer right.search || echo 'the next search is wrong'
        ;;
    esac
}

run index
run search risks
cp "$out" right.search
is 'there is something to find' [ -s right.search ]

n_tried=0 row=0
while read -r begins words; do
    wrong='' n_injected=0 n_fault=0 row=$((row + 1))
    $begins
    users_files | sort -u >before
    # shellcheck disable=SC2086 # words on purpose
    run $words
    cp "$out" right
    users_files | sort -u >after
    while read -r call error; do
        n_fault=$((n_fault + 1))
        numbers='1 2 3 4 6 9 14 20 30 50 80 130 200'
        if [ "${FAULTS-}" != all ]; then
            [ $(((n_fault + row) % 8)) = 0 ] || continue
            numbers=$((1 + (n_fault * row) % 5))
        fi
        for n in $numbers; do
            $begins
            # shellcheck disable=SC2086
            fail_at "$n" $words
            grep -q INJECTED trace || break
            n_injected=$((n_injected + 1))
            why=$(complaint)
            [ -z "$why" ] || wrong="$wrong
#   $call $error $n: $why"
        done
    done <faults
    n_tried=$((n_tried + n_injected))
    [ -z "$wrong" ] || echo "# medfaq $words$wrong"
    is "medfaq $words: $n_injected failed calls" [ -z "$wrong" ]
done <commands

# A text that has to be tried in another process before it is parsed, where the
# system has none to give: it is indexed as it stands, and read again as soon as
# that is possible.
mkdir -p deep
awk 'BEGIN {
    print "# Deep\n\n## Risks\n\nIt may **tingle**.\n"
    for (i = 0; i < 30000; i++) printf "- "
    for (i = 0; i < 30000; i++) print ""
}' >deep/deep.md
MEDFAQ_PATH=$work/deep
call=clone error=EAGAIN
fail_at 1+ index
is 'a process is refused' grep -q INJECTED trace
run search --format=json tingle
is 'then the article is read again' has "$out" '"kind": "risks"'
run index
cp "$out" again
run index
is 'once' cmp -s "$out" again
MEDFAQ_PATH=$work/library

# Short reads and writes, interruptions, and a clock that goes back change
# nothing.
export ASAN_OPTIONS="$ASAN_OPTIONS:verify_asan_link_order=0"
for odd in short clock; do
    while read -r begins words; do
        $begins
        users_files | sort -u >before
        # shellcheck disable=SC2086
        run $words
        cp "$out" right
        users_files | sort -u >after
        $begins
        status=0
        # shellcheck disable=SC2086
        LD_PRELOAD=$ODD_CALLS_LIBRARY ODD_CALLS=$odd \
            "$MEDFAQ" $words >"$out" 2>"$err" </dev/null || status=$?
        why=$(complaint)
        cmp -s "$out" right || why="$why other words"
        [ "$begins $odd" != 'new_thing clock' ] || why=''
        is "medfaq $words: $odd: $why" [ -z "$why" ]
    done <commands
done

# A file changes while it is read: what is printed is of some moment, and the
# next search has it as it is now.
for odd in shrink grow vanish; do
    for words in 'show ear' 'search --fresh wax' list 'check library/ear.md' \
        index; do
        rm -rf library .cache/medfaq
        cp -r "$here/../cli/library" library
        status=0
        # shellcheck disable=SC2086
        LD_PRELOAD=$ODD_CALLS_LIBRARY ODD_CALLS=$odd ODD_FILE=library/ear.md \
            "$MEDFAQ" $words >"$out" 2>"$err" </dev/null || status=$?
        is "medfaq $words: a file does $odd" [ "$status" -lt 128 ]
        run search --fresh wax
        cp "$out" answer
        rm -rf .cache/medfaq
        run search wax
        is 'and the next search is right' cmp -s "$out" answer
    done
done

# Nobody reads what is printed.
while read -r begins words; do
    $begins
    users_files | sort -u >before
    # shellcheck disable=SC2086
    run $words
    users_files | sort -u >after
    $begins
    # shellcheck disable=SC2086
    (
        "$MEDFAQ" $words 2>"$err" </dev/null
        echo "status $?" >ended
    ) | true
    users_files | sort -u >now
    is "medfaq $words into a closed pipe" are_whole
    is 'ends' grep -qE '^status (0|1|141)$' ended
done <commands
echo "# $n_tried failed calls"
is 'enough failed' [ "$n_tried" -ge 15 ]
done_testing
