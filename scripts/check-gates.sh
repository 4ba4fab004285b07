#!/usr/bin/env bash
# Proves that the gates can fail: plants a violation of each in a copy and expects the gate to notice.
set -eu
cd "$(dirname "$0")/.."
scripts/check-arrows.py
scripts/check-cycles.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "gate did not fail: $1" >&2; exit 1; }

# Format lint.
printf 'let  x=1\n' >"$work/Bad.swift"
swift format lint --strict --configuration .swift-format "$work/Bad.swift" >/dev/null 2>&1 && fail "format lint"

# Dependency arrows and warnings as errors, in packages of two targets with our settings. Each
# violation has its own package, so that an earlier build cannot hide it.
sed -n '/^let strict/,/^]/p' Package.swift >"$work/strict"
package() { # NAME: makes a package whose target B has the code on stdin
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
red() { # NAME, the expected message of its build, the gate
    if build "$1" || ! grep -q "$2" "$work/log"; then cat "$work/log"; fail "$3"; fi
}
echo 'package struct B { package init() {} }' | package clean
build clean || { cat "$work/log"; fail "the clean copy does not build"; }
printf 'import A\npackage struct B { package init() { _ = A() } }\n' | package arrows
red arrows "imports another target" "dependency arrows of the compiler"
scripts/check-arrows.py "$work/arrows" >/dev/null && fail "dependency arrows"
printf 'package func b() { let unused = 1 }\n' | package warnings
red warnings "error: .*unused" "warnings as errors"

# Arrows that the compiler does not see, the table, and cycles of folders: a package that passes, broken in one way each.
plant() { # NAME
    mkdir -p "$work/$1"/Sources/{LocalFiles,A/One,A/Two,B} "$work/$1/Documentation"
    cat >"$work/$1/Package.swift" <<'END'
// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "p", dependencies: [.package(url: "https://example.org/Yams", from: "6.0.0")],
    targets: [
        .target(name: "LocalFiles"),
        .target(name: "A", dependencies: ["LocalFiles", .product(name: "Yams", package: "Yams")]),
        .target(name: "B", dependencies: ["A"/*more*/]),
    ])
END
    printf '%s\n' '## Targets' '| target | what | imports | foreign |' '| --- | --- | --- | --- |' \
        '| `LocalFiles` | files | – | – |' '| `A` | a | LocalFiles | Yams |' '| `B` | b | A | – |' \
        >"$work/$1/Documentation/Architecture.md"
    printf 'import Glibc\npackage func size() -> Int { 1 }\n' >"$work/$1/Sources/LocalFiles/Files.swift"
    printf 'import LocalFiles\nimport Yams\n/// Not a use of Two.\nstruct One { var text = "Two" }\n' \
        >"$work/$1/Sources/A/One/One.swift"
    printf 'struct Two { var one: One }\n' >"$work/$1/Sources/A/Two/Two.swift"
    printf 'import A\n' >"$work/$1/Sources/B/B.swift"
}
green() { # CHECK NAME
    scripts/"$1" "$work/$2" >"$work/log" || { cat "$work/log"; fail "$1 on a valid package"; }
}
spoilt() { # CHECK NAME, the expected message
    if scripts/"$1" "$work/$2" >"$work/log" || ! grep -q "$3" "$work/log"; then cat "$work/log"; fail "$1: $2"; fi
}
plant whole
green check-arrows.py whole
green check-cycles.py whole
plant unused && sed -i 's|/\*more\*/|, "LocalFiles"|' "$work/unused/Package.swift"
spoilt check-arrows.py unused "B lists LocalFiles, which none of its files imports"
plant gateway && echo 'import Yams' >>"$work/gateway/Sources/B/B.swift"
sed -i 's|/\*more\*/|, .product(name: "Yams", package: "Yams")|' "$work/gateway/Package.swift"
spoilt check-arrows.py gateway "B.swift: Yams has its gateway in A"
plant system && echo 'import Glibc' >>"$work/system/Sources/A/Two/Two.swift"
spoilt check-arrows.py system "Two.swift: Glibc has its gateway in LocalFiles"
plant files && echo 'let all = FileManager.default' >>"$work/files/Sources/A/Two/Two.swift"
spoilt check-arrows.py files "Two.swift: FileManager is for LocalFiles alone"
plant row && sed -i '/`B`/d' "$work/row/Documentation/Architecture.md"
spoilt check-arrows.py row "the table has no row for B"
plant cell && sed -i 's/| LocalFiles | Yams |/| – | Yams, GRDB |/' "$work/cell/Documentation/Architecture.md"
spoilt check-arrows.py cell "A, imports: the page says nothing, the manifest LocalFiles"
spoilt check-arrows.py cell "A, foreign: the page says GRDB, Yams, the manifest Yams"
plant cycle && echo 'struct Back { var two: [Two] }' >>"$work/cycle/Sources/A/One/One.swift"
spoilt check-cycles.py cycle "One → Two: Two in One.swift"
echo "Gates: format lint, warnings as errors, arrows, gateways, the table of targets and cycles fail when they should."
