#!/bin/sh
# meson install: everything in its place, and the program finds its articles.
. "$(dirname "$0")/tap.sh"

root=$work/root
"$MESON" install -C "$MEDFAQ_BUILD" --no-rebuild --destdir "$root" \
    >"$out" 2>"$err" || echo "# install: $?"
prefix=$root$PREFIX
is 'the program' [ -x "$prefix/bin/medfaq" ]
is 'the program that imports' [ -x "$prefix/bin/medfaq-import" ]
is 'articles' [ -f "$prefix/share/medfaq/articles/microneedling.md" ]
is 'man page of the program' [ -f "$prefix/share/man/man1/medfaq.1" ]
is 'man page of articles' [ -f "$prefix/share/man/man5/medfaq-article.5" ]
is 'bash' [ -f "$prefix/share/bash-completion/completions/medfaq" ]
is 'zsh' [ -f "$prefix/share/zsh/site-functions/_medfaq" ]
is 'fish' [ -f "$prefix/share/fish/vendor_completions.d/medfaq.fish" ]

unset MEDFAQ_PATH
MEDFAQ=$prefix/bin/medfaq
run list
is 'it finds its articles' has "$out" Microneedling
run show microneedling risks
is 'and shows them' exits 0

for target in $(grep -o 'src/cli/medfaq[a-z-]*' "$here/../../bootstrap" |
    sort -u); do
    is "bootstrap builds $target" [ -x "$MEDFAQ_BUILD/$target" ]
done
done_testing
