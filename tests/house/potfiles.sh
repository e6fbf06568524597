#!/bin/sh
# src/po/POTFILES lists, in order and once, each file that has messages: what
# uses _(), N_() or n_(); and no message goes out without one of them. TAP.
#
# potfiles.sh SOURCE_DIRECTORY
cd "$1" || exit 1

listed=$(mktemp) found=$(mktemp)
trap 'rm -f "$listed" "$found"' EXIT
export LC_ALL=C
cat src/po/POTFILES >"$listed"
find src \( -name '*.[ch]' -o -name '*.inc' \) ! -path src/base/i18n.h \
    -exec grep -lE '(^|[^A-Za-z0-9_])(_|N_|n_)\(' {} + | sort >"$found"

echo 1..3
if [ -s "$found" ] && diff "$listed" "$found" >/dev/null; then
    echo 'ok 1 - POTFILES lists the files with messages'
else
    diff "$listed" "$found" | sed -n \
        -e 's/^< /# in src\/po\/POTFILES, without messages, twice or out of order: /p' \
        -e 's/^> /# not in src\/po\/POTFILES: /p'
    echo 'not ok 1 - POTFILES lists the files with messages'
fi

# xgettext warns of a message that is no whole literal, for instance.
if ! command -v xgettext >/dev/null; then
    echo 'ok 2 # SKIP xgettext is not there'
elif warnings=$(xgettext --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ \
    --keyword=n_:1,2 --files-from=src/po/POTFILES --output=/dev/null 2>&1) &&
    [ -z "$warnings" ]; then
    echo 'ok 2 - xgettext reads them without a warning'
else
    printf '%s\n' "$warnings" | sed 's/^/# /'
    echo 'not ok 2 - xgettext reads them without a warning'
fi

# Functions that tell the user something, called with words as they are.
tell='error_set|error_prefix|report_(at|line|word)|diagnostics_add|yaml_field_'
tell="$tell"'complain|cli_complain|app_say|app_warn'
untranslated=$(find src -name '*.c' | sort | while read -r file; do
    tr '\n' ' ' <"$file" |
        grep -oE "(^|[^a-z_])($tell)\\([^\";]*\"([^\"]* )?[A-Za-z]{2,} [^\"]*\"" |
        grep -vE '(_|N_|n_)\( *"' | sed "s|^|# $file: |"
    # Fields of tables that hold text for the user.
    tr '\n' ' ' <"$file" |
        grep -oE '\.(usage|summary|help|definition|advice) *= *"[A-Za-z]?[a-z][^"]*"' |
        sed "s|^|# $file: |"
done)
if [ -z "$untranslated" ]; then
    echo 'ok 3 - messages go through _()'
else
    printf '%s\n' "$untranslated"
    echo 'not ok 3 - messages go through _()'
fi
