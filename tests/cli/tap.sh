# Sourced by each test: prints TAP and runs the real program, whose path is in
# MEDFAQ.
#
# run ARGUMENT...   runs medfaq and sets $status; $out and $err name the files
#                   with its output
# is NAME WORDS...  one test, which passes if the command WORDS succeeds
set -u

n_tests=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out
err=$work/err
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
export MEDFAQ_PATH="$here/library" LC_ALL=C.UTF-8 TERM=xterm HOME="$work"
unset NO_COLOR COLUMNS XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME

run() {
    status=0
    "$MEDFAQ" "$@" >"$out" 2>"$err" </dev/null || status=$?
}

is() {
    n_tests=$((n_tests + 1))
    name=$1
    shift
    if "$@"; then
        echo "ok $n_tests - $name"
    else
        echo "not ok $n_tests - $name"
        echo "# failed: $*; status ${status-}"
        sed 's/^/#  out: /' "$out" 2>/dev/null | cat -v | head -n 40
        sed 's/^/#  err: /' "$err" 2>/dev/null | cat -v | head -n 10
    fi
}

# has FILE TEXT...: the file contains each of the texts.
has() {
    file=$1
    shift
    for text; do
        grep -qF -- "$text" "$file" || return 1
    done
}

has_not() { ! grep -qF -- "$2" "$1"; }
empty() { [ ! -s "$1" ]; }
exits() { [ "$status" = "$1" ]; }

# harmless FILE: it has no byte that a terminal would obey: C0 except newline
# and tab, DEL, C1.
harmless() {
    [ -z "$(LC_ALL=C tr -d '\011\012\040-\176\200-\377' <"$1")" ] &&
        ! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1"
}

# before FILE A B: A is on an earlier line than B.
before() {
    awk -v a="$2" -v b="$3" '
        !first && index($0, a) { first = NR }
        !second && index($0, b) { second = NR }
        END { exit !(first && second && first < second) }' "$1"
}

# within FILE N: no line is wider than N columns.
within() { [ "$(wc -L <"$1")" -le "$2" ]; }

done_testing() { echo "1..$n_tests"; }
