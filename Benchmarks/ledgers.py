"""Ledgers of invented evidence, made once and kept until the generator or the schema changes."""

import glob
import hashlib
import os
import shutil
import subprocess

SEED = "7"
FRESH = set()
HERE = os.path.dirname(os.path.abspath(__file__))


def key():
    """Of the generator and the schema; BENCH_FRESH=1 makes the ledgers anew whatever else changed."""
    digest = hashlib.sha256()
    for pattern in ["benchmark-ledger", "LedgerStore/Schema"]:
        for path in sorted(glob.glob(os.path.join(HERE, "..", "Sources", pattern, "*.swift"))):
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()[:12]


def ledger(bench, count):
    """Path of a ledger of `count` pieces; not to be written to."""
    path = os.path.join(bench.kept, f"ledger-{count}-{key()}.sqlite")
    stale = os.environ.get("BENCH_FRESH") and count not in FRESH
    FRESH.add(count)
    if stale or not os.path.exists(path):
        for old in glob.glob(os.path.join(bench.kept, f"ledger-{count}-*.sqlite*")):
            os.remove(old)
        making = path + ".making"
        for old in glob.glob(making + "*"):
            os.remove(old)
        with open(path + ".txt", "w", encoding="utf-8") as log:
            subprocess.run([bench.filler, str(count), SEED, making], check=True, env=bench.environment, stdout=log)
        os.rename(making, path)
        with open(path + ".txt", encoding="utf-8") as log:
            print(log.read(), flush=True)
    return path


def told(bench, count):
    """What the filler said about the time each part took."""
    with open(ledger(bench, count) + ".txt", encoding="utf-8") as log:
        return "; ".join(line.strip() for line in log.readlines()[1:])


def copy(bench, count, name):
    """A copy that may be written to."""
    path = bench.place(name)
    for old in glob.glob(path + "*"):
        os.remove(old)
    shutil.copyfile(ledger(bench, count), path)
    return path


def fresh(bench, name):
    """A function that removes the ledger `name`, and its path."""
    path = bench.place(name)

    def remove():
        for old in glob.glob(path + "*"):
            os.remove(old)

    return path, remove
