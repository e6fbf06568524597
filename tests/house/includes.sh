#!/bin/sh
# Reads every #include in src: dependencies point down, and a library is
# included in the one folder that it belongs to. TAP.
#
# includes.sh SOURCE_DIRECTORY
cd "$1/src" || exit 1

awk '
BEGIN {
    # A folder may include itself and what stands at or below its line;
    # folders of one line do not see each other.
    n = split("base|data|kind|article|text|export|library|compare check state index|" \
              "search|import|ui|cli",
              floors, "|")
    for (i = 1; i <= n; i++) {
        m = split(floors[i], names, " ")
        for (j = 1; j <= m; j++)
            floor_of[names[j]] = i
    }
    # These stand side by side.
    apart["export library"] = apart["library export"] = 1

    belongs["uni[a-z]+\\.h"] = "base"
    belongs["yaml\\.h"] = "data"
    belongs["sqlite3\\.h"] = "data"
    belongs["libstemmer\\.h"] = "index"
    belongs["cmark\\.h"] = "article"
    belongs["(n?curses|term)\\.h"] = "ui"
    belongs["ncursesw/.*"] = "ui"
    belongs["libxml/.*"] = "import"
    belongs["archive(_entry)?\\.h"] = "import"
    belongs["jansson\\.h"] = "import"
    belongs["gumbo\\.h"] = "import"
}
function bad(text) {
    printf "# %s:%d: %s\n", FILENAME, FNR, text
    n_bad++
}
FNR == 1 {
    n_files++
    folder = FILENAME
    sub(/\/.*/, "", folder)
    if (!(folder in floor_of))
        bad("src/" folder " has no place in the house")
}
/^#[ ]*include "/ {
    split($0, part, "\"")
    target = part[2]
    if (target !~ /\//) {
        bad("\"" target "\": write the folder too")
        next
    }
    sub(/\/.*/, "", target)
    if (target == folder)
        next
    if (!(target in floor_of))
        bad("no folder " target)
    else if (floor_of[target] >= floor_of[folder] ||
             (folder " " target) in apart)
        bad(folder " includes " target ", which is not below it")
}
/^#[ ]*include </ {
    header = $0
    sub(/^[^<]*</, "", header)
    sub(/>.*/, "", header)
    # The one header named uni* that libunistring does not have.
    if (header ~ /^unistd\.h$/)
        next
    for (pattern in belongs)
        if (header ~ "^" pattern "$" && folder != belongs[pattern])
            bad("<" header "> belongs to " belongs[pattern])
}
END {
    print "1..1"
    print ((n_bad || !n_files) ? "not ok" : "ok") " 1 - includes point down (" \
        n_files + 0 " files)"
}' $(find . -name '*.[ch]' | sed 's|^\./||' | sort)
