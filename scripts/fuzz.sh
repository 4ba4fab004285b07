#!/usr/bin/env bash
# Fuzzes one reader of `Fuzz/` with libFuzzer: scripts/fuzz.sh calendar|inbox|notes|words|spoken|git|job|rule|restore [RUNS]
# Leaves what it finds in Fuzz/crash-* or Fuzz/timeout-*, and says how many runs it made and how it ended.
set -euo pipefail
cd "$(dirname "$0")/../Fuzz"
what=${1:?Name a reader: calendar, inbox, notes, words, spoken, git, job, rule or restore.}
runs=${2:-1000000}
folder=$(tr '[:lower:]' '[:upper:]' <<<"${what:0:1}")${what:1}
[ -d "$folder" ] || { echo "Fuzz has no reader $what." >&2; exit 2; }

if [ -z "${FUZZ_SKIP_BUILD:-}" ]; then swift build -c release --sanitize fuzzer --product "fuzz-$what"; fi
corpus=.build/corpus/$what seeds=.build/seeds/$what
rm -rf "$seeds"
mkdir -p "$corpus" "$seeds"

# A few valid inputs, so that the first runs are not spent on finding the basic format.
case $what in
calendar)
    find "${LIMELIGHT_SHARED_DATA:-../../shared/data}/calendars" -name '*.ics' -size -8k -exec cp {} "$seeds" \; \
        2>/dev/null || true
    ;;
inbox) printf '%s\n' '2026-03-17 9:30 restore drill 90m #resilience @Maria_Keller' '- read two chapters 45m' >"$seeds/a" ;;
notes)
    printf '%s\n' '# 2026' '## March' '- 2026-03-17: restore drill #resilience' '  - runbook' '' 'Told Maria (18 March 2026)' \
        >"$seeds/a"
    printf '%s\n' '[2026-03-17 09:30] Restore drill. It took 50 minutes.' >"$seeds/b"
    printf '%s' '{"entries":[{"title":"a","body":"b","date":"2026-03-17","time":"09:30","tags":["@x"]}]}' >"$seeds/c"
    ;;
words)
    # The first byte selects a zone, the second a clock.
    i=0
    for text in '9998-Q4' 'yesterday 17:45' '2026-03-17T12:00:00+01:00' '1h30m' '9:00-17:00' \
        'drill arena:job since:2026-01-01 hours:"Fri 8:00-8:30"' \
        'in=2026-Q3&since=2026-03-17&until=9998-12-31&day=monday&q=is%3Ablock+drill&here=/scope?in=week' \
        'CET-1CEST,M3.5.0,M10.5.0/3'; do
        i=$((i + 1))
        printf '\0\0%s' "$text" >"$seeds/$i"
    done
    ;;
spoken)
    # The rows of the table of spellings, each after the byte that selects a clock.
    i=0
    sed -n 's/^ *\(moment\|day\|ahead\|period\|length\|line\); \([^;]*\);.*/\2/p' \
        ../Tests/LedgerModelTests/SpokenTableTests.swift | while IFS= read -r text; do
        i=$((i + 1))
        printf '\0%s' "$text" >"$seeds/$i"
    done
    ;;
rule)
    printf '%s\n' '(^|[^A-Za-z0-9])OPS-[0-9]+' 'Fix for OPS-12' >"$seeds/a"
    printf '%s\n' '^[[:alpha:] ]{2,9}(übergabe|\bmail)$' 'Die Übergabe' >"$seeds/b"
    ;;
job) sed -n '/"""/,/"""/{/"""/d;s/^    //;p}' ../Tests/TraceFormatsTests/MyJob/MyJobSample.swift >"$seeds/a" ;;
git)
    { printf '\0a'; git log -z -20 --no-patch --date=raw \
        --format='tformat:%H%x00%P%x00%an%x00%ae%x00%aN%x00%aE%x00%ad%x00%ct%x00%B'; } >"$seeds/log"
    { printf '\1a'; git log -20 --format=%H | git diff-tree --stdin -z -r --root --always --numstat; printf '=\n'; } \
        >"$seeds/counts"
    { printf '\2a'; git log -20 --format=%H | git diff-tree --stdin -z -r --root --always --name-status
        printf '=\n'; } >"$seeds/names"
    { printf '\3a'; git log -5 --format=%H | git cat-file --batch; } >"$seeds/objects"
    ;;
restore)
    for lines in 2 8 16 100; do
        { printf '\0'; tail -n +2 Restore/seed.jsonl | head -n "$lines"; } >"$seeds/$lines"
    done
    ;;
esac

# Otherwise the Swift runtime handles a trap before libFuzzer can save the input that caused it.
export SWIFT_BACKTRACE=enable=no
log=.build/fuzz-$what.log
longest=4096
[ "$what" != restore ] || longest=8192
status=0
".build/release/fuzz-$what" "$corpus" "$seeds" -runs="$runs" -max_len="${FUZZ_MAX_LEN:-$longest}" -timeout=5 \
    -rss_limit_mb=3000 -dict="$folder/$what.dict" -artifact_prefix="$PWD/" >"$log" 2>&1 || status=$?
grep -aE '^(Done|SUMMARY|ERROR)|stat::|^==.*ERROR|Test unit written' "$log" || tail -n 3 "$log"
exit $status
