"""Times whole processes: wall clock, processor time and page faults, medians of runs taken in turn."""

import os
import statistics
import subprocess
import time


class Command:
    """A process to time. `prepare` runs before each run and is not timed."""

    def __init__(self, *argv, prepare=None, accept=(0,)):
        self.argv = [str(word) for word in argv]
        self.prepare = prepare
        self.accept = accept


def shell(text, **options):
    return Command("/bin/sh", "-c", text, **options)


class Sample:
    """`runs` are (wall seconds, processor seconds, page faults) of each."""

    def __init__(self, runs):
        walls, processor, faults = zip(*runs)
        self.wall = statistics.median(walls)
        self.least = min(walls)
        self.processor = statistics.median(processor)
        self.faults = round(statistics.median(faults))


class Bench:
    """Where things are kept, what to run, and the environment of every run."""

    def __init__(self, limelight, filler, kept, runs):
        self.limelight, self.filler, self.kept, self.runs = limelight, filler, kept, runs
        self.work = os.path.join(kept, "work")
        os.makedirs(self.work, exist_ok=True)
        home = os.path.join(self.work, "home")
        os.makedirs(home, exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "NO_COLOR": "1", "TMPDIR": self.work,
            # Repositories of other owners are only read.
            "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
        }

    def place(self, name):
        return os.path.join(self.work, name)

    def own(self, *arguments, **options):
        return Command(self.limelight, *arguments, **options)

    def once(self, command):
        """Wall seconds, processor seconds and page faults of one run; raises when it fails."""
        if command.prepare:
            command.prepare()
        quiet = [(os.POSIX_SPAWN_OPEN, fd, "/dev/null", os.O_RDWR, 0) for fd in (0, 1, 2)]
        began = time.perf_counter()
        child = os.posix_spawnp(command.argv[0], command.argv, self.environment, file_actions=quiet)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - began
        code = os.waitstatus_to_exitcode(status)
        if code not in command.accept:
            raise SystemExit(f"exit code {code}: {' '.join(command.argv)[:300]}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_minflt + usage.ru_majflt

    def compare(self, runs=None, **commands):
        """Runs each in turn, once to warm up, so that other work on the machine meets all alike."""
        runs = runs or self.runs
        taken = {name: [] for name in commands}
        for number in range(runs + 1):
            for name, command in commands.items():
                run = self.once(command)
                if number:
                    taken[name].append(run)
        return {name: Sample(runs) for name, runs in taken.items()}

    def output(self, *argv):
        run = subprocess.run([str(a) for a in argv], env=self.environment, capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(f"exit code {run.returncode}: {argv}\n{run.stderr[:2000]}")
        return run.stdout
