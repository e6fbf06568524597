#!/bin/sh
# What is printed from the index is as the files are, although not all of them
# are looked at.
. "$(dirname "$0")/tap.sh"

library=$work/articles
mkdir -p "$library/sub"
export MEDFAQ_PATH="$library"

# put PATH TITLE SENTENCE
put() {
    printf -- '---\ntitle: %s\nlang: en\n---\n\n## Risks\n\n%s\n' "$2" "$3" \
        >"$library/$1.md"
}

# The folders are older than what is about to be written into them: what was
# edited in place does not show in their times.
settle() { touch -d 2020-01-01 "$library" "$library/sub"; }

i=0
while [ $i -lt 20 ]; do
    put "filler-$i" "Filler $i" 'It may itch.'
    i=$((i + 1))
done
put hives Hives 'Hives may sting.'
put sub/rash Rash 'A rash may sting, too.'
settle
run index
is 'an index' has "$out" '22 articles'

run search sting
is 'two articles' has "$out" 'Hives may sting' 'A rash may sting'

# The times of the folders are as before: only the file tells.
put hives Wheals 'Wheals may itch.'
run search sting
is 'what was edited is not printed as it was' has_not "$out" 'Hives'
is 'the other is still there' has "$out" 'A rash may sting'
put hives Hives 'Hives may sting.'
run list hives
is 'what has its title back is listed' has "$out" 'Hives'
put hives Wheals 'Wheals may itch.'
run list hives
is 'a title that has gone is not listed' has_not "$out" 'Hives'
run list --format=json wheal
is 'the new one is' has "$out" '"title": "Wheals"'
put sub/rash Eczema 'Eczema may burn.'
run list --type=other eczema
run list --lang=en
is 'no row has an old title' has_not "$out" 'Rash'
is 'but the new one' has "$out" 'Eczema'
put sub/rash Rash 'A rash may sting, too.'
run show rash
is 'an article is shown as it is' has "$out" 'A rash may sting, too.'

# Found nowhere is said only after all files were compared.
put filler-3 'Filler 3' 'It may throb.'
run search throb
is 'a word that only an edited article has' has "$out" 'It may throb'
put filler-4 'Filler 4' 'It may throb as well.'
run search --count throb
is 'the number counts what was edited' grep -qx 2 "$out"
put filler-5 'Filler 5' 'It may throb, too.'
run search throb
is 'what was not edited is found' has "$out" 'filler-3' 'filler-4'
run search --fresh throb
is 'with --fresh also what matches only now' has "$out" 'filler-5'

put new New 'New articles throb.'
run search throb
is 'a new file is found' has "$out" 'New articles throb'
settle
run index
rm "$library/new.md"
run search throb
is 'a removed file is not' has_not "$out" 'New articles throb'
mkdir "$library/sub/more"
put sub/more/deep Deep 'Deep articles throb.'
run search throb
is 'nor is a new folder missed' has "$out" 'Deep articles throb'
rm -r "$library/sub/more"
run list
is 'a removed folder is not listed' has_not "$out" 'Deep'

# How many files are looked at: those that are printed.
if ! command -v strace >/dev/null || ! strace -o "$work/try" true 2>"$err"; then
    echo '# SKIP the rest: strace is not there, or may not trace'
    done_testing
    exit
fi
settle
run index
run index

# looks ARGUMENT...: how many articles medfaq asks the system about.
looks() {
    ASAN_OPTIONS=detect_leaks=0 strace -f -o "$work/trace" \
        -e trace=stat,lstat,newfstatat,statx,open,openat \
        "$MEDFAQ" "$@" >"$out" 2>"$err" </dev/null
    n_looks=$(grep -o '[^/"]*\.md"' "$work/trace" | sort -u | wc -l)
}

looks search sting
is 'a search looks at what it prints' [ "$n_looks" = 1 ]
looks list rash
is 'so does a list' [ "$n_looks" = 1 ]
looks show rash
is 'so does an article' [ "$n_looks" = 1 ]
looks search --fresh sting
is 'with --fresh at all' [ "$n_looks" = 22 ]
looks list --fresh rash
is 'in a list, too' [ "$n_looks" = 22 ]
looks show --fresh rash
is 'and for an article' [ "$n_looks" = 22 ]
done_testing
