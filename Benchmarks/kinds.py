"""How often the model of kinds of work is right, as the script that trains it measures it (Models/README.md)."""

import os
import subprocess
import sys

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Models", "train_kind.py")


class Printed:
    """A section that is what the script printed."""

    def __init__(self, lines):
        self.lines = lines

    def text(self):
        head = ["## Kinds of work", "", "Accuracy, not speed: `Models/train_kind.py`, explained in [Models](../Models/README.md).", ""]
        return "\n".join(head + ["```"] + self.lines + ["```"]) + "\n"


def measure(bench):
    """The weights in the program stay as they are."""
    asked = subprocess.run([sys.executable, "-B", "-u", SCRIPT], capture_output=True, text=True, check=False)
    lines = asked.stdout.strip().split("\n") if asked.returncode == 0 else ["not measured: " + reason(asked.stderr)]
    print("\n".join("  " + line for line in lines), flush=True)
    return Printed(lines)


def reason(errors):
    """The last line of what went wrong: a missing numpy, a missing folder of data."""
    return (errors.strip().split("\n") or ["unknown"])[-1]
