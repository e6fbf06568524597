#!/bin/sh
# medfaq import, given what would harm it: each is refused with a reason, the
# others go on, and nothing is opened but the source.
. "$(dirname "$0")/tap.sh"

bad=$work/bad
to=$work/articles
secret=$work/secret.txt
mkdir "$bad"
echo 'topsecret' >"$secret"

# repeat N TEXT
repeat() { awk -v n="$1" -v text="$2" 'BEGIN { while (n--) printf "%s", text }'; }

# page NAME DOCTYPE ANSWER: a page of MedQuAD.
page() {
    cat >"$bad/$1.xml" <<END
$2
<Document id="$1" source="GARD" url="http://a.example/"><Focus>$1</Focus>
<QAPairs><QAPair><Question qtype="symptoms">Symptoms?</Question>
<Answer>$3</Answer></QAPair></QAPairs></Document>
END
}

page good '' 'It hurts.'
page bomb '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]>' '&d;&d;'
page external "<!DOCTYPE d [<!ENTITY x SYSTEM \"file://$secret\">]>" '&x;'
page dtd "<!DOCTYPE d SYSTEM \"file://$secret\">" 'With a DTD.'
page parameter "<!DOCTYPE d [<!ENTITY % x SYSTEM \"file://$secret\"> %x;]>" 'x'
page deep '' "$(repeat 400 '<a>')"
page include '<?xml-stylesheet href="http://127.0.0.1:9/x"?>' \
    "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='$secret' parse='text'/>Text."
page encoding '<?xml version="1.0" encoding="klingon"?>' 'x'
page bytes '' "$(printf 'a\377b')"
printf '<Document id="1" source="GARD"><QAPairs><QAPair' >"$bad/cut.xml"
{
    printf '<Document id="1" source="GARD" '
    awk 'BEGIN { for (i = 0; i < 100000; i++) printf "a%d=\"1\" ", i }'
    printf '><Focus>Many</Focus><QAPairs/></Document>'
} >"$bad/attributes.xml"
{
    printf '<html><p '
    repeat 100000 'a=1 '
    printf '>x'
} >"$bad/attributes.html"
{
    printf '<html><base href="file://%s"><p>' "$secret"
    printf '<img alt=pic src="file://%s"><iframe src="file://%s"></iframe>' \
        "$secret" "$secret"
    printf '<link rel=stylesheet href="http://127.0.0.1:9/x.css">Page text.'
} >"$bad/links.html"
{ printf '<html>'; repeat 100000 '<div>'; } >"$bad/deep.html"
{ printf '{"@type": "https://schema.org", "a": '; repeat 100000 '['; } \
    >"$bad/deep.json"
page large '' "$(repeat 1200000 'too much ')"
mkfifo "$bad/fifo"
ln -s "$secret" "$bad/link.txt"

# What has to be in memory as a whole may be larger where files really are.
awk 'BEGIN { print "<?xml version=\"1.0\"?><article article-type=\"review\">"
    print "<front><article-meta><title-group><article-title>Ears"
    print "</article-title></title-group></article-meta></front><body>"
    for (i = 0; i < 80000; i++)
        print "<sec><title>Part " i "</title><p>Wax of number " i " is found " \
            "in the ears of people who wash them. Leave it there.</p></sec>"
    print "</body></article>" }' >"$work/long.nxml"
run import --to "$work/long" "$work/long.nxml"
is 'an article of 8 MB and more is read' [ "$(
    wc -c <"$work/long.nxml")" -gt 8500000 ]
is 'to its end' has "$work/long/paper-ears.md" '## Part 79999'

run import --to "$to" "$bad"
is 'exit 1' exits 1
is 'a page past 8 MB is refused, by its reason' \
    has "$err" 'large.xml: larger than 8 MB'
is 'the good one is there' [ -f "$to/gard-good-good.md" ]
is 'and a page with links' grep -q 'Page text' "$to/page-links-links.md"
is 'and one that names a DTD' grep -q 'With a DTD' "$to/gard-dtd-dtd.md"
for name in external parameter; do
    is "$name: entities are refused" \
        grep -q "$name.xml: refused, because it declares entities of its own" "$err"
done
for name in bomb.xml deep.xml deep.html deep.json encoding.xml bytes.xml cut.xml \
    fifo link.txt; do
    is "$name: a reason" has "$err" "$bad/$name: "
done
is '100,000 attributes: told, or read' \
    grep -q 'attributes.xml' "$err" "$out"
is 'and of HTML: read' [ -f "$to/page-attributes-attributes.md" ]
is 'what is deep is said to be that' grep -qi 'deep.xml: .*dep' "$err"
is 'no secret comes out' [ -z "$(grep -rl topsecret "$to" "$out" "$err")" ]
is 'no control sequences' harmless "$err"

# Archives that unpack to too much, or outside.
if command -v tar >/dev/null && command -v gzip >/dev/null; then
    mkdir "$work/in"
    cp "$bad/good.xml" "$work/in/good.xml"
    mkdir "$work/zeros"
    truncate -s 300M "$work/zeros/a.xml"
    tar -C "$work/zeros" -cf - a.xml | gzip -9 >"$work/zeros.tar.gz"
    rm -r "$work/zeros"
    run import --to "$work/z" "$work/zeros.tar.gz" "$work/in"
    is 'a bomb: exit 1' exits 1
    is 'the cap is told' grep -qE 'larger than|times its size' "$err"
    is 'the other source goes on' [ -f "$work/z/gard-good-good.md" ]
    tar -C "$work/in" -cf "$work/outside.tar" \
        --transform='s,^,../../,' -P good.xml 2>"$err"
    run import --to "$work/o" "$work/outside.tar"
    is 'a path out of the archive is told' has "$err" 'leads out'
    is 'and nothing is written for it' [ ! -e "$work/o/gard-good-good.md" ]
    head -c 1000 "$work/zeros.tar.gz" >"$work/cut.tar.gz"
    run import --to "$work/c" "$work/cut.tar.gz"
    is 'an archive cut short is told' has "$err" 'cut.tar.gz'
fi

# Which files are opened, and that there is no network.
if command -v strace >/dev/null &&
    strace -o "$work/try" true 2>/dev/null; then
    rm -r "$to"
    ASAN_OPTIONS=detect_leaks=0 strace -f -o "$work/trace" \
        -e trace=open,openat,openat2,socket,connect,execve \
        "$MEDFAQ" import --to "$to" "$bad" >"$out" 2>"$err" </dev/null
    is 'under strace, the same comes out' [ -f "$to/gard-good-good.md" ]
    is 'no network' has_not "$work/trace" 'AF_INET'
    is 'no file but the source, the target and the system' [ -z "$(
        sed -n '/O_PATH/d; s/^.*open[at2]*([^"]*"\([^"]*\)".*/\1/p' "$work/trace" |
            grep -vE "^($bad|$to|/lib|/usr/lib|/usr/share/locale|.*/LC_MESSAGES/medfaq\.mo$|/proc|/sys|/dev|/etc/ld\.so|/etc/localtime|.*\.gcda$)" |
            grep '^/' | sort -u | tee "$work/opened"
    )" ]
    is 'no program but medfaq-import' [ "$(
        grep -c 'execve(.*= 0' "$work/trace")" = 2 ]
    is 'the secret stays closed' has_not "$work/trace" secret.txt
else
    echo "# no strace: what is opened is not tested"
fi
done_testing
