#!/usr/bin/env bash
# Says which system libraries are missing and why, and installs them; if it cannot, it prints the exact
# command and stops. curl is optional: without it, no address can be fetched. With `tests`, also requires what only
# the tests need; what the browser tests need is optional, since without it they are skipped. With `bench`, also
# requires what `make bench` compares with.
set -eu

case "$(uname -s)" in
Darwin)
    missing=()
    [ -e "$(brew --prefix 2>/dev/null)/include/sodium.h" ] || missing+=(libsodium)
    [ ${#missing[@]} -eq 0 ] && exit 0
    echo "Missing: libsodium (hashes)."
    if command -v brew >/dev/null; then exec brew install "${missing[@]}"; fi
    echo "Install Homebrew, then: brew install ${missing[*]}" >&2
    exit 1
    ;;
esac

missing=()
wished=()
why=()
has() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }
need() { has "$1" || { missing+=("$1"); why+=("  $1: $2"); }; }
wish() { has "$1" || { wished+=("$1"); why+=("  $1: $2"); }; }
need libsqlite3-dev "the ledger's file"
need libsodium-dev "hashes"
need git "reading the history of repositories"
need tzdata "time zones"
if [ "${1:-}" = tests ]; then
    need python3 "the check of dependencies between targets"
    need curl "tests that fetch calendars from an address"
    need openssl "tests that fetch over TLS"
    need unzip "tests that read calendars from an archive"
    need sqlite3 "tests that read a ledger with another program"
    wish chromium "browser tests"
    wish python3-venv "browser tests"
else
    wish curl "calendars from an address"
    wish unzip "calendars in a .zip"
    wish ca-certificates "calendars from an address"
fi
if [ "${1:-}" = bench ]; then
    need libical-dev "the benchmark of reading calendars"
fi
[ ${#why[@]} -eq 0 ] && exit 0

echo "Missing system libraries:"
printf '%s\n' "${why[@]}"
install="apt-get install -y --no-install-recommends"
line="$install ${missing[*]}"
without="Without ${wished[*]}, the browser tests are skipped."
[ "${1:-}" = tests ] || without="Without ${wished[*]}, calendars cannot be read from an address or a .zip."
as=none
if [ "$(id -u)" -eq 0 ]; then
    as=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as=sudo
fi
if [ "$as" != none ]; then
    $as apt-get update -q
    [ ${#missing[@]} -eq 0 ] || $as $line
    [ ${#wished[@]} -eq 0 ] || $as $install "${wished[@]}" || echo "$without"
    exit 0
fi
if [ ${#missing[@]} -eq 0 ]; then
    echo "$without An administrator can install them with"
    echo "  $install ${wished[*]}"
    exit 0
fi
echo "Run this as an administrator, then try again:" >&2
echo "  $line" >&2
exit 1
