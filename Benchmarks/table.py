"""Rows of results and the page they are written to."""

import json
import os


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms" if value >= 0.1 else f"{value * 1000:.1f} ms"


class Table:
    """One section of the page. Every ratio has a goal or none, and is met or short as measured."""

    def __init__(self, title, note=""):
        self.title, self.note, self.rows = title, note, []

    def row(self, work, mine, peer_name, peer, goal=None, goal_text=None):
        """`mine` and `peer` are samples; `goal` the greatest ratio allowed."""
        ratio = mine.wall / peer.wall
        self.add(work, mine, f"{peer_name}: {seconds(peer.wall)} ({seconds(peer.processor)}, {peer.faults:,})", f"{ratio:.2f} ×",
                 goal_text or (f"at most {goal:g} ×" if goal else ""), None if goal is None else ratio <= goal)

    def limit(self, work, mine, beside, ratio, goal_text, met):
        self.add(work, mine, beside, ratio, goal_text, met)

    def add(self, work, mine, beside, ratio, goal, met):
        self.rows.append([
            work, seconds(mine.wall), seconds(mine.processor), f"{mine.faults:,}" if mine.faults else "", beside, ratio, goal,
            "" if met is None else "met" if met else "**short**"])
        print("  " + " | ".join(self.rows[-1]), flush=True)

    def plain(self, work, mine, beside, ratio, goal, met):
        """A row whose figure is no time."""
        self.rows.append([work, mine, "", "", beside, ratio, goal, "met" if met else "**short**"])
        print("  " + " | ".join(self.rows[-1]), flush=True)

    def text(self):
        head = ["work", "limelight", "of it processor", "page faults", "beside (processor, page faults)", "ratio",
                "goal", ""]
        lines = [f"## {self.title}", ""]
        if self.note:
            lines += [self.note, ""]
        lines += ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        return "\n".join(lines) + "\n"


def write(page, head, tables, order, kept):
    """Writes the page anew; parts that were not measured this time keep their last text."""
    memory = os.path.join(kept, "parts.json")
    parts = {}
    if os.path.exists(memory):
        with open(memory, encoding="utf-8") as file:
            parts = json.load(file)
    for part, (table, when) in tables.items():
        parts[part] = table.text() + f"\n{when}\n"
    with open(memory, "w", encoding="utf-8") as file:
        json.dump(parts, file)
    with open(page, "w", encoding="utf-8") as file:
        file.write(head + "\n" + "\n".join(parts[part] for part in order if part in parts))
