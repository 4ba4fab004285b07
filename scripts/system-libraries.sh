#!/usr/bin/env bash
# Says which system libraries are missing and why, and installs them; where it cannot, it prints
# the exact line and stops. With `tests` it also asks for what only the tests need.
set -eu

case "$(uname -s)" in
Darwin)
    missing=()
    [ -e "$(brew --prefix 2>/dev/null)/include/libical/ical.h" ] || missing+=(libical)
    [ ${#missing[@]} -eq 0 ] && exit 0
    echo "Missing: libical (recurring events and time zones in calendars)."
    if command -v brew >/dev/null; then exec brew install "${missing[@]}"; fi
    echo "Install Homebrew, then: brew install ${missing[*]}" >&2
    exit 1
    ;;
esac

missing=()
why=()
has() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }
need() { has "$1" || { missing+=("$1"); why+=("  $1: $2"); }; }
need libical-dev "recurring events and time zones in calendars"
need libsqlite3-dev "the ledger's file"
need git "reading the history of repositories"
need tzdata "time zones"
if [ "${1:-}" = tests ]; then
    need python3 "the check of the arrows between targets"
    need sqlite3 "tests that look into a ledger from outside"
fi
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Missing system libraries:"
printf '%s\n' "${why[@]}"
line="apt-get install -y ${missing[*]}"
if [ "$(id -u)" -eq 0 ]; then
    apt-get update -q && exec $line
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    sudo apt-get update -q && exec sudo $line
fi
echo "Run this as an administrator, then again:" >&2
echo "  $line" >&2
exit 1
