"""Each answer over a year, in a small and in a large ledger of the same ten years."""

import os

import ledgers
from measure import Command
from table import Table, seconds

NOW = "2026-03-17T12:00:00Z"
YEAR = ["--in", "2025", "--now", NOW]
QUESTIONS = {
    "scope": ["scope", *YEAR], "guard": ["guard", *YEAR], "picture": ["picture", *YEAR],
    "backstage": ["backstage", *YEAR], "value": ["value", *YEAR],
    "totals --by responsibility": ["totals", "--by", "responsibility", *YEAR],
}
# Forty verbs and a hundred nouns: about one piece in three thousand has both words.
WORDS = ["restore", "drill"]


def measure(bench):
    small, large = (int(size) for size in os.environ.get("BENCH_SIZES", "10000 1000000").split())
    paths = [ledgers.ledger(bench, small), ledgers.ledger(bench, large)]
    table = Table(
        "Answers",
        f"Whole processes, `--in 2025`, of {small:,} and {large:,} pieces of evidence over ten years (seed "
        f"{ledgers.SEED}; forty projects, about six alive at a time). Writing the large one: {ledgers.told(bench, large)}.")
    for name, arguments in QUESTIONS.items():
        taken = bench.compare(
            small=bench.own(*arguments, "--ledger", paths[0], accept=(0, 1)),
            large=bench.own(*arguments, "--ledger", paths[1], accept=(0, 1)))
        compare(table, f"`{name}`", taken, small, large)
    taken = bench.compare(
        small=bench.own("search", *WORDS, "--ledger", paths[0], accept=(0, 1)),
        large=bench.own("search", *WORDS, "--ledger", paths[1]))
    compare(table, "`search`, two words", taken, small, large)
    match = f"\"{WORDS[0]}\" \"{WORDS[1]}\"*"
    taken = bench.compare(
        mine=bench.own("search", *WORDS, "--ledger", paths[1]),
        floor=Command("sqlite3", f"file:{paths[1]}?mode=ro",
                      f"SELECT title FROM search WHERE search MATCH '{match}' ORDER BY rowid DESC LIMIT 20"))
    table.row(f"`search`, two words, {large:,} pieces", taken["mine"], "FTS5 in `sqlite3`, newest 20", taken["floor"], 1.5)
    return table


def compare(table, name, taken, small, large):
    ratio = taken["large"].wall / taken["small"].wall
    met = taken["large"].wall < 0.05 and ratio < 2
    table.limit(f"{name}, {large:,} pieces", taken["large"], f"{small:,} pieces: {seconds(taken['small'].wall)}",
                f"{ratio:.2f} ×", "under 50 ms and 2 ×", met)
