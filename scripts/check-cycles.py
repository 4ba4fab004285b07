#!/usr/bin/env python3
"""Cycles between the folders of one target, which the compiler does not see.

Folder A leans on folder B when a file of A uses a type that B declares, or extends it. Two folders that lean on
each other, also by way of others, can only be understood together. Files that lie in no folder of their target
count as a folder called `.`.

What it does not see: functions and variables outside of types; members that an extension adds to another folder's
type, unless a type is among them; types whose plain name is declared in several folders; use without the name, as
of `.case` or an inferred type; names that only a macro or an operator stands for. It reads words, not Swift: a name
in a comment or a text does not count, a generic parameter of the same name does.

Cycles that are accepted stand in ACCEPTED with a reason, and are printed each time.
Usage: check-cycles.py [PACKAGE [TARGET]] ; with -v every file and name by which folders of a cycle lean on each other
"""
import pathlib
import re
import sys

# Target: folders of one cycle, and why it stays. Fewer of them may lean on each other, none besides.
ACCEPTED = {}

DECLARATION = re.compile(
    r"^(?P<indent> *)(?:(?:@\w+(?:\([^)]*\))?|public|package|internal|fileprivate|private|final|indirect|nonisolated)\s+)*"
    r"(?P<kind>struct|class|enum|protocol|actor|typealias|extension)\s+(?P<name>[A-Z]\w*(?:\.[A-Z]\w*)*)", re.M)
CHAIN = re.compile(r"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)*")


def code(text):
    """The text without comments and without what stands in literals; what is interpolated stays."""
    out, at, ends = [], 0, []  # ends: how each open literal ends, and how many brackets are open in its interpolation
    while at < len(text):
        if ends and ends[-1][1] == 0:
            end, _, hashes = ends[-1]
            if text.startswith(end, at):
                ends.pop()
                at += len(end)
            elif text.startswith("\\" + hashes + "(", at):
                ends[-1][1] = 1
                at += 2 + len(hashes)
                out.append(" ")
            elif text[at] == "\\" and not hashes:
                at += 2
            else:
                out.append("\n" if text[at] == "\n" else "")
                at += 1
            continue
        literal = re.compile(r'(#*)("""|")').match(text, at)
        if literal:
            ends.append([literal[2] + literal[1], 0, literal[1]])
            at = literal.end()
        elif text.startswith("//", at):
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        elif text.startswith("/*", at):
            at = text.find("*/", at) + 2 if "*/" in text[at:] else len(text)
        else:
            if ends:
                ends[-1][1] += {"(": 1, ")": -1}.get(text[at], 0)
            out.append(text[at])
            at += 1
    return "".join(out)


def declared(text):
    """Qualified names of the types that a file declares, and the types it extends."""
    around, types, extended = [], [], []
    for found in DECLARATION.finditer(text):
        indent = len(found["indent"])
        while around and around[-1][0] >= indent:
            around.pop()
        name = ".".join([name for _, name in around] + [found["name"]])
        if found["kind"] == "extension":
            extended.append(found["name"])
        elif "private" not in found.group(0).split(found["kind"])[0]:
            types.append(name)
        around.append((indent, found["name"]))
    return types, extended


def leaning(folder):
    """For each pair of folders of a target by which files and names the first leans on the second."""
    files = {file: code(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.swift"))}
    place = {file: file.relative_to(folder).parts[0] if len(file.relative_to(folder).parts) > 1 else "." for file in files}
    homes = {}
    for file, text in files.items():
        for name in declared(text)[0]:
            homes.setdefault(name, set()).add(place[file])
    homes = {name: next(iter(at)) for name, at in homes.items() if len(at) == 1}
    edges = {}
    for file, text in files.items():
        for chain in set(CHAIN.findall(text)):
            parts = chain.split(".")
            for length in range(len(parts), 0, -1):
                name = ".".join(parts[:length])
                if name in homes:
                    if homes[name] != place[file]:
                        edges.setdefault((place[file], homes[name]), set()).add((file.name, name))
                    break
    return edges


def cycles(edges):
    """Sets of folders that reach each other, largest first."""
    folders = {folder for pair in edges for folder in pair}
    reach = {folder: {to for of, to in edges if of == folder} for folder in folders}
    for through in folders:
        for folder in folders:
            if through in reach[folder]:
                reach[folder] |= reach[through]
    found = {frozenset(b for b in folders if b in reach[a] and a in reach[b]) for a in folders if a in reach[a]}
    return sorted(found, key=lambda cycle: (-len(cycle), sorted(cycle)))


def main(root, wanted, is_loud):
    bad = 0
    for folder in sorted((root / "Sources").iterdir()):
        if not folder.is_dir() or wanted and folder.name != wanted:
            continue
        edges = leaning(folder)
        for cycle in cycles(edges):
            names = ", ".join(sorted(cycle))
            reason = next((why for folders, why in ACCEPTED.get(folder.name, []) if cycle <= set(folders)), None)
            bad += reason is None
            print(f"{folder.name}: {names}: " + (f"accepted: {reason}" if reason else "lean on each other"))
            if reason and not is_loud:
                continue
            for (of, to), why in sorted(edges.items()):
                if of in cycle and to in cycle:
                    listed = sorted(why)
                    shown = listed if is_loud else listed[:3]
                    more = f" and {len(listed) - len(shown)} more" if len(listed) > len(shown) else ""
                    print(f"  {of} → {to}: " + ", ".join(f"{name} in {file}" for file, name in shown) + more)
    print("Cycles: folders of a target lean on each other." if bad else "Cycles: no other folders lean on each other.")
    return 1 if bad else 0


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "-v"]
    root = pathlib.Path(words[0] if words else ".").resolve()
    sys.exit(main(root, words[1] if len(words) > 1 else None, "-v" in sys.argv))
