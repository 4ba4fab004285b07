"""A note written by hand, beside one durable insert and the tools that people use for it."""

import json
import os
import shutil
import time

import ledgers
from measure import Command, shell
from table import Table

NOTE = "talked Jonas through the runbook"


def measure(bench):
    table = Table("Capture", "`limelight log` as a whole process. Floor: `sqlite3` writing one row into a database of as "
                  "many rows, WAL, `synchronous = FULL`.")
    start = bench.compare(
        runs=bench.runs * 3, mine=bench.own("--version"), floor=Command("sqlite3", ":memory:", "select 1"))
    table.row("start-up alone (`--version`)", start["mine"], "`sqlite3 :memory: 'select 1'`", start["floor"], 3)
    samples = {}
    for count in [0, 17_000, 100_000]:
        path = ledgers.copy(bench, count, f"log-{count}.sqlite") if count else empty(bench)
        floor = database(bench, count)
        taken = bench.compare(
            runs=bench.runs * 3, mine=bench.own("log", NOTE, "--ledger", path),
            floor=Command("sqlite3", floor, f"PRAGMA synchronous = FULL; INSERT INTO entry (at, text) VALUES (1, '{NOTE}')"))
        samples[count] = taken["mine"]
        table.row(f"`limelight log` at {count:,} entries", taken["mine"], "`sqlite3` insert", taken["floor"], 2.5)
    flat = samples[100_000].wall / samples[0].wall
    table.limit("`limelight log`, 100,000 against 0 entries", samples[100_000], "at 0 entries", f"{flat:.2f} ×",
                "flat (at most 1.2 ×)", flat <= 1.2)
    for name, command in peers(bench).items():
        if command is None:
            print(f"  {name} is not installed: left out")
            continue
        taken = bench.compare(mine=bench.own("log", NOTE, "--ledger", bench.place("log-17000.sqlite")), peer=command)
        table.row("`limelight log` at 17,000 entries", taken["mine"], name, taken["peer"], 1, "faster")
    return table


def empty(bench):
    path, remove = ledgers.fresh(bench, "log-0.sqlite")
    remove()
    return path


def database(bench, count):
    """A database of `count` rows for the floor."""
    path, remove = ledgers.fresh(bench, f"floor-{count}.sqlite")
    remove()
    bench.output(
        "sqlite3", path, "PRAGMA journal_mode = WAL; CREATE TABLE entry (id INTEGER PRIMARY KEY, at INTEGER, text TEXT); "
        f"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
        f"INSERT INTO entry (at, text) SELECT i, 'note ' || i FROM n WHERE {count} > 0")
    return path


def peers(bench, count=17_000):
    return {
        "Taskwarrior `task log`": taskwarrior(bench, count) if shutil.which("task") else None,
        "Timewarrior `timew start`": timewarrior(bench, count) if shutil.which("timew") else None,
    }


def taskwarrior(bench, count):
    folder = bench.place("task")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    settings = os.path.join(folder, "taskrc")
    with open(settings, "w", encoding="utf-8") as file:
        file.write(f"data.location={folder}\nconfirmation=no\nhooks=off\nverbose=nothing\n")
    entries = []
    for number in range(count):
        at = 1_600_000_000 + number * 3_600
        entries.append((at, f'00000000-0000-4000-8000-{number:012d}', f"note {number}"))
    # As `task log` leaves them: what is done, what can be undone, and what a server has not seen.
    files = {
        "completed.data": lambda at, uuid, text: ff4(at, uuid, text),
        "undo.data": lambda at, uuid, text: f"time {at}\nnew {ff4(at, uuid, text)}\n---",
        "backlog.data": lambda at, uuid, text: json.dumps(
            {"description": text, "end": iso(at), "entry": iso(at), "modified": iso(at), "status": "completed", "uuid": uuid}),
    }
    for name, line in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write("".join(line(*entry) + "\n" for entry in entries))
    return Command("task", f"rc:{settings}", "log", NOTE)


def ff4(at, uuid, text):
    return (f'[description:"{text}" end:"{at}" entry:"{at}" modified:"{at}" status:"completed" uuid:"{uuid}"]')


def iso(at):
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(at))


def timewarrior(bench, count):
    folder = bench.place("timew")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "data"))
    with open(os.path.join(folder, "timewarrior.cfg"), "w", encoding="utf-8") as file:
        file.write("confirmation = no\nverbose = no\n")
    with open(os.path.join(folder, "data", "tags.data"), "w", encoding="utf-8") as file:
        file.write('{"work":{"count":%d}}' % count)
    months = {}
    for number in range(count):
        # Sixteen a day, half an hour each, up to February 2026.
        day = number // 16
        year, rest = 2023 + day // 336, day % 336
        month, date = rest // 28 + 1, rest % 28 + 1
        hour, minute = 8 + number % 16 // 2, number % 2 * 30
        stamp = f"{year}{month:02d}{date:02d}T{hour:02d}{minute:02d}"
        end = f"{year}{month:02d}{date:02d}T{hour:02d}{minute + 29:02d}"
        months.setdefault(f"{year}-{month:02d}", []).append(f"inc {stamp}00Z - {end}00Z # work")
    for month, lines in months.items():
        with open(os.path.join(folder, "data", f"{month}.data"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    return shell(f"TIMEWARRIORDB='{folder}' exec timew start work :yes")
