#!/bin/sh
# Without apt, bootstrap names every package that it needs, and what is absent.
. "$1/tests/cli/tap.sh"

# A system with a shell's usual tools, and nothing to build with.
tools=$work/tools
mkdir "$tools"
for tool in sh dirname cat sed grep id; do
    ln -s "$(command -v $tool)" "$tools/$tool"
done
status=0
env PATH="$tools" sh "$1/bootstrap" run >"$out" 2>"$err" </dev/null || status=$?
is 'exit 1' exits 1
packages=$(sed -n "/^build_packages='/,/'\$/p" "$1/bootstrap" |
    sed "s/build_packages=//; s/'//g")
for package in $packages; do
    is "names $package" has "$err" " $package"
done
for absent in cc meson ninja pkg-config libcmark libxml-2.0 libarchive jansson \
    gumbo zlib unistr.h libstemmer.h; do
    is "misses $absent" has "$err" " $absent"
done
done_testing
