#!/bin/sh
# Limits and odd files: each command answers or says why, and no signal ends it.
# calls.sh lets calls fail.
. "$(dirname "$0")/../cli/tap.sh"
MEDFAQ_PATH=$here/../cli/library
export ASAN_OPTIONS=detect_leaks=0 TMPDIR="$work/tmp"
mkdir "$TMPDIR" "$work/own"
printf '# Wax\n\n## Risks\n\nNone.\n' >"$work/own/wax.md"

commands='list
show ear risks
search risks
index
check own/wax.md
new --type=condition thing'

# One that ends by a signal has a status above 128.
ends_itself() { [ "$status" -lt 128 ]; }
no_temporary() { [ -z "$(find "$work" -name '.medfaq-*')" ]; }

cd "$work" || exit 1
echo "$commands" >"$work/commands"
for blocks in 0 1 40; do
    while read -r words; do
        rm -rf "$work/.cache" thing.md
        # The limit holds for $out too, so that a pipe is between.
        # shellcheck disable=SC2086 # words on purpose
        (
            ulimit -f $blocks
            "$MEDFAQ" $words 2>&1 </dev/null
            echo "status $?"
        ) | cat >"$out"
        status=$(sed -n 's/^status //p' "$out")
        is "medfaq $words with files of $blocks blocks" ends_itself
        is 'and leaves no temporary file' no_temporary
    done <"$work/commands"
done

# What somebody put beside the index is neither obeyed nor waited for.
rm -rf "$work/.cache"
run search risks
cp "$out" "$work/right"
is 'there is something to find' [ -s "$work/right" ]
for end in -wal -shm -journal; do
    mkfifo "$(ls "$work"/.cache/medfaq/index-*.db)$end"
    run search risks
    is "a FIFO as $end: the same answer" cmp -s "$out" "$work/right"
    rm -f "$work"/.cache/medfaq/*"$end"
done

# Where other users could write, nothing is believed.
chmod 777 "$work/.cache/medfaq"
run search risks
is 'an index open to others: the same answer' cmp -s "$out" "$work/right"
is 'and it is built again' has "$err" 'open to other users'
is 'in a folder that is private now' \
    [ -z "$(find "$work/.cache/medfaq" -perm /022)" ]
run search risks
is 'once' has_not "$err" 'open to'
if [ "$(id -u)" = 0 ]; then
    chown 65534 "$work/.cache/medfaq"
    ls -l --time-style=full-iso "$work/.cache/medfaq" >"$work/before"
    for words in 'search risks' 'list' 'show ear risks' 'index'; do
        # shellcheck disable=SC2086 # words on purpose
        run $words
        is "medfaq $words with a folder of another user's" \
            exits "$([ "$words" = index ] && echo 1 || echo 0)"
        [ "${words%% *}" = list ] || [ "${words%% *}" = show ] ||
            is 'and says so' has "$err" 'medfaq: belongs to another user'
    done
    ls -l --time-style=full-iso "$work/.cache/medfaq" >"$work/after"
    is 'writes nothing there' cmp "$work/before" "$work/after"
    chown 0 "$work/.cache/medfaq"
fi

if ! command -v strace >/dev/null || ! strace -o "$work/try" true 2>/dev/null; then
    echo "# SKIPPED: no strace, or it may not trace here"
    done_testing
    exit
fi

# Under MEDFAQ_SECURE nothing is opened to be written, made, moved or removed.
rm -rf "$work/.cache"
while read -r words; do
    status=0
    # shellcheck disable=SC2086
    MEDFAQ_SECURE=1 strace -f -o "$work/trace" \
        -e trace=%file,ftruncate,memfd_create "$MEDFAQ" $words \
        >"$out" 2>"$err" </dev/null || status=$?
    grep -E 'O_WRONLY|O_RDWR|O_CREAT|mkdir|rename|unlink|link\(|chmod|truncate' \
        "$work/trace" | grep -vE '"/dev/(null|tty)"|readlink| ENOENT ' \
        >"$work/written"
    is "medfaq $words under MEDFAQ_SECURE writes no file" empty "$work/written"
    is 'and ends itself' ends_itself
done <"$work/commands"
done_testing
