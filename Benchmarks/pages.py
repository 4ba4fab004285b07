"""Each page of the local web in a large ledger, beside the answer that it shows."""

import contextlib
import http.client
import os
import re
import statistics
import subprocess
import time

import ledgers
from measure import Sample
from table import Table, seconds

NOW = "2026-03-17T12:00:00Z"
YEAR = "in=2025"
MORE = 0.010
MEMORY = 60
# Page and the command that gives the same answer. An entry of the navigation that is not here has no answer of its own
# and is held against nothing; `ID` and `PERSON` are what a search and the list of people give first.
BESIDE = {
    "/": [], "/scope?" + YEAR: ["scope", "--in", "2025"], "/guard?" + YEAR: ["guard", "--in", "2025"],
    "/picture?" + YEAR: ["picture", "--in", "2025"], "/backstage?" + YEAR: ["backstage", "--in", "2025"],
    "/value?" + YEAR: ["value", "--in", "2025"], "/ledger": ["search", "until:2026-03-18"],
    "/timeline": ["timeline"], "/timeline?in=week": ["timeline", "--in", "week"], "/sources": ["sources"],
    "/job": ["job", "show"], "/people": ["people"], "/people/PERSON": ["people", "show", "PERSON"],
    "/search?q=restore+drill": ["search", "restore", "drill"], "/evidence?q=restore+drill": ["search", "restore", "drill"],
    "/show/ID": ["show", "ID"], "/review": ["review", "--json"], "/quarter": ["review", "--quarter"],
    "/sort": ["sort", "--json"], "/one-on-ones?" + YEAR: ["backstage", "one-on-ones", "--in", "2025"],
    "/report?" + YEAR: None, "/five-lines": None, "/job/text": None,
}


def measure(bench):
    count = int(os.environ.get("BENCH_SIZES", "10000 1000000").split()[-1])
    path = ledgers.copy(bench, count, "pages.sqlite")
    table = Table(
        "Pages",
        f"The local web over {count:,} pieces, asked over one connection that stays open. Beside each page stands the "
        "command that gives the same answer, as a whole process without what `--version` takes: opening the ledger and "
        "answering. Processor time of pages is the server’s, in steps of 10 ms over all runs.")
    start = bench.compare(version=bench.own("--version"))["version"].wall
    with served(bench, path) as site:
        before = site.memory()
        ids = {"ID": first(bench, path, "search", "restore", "drill"), "PERSON": first(bench, path, "people")}
        pages = {
            filled(page, ids): command and [filled(word, ids) for word in command] for page, command in BESIDE.items()}
        for entry in site.entries():
            if not any(page.split("?")[0] == entry for page in pages):
                pages[entry] = None
        for page, command in pages.items():
            one(bench, table, site, path, page, command, start, ids)
        time.sleep(2)
        after = site.memory()
    table.plain(f"`limelight serve`, idle after {len(pages) * (bench.runs + 1)} pages", f"{after:.0f} MB",
                f"before the first page: {before:.0f} MB", "", f"under {MEMORY} MB", after < MEMORY)
    return table


def one(bench, table, site, path, page, command, start, ids):
    """Page and command in turn, once to warm up."""
    asked = None if command is None else bench.own(*command, "--now", NOW, "--ledger", path, accept=(0, 1))
    walls, answers = [], []
    worked = 0.0
    for number in range(bench.runs + 1):
        ticks = site.processor()
        wall = site.get(page)
        if number:
            walls.append(wall)
            worked += site.processor() - ticks
        if asked:
            answer, *_ = bench.once(asked)
            if number:
                answers.append(max(0.0, answer - start))
    mine = Sample([(wall, worked / bench.runs, 0) for wall in walls])
    name = page
    for word, value in ids.items():
        name = name.replace(value, word)
    if not answers:
        table.limit(f"`{name}`", mine, "", "", "", None)
        return
    answer = statistics.median(answers)
    words = f"`limelight{' ' if command else ''}{' '.join(command)}`"
    for word, value in ids.items():
        words = words.replace(value, word)
    table.limit(f"`{name}`", mine, f"{words}: {seconds(answer)}", f"{(mine.wall - answer) * 1000:+.1f} ms",
                f"at most +{MORE * 1000:.0f} ms", mine.wall <= answer + MORE)


def first(bench, path, *words):
    """The first id that a command prints."""
    found = re.search(r'"id": "(\w+)"', bench.output(bench.limelight, *words, "--json", "--now", NOW, "--ledger", path))
    return found.group(1)


def filled(word, ids):
    for name, value in ids.items():
        word = word.replace(name, value)
    return word


class Site:
    """A running server and one browser that is in."""

    def __init__(self, process, link):
        self.process = process
        address, self.path = re.match(r"http://([^/]+)(/\S+)", link).groups()
        self.connection = http.client.HTTPConnection(address, timeout=120)
        self.cookie = {}
        _, response = self.ask(self.path)
        self.cookie = {"Cookie": response.getheader("Set-Cookie").split(";")[0]}

    def ask(self, path):
        self.connection.request("GET", path, headers=self.cookie)
        response = self.connection.getresponse()
        return response.read().decode(), response

    def get(self, path):
        """Seconds until the whole page was there."""
        began = time.perf_counter()
        _, response = self.ask(path)
        wall = time.perf_counter() - began
        if response.status != 200:
            raise SystemExit(f"{path} answers {response.status}")
        return wall

    def entries(self):
        """Paths of the navigation, those inside the ledger too."""
        found = []
        for page in ("/", "/ledger"):
            nav = re.search(r"<nav.*?</nav>", self.ask(page)[0], re.S).group(0)
            found += re.findall(r'href="(/[^"?]*)"', nav)
        return list(dict.fromkeys(found))

    def processor(self):
        """Processor seconds of the server so far."""
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Resident memory of the server in MB (10^6 bytes)."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            return next(int(line.split()[1]) * 1024 / 1e6 for line in file if line.startswith("VmRSS"))


@contextlib.contextmanager
def served(bench, path):
    process = subprocess.Popen(
        [bench.limelight, "serve", "--port", "0", "--now", NOW, "--ledger", path], env=bench.environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    try:
        link = next(line.strip() for line in process.stdout if line.strip().startswith("http://"))
        yield Site(process, link)
    finally:
        process.terminate()
        process.wait()
