"""How good the model of kinds of work is on commits that it has not seen."""

import numpy as np

from kind_features import of_paths, of_text, subject, words
from kind_fit import fit_kernel

BANDS = [(0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)]


def unseen(trainer, kinds, temperature, silent_below):
    """Each history in turn is left out of training, of its vocabulary and of the temperature, and then read."""
    held = []
    for number, name in enumerate(trainer.histories):
        out = trainer.history == number
        model = trainer.train(~out)
        held.append((name, trainer.kind[out], [trainer.scores(model, out, bare) for bare in (False, True)]))
    found = {"temperatures": []}
    for bare, words_ in ((0, "subject, paths and size"), (1, "subject alone")):
        print(f"\n{words_}: each history by a model that has not seen it")
        chances, truth, rows = [], [], {}
        for number, (name, kind, scores) in enumerate(held):
            others = [h for i, h in enumerate(held) if i != number]
            heat = balanced(others, bare, temperature)
            chance = kinds(scores[bare], heat)
            rows[name] = line(chance, kind, silent_below)
            print(f"  {name:24s} {told(rows[name])}, temperature {heat:.2f}")
            chances.append(chance)
            truth.append(kind)
        chance, kind = np.vstack(chances), np.concatenate(truth)
        rows["all"] = line(chance, kind, silent_below)
        print(f"  {'all':24s} {told(rows['all'])}")
        table = reliability(chance, kind)
        for row in table:
            print(f"    said {row['from']:.1f} to {row['to']:.1f}: {row['commits']:6d} commits, right {row['right']:.3f}")
        found[words_] = {"unseen histories": rows, "reliability": table}
        found["temperatures"].append(balanced(held, bare, temperature))
    return found


def balanced(held, bare, temperature):
    """The temperature over several histories, each with as many commits as the smallest."""
    least = min(len(kind) for _, kind, _ in held)
    random = np.random.default_rng(12)
    scores, kinds_ = [], []
    for _, kind, both in held:
        chosen = random.choice(len(kind), least, replace=False)
        scores.append(both[bare][chosen])
        kinds_.append(kind[chosen])
    return temperature(np.vstack(scores), np.concatenate(kinds_))


def line(chance, kind, silent_below):
    right, sure = chance.argmax(1) == kind, chance.max(1)
    first = np.argsort(-sure, kind="stable")[: int(0.8 * len(sure))]
    said = sure >= silent_below
    return {
        "commits": len(kind), "accuracy": round(float(right.mean()), 3),
        "accuracy at 80 % coverage": round(float(right[first].mean()), 3),
        "answered": round(float(said.mean()), 3),
        "accuracy where answered": round(float(right[said].mean()), 3) if said.any() else None,
    }


def told(row):
    return (f"{row['commits']:6d} commits, accuracy {row['accuracy']:.3f}, at 80 % coverage "
            f"{row['accuracy at 80 % coverage']:.3f}; answers {row['answered']:.0%}, right {row['accuracy where answered']}")


def reliability(chance, kind):
    right, sure = chance.argmax(1) == kind, chance.max(1)
    found = []
    for low, high in BANDS:
        inside = (sure >= low) & (sure < high)
        if inside.any():
            found.append({"from": low, "to": min(high, 1.0), "commits": int(inside.sum()),
                          "said": round(float(sure[inside].mean()), 3), "right": round(float(right[inside].mean()), 3)})
    return found


def labelled(trainer, seeds=10, folds=10):
    """The 350 commits that people labelled: mean of ten seeds of ten folds, settings chosen inside the training folds.

    Natural labels come in as the scores of a model trained on them alone, which has seen none of the 350."""
    mine = np.array([c.history == "labelled" for c in trainer.commits])
    natural = trainer.scores(trainer.train(~mine), mine)
    commits = [c for c in trainer.commits if c.history == "labelled"]
    types = sorted({c.type for c in commits})
    kind = np.array([types.index(c.type) for c in commits])
    natural -= natural.mean(1, keepdims=True)
    natural /= 3 * natural.std()
    own = sum(kernel(group(commits, part)) for part in (spelling, surroundings, sizes))
    own = own + kernel(group(commits, lambda c: of_text(c.subject)))
    own = own + kernel(group(commits, lambda c: of_paths(c.paths)[0]))
    found = {}
    for name, scales in (("labelled commits alone", [0.0]), ("with natural labels", [0.7, 1.5, 3.0])):
        kernels = [own + (scale * natural) @ (scale * natural).T for scale in scales]
        results = [one_seed(kernels, kind, seed, folds) for seed in range(seeds)]
        mean = float(np.mean(results))
        spread = 1.96 * (mean * (1 - mean) / len(kind)) ** 0.5
        found[name] = {
            "accuracy": round(mean, 3), "interval": [round(mean - spread, 3), round(mean + spread, 3)],
            "seeds": [round(float(r), 3) for r in results]}
        print(f"\n350 labelled commits, seven types, {name}: {mean:.3f} "
              f"(95 % interval for 350 commits {mean - spread:.3f} to {mean + spread:.3f}; "
              f"seeds {min(results):.3f} to {max(results):.3f})", flush=True)
    return found


def one_seed(kernels, kind, seed, folds):
    place = split(kind, folds, np.random.default_rng(seed))
    right = 0
    for fold in range(folds):
        train, test = np.flatnonzero(place != fold), np.flatnonzero(place == fold)
        settings = [(k, p) for k in kernels for p in (0.03, 0.1, 0.3)]
        inner = split(kind[train], 5, np.random.default_rng(1000 + seed))
        best = max(settings, key=lambda s: sum(
            hits(s, kind, train[inner != i], train[inner == i]) for i in range(5)))
        right += hits(best, kind, train, test)
    return right / len(kind)


def hits(setting, kind, train, test):
    kernel_, penalty = setting
    dual, constant = fit_kernel(kernel_[np.ix_(train, train)], np.eye(kind.max() + 1)[kind[train]], penalty)
    return int(((kernel_[np.ix_(test, train)] @ dual + constant).argmax(1) == kind[test]).sum())


def split(kind, folds, random):
    place = np.empty(len(kind), int)
    for k in np.unique(kind):
        rows = np.flatnonzero(kind == k)
        random.shuffle(rows)
        place[rows] = (np.arange(len(rows)) + random.integers(folds)) % folds
    return place


def spelling(commit):
    found = set()
    for word in words(subject(commit.subject), 60):
        word = b"<" + word + b">"
        found |= {word[i:i + n] for n in (3, 4, 5) for i in range(len(word) - n + 1)}
    return found


def surroundings(commit):
    found = set()
    for path in commit.paths:
        found |= set(words(path.encode(), 60)) | {b"." + path.encode().rsplit(b".", 1)[-1]}
    return found


def sizes(commit):
    """Files and lines, in powers of two, and the share of lines added."""
    both = commit.added + commit.removed
    share = round(4 * commit.added / both) if both else 9
    return {("n", len(commit.paths).bit_length()), ("a", commit.added.bit_length()),
            ("r", commit.removed.bit_length()), ("b", both.bit_length()), ("s", share)}


def group(commits, part):
    """One row a commit, of length one."""
    sets = [part(c) for c in commits]
    place = {f: i for i, f in enumerate(sorted(set().union(*sets)))}
    table = np.zeros((len(sets), len(place)))
    for row, found in enumerate(sets):
        table[row, [place[f] for f in found]] = 1
    length = np.sqrt((table**2).sum(1, keepdims=True))
    return table / np.where(length == 0, 1, length)


def kernel(table):
    return table @ table.T
