#!/usr/bin/env bash
# Builds and runs every test, those in a browser last. Public test data is read from a folder beside the project;
# without it, the tests that need it are skipped with the reason, and counted.
set -u
cd "$(dirname "$0")/.."
export LIMELIGHT_SHARED_DATA="${LIMELIGHT_SHARED_DATA:-$PWD/../shared/data}"
if [ ! -d "$LIMELIGHT_SHARED_DATA" ]; then
    if [ "${LIMELIGHT_REQUIRE_SHARED_DATA:-}" = 1 ]; then
        echo "The public test data is required but is not at $LIMELIGHT_SHARED_DATA." >&2
        exit 1
    fi
    echo "No public test data at $LIMELIGHT_SHARED_DATA: the tests that read it are skipped."
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --build-tests 2>&1 | grep -vE '^\[[0-9]+/[0-9]+\] |unhandled; explicitly declare' || true
[ "${PIPESTATUS[0]}" -eq 0 ] || exit 1
swift test --skip-build >"$log" 2>&1
status=$?
skips='^. (Test|Suite) .* skipped(:|\.)'
grep -E "✘|recorded an issue|error:|$skips" "$log" | head -200
skipped=$(grep -cE "$skips" "$log")
tail -n 3 "$log"
echo "The ten slowest tests:"
sed -nE 's/^. (Test .*) (passed|failed) after ([0-9.]+) seconds.*/\3 s  \1/p' "$log" | grep -v '^[0-9.]* s  Test run with' |
    sort -rn | head -n 10
echo "$skipped tests or suites were skipped."
LIMELIGHT_BINARY= scripts/browser-tests.sh || status=1
exit $status
