"""The labelled commits that the model of kinds of work learns from and is measured on."""

import collections
import csv
import hashlib
import json
import os
import re

import kind_features

HISTORIES = ["core", "angular.js", "semantic-release", "conventional-changelog", "vue"]
Commit = collections.namedtuple("Commit", "type subject paths history added removed")


def folder():
    shared = os.environ.get("LIMELIGHT_SHARED_DATA")
    here = os.path.dirname(os.path.abspath(__file__))
    return os.path.join(shared or os.path.join(here, "..", "..", "shared", "data"), "commits")


def natural():
    """Commits whose authors wrote a Conventional Commits type, which was taken off the subject."""
    found = []
    for history in HISTORIES:
        with open(os.path.join(folder(), f"natural-{history}.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["type"] in kind_features.TYPES:
                    found.append(Commit(row["type"], row["subject"], row["files"], history, None, None))
    return found


def labelled():
    """350 commits that people labelled, with their diffs."""
    csv.field_size_limit(10**9)
    found = []
    with open(os.path.join(folder(), "zeng350.csv"), newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            paths, added, removed = [], 0, 0
            for line in row["git_diff"].split("\n"):
                if line.startswith("diff --git "):
                    both = re.match(r"diff --git a/(.*?) b/(.*)$", line)
                    paths.append(both.group(2) if both else line)
                elif line.startswith("+") and not line.startswith("+++"):
                    added += 1
                elif line.startswith("-") and not line.startswith("---"):
                    removed += 1
            kind = "ci" if row["annotated_type"] == "cicd" else row["annotated_type"]
            found.append(Commit(kind, row["masked_commit_message"].strip(), paths, "labelled", added, removed))
    return found


def hashes():
    """SHA-256 of each file that is read."""
    names = [f"natural-{history}.jsonl" for history in HISTORIES] + ["zeng350.csv"]
    found = {}
    for name in names:
        with open(os.path.join(folder(), name), "rb") as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found
