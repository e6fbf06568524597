#!/bin/sh
# Completion in bash, and in zsh and fish where there is such a shell.
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
completes sho
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

completes show ear --lang ''
is 'languages' [ "$(tr '\n' ' ' <"$out")" = 'en vi ' ]
completes compare ear ''
is 'articles to compare' offers list
completes compare ear list --kind ri
is 'a kind to compare by' offers risks
completes --lang = v
is 'languages after =' [ "$(cat "$out")" = vi ]
completes check --format ''
is 'formats' [ "$(tr '\n' ' ' <"$out")" = 'github json text ' ]
completes search gout -f ''
is 'formats by a letter' [ "$(tr '\n' ' ' <"$out")" = 'json json-object text ' ]
completes --lang vi ''
is 'a value is no word' offers ear
completes -- ''
is 'articles after --' offers list
is 'and no commands' has_not "$out" check
completes -- list ''
is 'then kinds' offers risks
completes show -- ''
is 'articles to show after --' offers ear
completes search ear ''
is 'words of a search are no kinds' has_not "$out" risks

if command -v zsh >/dev/null; then
    is 'zsh reads its script' zsh -n "$completions/_medfaq"
    # zsh_completes LINE: what zsh offers behind it, a line each.
    zsh_completes() {
        PATH=$(dirname "$MEDFAQ"):$PATH timeout 20 zsh -f \
            "$here/complete.zsh" "$completions" "$1" 2>"$err" | sort -u >"$out"
    }
    zsh_completes 'medfaq sho'
    is 'zsh: commands' [ "$(cat "$out")" = show ]
    zsh_completes 'medfaq show ea'
    is 'zsh: articles to show' offers ear
    zsh_completes 'medfaq show ear ri'
    is 'zsh: kinds' [ "$(tr '\n' ' ' <"$out")" = 'risk-factors risks ' ]
    zsh_completes 'medfaq show ear --lang '
    is 'zsh: languages' [ "$(tr '\n' ' ' <"$out")" = 'en vi ' ]
    zsh_completes 'medfaq --lang vi check --format '
    is 'zsh: formats' [ "$(tr '\n' ' ' <"$out")" = 'github json text ' ]
    zsh_completes 'medfaq -- '
    is 'zsh: articles after --' offers list
    is 'zsh: and no commands' has_not "$out" check
fi

if command -v fish >/dev/null; then
    # fish_completes LINE: what fish offers behind it, a line each.
    fish_completes() {
        PATH=$(dirname "$MEDFAQ"):$PATH fish -c "
            source '$completions/medfaq.fish'
            complete -C '$1'" 2>"$err" | cut -f1 | sort >"$out"
    }
    fish_completes 'medfaq sho'
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
    fish_completes 'medfaq show ear --lang '
    is 'fish: languages' [ "$(tr '\n' ' ' <"$out")" = 'en vi ' ]
    fish_completes 'medfaq --lang vi check --format '
    is 'fish: formats' [ "$(tr '\n' ' ' <"$out")" = 'github json text ' ]
    fish_completes 'medfaq -- '
    is 'fish: articles after --' offers list
    is 'fish: and nothing else' has_not "$out" check
    is 'fish: nor files' has_not "$out" meson
    fish_completes 'medfaq -- list '
    is 'fish: then kinds' offers risks
fi
done_testing
