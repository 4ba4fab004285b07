#!/usr/bin/env bash
# candidates.sh REPOSITORY NAME ADDRESS…: what is suggested as results of each quarter of one person's history, one JSON
# line a candidate: {"project": NAME, "quarter": "2021Q3", "rank": 1, "shas": […]}. Reads no change log and no text of a
# tag. candidates.sh year COMMITS: how long ten candidates of a year of that many commits take.
set -euo pipefail
cd "$(dirname "$0")/.."
measure=${MEASURE:-.build/debug/benchmark-ledger}
limelight=${LIMELIGHT:-.build/debug/limelight}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "$1" != year ]; then
  exec "$measure" --candidates "$work/ledger.sqlite" "$@"
fi
# A year of one person: 365 days, five repositories' worth of folders, issues, tests and documentation.
python3 - "$2" >"$work/stream" <<'PYTHON'
import random, sys
count, random = int(sys.argv[1]), random.Random(7)
words = [a + b for a in "ba co du fe gi ha jo ku le mi no pa ru se ti vo".split() for b in "rn lt mp nd st ck rd ng".split()]
print("reset refs/heads/main")
for place in range(count):
    at = 1735689600 + place * 31536000 // count
    folder = random.choice(words[:40])
    start = random.choice(["feat: ", "fix: ", "", "docs: ", "test: ", "chore: "])
    title = start + " ".join(random.choices(words, k=5)) + (f" (#{random.randrange(count // 4)})" if place % 3 else "")
    print(f"commit refs/heads/main\nauthor Mina <mina@example.org> {at} +0000\ncommitter Mina <mina@example.org> {at} +0000")
    print(f"data {len(title)}\n{title}")
    for file in (f"src/{folder}/{random.choice(words)}.c", f"tests/{folder}.c")[: 1 + place % 2]:
        text = f"{place}\n"
        print(f"M 100644 inline {file}\ndata {len(text)}\n{text}")
    if place % 300 == 299:
        print(f"reset refs/tags/v1.{place // 300}\nfrom refs/heads/main\n")
PYTHON
git init -q --bare "$work/year"
git -C "$work/year" fast-import --quiet <"$work/stream"
asked=(--ledger "$work/ledger.sqlite" --now 2026-01-02T12:00:00Z --zone UTC)
"$limelight" me add mina@example.org "${asked[@]}" >/dev/null
"$limelight" import git "$work/year" --arena job "${asked[@]}"
for period in 2025 2025-Q4; do
  for _ in 1 2 3; do
    begin=$(date +%s%N)
    "$limelight" result suggest --in "$period" "${asked[@]}" >"$work/list"
    echo "$period: $((($(date +%s%N) - begin) / 1000000)) ms, $(grep -c '^[0-9]*\. ' "$work/list") candidates"
  done
done
