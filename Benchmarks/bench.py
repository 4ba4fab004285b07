"""Runs the parts, prints each row as it is measured, and writes RESULTS.md anew."""

import argparse
import os

import answers
import calendars
import capture
import kinds
import machine
import pages
import repositories
import table
from measure import Bench

PARTS = {
    "capture": capture.measure, "git": repositories.measure, "calendar": calendars.measure, "answers": answers.measure,
    "pages": pages.measure, "kinds": kinds.measure,
}
HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--limelight", required=True)
    options.add_argument("--filler", required=True)
    options.add_argument("--kept", required=True)
    options.add_argument("--runs", type=int, default=int(os.environ.get("BENCH_RUNS", "7")))
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    chosen = options.parse_args()
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        options.error(f"no part {unknown[0]}: choose from {', '.join(PARTS)}")
    bench = Bench(chosen.limelight, chosen.filler, chosen.kept, chosen.runs)
    tables = {}
    for part in chosen.parts or PARTS:
        print(part, flush=True)
        before = machine.load()
        tables[part] = (PARTS[part](bench), machine.when(before))
    version = bench.output(bench.limelight, "--version").strip()
    head = (
        "# Speed, as measured\n\n"
        "Written by `make bench`; the goals are ratios of two figures of one run, so that they hold on any machine. "
        f"Each figure is the median of {bench.runs} runs after one to warm up (a note three times as many, imports of "
        "thousands three to five), taken in turn with what it is held against. A figure that falls short is written down as it is.\n\n"
        f"limelight {version} on {machine.line()}.\n")
    table.write(os.path.join(HERE, "RESULTS.md"), head, tables, PARTS, bench.kept)


if __name__ == "__main__":
    main()
