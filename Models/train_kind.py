#!/usr/bin/env python3
"""Trains the model of kinds of work, measures it, and writes its weights and its recipe.

    train_kind.py            measures only, and prints
    train_kind.py --write    also writes Sources/Attribution/Weights/kinds.weights, recipe.json and samples.json

Reads ../shared/data/commits, or the folder that LIMELIGHT_SHARED_DATA names. Needs numpy; a few minutes on one core.
"""

import os
import sys

sys.dont_write_bytecode = True
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import hashlib
import json
import struct

import numpy as np

import kind_data
import kind_measure
from kind_features import KIND_OF, KINDS, TYPES, features, fnv
from kind_fit import Rows, fit, softmax

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "..", "Sources", "Attribution", "Weights", "kinds.weights")
PENALTY = 3e-5
# A history counts as its number of commits to this power, so that the largest does not decide.
SHARE = 0.25
# A feature is kept if it occurs in three commits and two histories: names of one project are not learned.
COMMITS, SPREAD = 3, 2
SILENT_BELOW = 0.8


class Trainer:
    def __init__(self, commits):
        self.commits = commits
        self.full = [features(c.subject, c.paths) for c in commits]
        self.bare = [features(c.subject, []) for c in commits]
        self.histories = sorted({c.history for c in commits})
        self.history = np.array([self.histories.index(c.history) for c in commits])
        self.type = np.array([TYPES.index(c.type) for c in commits])
        self.kind = np.array([KIND_OF[c.type] for c in commits])

    def vocabulary(self, mask):
        """The features to learn, seen in the commits of the mask alone."""
        times, where = {}, {}
        for row in np.flatnonzero(mask):
            for feature, _ in self.full[row]:
                times[feature] = times.get(feature, 0) + 1
                where.setdefault(feature, set()).add(self.history[row])
        kept = sorted(f for f in times if times[f] >= COMMITS and len(where[f]) >= SPREAD)
        return {f: i for i, f in enumerate(kept)}

    def train(self, mask):
        """Each commit is learned twice, with its paths and without, so that a subject alone can be read too."""
        vocabulary = self.vocabulary(mask)
        chosen = np.flatnonzero(mask)
        rows = Rows.of([self.full[r] for r in chosen] + [self.bare[r] for r in chosen], vocabulary)
        size = np.bincount(self.history[chosen], minlength=len(self.histories)).astype(float)
        share = size[self.history[chosen]] ** (SHARE - 1)
        labels = np.eye(len(TYPES))[self.type[chosen]]
        weights = fit(
            rows, np.vstack([labels, labels]), np.concatenate([share, share * 0.5]), PENALTY, len(vocabulary))
        return quantised(vocabulary, weights)

    def scores(self, model, mask, bare=False):
        rows = Rows.of([(self.bare if bare else self.full)[r] for r in np.flatnonzero(mask)], model[0])
        return rows.times(model[1])


def quantised(vocabulary, weights):
    """The weights as the file holds them: whole numbers from -127 to 127 times one scale."""
    weights = weights - weights.mean(1, keepdims=True)
    scale = np.float32(np.abs(weights[:-1]).max() / 127)
    whole = np.rint(weights[:-1] / scale)
    kept = {f: i for f, i in vocabulary.items() if np.abs(whole[i]).max() > 0}
    order = sorted(kept, key=fnv)
    assert len({fnv(f) for f in order}) == len(order), "two features have one hash"
    constant = weights[-1].astype(np.float32)
    table = np.vstack([whole[[kept[f] for f in order]] * float(scale), constant.astype(float)])
    return {f: i for i, f in enumerate(order)}, table, float(scale)


def kinds(scores, temperature):
    """The chances of the kinds: the types' chances, summed."""
    chance = softmax(scores / temperature)
    return np.stack([chance[:, [KIND_OF[t] == k for t in TYPES]].sum(1) for k in range(len(KINDS))], 1)


def temperature(scores, kind):
    """The temperature of the least log loss, to a hundredth."""
    tried = [t / 100 for t in range(50, 400)]
    rows = np.arange(len(kind))
    return min(tried, key=lambda t: -np.log(kinds(scores, t)[rows, kind] + 1e-12).mean())


def write(model, temperatures):
    """Magic, counts, scale, temperatures, constants, then hashes in order, then a byte for each weight; little endian."""
    vocabulary, table, scale = model
    order = sorted(vocabulary, key=vocabulary.get)
    data = b"LMKIND1\n" + struct.pack("<II", len(order), len(TYPES))
    data += struct.pack("<fff", scale, *temperatures)
    data += table[-1].astype("<f4").tobytes()
    data += np.array([fnv(f) for f in order], dtype="<u4").tobytes()
    data += np.rint(table[:-1] / scale).astype("<i1").tobytes()
    os.makedirs(os.path.dirname(WEIGHTS), exist_ok=True)
    with open(WEIGHTS, "wb") as file:
        file.write(data)
    return data


def samples(model, temperatures):
    """Invented commits, with what this script makes of them, for the test that holds the program to it."""
    with open(os.path.join(HERE, "samples.txt"), encoding="utf-8") as lines:
        given = [line.rstrip("\n").split("\t") for line in lines if line != "\n"]
    found = []
    for text, *paths in given:
        made = features(text, paths)
        row = Rows.of([made], model[0])
        chance = kinds(row.times(model[1]), np.float32(temperatures[0 if paths else 1]).astype(float))[0]
        found.append({
            "subject": text, "paths": paths,
            "features": sorted([f.decode("utf-8", "replace"), fnv(f), round(v, 9)] for f, v in made),
            "chances": {kind: round(float(c), 9) for kind, c in zip(KINDS, chance)},
        })
    return found


def main():
    trainer = Trainer(kind_data.natural() + kind_data.labelled())
    everything = np.ones(len(trainer.commits), bool)
    measured = kind_measure.unseen(trainer, kinds, temperature, SILENT_BELOW)
    measured["labelled, seven types"] = kind_measure.labelled(trainer)
    temperatures = measured.pop("temperatures")
    if "--write" not in sys.argv:
        return
    model = trainer.train(everything)
    data = write(model, temperatures)
    recipe = {
        "weights": "Sources/Attribution/Weights/kinds.weights", "bytes": len(data), "features": len(model[0]),
        "sha256": hashlib.sha256(data).hexdigest(), "data": kind_data.hashes(), "commits": len(trainer.commits),
        "scripts": {
            name: hashlib.sha256(open(os.path.join(HERE, name), "rb").read()).hexdigest()
            for name in ("kind_data.py", "kind_features.py", "kind_fit.py", "train_kind.py")
        },
        "silent_below": SILENT_BELOW, "temperatures": {"with paths": temperatures[0], "without": temperatures[1]},
        "measured": measured,
    }
    for name, value in (("recipe.json", recipe), ("samples.json", samples(model, temperatures))):
        with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
            json.dump(value, file, indent=1, ensure_ascii=False)
            file.write("\n")
    print(f"wrote {len(data):,} bytes, {len(model[0]):,} features")


if __name__ == "__main__":
    main()
