# Completion of medfaq in bash.

_medfaq_commands='list search index show kinds check new edit import help version'

_medfaq_articles() { medfaq list --format=ids 2>/dev/null; }
_medfaq_kinds() { medfaq kinds 2>/dev/null | cut -d' ' -f1; }

# Offers the lines of standard input that begin with the word.
_medfaq_offer() {
    local IFS=$'\n'
    COMPREPLY+=($(compgen -W "$(cat)" -- "$1"))
}

_medfaq_options() {
    case $1 in
    list) echo '--width= --format=' ;;
    show) echo '--width= --format= --color= --lang= --linear' ;;
    import) echo '--to= --from= --encoding= --dry-run --keep-unanswered --verbose --quiet' ;;
    search) echo '--format= --json --limit= --count --explain --as-typed --lang= --width= --color=' ;;
    check) echo '--format= --fix --explain' ;;
    new) echo '--type= --lang=' ;;
    edit) echo '--lang=' ;;
    index | kinds | help | version) ;;
    *) echo '--width= --color= --lang= --linear --private --version' ;;
    esac
    echo '--help'
}

_medfaq_values() {
    case $1,$2 in
    list,--format | list,-f) echo 'text ids json' ;;
    check,--format | check,-f) echo 'text json github' ;;
    search,--format | search,-f) echo 'text json' ;;
    *,--type | *,-t) echo 'condition medicine procedure test vaccine other' ;;
    *,--format | *,-f) echo 'text markdown html json' ;;
    *,--from) echo 'medquad spl topics schema html table text' ;;
    *,--color) echo 'auto always never' ;;
    esac
}

_medfaq() {
    local current=${COMP_WORDS[COMP_CWORD]} words=() i word option=''
    COMPREPLY=()
    # The words before this one, without options and their values.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
        = | --width | --limit | --format | --color | --lang | --type | --to | --from | --encoding | -w | -f | -l | -n | -t) ((i++)) ;;
        -) words+=("$word") ;;
        -*) ;;
        *) words+=("$word") ;;
        esac
    done
    local command=${words[0]-}

    # --color=a comes as three words.
    if [[ $current == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 1]} current=''
    elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == -[wflt] ]]; then
        option=${COMP_WORDS[COMP_CWORD - 1]}
    fi
    if [[ -n $option ]]; then
        COMPREPLY=($(compgen -W "$(_medfaq_values "$command" "$option")" \
            -- "$current"))
        return
    fi

    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$(_medfaq_options "$command")" -- "$current"))
        [[ ${COMPREPLY-} == *= ]] && compopt -o nospace
        return
    fi
    case ${#words[@]},$command in
    0,)
        COMPREPLY=($(compgen -W "$_medfaq_commands" -- "$current"))
        _medfaq_offer "$current" < <(_medfaq_articles)
        compopt -o default
        ;;
    *,list | *,check | *,import) compopt -o default ;;
    1,show | 1,edit)
        _medfaq_offer "$current" < <(_medfaq_articles)
        compopt -o default
        ;;
    1,help)
        COMPREPLY=($(compgen -W "$_medfaq_commands" -- "$current"))
        ;;
    1,kinds | 1,version | 1,new) ;;
    1,* | 2,show | 2,edit) _medfaq_offer "$current" < <(_medfaq_kinds) ;;
    esac
}

complete -F _medfaq medfaq
