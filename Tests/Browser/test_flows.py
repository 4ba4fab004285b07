"""What a person does in the first ten minutes and then each week, from the first page to the last: with a script and
without, on a wide screen and on a phone, in light and in dark, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

WAYS = [
    pytest.param({"javascript": True, "color_scheme": "light"}, id="wide"),
    pytest.param(
        {"javascript": False, "color_scheme": "dark", "viewport": {"width": 360, "height": 740}}, id="phone-without-script"),
]

ANSWERS = {
    "What I am judged on": "Restores that work: minutes of the drill, under 60\nPeople we keep",
    "Who decides about me": "Maria Keller <maria@example.org>\nIvo Brandt",
    "When I work": "Mon-Fri 8:00-16:30",
    "Hours outside work that could be mine": "Tue, Thu 7:00-8:00",
    "What I want to learn or do next": "Statistics for operations",
    "Someone else’s, on my desk": "Printers: Facilities",
}


@pytest.fixture(params=WAYS)
def way(request):
    return request.param


def looks_right(visit):
    """No page of a flow scrolls sideways, whatever was typed into it."""
    assert visit.overflow() == []


def test_setup_to_the_first_claim(world, enter, way):
    with world.serve() as served:
        visit = enter(served, **way)
        visit.go("/setup")
        for label, text in ANSWERS.items():
            visit.page.get_by_label(label, exact=True).fill(text)
        visit.page.get_by_role("button", name="Save", exact=True).click()
        expect(visit.page.get_by_role("status")).to_contain_text("Saved")
        looks_right(visit)
        visit.page.get_by_role("link", name="Write five lines first").click()
        visit.page.get_by_label("Who will read it").fill("Maria Keller")
        line = visit.page.get_by_role("group", name="Line 1")
        line.get_by_label("What changed").fill("A restore takes 50 minutes instead of a day")
        line.get_by_label("For whom").fill("Payments")
        line.get_by_label("Which item of the plan").fill("Back in service within an hour")
        line.get_by_label("Which figure").fill("1 day to 50 min")
        line.get_by_label("How you know").fill("the drill log of 17 March")
        visit.page.get_by_role("button", name="Save and make the page").click()
        expect(visit.page.locator("main")).to_contain_text("A restore takes 50 minutes instead of a day")
        looks_right(visit)
        visit.go("/value")
        expect(visit.page.locator("main")).to_contain_text("A restore takes 50 minutes instead of a day")
        visit.go("/job")
        for word in ("Restores that work", "Maria Keller", "Statistics for operations", "Printers"):
            expect(visit.page.locator("main")).to_contain_text(word)
        assert "Restores that work" in world.run("job", "export")


def test_setup_by_keyboard_alone(world, enter):
    with world.serve() as served:
        visit = enter(served)
        visit.go("/setup")
        visit.page.get_by_label("What I am judged on", exact=True).focus()
        visit.page.keyboard.type("Restores that work")
        for label in list(ANSWERS)[1:]:
            visit.page.keyboard.press("Tab")
            expect(visit.page.get_by_label(label, exact=True)).to_be_focused()
        visit.page.keyboard.press("Tab")
        expect(visit.page.get_by_role("button", name="Save", exact=True)).to_be_focused()
        visit.page.keyboard.press("Enter")
        expect(visit.page.get_by_role("status")).to_contain_text("Saved")


def test_two_tabs_of_setup_lose_nothing(world, enter):
    with world.serve() as served:
        first, second = enter(served), enter(served)
        first.go("/setup")
        second.go("/setup")
        for visit, text in ((first, "Restores that work"), (second, "People we keep")):
            visit.page.get_by_label("What I am judged on", exact=True).fill(text)
            visit.send(visit.page.get_by_role("button", name="Save", exact=True))
        # What was kept meanwhile is told beside what was typed.
        expect(second.page.get_by_role("alert")).to_be_visible()
        expect(second.page.get_by_label("What I am judged on", exact=True)).to_have_value("People we keep")
        expect(second.page.locator("main")).to_contain_text("Restores that work")
        assert all("409" in trouble for trouble in second.take_troubles())


def calendar(count=30):
    """Four weeks of work: series that a person would sort by their title."""
    events = []
    for number in range(count):
        title = ("Portfolio sync", "Restore drill", "Printer round", "Learning: statistics", "1:1 Priya")[number % 5]
        day = 2 + number % 18 + number // 18 * 3
        events.append(
            f"BEGIN:VEVENT\r\nUID:flow-{number}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:{title}\r\n"
            f"DTSTART:202611{day:02}T{8 + number % 5:02}0000Z\r\nDTEND:202611{day:02}T{9 + number % 5:02}0000Z\r\n"
            "ORGANIZER;CN=Priya Nair:mailto:priya@example.com\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com\r\n"
            "END:VEVENT\r\n")
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//flow//EN\r\nX-WR-CALNAME:Work\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def drop(visit, path):
    visit.go("/sources")
    visit.page.get_by_label("Calendar files").set_input_files(path)
    form = visit.page.locator("form", has=visit.page.get_by_label("Calendar files"))
    visit.send(form.get_by_role("button", name="Read it"))
    for _ in range(60):
        visit.go("/sources/work")
        if visit.page.get_by_text("Just read").count():
            return
        visit.page.wait_for_timeout(250)
    raise AssertionError("what was dropped is not read after a while")


def test_drop_a_calendar_and_sort_it(world, enter, way):
    world.run("me", "add", "me@example.com")
    path = world.write("Work.ics", calendar())
    with world.serve() as served:
        visit = enter(served, **way)
        drop(visit, path)
        looks_right(visit)
        visit.go("/sources")
        expect(visit.page.locator("main")).to_contain_text("One source is read.")
        # Once more: nothing twice.
        before = world.run("search", "kind:event", "--json", accept=(0, 1))
        drop(visit, path)
        assert world.run("search", "kind:event", "--json", accept=(0, 1)) == before
        sort(visit)


def sort(visit):
    """Answers what is asked until nothing is left, and takes one answer back."""
    visit.go("/sort")
    looks_right(visit)
    shares = [share(visit)]
    for _ in range(12):
        growth = visit.page.get_by_role("button", name=re.compile(r"\bgrowth\b"))
        if not growth.count():
            break
        question = visit.page.get_by_role("heading", level=1).inner_text()
        growth.first.click()
        expect(visit.page.get_by_role("heading", level=1)).not_to_have_text(question)
        shares.append(share(visit))
    assert shares[-1] > shares[0]
    assert shares == sorted(shares)
    visit.page.get_by_role("button", name=re.compile("undo")).first.click()
    expect(visit.page.get_by_role("status")).to_contain_text("Undone")
    expect(visit.page.locator("main")).not_to_contain_text(says(shares[-1]))
    assert share(visit) < shares[-1]


def says(share):
    """How a page says an explained share; nothing is explained yet where it says what is to sort."""
    return re.compile(r"to sort, the largest part first" if share == 0 else rf"\b{share}\s*% of")


def share(visit):
    """The explained share in per cent, once the page says it."""
    main = visit.page.locator("main")
    expect(main).to_contain_text(re.compile(rf"{says(0).pattern}|\d+\s*% of"))
    found = re.search(r"(\d+)\s*% of", main.inner_text())
    return int(found.group(1)) if found else 0


def test_sort_with_one_key_each(world, enter):
    world.run("me", "add", "me@example.com")
    world.run("import", "calendar", world.write("Work.ics", calendar()))
    with world.serve() as served:
        visit = enter(served)
        visit.go("/sort")
        visit.page.evaluate("window.stayed = true")
        question = visit.page.get_by_role("heading", level=1)
        shares = [share(visit)]
        for key in "mdrn":
            asked = question.inner_text()
            visit.page.keyboard.press(key)
            expect(question).not_to_have_text(asked)
            shares.append(share(visit))
        assert shares == sorted(set(shares))
        visit.page.keyboard.press("u")
        expect(visit.page.get_by_role("status")).to_contain_text("Undone")
        expect(visit.page.locator("main")).to_contain_text(says(shares[-2]))
        # The arrows look at what comes later, and answer nothing.
        asked = question.inner_text()
        visit.page.keyboard.press("ArrowRight")
        expect(question).not_to_have_text(asked)
        expect(visit.page.locator("main")).to_contain_text(says(shares[-2]))
        assert visit.page.evaluate("window.stayed")
        # A key typed into a box is a letter.
        visit.page.keyboard.press("+")
        visit.page.keyboard.type("mdrn")
        expect(visit.page.locator("main input:focus")).to_have_value("mdrn")


BROKEN = {
    "Cut.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Zqhidecut\r\nDTSTART:2026",
    "Page.ics": "<!doctype html><title>Zqhidepage</title><p>Zqhidelogin",
    "Dates.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:zqhideuid\r\nSUMMARY:Zqhidetitle\r\n"
                 "DTSTART:zqhidedate\r\nRRULE:FREQ=ZQHIDE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "Empty.ics": "",
}


def test_a_broken_calendar_is_told_plainly_and_not_quoted(world, enter, way):
    with world.serve() as served:
        visit = enter(served, **way)
        for name, text in BROKEN.items():
            drop(visit, world.write(name, text))
            looks_right(visit)
        seen = [link for link in visit.links() if link.startswith("/sources")]
        visit.go("/sources")
        for path in {*seen, *(link for link in visit.links() if link.startswith("/sources"))}:
            visit.go(path)
            visit.unfold()
            assert "zqhide" not in visit.page.content().lower(), path


SOMETHING = re.compile(r"\S")


def to_the_week_before(visit):
    here = visit.page.url
    visit.page.locator("a[rel=prev]").click()
    expect(visit.page).not_to_have_url(here)
    visit.page.wait_for_load_state()


def test_review_to_the_end(own_demo, enter, way):
    visit = enter(own_demo, **way)
    visit.go("/review")
    for _ in range(3):
        if visit.page.get_by_role("button", name="Finish the review").count():
            break
        to_the_week_before(visit)
    looks_right(visit)
    form = visit.page.locator("form", has=visit.page.get_by_role("button", name="Finish the review"))
    for choice in form.get_by_role("radio", name="for me").all():
        choice.check()
    boxes = form.get_by_role("textbox").all()
    assert boxes
    boxes[0].fill("asked Noor what the board expects")
    visit.page.get_by_role("button", name="Finish the review").click()
    expect(visit.page.get_by_role("status")).to_contain_text(SOMETHING)
    looks_right(visit)
    visit.go("/search?q=board+expects")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("One piece")


def test_review_by_keyboard_alone(own_demo, enter):
    visit = enter(own_demo)
    visit.go("/review")
    box = visit.page.locator("form.review").get_by_role("textbox").first
    if not box.count():
        to_the_week_before(visit)
    box.focus()
    visit.page.keyboard.type("agreed the plan")
    button = visit.page.get_by_role("button", name="Finish the review")
    for _ in range(40):
        if button.evaluate("e => e === document.activeElement"):
            break
        visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("status")).to_contain_text(SOMETHING)


def test_forgetting_a_person_asks_first(own_demo, enter, way):
    visit = enter(own_demo, **way)
    visit.go("/people")
    name = visit.page.locator("main table a").first.inner_text()
    visit.page.locator("main table a").first.click()
    visit.page.get_by_role("link", name=re.compile("^Forget")).click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(f"Forget {name}?")
    looks_right(visit)
    visit.page.get_by_role("link", name="Cancel").click()
    visit.page.get_by_role("link", name=re.compile("^Forget")).click()
    visit.page.get_by_role("button", name="Forget for good").click()
    expect(visit.page.get_by_role("status")).to_contain_text("is forgotten")
    expect(visit.page.locator("main")).not_to_contain_text(name)
