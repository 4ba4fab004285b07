"""Calendars, beside a C program that parses and expands them with libical."""

import os

import ledgers
from make_calendar import write
from measure import Command
from table import Table


def measure(bench):
    table = Table("Calendars", "Floor: `expand.c`, which parses the file and expands one year with libical. Reading alone "
                  "is `benchmark-ledger --calendar`; the import stores, indexes and derives the timeline besides.")
    for count in [1_700, 20_000]:
        calendar = os.path.join(bench.kept, f"calendar-{count}.ics")
        write(calendar, count)
        path, remove = ledgers.fresh(bench, "calendar.sqlite")
        expand = os.path.join(bench.kept, "expand")
        found = bench.output(expand, calendar).strip()
        mine = bench.output(bench.filler, "--calendar", calendar).strip()
        print(f"  {count} events: libical {found}; limelight {mine}")
        taken = bench.compare(
            runs=min(bench.runs, 5 if count < 10_000 else 3), floor=Command(expand, calendar),
            read=Command(bench.filler, "--calendar", calendar),
            store=bench.own("import", "calendar", calendar, "--ledger", path, "--now", "2026-03-17T12:00:00Z",
                            prepare=remove))
        size = f"{count:,} events, {found.split()[0]} occurrences"
        table.row(f"read {size}", taken["read"], "libical", taken["floor"], 1.5)
        table.row(f"import {size}", taken["store"], "libical", taken["floor"], 5)
    return table
