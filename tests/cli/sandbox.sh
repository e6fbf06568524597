#!/bin/sh
# What a program may do with files, and that no command opens a socket.
. "$(dirname "$0")/tap.sh"

if ! command -v strace >/dev/null || ! strace -o "$work/try" true 2>/dev/null; then
    echo "1..0 # SKIP no strace, or it may not trace here"
    exit 0
fi
export ASAN_OPTIONS=detect_leaks=0 TMPDIR="$work/tmp"
mkdir "$TMPDIR" "$work/own"
printf '# Wax\n\n## Risks\n\nNone.\n' >"$work/own/wax.md"
printf '<title>Wax</title><h1>Wax</h1><h2>Risks</h2><p>None are known.' \
    >"$work/wax.html"

# traced ARGUMENT...: runs medfaq; $work/trace has its sockets and rights.
traced() {
    status=0
    strace -f -o "$work/trace" \
        -e trace=socket,socketpair,connect,bind,landlock_restrict_self,execve \
        "$MEDFAQ" "$@" >"$out" 2>"$err" </dev/null || status=$?
}

# Each command, once: no socket of any family.
while read -r words; do
    # shellcheck disable=SC2086 # words on purpose
    traced $words
    is "medfaq $words: no socket" has_not "$work/trace" 'socket('
done <<END
list
show wax risks
show $work/wax.html
search risks
compare $work/own/wax.md $work/own/wax.md
define
index
kinds
check $work/own
import --to $work/imported $work/wax.html
help
version
doctor
$work/own/wax.md
END

"$MEDFAQ" doctor >"$out" 2>"$err"
if ! grep -q 'Landlock *version' "$out"; then
    echo "# no Landlock: what may be written is not tested"
    done_testing
    exit
fi
for words in 'list' 'show wax' 'search risks' 'check .' 'index' \
    "import --to $work/imported $work/wax.html"; do
    # shellcheck disable=SC2086
    traced $words
    is "medfaq $words gives up rights" \
        grep -qE 'landlock_restrict_self\(.*= 0' "$work/trace"
done
traced new --type=condition thing
is 'medfaq new keeps them' has_not "$work/trace" landlock_restrict_self
rm -f thing.md

# The rights that are needed are kept.
run check --fix "$work/own/wax.md"
is 'check --fix writes its file' has_not "$err" 'ermission denied'
run check --fix "$work/own"
is 'and in a folder' has_not "$err" 'ermission denied'
rm -rf "$work/.cache"
run search risks
is 'search makes the folder of the index' [ -d "$work/.cache/medfaq" ]

# What a converter could do with a hostile file, it cannot do.
if command -v pdftohtml >/dev/null; then
    mkdir "$work/bin" "$work/secret"
    echo secret >"$work/secret/file"
    cat >"$work/bin/pdftohtml" <<END
#!/bin/sh
cat '$work/secret/file' >&2
echo gone >'$work/secret/file'
touch '$work/own/made'
exit 3
END
    chmod +x "$work/bin/pdftohtml"
    printf '%%PDF-1.4\n' >"$work/leaf.pdf"
    PATH=$work/bin:$PATH run import --to "$work/imported" "$work/leaf.pdf"
    is 'a converter cannot read other files' has_not "$err" secret$
    is 'nor write to them' [ "$(cat "$work/secret/file")" = secret ]
    is 'nor make any' [ ! -e "$work/own/made" ]
    is 'it is told' has "$err" 'ermission denied'
fi

# Under MEDFAQ_SECURE nothing is written, not even the index.
rm -rf "$work/.cache"
MEDFAQ_SECURE=1 run search risks
is 'a search under MEDFAQ_SECURE finds' exits 0
is 'and writes nothing' [ ! -e "$work/.cache" ]
done_testing
