#!/bin/sh
# What a word of an article, of the configuration or of the command line means
# does not depend on the locale: base/ascii.h has what <ctype.h> and strcasecmp
# have. TAP.
#
# locale.sh SOURCE_DIRECTORY
cd "$1/src" || exit 1

classes='alnum|alpha|cntrl|digit|graph|lower|print|punct|space|upper|xdigit'
found=$(grep -rnwE --include='*.[ch]' \
    "(strn?casecmp|strcasestr|is($classes)|tolower|toupper) *\(.*" .)
echo 1..1
if [ -z "$found" ]; then
    echo 'ok 1 - words are those of ASCII'
else
    printf '%s\n' "$found" | sed 's/^/# /'
    echo 'not ok 1 - words are those of ASCII'
fi
