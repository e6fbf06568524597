#!/bin/sh
# medfaq check: messages with their places, and the exit code.
. "$(dirname "$0")/tap.sh"

# says PLACE TEXT: a line begins with the place and holds the text.
says() { grep -F -- "$2" "$out" | grep -q "^$here/wrong.md:$1: "; }

run check "$here/wrong.md"
is 'exit 1' exits 1
is 'an unknown field' says '3:[0-9]*' colour
is 'a source that is not cited' says '6:[0-9]*' unused
is 'a citation without a source' says 9:13 usde
is 'with the nearest' says 9:13 'did you mean "used"'
is 'a dead link' says '9:[0-9]*' nowhere.md
is 'a dead part of an article' says '10:[0-9]*' '#tails'
is 'a dead anchor' says '10:[0-9]*' '#missing'
is 'an unknown kind' says '12:[0-9]*' riks
is 'with the nearest' says '12:[0-9]*' 'did you mean "risks"'
is 'a missing field' says '1:1' summary
is 'links that lead somewhere are not told' has_not "$out" '#risks'
is 'every line has a place' \
    [ -z "$(grep -vE "^[^:]+:[0-9]+:[0-9]+: (error|warning|note): " "$out")" ]

run check "$here/library/ear.md"
is 'nothing to say' exits 0
is 'and nothing said' empty "$out"
run check "$here/library"
is 'a folder' has "$out" 'deep/broken.md:'
is 'exit 1 when one article is wrong' exits 1
is 'the others are checked too' has "$out" 'hostile.md:'
is 'messages are harmless' harmless "$out"
run check "$here/library/ear.md" "$work/absent.md"
is 'a file that is not there' exits 1
is 'is told' has "$err" absent.md
mkfifo "$work/fifo.md"
run check "$work/fifo.md"
is 'a FIFO is not waited for' exits 1

run check "$here/../../articles"
is 'the articles that come with medfaq are right' exits 0
is 'there is nothing to say about them' empty "$out"
done_testing
