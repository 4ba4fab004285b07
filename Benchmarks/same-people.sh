#!/usr/bin/env bash
# same-people.sh REPOSITORY...: how often people who might be one are found, beside equal names alone.
# The truth is the .mailmap of each history, which the measured code does not see.
set -euo pipefail
cd "$(dirname "$0")/.."
measure=${MEASURE:-.build/debug/benchmark-ledger}
list=$(mktemp)
trap 'rm -f "$list"' EXIT
for repository; do
  echo "$repository $(git -C "$repository" rev-parse --short HEAD)"
  git -C "$repository" -c mailmap.blob=HEAD:.mailmap log HEAD --format='%an%x09%ae%x09%aE' >"$list"
  "$measure" --people "$list"
done
