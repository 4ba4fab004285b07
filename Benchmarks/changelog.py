"""changelog.py REPOSITORY CHANGELOGS LINES: candidates without a limit beside what a project published.

LINES is what `candidates.sh` printed with ALL=1 for everybody who wrote to the history. Counted are commits that lie
between the first and the last published version and that their change logs could name: told is what some candidate holds,
published what the change logs link. The naive rule tells what its subject calls a feature, a fix or faster.
"""

import glob
import json
import os
import re
import subprocess
import sys


def git(repository, *arguments):
    return subprocess.run(["git", "-C", repository, *arguments], capture_output=True, text=True, check=True).stdout


def published(folder):
    shas, versions = set(), []
    for path in glob.glob(os.path.join(folder, "*.md")):
        text = open(path, encoding="utf-8").read()
        shas.update(re.findall(r"/commit/([0-9a-f]{7})", text))
        versions += re.findall(r"compare/(v[^.\s]+\.[^\s)]*?)\.\.\.(v[^\s)]+)\)", text)
    return shas, versions


def rates(name, told, truth):
    right = len(told & truth)
    print(f"{name}: {len(told)} told, precision {right / max(1, len(told)):.3f}, recall {right / max(1, len(truth)):.3f}")


def main(repository, folder, lines):
    shas, versions = published(folder)
    subjects = {}
    tags = set(git(repository, "tag").split())
    for older, newer in versions:
        if {older, newer} <= tags:
            for line in git(repository, "log", "--no-merges", "--format=%H %s", f"{older}..{newer}").splitlines():
                subjects[line[:40]] = line[41:]
    every = set(subjects)
    truth = {sha for sha in every if sha[:7] in shas}
    told = {sha for line in open(lines, encoding="utf-8") for sha in json.loads(line)["shas"]} & every
    print(f"{len(every)} commits between {len(versions)} pairs of versions, {len(truth)} of them published")
    rates("naive", {sha for sha in every if re.match(r"(feat|fix|perf)(\(|:|!)", subjects[sha])}, truth)
    rates("candidates", told, truth)


main(*sys.argv[1:])
