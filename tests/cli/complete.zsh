# complete.zsh FOLDER LINE: what zsh offers behind a line with the completion
# in a folder, a line each. A terminal of its own is needed for that.
zmodload zsh/zpty
zpty z zsh -f -i
setup='
PROMPT=
fpath=('$1' $fpath)
autoload -Uz compinit && compinit -D -u
unsetopt beep
zstyle ":completion:*" list-prompt ""
compadd() {
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
        builtin compadd "$@"
        return
    fi
    local -a hits
    builtin compadd -A hits "$@"
    print -rl -- "HIT:"${^hits}":"
}
finish() { print DONE; exit; }
bindkey "^I" complete-word
zle -N finish
bindkey "^X" finish
print READY
'
zpty -w z "$setup"
zpty -r z text '*READY*READY*'
zpty -n -w z "$2"$'\t'
sleep 0.1
zpty -n -w z $'\x18'
zpty -r z text '*DONE*'
print -r -- "$text" | sed -n 's/\r//g; s/.*HIT:\(.*\):$/\1/p' | grep .
