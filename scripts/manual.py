#!/usr/bin/env python3
"""Writes the manual page from what the program says of itself: manual.py PATH-OF-LIMELIGHT > limelight.1

Every command of `--help` is a part of the one page, with its options and examples, so that the page and
the program cannot differ. man(7) macros; groff, mandoc and man-db read them.
"""
import json
import subprocess
import sys

EVERYWHERE = {"--ledger", "--now", "--zone", "--json", "--version", "--help"}


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\\&" + text if text[:1] == "." else text


def name(argument):
    key = argument.get("preferredName")
    if not key:
        return f"<{argument['valueName']}>"
    return ("--" if key["kind"] == "long" else "-") + key["name"]


def spelled(argument):
    """The argument as one types it, in roff."""
    word = name(argument)
    if argument["kind"] == "positional":
        word = f"\\fI{escaped(argument['valueName'])}\\fR"
    elif argument["kind"] == "option":
        word = f"\\fB{escaped(word)}\\fR \\fI{escaped(argument['valueName'])}\\fR"
    else:
        word = f"\\fB{escaped(word)}\\fR"
    return word + (" ..." if argument["isRepeating"] else "")


def shown(command):
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


def paragraphs(text):
    """Plain text as it stands: indented lines are examples, a line in capitals is their heading."""
    lines, isExample = [], False
    for line in text.split("\n"):
        example = line.startswith("  ")
        if example != isExample:
            lines += [".PP", ".nf"] if example else [".fi", ".PP"]
            isExample = example
        if not line.strip():
            lines.append(".PP")
        elif line.isupper():
            lines.append(f".PP\n\\fI{escaped(line.capitalize())}\\fR")
        else:
            lines.append(escaped(line))
    return lines + ([".fi"] if isExample else [])


def options(arguments):
    lines = []
    for argument in arguments:
        lines += [".TP", spelled(argument), escaped(argument.get("abstract", ""))]
        if argument.get("allValues"):
            lines.append(escaped("One of " + ", ".join(argument["allValues"]) + "."))
        if argument.get("discussion"):
            lines.append(escaped(argument["discussion"]))
    return lines


def part(command, path):
    own = [a for a in shown(command) if name(a) not in EVERYWHERE]
    usage = [f"\\fB{escaped(' '.join(path))}\\fR"]
    usage += [spelled(a) if not a["isOptional"] else f"[{spelled(a)}]" for a in own]
    lines = [f".SS \"{escaped(' '.join(path[1:]))}\"", escaped(command.get("abstract", "")), ".PP", " ".join(usage)]
    lines += options(own)
    if command.get("discussion"):
        lines += [".PP", *paragraphs(command["discussion"])]
    for inner in command.get("subcommands", []):
        if inner.get("shouldDisplay", True) and inner["commandName"] != "help":
            lines += part(inner, path + [inner["commandName"]])
    return lines


def page(binary):
    def says(*words):
        return subprocess.run([binary, *words], check=True, capture_output=True, text=True).stdout

    root = json.loads(says("--experimental-dump-help"))["command"]
    version = says("--version").strip()
    commands = [c for c in root["subcommands"] if c.get("shouldDisplay", True) and c["commandName"] != "help"]
    first = root["abstract"].rstrip(".")
    lines = [f'.TH LIMELIGHT 1 "" "limelight {escaped(version)}" "User Commands"', ".nh",
             ".SH NAME", f"limelight \\- {escaped(first[0].lower() + first[1:])}",
             ".SH SYNOPSIS", "\\fBlimelight\\fR [\\fIcommand\\fR] [\\fIoptions\\fR]",
             ".SH DESCRIPTION", *paragraphs(root["discussion"]),
             ".SH OPTIONS", "Every command takes these; those that answer take \\fB\\-\\-json\\fR."]
    sample = next(c for c in commands if {"--ledger", "--json"} <= {name(a) for a in shown(c)})
    lines += options([a for a in shown(sample) if name(a) in EVERYWHERE])
    lines.append(".SH COMMANDS")
    for command in commands:
        lines += part(command, ["limelight", command["commandName"]])
    lines += [".SH EXIT STATUS",
              ".TP", "0", "Done, or found.",
              ".TP", "1", "Nothing found, or a check failed.",
              ".TP", "2", "An error, also when one of several sources could not be read.",
              ".SH FILES",
              ".TP", "\\fI$XDG_DATA_HOME/limelight/ledger.sqlite\\fR, \\fI~/.local/share/limelight/ledger.sqlite\\fR",
              "The ledger, unless \\fB\\-\\-ledger\\fR or \\fB$LIMELIGHT_LEDGER\\fR names another."]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(page(sys.argv[1]))
