"""Writes calendars of one year, the same for the same number of events."""

import datetime
import random

FIRST = datetime.datetime(2025, 3, 17)
ZONES = {
    "Europe/Berlin": ("+0100", "+0200", "-1SU", "3", "-1SU", "10"),
    "America/New_York": ("-0500", "-0400", "2SU", "3", "1SU", "11"),
}
TOPICS = ["Stand-up", "Planning", "Review", "1:1", "Interview", "Retrospective", "Change board", "Budget"]


def write(path, count):
    """Nine in ten events are single, one in ten weekly with exceptions; half have people."""
    draw = random.Random(count)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//benchmark//EN", "X-WR-CALNAME:Work"]
    for name, rule in ZONES.items():
        lines += zone(name, *rule)
    for number in range(count):
        lines += event(draw, number)
    lines.append("END:VCALENDAR")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("\r\n".join(lines) + "\r\n")


def zone(name, winter, summer, week_in, month_in, week_out, month_out):
    return [
        "BEGIN:VTIMEZONE", f"TZID:{name}",
        "BEGIN:DAYLIGHT", f"TZOFFSETFROM:{winter}", f"TZOFFSETTO:{summer}", "DTSTART:20070325T020000",
        f"RRULE:FREQ=YEARLY;BYMONTH={month_in};BYDAY={week_in}", "END:DAYLIGHT",
        "BEGIN:STANDARD", f"TZOFFSETFROM:{summer}", f"TZOFFSETTO:{winter}", "DTSTART:20071028T030000",
        f"RRULE:FREQ=YEARLY;BYMONTH={month_out};BYDAY={week_out}", "END:STANDARD", "END:VTIMEZONE",
    ]


def event(draw, number):
    weekly = draw.random() < 0.1
    day = FIRST + datetime.timedelta(days=draw.randrange(60 if weekly else 360))
    start = day.replace(hour=draw.randrange(8, 18), minute=draw.choice([0, 15, 30, 45]))
    end = start + datetime.timedelta(minutes=draw.choice([30, 45, 60, 90]))
    kind = draw.choice(["Europe/Berlin", "Europe/Berlin", "Europe/Berlin", "America/New_York", "UTC", "floating"])
    lines = [
        "BEGIN:VEVENT", f"UID:event-{number}@example.org", "DTSTAMP:20250301T080000Z",
        f"SUMMARY:{draw.choice(TOPICS)} {number}", time("DTSTART", start, kind), time("DTEND", end, kind),
    ]
    if weekly:
        lines.append("RRULE:FREQ=WEEKLY;UNTIL=20260316T225959Z" if kind != "floating"
                     else "RRULE:FREQ=WEEKLY;UNTIL=20260316T235959")
        for week in draw.sample(range(1, 40), 2):
            lines.append(time("EXDATE", start + datetime.timedelta(weeks=week), kind))
    if draw.random() < 0.5:
        lines.append("ORGANIZER;CN=Person 1:mailto:person1@example.org")
        for person in draw.sample(range(2, 30), draw.randrange(1, 6)):
            lines.append(fold(f"ATTENDEE;CN=Person {person};PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:"
                              f"mailto:person{person}@example.org"))
    if draw.random() < 0.4:
        lines.append(fold("DESCRIPTION:" + "What we said last time still holds\\, and the list is in the folder. " * 3))
    lines.append("END:VEVENT")
    return lines


def time(name, moment, kind):
    text = moment.strftime("%Y%m%dT%H%M%S")
    if kind == "UTC":
        return f"{name}:{text}Z"
    return f"{name}:{text}" if kind == "floating" else f"{name};TZID={kind}:{text}"


def fold(line):
    """Content lines are at most 75 octets long (RFC 5545, 3.1)."""
    parts = [line[:75]] + [line[at:at + 74] for at in range(75, len(line), 74)]
    return "\r\n ".join(parts)
