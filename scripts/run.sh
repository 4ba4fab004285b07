#!/usr/bin/env bash
# The first run: finds sources, asks, imports, answers the five questions, and opens the page.
set -eu
limelight=${1:?path of the binary}
paths=${PATHS:-}
ledger=${LIMELIGHT_LEDGER:-}
own() { "$limelight" "$@"; }

has_job() { own job export 2>/dev/null | grep -q '^responsibilities:'; }

if [ -t 0 ] && [ -t 1 ]; then
    # Says what is read and where it is stored, then asks; each question can be skipped.
    has_job || own setup || true
else
    echo
    echo "What Limelight reads: the repositories and calendars you choose, and your notes."
    echo "Where it is stored: in one file on this machine that only you can read."
    echo "Who else could read it: whoever administers this machine. If it is your employer's,"
    echo "  leave side projects and people out, or put the file elsewhere (--ledger)."
    echo "How to erase it: delete that file and the files beside it that begin with its name."
    echo
fi

if [ -n "$paths" ]; then
    # shellcheck disable=SC2086
    own import auto $paths $([ -t 0 ] || echo --yes) || true
elif [ -t 0 ] && [ -t 1 ]; then
    echo "Looking for repositories and calendars in $HOME …"
    own import auto "$HOME" || true
fi

if [ "$(own sources list --json 2>/dev/null | grep -c '"id"')" -eq 0 ] && ! has_job &&
    ! own search kind:note >/dev/null 2>&1; then
    echo "Your ledger is still empty, so this is a made-up year."
    if [ -z "$ledger" ]; then
        LIMELIGHT_LEDGER="${XDG_DATA_HOME:-$HOME/.local/share}/limelight/demo.sqlite"
        export LIMELIGHT_LEDGER
    fi
    own demo 2>/dev/null || true
fi

echo
for question in scope guard picture backstage value; do
    own "$question" --in quarter --brief || true
done
echo
exec "$limelight" serve
