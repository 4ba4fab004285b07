#!/usr/bin/env bash
# Says which system libraries are missing and why, and installs them; where it cannot, it prints
# the exact line and stops. It wishes for curl, without which no address can be fetched. With `tests` it also
# asks for what only the tests need, and wishes for what the browser tests need: without that they are skipped.
# With `bench` it asks for what `make bench` measures beside.
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
    need python3 "the check of the arrows between targets"
    need curl "tests that fetch calendars from an address"
    need openssl "tests that fetch over TLS"
    need sqlite3 "tests that look into a ledger from outside"
    wish chromium "browser tests"
    wish python3-venv "browser tests"
else
    wish curl "calendars that have an address"
    wish ca-certificates "calendars that have an address"
fi
if [ "${1:-}" = bench ]; then
    need libical-dev "the floor of reading calendars"
fi
[ ${#why[@]} -eq 0 ] && exit 0

echo "Missing system libraries:"
printf '%s\n' "${why[@]}"
install="apt-get install -y --no-install-recommends"
line="$install ${missing[*]}"
without="Without ${wished[*]} the browser tests are skipped."
[ "${1:-}" = tests ] || without="Without ${wished[*]} no calendar can be fetched from its address."
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
    echo "$without An administrator installs them with"
    echo "  $install ${wished[*]}"
    exit 0
fi
echo "Run this as an administrator, then again:" >&2
echo "  $line" >&2
exit 1
