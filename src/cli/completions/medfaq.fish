# Completion of medfaq in fish.

function __medfaq_articles
    medfaq list --format=ids 2>/dev/null
end

function __medfaq_kinds
    medfaq kinds 2>/dev/null | string replace -r ' .*' ''
end

function __medfaq_languages
    medfaq list --format=json 2>/dev/null | string replace -rf '^ *"lang": "(.*)".*' '$1' | sort -u
end

# The words before this one, without options and their values; after "--" all.
function __medfaq_words
    set -l value no
    set -l ended no
    for word in (commandline -opc)[2..]
        if test $ended = yes
            echo -- $word
        else if test $value = yes
            set value no
        else
            switch $word
                case --
                    set ended yes
                case --width --limit --format --color --lang --type --reviewed --kind --code --to --from --encoding -w -f -l -n -t -k
                    set value yes
                case '-?*'
                case '*'
                    echo -- $word
            end
        end
    end
end

# "--" was there before any word: what follows is no command.
function __medfaq_literal
    for word in (commandline -opc)[2..]
        switch $word
            case --
                return 0
            case '-*'
            case '*'
                return 1
        end
    end
    return 1
end

# True after N words, the first of which is a command given here (or, with
# none given, is no command).
function __medfaq_after
    set -l words (__medfaq_words)
    test (count $words) -eq $argv[1]; or return 1
    set -l commands list search index show compare define cite sheet notes forget kinds check review new edit import doctor help version
    if set -q argv[2]
        not __medfaq_literal; and contains -- $words[1] $argv[2..]
    else
        test $argv[1] -eq 0; or __medfaq_literal; or not contains -- $words[1] $commands
    end
end

# True where a command may stand.
function __medfaq_first
    __medfaq_after 0; and not __medfaq_literal
end

function __medfaq_runs
    not __medfaq_literal; and contains -- (__medfaq_words)[1] $argv
end

complete -c medfaq -n __medfaq_first -a list -d 'list the articles'
complete -c medfaq -n __medfaq_first -a search -d 'find the sections that answer a question'
complete -c medfaq -n __medfaq_first -a index -d 'update the search index'
complete -c medfaq -n __medfaq_first -a show -d 'print an article or one kind of section'
complete -c medfaq -n __medfaq_first -a compare -d 'compare two or three articles'
complete -c medfaq -n __medfaq_first -a define -d 'explain a word'
complete -c medfaq -n __medfaq_first -a cite -d 'cite an article'
complete -c medfaq -n __medfaq_first -a sheet -d 'print what to take to an appointment'
complete -c medfaq -n __medfaq_first -a notes -d 'print bookmarks, notes and highlights'
complete -c medfaq -n __medfaq_first -a forget -d 'forget what you read and noted'
complete -c medfaq -n __medfaq_first -a kinds -d 'list the kinds of section'
complete -c medfaq -n __medfaq_first -a check -d 'check articles against the standard'
complete -c medfaq -n __medfaq_first -a review -d 'print a review form, or sign a review'
complete -c medfaq -n __medfaq_first -a new -d 'start an article'
complete -c medfaq -n __medfaq_first -a edit -d 'open an article in your editor'
complete -c medfaq -n __medfaq_first -a import -d 'turn published material into articles'
complete -c medfaq -n __medfaq_first -a doctor -d 'describe this installation'
complete -c medfaq -n __medfaq_first -a help -d 'show help for medfaq or a command'
complete -c medfaq -n __medfaq_first -a version -d 'print the version'

complete -c medfaq -n '__medfaq_after 0; or __medfaq_after 1 show edit review' -a '(__medfaq_articles)'
complete -c medfaq -n __medfaq_literal -f
complete -c medfaq -n '__medfaq_after 1; or __medfaq_after 2 show edit' -f -a '(__medfaq_kinds)'
complete -c medfaq -n '__medfaq_after 1 help' -f -a 'list search index show compare define cite sheet notes forget kinds check review new edit import doctor help version'

complete -c medfaq -n 'not __medfaq_runs index cite sheet notes forget kinds check review new edit import doctor help version' -s w -l width -x -d 'wrap text at COLUMNS'
complete -c medfaq -n '__medfaq_runs compare' -f -a '(__medfaq_articles)'
complete -c medfaq -n '__medfaq_runs compare' -s k -l kind -x -a '(__medfaq_kinds)' -d 'only one kind of section'
complete -c medfaq -n '__medfaq_runs show' -s f -l format -x -a 'text markdown html json'
complete -c medfaq -n '__medfaq_runs check' -s f -l format -x -a 'text json github'
complete -c medfaq -n '__medfaq_runs cite' -f -a '(__medfaq_articles)'
complete -c medfaq -n '__medfaq_runs cite' -s f -l format -x -a 'ris csl-json'
complete -c medfaq -n '__medfaq_runs cite' -l sources -d 'also cite its sources'
complete -c medfaq -n '__medfaq_runs sheet' -f -a '(__medfaq_articles)'
complete -c medfaq -n '__medfaq_runs sheet' -s f -l format -x -a 'text markdown html'
complete -c medfaq -n '__medfaq_runs notes' -s f -l format -x -a 'markdown jsonld'
complete -c medfaq -n '__medfaq_runs notes' -l import -r -F -d 'import notes'
complete -c medfaq -n '__medfaq_runs forget' -f -a '(__medfaq_articles)'
complete -c medfaq -n '__medfaq_runs forget' -l since -x -a '30m 1h 2d 1w' -d 'what was saved since'
complete -c medfaq -n '__medfaq_runs forget' -l all -d 'everything'
complete -c medfaq -n '__medfaq_runs forget' -s y -l yes -d 'do not ask for confirmation'
complete -c medfaq -n '__medfaq_runs check' -l fix -d 'fix what can be fixed automatically'
complete -c medfaq -n '__medfaq_runs check' -l explain -d 'explain codes'
complete -c medfaq -n '__medfaq_runs check' -l checklist -x -a pemat -d 'answer a checklist'
complete -c medfaq -n '__medfaq_runs review' -l sign -d 'sign the review in the file'
complete -c medfaq -n '__medfaq_runs review' -l name -x -d 'name of the reviewer'
complete -c medfaq -n '__medfaq_runs review' -l role -x -d "the signer's role"
complete -c medfaq -n '__medfaq_runs new list' -s t -l type -x -a 'condition medicine procedure test vaccine other'
complete -c medfaq -n '__medfaq_runs list' -l reviewed -x -a 'yes no' -d 'only reviewed or unreviewed'
complete -c medfaq -n 'not __medfaq_runs index compare define sheet notes forget kinds check review new edit import doctor help version' -l code -x -a 'umls: mesh: icd10: icd11: snomed: rxnorm: atc: loinc:' -d 'find by a code'
complete -c medfaq -n '__medfaq_runs list' -s f -l format -x -a 'text ids json'
complete -c medfaq -n 'not __medfaq_runs list index define cite sheet notes forget kinds check review new edit import doctor help version' -l color -x -a 'auto always never'
complete -c medfaq -n 'not __medfaq_runs search index kinds check import help version' -s l -l lang -x -a '(__medfaq_languages)' -d 'prefer a language'
complete -c medfaq -n 'not __medfaq_runs list search index define cite sheet notes forget kinds check review new edit import doctor help version' -l linear -d 'for screen readers: no boxes or tables'
complete -c medfaq -n 'not __medfaq_runs list search index show compare define cite sheet notes forget kinds check review new edit import doctor help version' -s p -l private -d 'keep no history'
complete -c medfaq -n 'not __medfaq_runs list search index show compare define cite sheet notes forget kinds check review new edit import doctor help version' -s V -l version -d 'print the version'
complete -c medfaq -n '__medfaq_runs search' -s f -l format -x -a 'text json json-object'
complete -c medfaq -n '__medfaq_runs search' -s j -l json -d 'print JSON'
complete -c medfaq -n '__medfaq_runs search' -s n -l limit -x -d 'at most N results'
complete -c medfaq -n '__medfaq_runs search' -l count -d 'only the number of results'
complete -c medfaq -n '__medfaq_runs search' -l explain -d 'explain ranking'
complete -c medfaq -n '__medfaq_runs search' -l as-typed -d 'do not correct spelling'
complete -c medfaq -n '__medfaq_runs search' -l other-units -d 'also search for amounts in other units'
complete -c medfaq -n '__medfaq_runs list show search' -l fresh -d 'compare every file with the index first'
complete -c medfaq -n '__medfaq_runs search' -s l -l lang -x -a '(__medfaq_languages)' -d 'prefer a language'
complete -c medfaq -n '__medfaq_runs import' -l to -x -a '(__fish_complete_directories)' -d 'destination folder'
complete -c medfaq -n '__medfaq_runs import' -l from -x -a 'medquad spl fhir jats pdf pandoc topics schema openfda json mhtml html markdown table text' -d 'format of the sources'
complete -c medfaq -n '__medfaq_runs import' -l encoding -x -d 'character set of text and pages'
complete -c medfaq -n '__medfaq_runs import' -l dry-run -d 'write nothing'
complete -c medfaq -n '__medfaq_runs import' -l keep-unanswered -d 'keep questions without answers'
complete -c medfaq -n '__medfaq_runs import' -s v -l verbose -d 'name everything that is skipped'
complete -c medfaq -n '__medfaq_runs import' -s q -l quiet -d 'only report failures'
complete -c medfaq -s h -l help -d 'show this help'
