#!/bin/sh
# Converters that cannot be trusted: fakes in PATH that fail, hang on, print
# without end, lie, and print what a terminal would obey.
. "$(dirname "$0")/tap.sh"

mkdir "$work/bin" "$work/in" "$work/tmp"
export TMPDIR=$work/tmp
path=$PATH
PATH=$work/bin:$path
escape=$(printf '\033')
printf '%%PDF-1.4\n' >"$work/in/leaf.pdf"
printf '{\\rtf1 Wax.}' >"$work/in/leaf.rtf"
printf 'ZIM\004\n' >"$work/in/leaf.zim"
printf '<html><p>The other source goes on.' >"$work/in/other.html"

# fake PROGRAM LINE...: a program of these lines of shell.
fake() {
    program=$work/bin/$1
    shift
    { echo '#!/bin/sh'; printf '%s\n' "$@"; } >"$program"
    chmod +x "$program"
}

# refused FILE TEXT...: one line says why, nothing is written by half, and the
# other source goes on.
refused() {
    leaf=$1
    shift
    rm -rf "$work/to"
    run import --to "$work/to" "$work/in/$leaf" "$work/in/other.html"
    exits 1 && has "$err" "$@" &&
        [ "$(grep -c "$work/in/$leaf: " "$err")" = 1 ] &&
        harmless "$err" && harmless "$out" &&
        [ "$(find "$work/to" -name '*.md' | wc -l)" = 1 ] &&
        [ -f "$work/to/page-other-other.md" ] && [ -z "$(ls -A "$TMPDIR")" ]
}

page='<pdf2xml><page number="1" height="900" width="600"><text top="90"
left="60" width="90" height="11" font="0">Wax &#27;[2J is harmless.</text>
</page></pdf2xml>'
printf '%s' "$page" >"$work/bin/page"
fake pdftotext 'printf "Wax is harmless.\f"'

# ---- PDF ----

fake pdftohtml 'echo "odd: '"$escape"'[31mred" >&2; exit 7'
is 'an error is told, made safe' refused leaf.pdf 'pdftohtml cannot read it: odd'
fake pdftohtml 'exit 3'
is 'an error without a word' refused leaf.pdf \
    'pdftohtml cannot read it (exit status 3)'
fake pdftohtml 'kill -SEGV $$'
is 'a crash' refused leaf.pdf 'pdftohtml was killed by signal 11'
fake pdftohtml "cat '$work/bin/page'; exit 1"
is 'output before an error is no article' refused leaf.pdf 'cannot read it'
fake pdftohtml 'exit 0'
is 'no output' refused leaf.pdf 'not a readable PDF'
fake pdftohtml 'head -c 3000 /dev/urandom'
is 'noise' refused leaf.pdf 'leaf.pdf: '
fake pdftohtml 'yes "<page number=1 height=9 width=9><text top=1>wax</text>"'
is 'output without end' refused leaf.pdf 'pdftohtml was stopped because its output was larger'
fake pdftohtml "cat '$work/bin/page'"
fake pdftotext 'printf "Wax is harmless. Call 999.\f"'
is 'a sentence that only the other route has' refused leaf.pdf 'would be lost'
fake pdftotext 'yes wax'
is 'and that without end' refused leaf.pdf 'pdftotext was stopped'
fake pdftotext 'echo broken >&2; exit 1'
is 'or with an error' refused leaf.pdf 'pdftotext cannot read it: broken'
fake pdftotext 'printf "Wax ^[[2J is harmless.\f"'
rm -rf "$work/to"
run import --to "$work/to" "$work/in/leaf.pdf"
is 'characters that a terminal obeys get nowhere' [ -z "$(
    grep -rl "$escape" "$work/to" 2>/dev/null)" ]
is 'nor into messages' harmless "$err"
fake pdftohtml "mkdir '$work/made'; echo x >'$work/owned'; echo x >owned; exit 1"
(cd "$work/tmp" && run import --to "$work/to" "$work/in/leaf.pdf")
is 'what a converter writes is no file with content' [ -z "$(
    find "$work" -name owned -size +0)" ]
rm -rf "$work/made" "$work/owned" "$work"/tmp/owned

# ---- pandoc ----

fake pandoc 'echo "pandoc: '"$escape"']0;title'"$(printf '\007')"' bad" >&2; exit 64'
is 'pandoc: its last line, made safe' refused leaf.rtf 'pandoc cannot read it'
fake pandoc 'exit 0'
run import --to "$work/to" "$work/in/leaf.rtf"
is 'pandoc: no output is no article' has "$out" 'a page without text'
fake pandoc 'case $* in *plain*) echo Wax. ;; *) yes "<p>wax" ;; esac'
is 'pandoc: output without end' refused leaf.rtf 'pandoc was stopped'
fake pandoc 'case $* in *plain*) echo Wax. Call 999. ;;
    *) echo "<html><body><p>Wax.</p></body></html>" ;; esac'
is 'pandoc: a sentence less than its plain text' refused leaf.rtf 'would be lost'
fake pandoc 'case $* in *plain*) echo Wax. ;; *) printf "<html><body>"
    printf "<p>Wax.<img alt=pic src=/etc/passwd><script>alert(1)</script>"
    printf "<a href=file:///etc/shadow>x</a>" ;; esac'
rm -rf "$work/to"
run import --to "$work/to" "$work/in/leaf.rtf"
is 'pandoc: no file of this machine gets in' [ -z "$(
    grep -rl 'root:' "$work/to")" ]
is 'pandoc: and no script' [ -z "$(grep -rl 'alert(1)' "$work/to")" ]

# ---- zimdump ----

entry() { printf 'path: %s\n* title: t\n* idx: %s\n* type: item\n' "$1" "$2"
    printf '* mime-type: text/html\n* item size: %s\n' "$3"; }
html='<html><body><p>Wax is harmless.</p></body></html>'
list=$work/bin/list
printf '%s' "$html" >"$work/bin/html"
{
    entry /etc/passwd 0 "${#html}"
    entry ../../../up.html 1 "${#html}"
    entry "$(printf 'a\033[2J\tb')" 2 "${#html}"
} >"$list"
fake zimdump "case \$* in *list*--idx*) exit 1 ;; *list*) cat '$list' ;;" \
    "*) cat '$work/bin/html' ;; esac"
rm -rf "$work/to"
run import --to "$work/to" "$work/in/leaf.zim"
is 'zimdump: names are no paths' [ "$(find "$work/to" -name '*.md' | wc -l)" = 3 ]
is 'zimdump: nothing is written elsewhere' [ -z "$(
    find "$work" -name 'up*' -o -name 'passwd*' | grep -v '/to/')" ]
is 'zimdump: nor obeyed' harmless "$out"
is 'zimdump: or told' harmless "$err"
entry wax.html 0 9 >"$list"
fake zimdump "case \$* in *list*) cat '$list' ;; *) yes wax ;; esac"
is 'zimdump: a page without end' refused leaf.zim 'zimdump was stopped'
fake zimdump 'kill -KILL $$'
is 'zimdump: a crash' refused leaf.zim 'zimdump was killed by signal 9'

# ---- what hangs ----

# It closes what it prints, and goes on: the time is the file's own limit.
fake pdftohtml 'exec >&- 2>&-; exec sleep 1'
is 'one that ends late is waited for' refused leaf.pdf 'not a readable PDF'
fake pdftohtml 'sleep 1000 & cat /dev/null; exit 4'
is 'what it leaves behind holds nobody up' refused leaf.pdf 'leaf.pdf: '
done_testing
