"""Git histories, beside git's own walk over the same commits."""

import collections
import os
import shlex
import shutil
import subprocess

import ledgers
from measure import Command, shell
from table import Table

HERE = os.path.dirname(os.path.abspath(__file__))
TIPS = "--branches --remotes --tags HEAD"
SMALL = 200


def measure(bench):
    table = Table("Git", "A whole import as a process, storing and timeline included. Floor: `git log --raw --no-renames` "
                  "of every commit and `git diff-tree --numstat` of the person's own, their times added; the person is "
                  "whoever wrote most.")
    named = os.environ.get("BENCH_REPOS", "").split() or [os.path.join(HERE, "..")]
    for repository in named:
        one(bench, table, os.path.realpath(repository))
    many(bench, table)
    return table


def one(bench, table, repository):
    authors = collections.Counter(
        bench.output("git", "-C", repository, "log", *TIPS.split(), "--format=%ae").split("\n"))
    del authors[""]
    everything = sum(authors.values())
    me, own = authors.most_common(1)[0]
    name = title(repository)
    path, remove = ledgers.fresh(bench, "git.sqlite")

    def begin():
        remove()
        bench.output(bench.limelight, "me", "add", me, "--ledger", path)

    git = f"git -C {shlex.quote(repository)}"
    raw = f"{git} log --raw --no-renames -z {TIPS}"
    counts = (f"{git} log --format=%H --fixed-strings --author={shlex.quote('<' + me + '>')} {TIPS} | "
              f"{git} diff-tree --stdin --numstat -z -r --root")
    runs = min(bench.runs, 3 if everything > 5_000 else bench.runs)
    taken = bench.compare(
        runs=runs, mine=bench.own("import", "git", repository, "--ledger", path, prepare=begin),
        floor=shell(f"{raw}; {counts}"))
    table.row(f"first import of {name}: {everything:,} commits, {own:,} own", taken["mine"],
              "`git log --raw` + `git diff-tree`", taken["floor"], 1.5)
    if own == everything:
        taken = bench.compare(
            runs=runs, mine=bench.own("import", "git", repository, "--ledger", path, prepare=begin),
            floor=shell(f"{git} log --numstat --no-renames {TIPS}"))
        table.row(f"the same, a one-person history", taken["mine"], "`git log --numstat`", taken["floor"], 0.75)
    taken = bench.compare(
        mine=bench.own("import", "git", repository, "--ledger", path),
        floor=Command("git", "-C", repository, "rev-parse", "HEAD"))
    table.row(f"second import of {name}, nothing new", taken["mine"], "`git rev-parse HEAD`", taken["floor"])


def title(repository):
    if os.path.realpath(os.path.join(HERE, "..")) == repository:
        return "this repository"
    parts = [part for part in repository.split("/") if part not in ("repo", ".git")]
    return parts[-1].removesuffix(".git").replace("+", "/")


def many(bench, table):
    """Two hundred small repositories, read a second time."""
    folder = os.path.join(bench.kept, f"small-{SMALL}")
    places = [os.path.join(folder, f"small-{number}") for number in range(1, SMALL + 1)]
    if not os.path.exists(places[-1]):
        making = folder + ".making"
        shutil.rmtree(making, ignore_errors=True)
        for number in range(1, SMALL + 1):
            make(bench, os.path.join(making, f"small-{number}"), number)
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(making, folder)
    path, remove = ledgers.fresh(bench, "many.sqlite")
    remove()
    bench.output(bench.limelight, "me", "add", "dana@example.org", "--ledger", path)
    bench.output(bench.limelight, "import", "git", *places, "--ledger", path)
    loop = "; ".join(f"git -C {shlex.quote(place)} rev-parse HEAD" for place in places)
    taken = bench.compare(runs=min(bench.runs, 5), mine=bench.own("sync", "--ledger", path), floor=shell(loop))
    table.row(f"second `sync` of {SMALL} repositories, nothing new", taken["mine"], f"{SMALL} × `git rev-parse HEAD`",
              taken["floor"], 2)


def make(bench, place, number):
    os.makedirs(place)
    bench.output("git", "init", "-q", "-b", "main", place)
    stream = []
    for commit in range(3):
        at = 1_740_000_000 + number * 10_000 + commit * 600
        text = f"note {number}.{commit}\n"
        message = f"fix: step {commit} of {number}"
        stream.append(
            f"commit refs/heads/main\ncommitter Dana <dana@example.org> {at} +0100\n"
            f"data {len(message)}\n{message}\nM 100644 inline notes.txt\ndata {len(text)}\n{text}\n")
    subprocess.run(["git", "-C", place, "fast-import", "--quiet"], input="".join(stream), text=True, check=True,
                   env=bench.environment)
    bench.output("git", "-C", place, "reset", "-q", "--hard")
