#!/usr/bin/env bash
# inherited.sh [PEOPLE [SEED]]: how far the hours of each responsibility are from the truth, over simulated people of
# whose work 31 % carries no ticket.
set -euo pipefail
cd "$(dirname "$0")/.."
measure=${MEASURE:-.build/debug/benchmark-ledger}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$measure" --inherited "$work" "${1:-200}" "${2:-1}"
