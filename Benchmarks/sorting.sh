#!/usr/bin/env bash
# sorting.sh REPOSITORY AUTHOR UNTIL, or sorting.sh demo SEED...: how far the answers of Sort reach.
# AUTHOR is the address of whoever counts as me, UNTIL the day that ends the year (2023-01-01).
set -euo pipefail
cd "$(dirname "$0")/.."
measure=${MEASURE:-.build/debug/benchmark-ledger}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "$1" = demo ]; then
  for seed in "${@:2}"; do
    echo "demo, seed $seed"
    "$measure" --sorting "$work/$seed.sqlite" "$seed"
  done
else
  echo "$1 $(git -C "$1" rev-parse --short HEAD), a year until $3"
  "$measure" --sorting "$work/ledger.sqlite" "$1" "$2" "$3"
fi
