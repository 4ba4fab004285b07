#!/usr/bin/env python3
"""The arrows between targets, held to what Package.swift lists.

The compiler's own check passes an import of a target that is only reached through another one, so
this reads every import of every target and fails when one is not a direct dependency, of our own
targets as of foreign products. Usage: check-arrows.py [PACKAGE]
"""
import json
import pathlib
import re
import subprocess
import sys

SYSTEM = {
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl", "Synchronization", "Dispatch", "Testing", "Swift",
}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?([A-Za-z_]\w*)", re.M)


def main(root: pathlib.Path) -> int:
    dump = json.loads(subprocess.check_output(["swift", "package", "--package-path", str(root), "dump-package"]))
    bad = []
    for target in dump["targets"]:
        if target["type"] == "system":
            continue
        allowed = set(SYSTEM)
        for dependency in target["dependencies"]:
            allowed.add(next(iter(dependency.values()))[0])
        folder = root / (target.get("path") or ("Tests" if target["type"] == "test" else "Sources") + "/" + target["name"])
        for file in sorted(folder.rglob("*.swift")):
            for module in sorted(set(IMPORT.findall(file.read_text(encoding="utf-8")))):
                if module not in allowed and module != target["name"]:
                    bad.append(f"{file.relative_to(root)}: imports {module}, which {target['name']} does not list")
    print("\n".join(bad) if bad else "Arrows: every import is a dependency that Package.swift lists.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
