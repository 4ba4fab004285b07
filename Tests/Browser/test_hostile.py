"""What comes from outside stays words: nothing in a title, a name or a place runs, styles or loads."""

from crawl import pages

HOSTILE = [
    "<script>window.ran = 1</script>", '"><img src=x onerror="window.ran = 1">', "' autofocus onfocus='window.ran = 1",
    "</title></textarea><svg onload=\"window.ran = 1\">", "javascript:window.ran = 1", "{{{body}}} {{>page}}",
    "<style>main { display: none }</style>", "<a href=\"javascript:window.ran = 1\">x</a>", "\u202egnirts",
]


def calendar():
    events = []
    for number, text in enumerate(HOSTILE):
        said = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        events.append(
            f"BEGIN:VEVENT\r\nUID:hostile-{number}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:{said}\r\n"
            f"DESCRIPTION:{said}\r\nLOCATION:{said}\r\nCATEGORIES:{said}\r\n"
            f"DTSTART:202611{16 + number % 5}T{9 + number:02}0000Z\r\nDTEND:202611{16 + number % 5}T{9 + number:02}4500Z\r\n"
            f"ATTENDEE;CN=\"{text.replace(chr(34), '')}\";PARTSTAT=ACCEPTED:mailto:h{number}@example.com\r\nEND:VEVENT\r\n")
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hostile//EN\r\nX-WR-CALNAME:" + HOSTILE[1] + "\r\n"
            + "".join(events) + "END:VCALENDAR\r\n")


def test_hostile_titles_are_inert(world, enter, findings):
    world.write("a <b>calendar.ics", calendar())
    world.run("import", "calendar", "a <b>calendar.ics", "--arena", "job")
    world.run("log", HOSTILE[0] + " " + HOSTILE[1], "--with", "<i>Eve</i>", "--for", "20m")
    with world.serve() as served:
        visit = enter(served)
        for path in [*pages(visit), "/search?q=%22%3E%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E", "/timeline?day=2026-11-17"]:
            visit.go(path)
            visit.unfold()
            findings.add(visit, path, _alive(visit))
            for link in visit.page.locator("main a.open, main a.figure").all()[:1]:
                link.click()
                # Its heading comes with what it shows.
                visit.page.get_by_role("complementary", name="Evidence").get_by_role("heading", level=1).wait_for()
                findings.add(visit, f"{path} drawer", _alive(visit))
        assert visit.page.evaluate("window.ran") is None
        visit.go("/timeline?day=2026-11-16")
        assert "<script>" in visit.page.locator("main").inner_text()
    findings.expect_none()


def _alive(visit):
    return visit.page.evaluate("""() => [
        ...(window.ran ? ['something ran'] : []),
        ...[...document.querySelectorAll('main img, main style, main script, main iframe, aside img, aside script, main b, main i')]
            .map(e => 'an element came in: ' + e.outerHTML.slice(0, 60)),
        ...[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
            .filter(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)).map(a => 'a code attribute: ' + a.name),
        ...(document.querySelector('main').checkVisibility() ? [] : ['main is hidden']),
    ]""")
