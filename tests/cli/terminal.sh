#!/bin/sh
# What a terminal gets that cannot show the reader, and what show makes of one
# that can. script(1) is the terminal; 40 columns.
. "$(dirname "$0")/tap.sh"

if ! command -v script >/dev/null; then
    echo '1..0 # SKIP no script(1)'
    exit
fi

# on TERM COMMAND: runs a shell command there.
on() {
    status=0
    TERM=$1 script -qec "stty cols 40 rows 10 -onlcr; $2" /dev/null \
        >"$out" 2>"$err" </dev/null || status=$?
}

on xterm "'$MEDFAQ' show ear"
is 'text as wide as the terminal' [ "$(sed 's/\x1b[^m]*m//g' "$out" |
    wc -L)" -le 40 ]
is 'in colours' has "$out" "$(printf '\033[')"
on xterm "NO_COLOR=1 '$MEDFAQ' show ear"
is 'without colours if NO_COLOR is set' harmless "$out"
on xterm "NO_COLOR=1 '$MEDFAQ' show --color=always ear"
is 'with them if the option says so' has "$out" "$(printf '\033[')"
on dumb "'$MEDFAQ' show ear"
is 'without colours on a dumb terminal' harmless "$out"

on xterm "'$MEDFAQ' list"
is 'the list is as wide as the terminal' within "$out" 40
is 'and whole' has "$out" 'Ear syringing'
on dumb "'$MEDFAQ'"
is 'dumb: the list, with how to go on' has "$out" 'Ear syringing' 'medfaq show'
is 'exit 0' exits 0
is 'no control sequences' harmless "$out"
on nonsense "'$MEDFAQ' ear risks"
is 'unknown: the reason, and text' has "$out" infection \
    'unknown terminal type nonsense' \
    'TERM=xterm-256color medfaq' 'printing the text instead'
is 'exit 0' exits 0
is 'no control sequences' harmless "$out"
on xterm "unset TERM; '$MEDFAQ' ear"
is 'unset: the reason, and text' has "$out" TERM infection
is 'no control sequences' harmless "$out"
on dumb "'$MEDFAQ' <'$here/library/list.md'"
is 'standard input is an article' has "$out" 'A list of lists'
on nonsense "cat '$here/library/list.md' | '$MEDFAQ' - risks"
is 'a pipe is read once' has "$out" 'None are known'
on dumb "'$MEDFAQ' '$here/library'"
is 'a folder is listed' has "$out" 'Ear syringing'
on xterm "'$MEDFAQ' lsit"
is 'a mistyped command is no search' has "$out" 'medfaq list (a command)'
is 'exit 1' exits 1
is 'and no reader' has_not "$out" "$(printf '\033[?1049h')"
done_testing
