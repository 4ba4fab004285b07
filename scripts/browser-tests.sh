#!/usr/bin/env bash
# Runs the browser tests (Tests/Browser) against the program that was built with the Swift tests:
# scripts/browser-tests.sh [arguments for pytest, such as -k drawer]. Without Chromium or PyPI they are skipped with
# the reason; with LIMELIGHT_REQUIRE_BROWSER=1 that is a failure.
# A failed test leaves a screenshot and the page's HTML in .build/browser-failures.
set -eu
cd "$(dirname "$0")/.."

skip() {
    if [ "${LIMELIGHT_REQUIRE_BROWSER:-}" = 1 ]; then
        echo "The browser tests are required, but $1." >&2
        exit 1
    fi
    echo "The browser tests are skipped: $1."
    exit 0
}

chromium=${LIMELIGHT_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$chromium" ] || skip "Chromium is not installed (Debian: apt-get install chromium)"
command -v python3 >/dev/null || skip "python3 is not installed"

venv=$PWD/.build/browser-venv
wanted=Tests/Browser/requirements.txt
if ! cmp -s "$wanted" "$venv/installed.txt"; then
    rm -rf "$venv"
    python3 -m venv "$venv" >/dev/null 2>&1 || skip "python3 cannot make a venv (Debian: apt-get install python3-venv)"
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" ||
        skip "their requirements could not be fetched from PyPI"
    cp "$wanted" "$venv/installed.txt"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf .build/browser-failures
export LIMELIGHT_BINARY="${LIMELIGHT_BINARY:-$(swift build --show-bin-path)/limelight}"
export LIMELIGHT_CHROMIUM="$chromium" HOME="$work" PYTHONDONTWRITEBYTECODE=1
status=0
"$venv/bin/python" -m pytest -c Tests/Browser/pytest.ini --basetemp="$work/tests" Tests/Browser "$@" || status=$?
[ ! -d .build/browser-failures ] || echo "Screenshots of the failures: .build/browser-failures"
exit $status
