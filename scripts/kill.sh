#!/usr/bin/env bash
# Kills `limelight log` and `limelight import` with SIGKILL ten thousand times, or as often as the first argument
# says, and checks each time that nothing was lost. It prints the seed; LIMELIGHT_KILL_SEED repeats a run.
# LIMELIGHT_BINARY names a binary to use instead of the one built with the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
export LIMELIGHT_KILLS="${1:-10000}"
swift build --build-tests
swift test --skip-build --filter KilledTests
