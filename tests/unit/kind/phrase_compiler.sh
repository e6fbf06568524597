#!/bin/sh
# A mistake in a file of phrases ends the build and is named with its line. TAP.
#
# phrase_compiler.sh PHRASE_COMPILER FILE...
compiler=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$@" "$work" || exit 1
n=0

compile() {
    (cd "$work" && "$compiler" phrases.en.txt phrases.es.txt phrases.fr.txt \
        phrases.de.txt phrases.vi.txt phrases.zh.txt) >"$work/out" 2>"$work/err"
}

report() {
    n=$((n + 1))
    echo "$1 $n - $2"
    [ "$1" = ok ] || sed 's/^/# /' "$work/err"
}

# refuses LINE WORDS TEXT: TEXT as the English phrases is refused at LINE, in
# these words.
refuses() {
    printf '%b' "$3" >"$work/phrases.en.txt"
    if ! compile && grep -F "phrases.en.txt:$1: " "$work/err" | grep -qF "$2"
    then
        report ok "$2"
    else
        report 'not ok' "$2"
    fi
}

if compile && grep -q 'phrase_tables\[LANG_COUNT\]' "$work/out"; then
    report ok 'the files as they are'
else
    report 'not ok' 'the files as they are'
fi

refuses 2 '"dosis" is no kind' '[asked]\ndosis\n  how much\n'
refuses 3 'A phrase stands below the kind' '[asked]\n\n  how much\n'
refuses 2 '"drug" is no type' '[asked]\ndosage of drug\n  how much\n'
refuses 2 'Write "dosage", or "dosage of"' '[asked]\ndosage medicine\n'
refuses 3 'words in small letters' '[asked]\ndosage\n  How much\n'
refuses 3 'words in small letters' '[asked]\ndosage\n  how; much\n'
refuses 3 'stands between two words' '[asked]\ndosage\n  how much|\n'
refuses 3 'stands between two words' '[asked]\ndosage\n  |how much\n'
refuses 3 'stands between two words' '[asked]\ndosage\n  how||much\n'
refuses 3 'stands between two words' '[asked]\ndosage\n  how | much\n'
refuses 3 'before a word' '[asked]\ndosage\n  how ? much\n'
refuses 3 'after the start of a word' '[asked]\ndosage\n  how * much\n'
refuses 3 'after the start of a word' '[asked]\ndosage\n  organi*ation*\n'
refuses 3 'in place of the tab' '[asked]\ndosage\n  how\tmuch\n'
refuses 1 'No list is called [asking]' '[asking]\n'
refuses 2 'The order is' '[named]\n[asked]\n'
refuses 2 'The order is' '[asked]\n[asked]\n'
refuses 1 'cannot be set' 'drop: the a\n'
refuses 1 'Before [asked]' 'dosage\n'
refuses 2 'This was set before' 'dropped: the\ndropped: a\n'
refuses 2 'of no kind' '[next]\ndosage\n'

mv "$work/phrases.es.txt" "$work/phrases.fr.txt"
report "$(compile && echo 'not ok' || echo ok)" 'a file that is missing'
echo "1..$n"
