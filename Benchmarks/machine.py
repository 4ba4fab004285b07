"""What the figures were measured on."""

import os
import platform
import shutil
import subprocess


def model():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def version(*argv):
    if not shutil.which(argv[0]):
        return None
    run = subprocess.run(argv, capture_output=True, text=True)
    words = (run.stdout or run.stderr).split()
    return next((word for word in words if word[:1].isdigit()), "?")


def load():
    """Processes that want to run, averaged over a minute."""
    return os.getloadavg()[0]


def line():
    tools = {
        "git": version("git", "--version"), "SQLite": version("sqlite3", "--version"),
        "libical": version("pkg-config", "--modversion", "libical"),
        "Taskwarrior": version("task", "--version"), "Timewarrior": version("timew", "--version"),
    }
    named = ", ".join(f"{name} {number}" for name, number in tools.items() if number)
    return f"{os.cpu_count()} cores, {model()}, {platform.system()} {platform.release()}; {named}"


def when(before):
    """One line under a table: when it was measured, and whether other work ran beside it."""
    import datetime

    day = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    busy = max(before, load() - 1)
    words = (
        f"Other work ran beside it (load {busy:.1f}): waits for the disk and for a core lengthen both sides and flatter "
        "the ratio of what is short, so compare processor time, and measure again when it is calm.") if busy > 0.7 else "Nothing else ran beside it."
    return f"Measured {day}. {words}"
