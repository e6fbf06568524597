#!/bin/sh
# medfaq compare: articles question by question.
. "$(dirname "$0")/tap.sh"

library=$work/articles
mkdir "$library"
export MEDFAQ_PATH="$library"

put() { cat >"$library/$1.md"; }
risk() {
    printf '```risk\ntitle: Marks\npopulation: %s\nperiod: a month\nper: %s\n' \
        "$1" "$2"
    printf 'outcome: harm\nrows:\n  - {label: Marks, n: %s}\n```\n' "$3"
}

put needles <<END
---
title: Needles for scars
type: procedure
audience: patient
review_due: 2020-01-01
---

## Who should not have it?

Keloids are a reason not to.

## Risks

Bleeding.

$(risk '36 adults' 100 14)
END
put peel <<END
---
title: Peel
type: procedure
audience: patient
---

## Risks

Burns.

$(risk '473 peels' 1000 19)
END
put scan <<END
---
title: Scan
type: test
audience: clinician
lang: vi
---

## Warnings

No metal.
END
put compare <<END
# An article called compare
END

run compare needles peel --width 80
is 'two articles' exits 0
is 'with their labels' has "$out" 'Needles for scars' 'Peel'
is 'the review that is overdue' has "$out" 'review overdue' 'since 2020-01-01'
is 'which is said, too' has "$out" 'The review of Needles for scars is overdue'
is 'in the order of the questions' before "$out" 'What are the harms?' \
    'Who should not have it?'
is 'the order is the reader'"'"'s' before "$out" Bleeding Burns
is 'silence is said' has "$out" 'No section headed Who should not have it found'
is 'numbers keep their frames' has "$out" '36 adults' '473 peels'
is 'and are not set side by side' has "$out" 'Do not compare these'
is 'none is converted' has_not "$out" 140
is 'within the width' within "$out" 80
is 'one below the other' has_not "$out" '│'
is 'harmless' harmless "$out"
run compare peel needles --width 80
is 'in the other order' before "$out" Burns Bleeding
run compare needles peel --width 120
is 'side by side when wide' has "$out" 'Bleeding. ' ' │ Burns.'
is 'within the width: wide' within "$out" 120
grep -n 'in 1' "$out" >"$work/numbers"
is 'but for numbers' [ -z "$(grep -F '│' "$work/numbers")" ]

run compare needles peel --kind contraindications
is 'one kind' has "$out" 'Keloids are a reason not to.'
is 'and no other' has_not "$out" Bleeding
run compare needles peel -k risks
is 'its numbers come with it' has "$out" 'How likely is it?' '36 adults'
run compare needles peel --kind contra
is 'the beginning of a kind' has "$out" 'Keloids are'
run compare needles peel --kind nonsense
is 'a kind that is none' exits 2
run compare needles scan
is 'unlike types are said' has "$out" 'These are different types of article'
is 'and languages' has "$out" 'different languages' 'Tiếng Việt'
is 'and readers' has "$out" 'different readers' 'for clinicians'
run compare needles peel scan --width 180
is 'three' has "$out" 'Scan' 'Peel' 'Needles for scars'
run compare needles peel --linear
is 'linear' has "$out" 'Row 1 of '
is 'without columns' has_not "$out" '│'
run compare "$library/needles.md" peel --kind risks
is 'a path' has "$out" Bleeding

run compare needles needles
is 'an article with itself' exits 2
is 'is refused' has "$err" 'Needles for scars cannot be compared with itself'
is 'and nothing printed' empty "$out"
run compare needles "$library/needles.md"
is 'by two names, too' exits 2
ln -s needles.md "$library/linked.md"
run compare needles "$library/linked.md"
is 'and through a link' exits 2
run compare - -
is 'nor is standard input' exits 1
is 'which is said' has "$err" 'standard input can be compared only once'
run compare needles nobody
is 'one that is not there' exits 1
is 'is told' has "$err" 'no article called "nobody"'
run compare needles "$library/gone.md"
is 'one that has vanished' exits 1
is 'is told, too' has "$err" 'gone.md: No such file'
run compare needles "$library"
is 'a folder' exits 1
mkdir "$library/a" "$library/b"
printf '# Gout\n\n## Risks\n\nPain.\n' >"$library/a/gout.md"
printf '# Gout pills\n\n## Risks\n\nWind.\n' >"$library/b/gout.md"
run compare "$library/a/gout.md" "$library/b/gout.md"
is 'files of one name' exits 0
is 'are no versions of one article' has_not "$out" 'versions of the same'
run compare needles
is 'one is too few' exits 2
is 'an article of that name is pointed to' has "$err" \
    'to open the article of that name: medfaq -- compare'
run compare needles peel scan compare
is 'four are too many' exits 2
run -- compare
is 'which opens so' has "$out" 'An article called compare'
run kinds needles
is 'nothing is pointed to where there is none' has_not "$err" 'did you mean'
done_testing
