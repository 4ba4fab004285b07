"""What the model of kinds of work sees of a commit: its subject, its paths and its size.

Sources/Attribution/Kinds/KindFeatures.swift makes the same features; samples.json holds both to it.
"""

import re

TYPES = ["feat", "fix", "refactor", "test", "docs", "build", "ci", "chore", "perf", "style"]
KINDS = ["baseline", "improvement", "contribution"]
# For training alone: a prefix by itself decides nothing, so it is taken off every subject.
KIND_OF = {
    "fix": 0, "chore": 0, "ci": 0, "build": 0, "perf": 1, "refactor": 1, "test": 1, "docs": 1, "style": 1, "feat": 2,
}
LONGEST = 40  # words of a subject
MOST_PATHS = 60

TEST = {"test", "tests", "spec", "specs", "testing", "testdata", "fixture", "fixtures", "snapshots", "mock", "mocks"}
DOCS = {"doc", "docs", "documentation", "website", "readme", "changelog", "license", "contributing", "authors"}
DOC_ENDINGS = {"md", "mdx", "rst", "txt", "adoc", "ngdoc"}
CI = {
    "ci", "workflows", "circleci", "travis", "gitlab", "drone", "jenkins", "jenkinsfile", "appveyor", "codecov",
    "dependabot", "renovate", "buildkite",
}
BUILD_NAMES = {
    "package.json", "package-lock.json", "pnpm-lock.yaml", "npm-shrinkwrap.json", "bower.json", "lerna.json",
    "composer.json", "cargo.toml", "pyproject.toml", "setup.py", "setup.cfg", "go.mod", "go.sum", "pom.xml", "gemfile",
    "podfile", "cmakelists.txt", "package.swift",
}
BUILD_STARTS = (
    "makefile", "dockerfile", "docker-compose", "requirements", "rollup", "webpack", "tsconfig", "babel", "gulpfile",
    "gruntfile",
)
BUILD_ENDINGS = {"lock", "gradle", "kts", "bazel", "csproj", "podspec"}
PREFIX = re.compile(rb"(?i)(?:feat|fix|refactor|test|docs|build|ci|cicd|chore|perf|style|imp|revert|deps)"
                    rb"(?:\([^()]*\))?!?: *")


def words(text: bytes, most: int) -> list[bytes]:
    """Runs of letters in small letters, split where a capital follows a small letter; a run of digits is `0`."""
    found, word, before = [], bytearray(), 0

    def end():
        if word and len(found) < most:
            found.append(bytes(word))
        word.clear()

    for byte in text:
        if 48 <= byte <= 57:
            if not 48 <= before <= 57:
                end()
                word.extend(b"0")
                end()
        elif 65 <= byte <= 90:
            if 97 <= before <= 122:
                end()
            word.append(byte + 32)
        elif 97 <= byte <= 122 or byte >= 128:
            word.append(byte)
        else:
            end()
        before = byte
    end()
    return found


def subject(text: str) -> bytes:
    line = text.encode("utf-8", "replace").split(b"\n")[0]
    found = PREFIX.match(line)
    return line[found.end():] if found else line


def of_text(text: str) -> set[bytes]:
    seen = words(subject(text), LONGEST)
    return ({b"^" + seen[0]} if seen else set()) | {b"w=" + w for w in seen} | {
        b"b=" + a + b" " + b for a, b in zip(seen, seen[1:])}


def marks(path: bytes) -> list[bytes]:
    name = path.lower().split(b"/")[-1].decode("utf-8", "replace")
    ending = name.rsplit(".", 1)[1] if "." in name else ""
    seen = {w.decode("utf-8", "replace") for w in words(path, 200)}
    found = []
    if seen & TEST:
        found.append(b"test")
    if seen & DOCS or ending in DOC_ENDINGS:
        found.append(b"docs")
    if seen & CI or path.startswith(b".github/"):
        found.append(b"ci")
    if name in BUILD_NAMES or name.startswith(BUILD_STARTS) or ending in BUILD_ENDINGS:
        found.append(b"build")
    return found or [b"code"]


def of_paths(paths: list[str]) -> list[set[bytes]]:
    """Three groups: what the paths are for, how they end, how many they are."""
    paths = [p.encode("utf-8", "replace") for p in paths[:MOST_PATHS]]
    count, endings = {}, set()
    for path in paths:
        for mark in marks(path):
            count[mark] = count.get(mark, 0) + 1
        name = path.lower().split(b"/")[-1]
        endings.add(b"e=" + name.rsplit(b".", 1)[-1])
    seen = set()
    for mark, times in count.items():
        seen.add(b"has=" + mark)
        if times == len(paths):
            seen.add(b"all=" + mark)
        elif times * 2 >= len(paths):
            seen.add(b"most=" + mark)
    if seen:
        seen.add(b"set=" + b"+".join(sorted(count)))
    size = {b"n=%d" % len(paths).bit_length()} if paths else set()
    return [seen, endings, size]



def features(text: str, paths: list[str]) -> list[tuple[bytes, float]]:
    """Each feature with its value: a group weighs as much whether it has one feature or forty."""
    groups = [of_text(text)] + of_paths(paths)
    return [(f, len(group) ** -0.5) for group in groups for f in sorted(group)]


def fnv(feature: bytes) -> int:
    """FNV-1a, 32 bits."""
    hash = 2166136261
    for byte in feature:
        hash = ((hash ^ byte) * 16777619) & 0xFFFFFFFF
    return hash
