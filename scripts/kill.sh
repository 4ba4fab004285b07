#!/usr/bin/env bash
# Ends `limelight log` and `limelight import` by SIGKILL ten thousand times, or as often as the first argument says,
# and looks each time whether anything was lost. The seed is printed; LIMELIGHT_KILL_SEED repeats a run.
# With LIMELIGHT_BINARY another binary than the one that is built with the tests is killed.
set -euo pipefail
cd "$(dirname "$0")/.."
export LIMELIGHT_KILLS="${1:-10000}"
swift build --build-tests
swift test --skip-build --filter KilledTests
