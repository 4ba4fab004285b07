#!/usr/bin/env python3
"""Measures what the person's own answers add to the model of kinds of work: `Sources/Attribution/Kinds/OwnKinds.swift`.

Each public history stands in for one person. The model has not seen it. Its commits in the order of time: of the first half
the last 30, 100, 300 or 2,000 are the answers, and the second half is read with them and without.
"""

import json
import os

import numpy as np

import kind_data
import kind_features
import kind_measure
from train_kind import SILENT_BELOW, Trainer, kinds, temperature

PASSES, STEP, PENALTY = 5, 0.2, 0.01
ANSWERS = [30, 100, 300, 2000]


def fit(rows, scores, kind):
    """A correction of the scores, linear in the features: AdaGrad over the answers in the order of time."""
    places = {}
    rows = [(np.array([places.setdefault(f, len(places)) for f, _ in row]), np.array([v for _, v in row])) for row in rows]
    weights = np.zeros((len(places), scores.shape[1]))
    moved = np.ones_like(weights)
    for _ in range(PASSES):
        for (place, value), score, right in zip(rows, scores, kind):
            rest = chances(score + value @ weights[place])
            rest[right] -= 1
            slope = value[:, None] * rest + PENALTY * weights[place]
            moved[place] += slope * slope
            weights[place] -= STEP * slope / np.sqrt(moved[place])
    return places, weights


def read(own, rows, scores):
    places, weights = own
    found = []
    for row, score in zip(rows, scores):
        known = [(places[f], v) for f, v in row if f in places]
        found.append(chances(score + sum((v * weights[p] for p, v in known), np.zeros(len(score)))))
    return np.array(found)


def chances(scores):
    parts = np.exp(scores - scores.max())
    return parts / parts.sum()


def times(history):
    with open(os.path.join(kind_data.folder(), f"natural-{history}.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return np.array([row["at"] for row in rows if row["type"] in kind_features.TYPES])


def interval(differences):
    """Of the mean, 95 %."""
    spread = 1.96 * differences.std() / len(differences) ** 0.5
    return f"{differences.mean():+.3f} ({differences.mean() - spread:+.3f} to {differences.mean() + spread:+.3f})"


def main():
    trainer = Trainer(kind_data.natural() + kind_data.labelled())
    held = []
    for number, name in enumerate(trainer.histories):
        out = trainer.history == number
        model = trainer.train(~out)
        held.append((name, trainer.kind[out], [trainer.scores(model, out, bare) for bare in (False, True)]))
    together = {answers: [] for answers in ANSWERS}
    for number, (name, kind, scores) in enumerate(held):
        if name == "labelled":
            continue
        heat = kind_measure.balanced([h for i, h in enumerate(held) if i != number], 0, temperature)
        order = np.argsort(times(name), kind="stable")
        mine = np.flatnonzero(trainer.history == number)[order]
        rows, kind = [trainer.full[i] for i in mine], kind[order]
        alone = kinds(scores[0], heat)[order]
        logs = np.log(np.maximum(alone, 1e-13))
        half = len(kind) // 2
        right = alone[half:].argmax(1) == kind[half:]
        print(f"{name}, {len(kind) - half} commits read")
        print(f"  alone         {kind_measure.told(kind_measure.line(alone[half:], kind[half:], SILENT_BELOW))}")
        for answers in ANSWERS:
            first = max(0, half - answers)
            own = fit(rows[first:half], logs[first:half], kind[first:half])
            taught = read(own, rows[half:], logs[half:])
            gain = (taught.argmax(1) == kind[half:]).astype(float) - right
            together[answers].append(gain)
            told = kind_measure.told(kind_measure.line(taught, kind[half:], SILENT_BELOW))
            print(f"  {half - first:5d} answers {told}; gains {interval(gain)}", flush=True)
    for answers, gains in together.items():
        # Each history counts alike.
        mean = np.mean([g.mean() for g in gains])
        spread = 1.96 * sum(g.var() / len(g) for g in gains) ** 0.5 / len(gains)
        print(f"mean of {len(gains)}, {answers} answers: {mean:+.3f} ({mean - spread:+.3f} to {mean + spread:+.3f})")


if __name__ == "__main__":
    main()
