#!/bin/sh
# Completion in bash; the other shells' scripts are only parsed, where there is
# such a shell.
. "$(dirname "$0")/tap.sh"
completions=$here/../../src/cli/completions

# completes WORDS...: what bash offers for the last word, a line each.
cat >"$work/complete.bash" <<END
PATH=$(dirname "$MEDFAQ"):\$PATH
compopt() { :; }
. "$completions/medfaq.bash"
COMP_WORDS=(medfaq "\$@")
COMP_CWORD=\$#
_medfaq
printf '%s\n' "\${COMPREPLY[@]}" | sort
END
completes() { bash "$work/complete.bash" "$@" >"$out" 2>"$err"; }
offers() { grep -qx -- "$1" "$out"; }

completes ''
is 'commands' offers show
is 'articles' offers ear
is 'no errors' empty "$err"
completes sh
is 'a beginning' [ "$(cat "$out")" = show ]
completes show ''
is 'articles to show' offers ear
is 'no commands to show' has_not "$out" check
completes show ear ri
is 'kinds' [ "$(tr '\n' ' ' <"$out")" = 'risk-factors risks ' ]
completes ear ri
is 'kinds of an article' offers risks
completes show --wi
is 'options' offers --width=
completes show --format = m
is 'values' [ "$(cat "$out")" = markdown ]
completes list --format =
is 'values after =' offers ids
completes --color=always show ear ris
is 'options are no words' offers risks
completes help ch
is 'help of commands' [ "$(cat "$out")" = check ]

for shell in zsh fish; do
    case $shell in
    zsh) script=$completions/_medfaq ;;
    fish) script=$completions/medfaq.fish ;;
    esac
    if command -v $shell >/dev/null; then
        is "$shell reads its script" $shell -n "$script"
    fi
done
done_testing
