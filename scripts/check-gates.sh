#!/usr/bin/env bash
# Proves that the gates can go red: each plants a violation in a copy and expects the gate to fail.
set -eu
cd "$(dirname "$0")/.."
scripts/check-arrows.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "gate did not go red: $1" >&2; exit 1; }

# Format lint.
printf 'let  x=1\n' >"$work/Bad.swift"
swift format lint --strict --configuration .swift-format "$work/Bad.swift" >/dev/null 2>&1 && fail "format lint"

# Dependency arrows and warnings as errors, in a package of two targets with our settings.
mkdir -p "$work/p/Sources/A" "$work/p/Sources/B"
sed -n '/^let strict/,/^]/p' Package.swift >"$work/strict"
{
    echo '// swift-tools-version: 6.2'
    echo 'import PackageDescription'
    cat "$work/strict"
    echo 'let package = Package(name: "p", platforms: [.macOS(.v15)], targets: ['
    echo '.target(name: "A", swiftSettings: strict), .target(name: "B", swiftSettings: strict)])'
} >"$work/p/Package.swift"
echo 'package struct A { package init() {} }' >"$work/p/Sources/A/A.swift"
echo 'package struct B { package init() {} }' >"$work/p/Sources/B/B.swift"
build() { swift build --package-path "$work/p" --explicit-target-dependency-import-check error >"$work/log" 2>&1; }
build || { cat "$work/log"; fail "the clean copy does not build"; }
printf 'import A\npackage struct B { package init() { _ = A() } }\n' >"$work/p/Sources/B/B.swift"
build && fail "dependency arrows of the compiler"
scripts/check-arrows.py "$work/p" >/dev/null && fail "dependency arrows"
printf 'package func b() { let unused = 1 }\n' >"$work/p/Sources/B/B.swift"
build && fail "warnings as errors"
echo "Gates: format lint, dependency arrows and warnings as errors go red when they should."
