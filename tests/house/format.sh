#!/bin/sh
# The code is as .clang-format has it. Versions of clang-format differ, so only
# version 14 counts. TAP.
#
# format.sh SOURCE_DIRECTORY
cd "$1" || exit 1

for format in clang-format-14 clang-format ''; do
    case $("${format:-true}" --version 2>/dev/null) in
    *' version 14.'*) break ;;
    esac
done
echo 1..1
if [ -z "$format" ]; then
    echo '# THE FORMAT OF THE CODE IS NOT CHECKED: that takes clang-format 14'
    echo 'ok 1 # SKIP clang-format 14 is not there'
elif wrong=$(find src tests -name '*.[ch]' \
    -exec "$format" --dry-run -Werror {} + 2>&1); then
    echo 'ok 1 - the code is formatted'
else
    printf '%s\n' "$wrong" | sed -n 's/^\([^:]*\.[ch]:[0-9]*\):.*/# \1/p' |
        sort -u | head -n 20
    echo 'not ok 1 - the code is formatted'
fi
