# Completion of medfaq in bash.

_medfaq_commands='list search index show compare define cite sheet notes forget kinds check review new edit import doctor help version'

_medfaq_articles() { medfaq list --format=ids 2>/dev/null; }
_medfaq_kinds() { medfaq kinds 2>/dev/null | cut -d' ' -f1; }
_medfaq_languages() {
    medfaq list --format=json 2>/dev/null |
        sed -n 's/^ *"lang": "\(.*\)".*/\1/p' | sort -u
}

# Offers the lines of standard input that begin with the word.
_medfaq_offer() {
    local IFS=$'\n'
    COMPREPLY+=($(compgen -W "$(cat)" -- "$1"))
}

_medfaq_options() {
    case $1 in
    list) echo '--width= --format= --lang= --type= --reviewed= --code= --fresh' ;;
    show) echo '--width= --format= --color= --lang= --linear --code= --fresh' ;;
    compare) echo '--kind= --width= --color= --lang= --linear' ;;
    define) echo '--lang= --width=' ;;
    import) echo '--to= --from= --encoding= --dry-run --keep-unanswered --verbose --quiet' ;;
    search) echo '--format= --json --limit= --count --explain --as-typed --other-units --code= --lang= --width= --color= --fresh' ;;
    check) echo '--format= --fix --explain --checklist=' ;;
    review) echo '--sign --name= --role= --lang=' ;;
    new) echo '--type= --lang=' ;;
    edit) echo '--lang=' ;;
    cite) echo '--format= --sources --code= --lang=' ;;
    sheet) echo '--format= --lang=' ;;
    notes) echo '--format= --import= --lang=' ;;
    forget) echo '--since= --all --yes --lang=' ;;
    index | kinds | doctor | help | version) ;;
    *) echo '--width= --color= --lang= --linear --private --code= --version' ;;
    esac
    echo '--help'
}

# Options whose value may be the next word.
_medfaq_takes_value() {
    case $1 in
    --width | --limit | --format | --color | --lang | --type | --reviewed | --kind | --since | --code | --import | --to | --from | --encoding | --checklist | --name | --role | -[wflntk]) ;;
    *) false ;;
    esac
}

_medfaq_values() {
    case $1,$2 in
    *,--lang | *,-l) _medfaq_languages ;;
    *,--kind | *,-k) _medfaq_kinds ;;
    *,--since) echo '30m 1h 2d 1w' ;;
    list,--format | list,-f) echo 'text ids json' ;;
    check,--format | check,-f) echo 'text json github' ;;
    search,--format | search,-f) echo 'text json json-object' ;;
    cite,--format | cite,-f) echo 'ris csl-json' ;;
    sheet,--format | sheet,-f) echo 'text markdown html' ;;
    notes,--format | notes,-f) echo 'markdown jsonld' ;;
    *,--type | *,-t) echo 'condition medicine procedure test vaccine other' ;;
    *,--format | *,-f) echo 'text markdown html json' ;;
    *,--from) echo 'medquad spl fhir jats pdf pandoc topics schema openfda json mhtml html markdown table text' ;;
    *,--reviewed) echo 'yes no' ;;
    *,--checklist) echo pemat ;;
    *,--code) echo 'umls: mesh: icd10: icd11: snomed: rxnorm: atc: loinc:' ;;
    *,--color) echo 'auto always never' ;;
    esac
}

_medfaq() {
    local current=${COMP_WORDS[COMP_CWORD]} words=() i word option=''
    local ended='' literal='' # "--" was there; before any word
    COMPREPLY=()
    # The words before this one, without options and their values.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ -z $ended && $word == -- ]]; then
            ended=1
            [[ ${#words[@]} -gt 0 ]] || literal=1
        elif [[ -z $ended && $word == = ]] || {
            [[ -z $ended ]] && _medfaq_takes_value "$word"
        }; then
            ((i++))
        elif [[ $ended || $word == - || $word != -* ]]; then
            words+=("$word")
        fi
    done
    local command=${words[0]-} before=${COMP_WORDS[COMP_CWORD - 1]}
    [[ -z $literal ]] || command=''

    # --color=a comes as three words.
    if [[ $ended ]]; then
        :
    elif [[ $current == = ]]; then
        option=$before current=''
    elif [[ $before == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif _medfaq_takes_value "$before"; then
        option=$before
    fi
    if [[ -n $option ]]; then
        COMPREPLY=($(compgen -W "$(_medfaq_values "$command" "$option")" \
            -- "$current"))
        return
    fi

    if [[ -z $ended && $current == -* ]]; then
        COMPREPLY=($(compgen -W "$(_medfaq_options "$command")" -- "$current"))
        [[ ${COMPREPLY-} == *= ]] && compopt -o nospace
        return
    fi
    case ${#words[@]},$command in
    0,)
        [[ $literal ]] ||
            COMPREPLY=($(compgen -W "$_medfaq_commands" -- "$current"))
        _medfaq_offer "$current" < <(_medfaq_articles)
        [[ $literal ]] || compopt -o default
        ;;
    *,list | *,check | *,import) compopt -o default ;;
    1,show | 1,edit | 1,forget | 1,cite | 1,review)
        _medfaq_offer "$current" < <(_medfaq_articles)
        compopt -o default
        ;;
    [123],compare | *,sheet) _medfaq_offer "$current" < <(_medfaq_articles) ;;
    1,help)
        COMPREPLY=($(compgen -W "$_medfaq_commands" -- "$current"))
        ;;
    *,compare | *,define | *,cite | *,notes | *,kinds | *,doctor | *,version | *,new | *,search | *,index | *,help) ;;
    *,review) ;;
    1,* | 2,show | 2,edit) _medfaq_offer "$current" < <(_medfaq_kinds) ;;
    esac
}

complete -F _medfaq medfaq
