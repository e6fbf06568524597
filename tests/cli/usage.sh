#!/bin/sh
# The command line: words, options, exit codes, odd descriptors.
. "$(dirname "$0")/tap.sh"

run
is 'without a terminal: the list' has "$out" 'Ear syringing' 'A list of lists'
is 'and how to go on' has "$out" 'medfaq show ARTICLE'
is 'exit 0' exits 0
is 'no control sequences' harmless "$out"
run "$here/library"
is 'a folder' has "$out" 'Ear syringing'
run ear risks
is 'an article without a terminal comes as text' has "$out" infection
run list
is 'a command word wins over an article' has "$out" 'Ear syringing'
run -- list
is 'after -- it is an article' has "$out" 'article called list'
run --lang=vi -- ear
is 'options may stand before --' has "$out" 'Rửa tai'
run -
is 'an empty standard input is an article' exits 0

run list
is 'translations are listed' has "$out" 'Rửa tai' ' vi '
is 'and broken articles' has "$out" broken
is 'and their state' has "$out" 'not reviewed  2026-11-22'
cp "$out" "$work/wide"
run list --width=30
is 'wrapped' within "$out" 30
is 'with nothing lost' [ "$(tr -s ' \n' '\n\n' <"$out")" = \
    "$(tr -s ' \n' '\n\n' <"$work/wide")" ]
is 'a line that goes on is indented' has "$out" '    reviewed  2026-11-22'
run list --format=ids
is 'ids' grep -qx ear "$out"
run list --format=ids "$here/../../articles"
is 'each once' [ -z "$(sort "$out" | uniq -d)" ]
run list --format=json
is 'JSON' has "$out" '"title": "Ear syringing"' '"lang": "vi"'
run list --lang=vi
is 'of a language' has "$out" 'Rửa tai'
is 'alone' has_not "$out" 'Ear syringing'
run list --type=procedure syr
is 'of a type, by the beginning of a word' has "$out" 'Ear syringing'
is 'and no other' [ "$(wc -l <"$out")" = 1 ]
run list "$here/library" 'ear' --format=ids
is 'words and a folder' [ "$(cat "$out")" = ear ]
run list --reviewed=no ear
is 'not reviewed' has "$out" 'Ear syringing'
run list --reviewed=yes ear
is 'none is like that' exits 1
is 'which is said' has "$err" 'no articles match'
run list --reviewed=maybe
is 'yes or no' exits 2
run list --type=potion
is 'a type that is none' exits 2
mkdir "$work/long"
long=an-article-with-an-id-that-is-longer-than-others
printf -- '---\ntitle: Long\n---\n' >"$work/long/$long.md"
printf -- '---\ntitle: Short\n---\n' >"$work/long/short.md"
run list "$work/long"
is 'columns are in line' [ "$(sed 's/  en .*//' "$out" |
    awk '{ print length }' | sort -u | wc -l)" = 1 ]
run list --width=90 "$work/long"
is 'a long id has its own line where lines are broken' grep -qx "$long" "$out"
run list "$here/library/deep"
is 'another folder' has_not "$out" 'Ear syringing'
run list "$work/none"
is 'a folder that is not there' exits 1
is 'is told' has "$err" 'none: No such file'
mkdir "$work/empty"
MEDFAQ_PATH=$work/empty run list
is 'a folder without articles' has "$err" 'empty: no articles'
MEDFAQ_PATH=$work/empty run
is 'without a terminal: what to do' has "$out" 'medfaq FOLDER'

run kinds
is 'thirty kinds' [ "$(wc -l <"$out")" = 30 ]
is 'with letter and label' has "$out" 'contraindications' 'Who should not'

run --help
is 'help' exits 0
is 'help names the commands' has "$out" '  list' '  show' '  kinds' '  check'
is 'help names the options' has "$out" '--width=COLUMNS' '--private'
run help show
is 'help of a command' has "$out" 'medfaq show ARTICLE [KIND]'
cp "$out" "$work/help"
run show --help
is 'the same by option' cmp -s "$out" "$work/help"
is 'its formats' has "$out" 'text, markdown, html or json'
run help check
is 'those of another' has "$out" 'text, json or github' 'list them'
run help search
is 'what an option does here' has "$out" 'text, json or json-object' 'parts of each score'
run help nothing
is 'help of nothing' exits 2
run kinds ear
is 'too many words' has "$err" 'kinds: too many words; it takes none'
run new ear drum
is 'what it takes' has "$err" 'new: too many words; it takes ID'
run --version
is 'version' grep -qE '^medfaq [0-9]+\.[0-9]+\.[0-9]+$' "$out"
cp "$out" "$work/version"
run version
is 'the same by command' cmp -s "$out" "$work/version"

# Words that are wrong: exit 2, a reason, nothing on standard output.
while read -r words; do
    # shellcheck disable=SC2086
    run $words
    is "usage: $words" exits 2
    is "a reason: $words" has "$err" 'medfaq: ' '--help'
    is "no output: $words" empty "$out"
done <<END
--nothing
-z
show
kinds ear
show --width=0 ear
show --width=501 ear
show --width=x ear
show --width
show --color=blue ear
show --help=yes ear
list --private
list --linear
kinds --width=40
check
END
run ear risks more
is 'words that are no kind' exits 1
is 'the article is looked for' has "$err" 'no article called "ear risks more"'
run --lang=xx ear
is 'a language that is not there: what there is' exits 0
is 'which is said' has "$err" 'ear has no "xx" version; showing the English'
run --linear list
is 'an option that the command does not take' exits 2
run --lang vi -- list
is 'in words' has "$err" 'list has no Vietnamese version'
run show --wid=40 ear
is 'options may be shortened' within "$out" 40
run show ear --width 40 risks
is 'options may stand anywhere' within "$out" 40
run lsit
is 'a wrong word: a command is near' has "$err" 'medfaq list'
is 'exit 1' exits 1

# Descriptors that are closed, readers that go away, disks that are full.
status=0
"$MEDFAQ" list <&- >"$out" 2>"$err" || status=$?
is 'no standard input' exits 0
is 'the list is whole' has "$out" 'Ear syringing'
for command in list 'show ear' kinds --help; do
    status=0
    # shellcheck disable=SC2086
    "$MEDFAQ" $command >&- 2>"$err" </dev/null || status=$?
    is "no standard output: $command says so" has "$err" 'cannot write'
    is 'exit 1' exits 1
done
status=0
"$MEDFAQ" show nothing 2>&- >"$out" </dev/null || status=$?
is 'no standard error' exits 1
is 'messages go nowhere else' empty "$out"
status=0
"$MEDFAQ" show - <&- >"$out" 2>"$err" || status=$?
is 'standard input asked for and closed' exits 0
(
    trap '' PIPE
    sleep 0.1
    "$MEDFAQ" show ear 2>"$err"
    echo $? >"$work/status"
) | true
is 'a reader that went away is no error' empty "$err"
is 'exit 0' [ "$(cat "$work/status")" = 0 ]
status=0
"$MEDFAQ" show ear >/dev/full 2>"$err" || status=$?
is 'a full disk is told' has "$err" 'cannot write'
is 'exit 1' exits 1
done_testing
