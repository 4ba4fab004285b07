#!/usr/bin/env python3
"""The arrows between targets, held to what Package.swift and Documentation/Architecture.md list.

The compiler's own check passes an import of a target that is only reached through another one, and says
nothing of a dependency that nobody uses. This reads every import of every target and fails when
- an import is no direct dependency of its target, or a dependency is imported by none of its files;
- a foreign library is imported by more than one target of Sources (each has one gateway), or the
  operating system by another than LocalFiles;
- a file elsewhere reads or writes files through Foundation;
- the table "Targets" of the architecture names other targets, imports or foreign libraries than the manifest.
Usage: check-arrows.py [PACKAGE]
"""
import json
import pathlib
import re
import subprocess
import sys

LANGUAGE = {"Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Testing", "Swift", "PackageDescription"}
SYSTEM = {"Glibc", "Darwin", "Musl", "System", "SystemPackage"}
GATEWAY = "LocalFiles"
FOUNDATION_FILES = re.compile(
    r"\b(FileManager|FileHandle|ProcessInfo|Process\(\)|InputStream|OutputStream|UserDefaults|NSHomeDirectory"
    r"|contentsOfFile|contentsOf: *URL|fileURLWithPath)\b")
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?([A-Za-z_]\w*)", re.M)
ROW = re.compile(r"^\| `([^`]+)` \|(.*)\|\s*$", re.M)


def targets(root):
    """Each target with its folder, its dependencies and what its files import."""
    dump = json.loads(subprocess.check_output(["swift", "package", "--package-path", str(root), "dump-package"]))
    for target in dump["targets"]:
        if target["type"] == "system":
            continue
        home = "Tests" if target["type"] == "test" else "Sources"
        folder = root / (target.get("path") or f"{home}/{target['name']}")
        dependencies = {next(iter(each.values()))[0] for each in target["dependencies"]}
        imports = {}
        for file in sorted(folder.rglob("*.swift")):
            text = file.read_text(encoding="utf-8")
            for module in IMPORT.findall(text):
                imports.setdefault(module, []).append(file)
        yield target["name"], folder, dependencies, imports


def imports_listed(root, every):
    for name, _, dependencies, imports in every:
        for module, files in sorted(imports.items()):
            if module not in dependencies | LANGUAGE | (SYSTEM - {"SystemPackage"}) and module != name:
                for file in files:
                    yield f"{file.relative_to(root)}: imports {module}, which {name} does not list"
        for module in sorted(dependencies - set(imports)):
            yield f"Package.swift: {name} lists {module}, which none of its files imports"


def gateways(root, every, ours):
    used = {}
    for name, folder, _, imports in every:
        if not folder.is_relative_to(root / "Sources"):
            continue
        for module, files in imports.items():
            if module not in LANGUAGE | ours:
                used.setdefault(module, {})[name] = files
        for file in sorted(folder.rglob("*.swift")):
            found = FOUNDATION_FILES.search(file.read_text(encoding="utf-8"))
            if found and name != GATEWAY:
                yield f"{file.relative_to(root)}: {found.group(0)} is for {GATEWAY} alone"
    for module, by in sorted(used.items()):
        allowed = {GATEWAY} if module in SYSTEM else set(sorted(by, key=lambda name: (-len(by[name]), name))[:1])
        for name in sorted(set(by) - allowed):
            for file in by[name]:
                yield f"{file.relative_to(root)}: {module} has its gateway in {''.join(allowed)}"


def table(root, every, ours):
    page = root / "Documentation/Architecture.md"
    if not page.exists():
        return
    # The manifest's spelling stands for a library that the page calls otherwise.
    section = page.read_text(encoding="utf-8").split("\n## Targets", 1)[-1].split("\n## ", 1)[0]
    rows = {name: [cell.strip() for cell in cells.split("|")] for name, cells in ROW.findall(section)}
    known = {name: dependencies for name, folder, dependencies, _ in every if folder.is_relative_to(root / "Sources")}
    for name in sorted(set(known) - set(rows)):
        yield f"{page.name}: the table has no row for {name}"
    for name in sorted(set(rows) - set(known)):
        yield f"{page.name}: there is no target {name}"
    for name in sorted(set(known) & set(rows)):
        cells = rows[name]
        if len(cells) != 3:
            yield f"{page.name}: the row of {name} has {len(cells) + 1} columns instead of 4"
            continue
        for column, cell, wanted in (
            ("imports", cells[1], {each for each in known[name] if each in ours and each != "CSodium"}),
            ("foreign", cells[2], {each for each in known[name] if each not in ours or each == "CSodium"}),
        ):
            said = set(re.findall(r"\w+(?:-\w+)*", cell))
            if said != wanted:
                yield f"{page.name}: {name}, {column}: the page says {listed(said)}, the manifest {listed(wanted)}"


def listed(names):
    return ", ".join(sorted(names)) or "nothing"


def main(root):
    every = list(targets(root))
    ours = {name for name, *_ in every} | {path.name for path in (root / "Sources").glob("*")}
    bad = [*imports_listed(root, every), *gateways(root, every, ours - {"CSodium"}), *table(root, every, ours)]
    print("\n".join(bad) if bad else "Arrows: every import is listed and every listed one used; the table says the same.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
