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

# Dependency arrows and warnings as errors, in packages of two targets with our settings. Each
# violation has a package of its own, so that nothing built before can hide it.
sed -n '/^let strict/,/^]/p' Package.swift >"$work/strict"
package() { # NAME: makes one whose target B holds what comes in
    mkdir -p "$work/$1/Sources/A" "$work/$1/Sources/B"
    {
        echo '// swift-tools-version: 6.2'
        echo 'import PackageDescription'
        cat "$work/strict"
        echo 'let package = Package(name: "p", platforms: [.macOS(.v15)], targets: ['
        echo '.target(name: "A", swiftSettings: strict), .target(name: "B", swiftSettings: strict)])'
    } >"$work/$1/Package.swift"
    echo 'package struct A { package init() {} }' >"$work/$1/Sources/A/A.swift"
    cat >"$work/$1/Sources/B/B.swift"
}
build() { swift build --package-path "$work/$1" --explicit-target-dependency-import-check error >"$work/log" 2>&1; }
red() { # NAME, what its build has to say, what is proved
    if build "$1" || ! grep -q "$2" "$work/log"; then cat "$work/log"; fail "$3"; fi
}
echo 'package struct B { package init() {} }' | package clean
build clean || { cat "$work/log"; fail "the clean copy does not build"; }
printf 'import A\npackage struct B { package init() { _ = A() } }\n' | package arrows
red arrows "imports another target" "dependency arrows of the compiler"
scripts/check-arrows.py "$work/arrows" >/dev/null && fail "dependency arrows"
printf 'package func b() { let unused = 1 }\n' | package warnings
red warnings "error: .*unused" "warnings as errors"
echo "Gates: format lint, dependency arrows and warnings as errors go red when they should."
