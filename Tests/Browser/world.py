"""A ledger in a folder of its own, the built program over it, and its local web."""

import os
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

NOW = "2026-11-21T12:00:00Z"
ZONE = "Europe/Berlin"


class World:
    """One HOME and one ledger; nothing outside `folder` is written."""

    def __init__(self, binary, folder):
        self.binary = str(binary)
        self.folder = Path(folder)
        self.ledger = self.folder / "ledger.sqlite"
        self.home = self.folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8",
            "LIMELIGHT_LEDGER": str(self.ledger), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        }

    def command(self, *words):
        return [self.binary, *map(str, words), "--now", NOW, "--zone", ZONE]

    def run(self, *words, accept=(0,)):
        """What a command prints; fails the test with its complaint when it ends otherwise than expected."""
        done = subprocess.run(
            self.command(*words), env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=60)
        assert done.returncode in accept, f"limelight {' '.join(map(str, words))}: {done.stderr}"
        return done.stdout

    def copy_of(self, other):
        """The same ledger as `other` has, at rest."""
        shutil.copyfile(other.ledger, self.ledger)
        return self

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def serve(self):
        return Served(self)


class Served:
    """`limelight serve` on a free port, until it is left."""

    def __init__(self, world):
        self.world = world
        self.complaints = open(world.folder / "serve.err", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            world.command("serve", "--port", "0"), env=world.environment, cwd=world.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.complaints)
        self.link = self._link(time.monotonic() + 30)
        self.base = self.link.split("/enter")[0]

    def _link(self, deadline):
        said = b""
        while time.monotonic() < deadline:
            if not select.select([self.process.stdout], [], [], 1)[0]:
                continue
            some = os.read(self.process.stdout.fileno(), 4096)
            said += some
            found = re.search(rb"http://127(?:\.\d+){3}:\d+/enter\S+(?=\n)", said)
            if found:
                return found.group(0).decode()
            if not some:
                break
        self.end()
        raise AssertionError(f"limelight serve gave no link: {(self.world.folder / 'serve.err').read_text()}")

    def new_link(self):
        return self.world.run("open").strip()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()
        self.complaints.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.end()
        complaints = (self.world.folder / "serve.err").read_text(encoding="utf-8")
        assert kind is not None or not complaints, f"limelight serve complained: {complaints[:2000]}"
