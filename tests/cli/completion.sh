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

if command -v zsh >/dev/null; then
    is 'zsh reads its script' zsh -n "$completions/_medfaq"
fi

if command -v fish >/dev/null; then
    # fish_completes LINE: what fish offers behind it, a line each.
    fish_completes() {
        PATH=$(dirname "$MEDFAQ"):$PATH fish -c "
            source '$completions/medfaq.fish'
            complete -C '$1'" 2>"$err" | cut -f1 | sort >"$out"
    }
    fish_completes 'medfaq sh'
    is 'fish: commands' [ "$(cat "$out")" = show ]
    fish_completes 'medfaq '
    is 'fish: articles' offers ear
    fish_completes 'medfaq show ea'
    is 'fish: articles to show' offers ear
    fish_completes 'medfaq show ear ri'
    is 'fish: kinds' [ "$(tr '\n' ' ' <"$out")" = 'risk-factors risks ' ]
    fish_completes 'medfaq ear ri'
    is 'fish: kinds of an article' offers risks
    fish_completes 'medfaq list --format='
    is 'fish: values' offers --format=ids
fi
done_testing
