#!/usr/bin/env bash
# Measures limelight beside floors and peers and writes RESULTS.md: run.sh PATH-OF-LIMELIGHT [PART…]
# Parts: capture git calendar answers pages kinds (all of them when none is named; the others keep their last rows).
# BENCH_RUNS (7), BENCH_REPOS (this repository), BENCH_SIZES (10000 1000000), TMPDIR for what is kept.
set -euo pipefail
limelight=$(realpath "${1:?path of the limelight binary}")
shift
here=$(cd "$(dirname "$0")" && pwd)
kept="${TMPDIR:-/tmp}/limelight-bench"
mkdir -p "$kept"

filler=${BENCH_FILLER:-}
if [ -z "$filler" ]; then
    cd "$here/.."
    swift build -c release --static-swift-stdlib --product benchmark-ledger
    filler="$(swift build -c release --static-swift-stdlib --show-bin-path)/benchmark-ledger"
fi
# shellcheck disable=SC2046
cc -O2 -o "$kept/expand" "$here/expand.c" $(pkg-config --cflags --libs libical)
exec python3 "$here/bench.py" --limelight "$limelight" --filler "$filler" --kept "$kept" "$@"
