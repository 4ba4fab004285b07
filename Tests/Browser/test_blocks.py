"""Time for me asks: with keys and with buttons, wide and on a phone, and what was answered can be undone."""

from playwright.sync_api import expect

STUDY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y
X-WR-CALNAME:Work
BEGIN:VEVENT
UID:1
SUMMARY:Study: cloud course
DTSTART:20261103T130000Z
DTEND:20261103T150000Z
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4
END:VEVENT
END:VCALENDAR
"""


def test_keys_answer_what_it_is_and_what_became_of_it(world, enter):
    world.run("import", "calendar", world.write("work.ics", STUDY.replace("\n", "\r\n")), "--arena", "job")
    with world.serve() as served:
        visit = enter(served)
        visit.go("/guard")
        main, said = visit.page.locator("main"), visit.page.get_by_role("status")
        expect(main).to_contain_text("Tuesdays and Thursdays 14:00")
        visit.page.keyboard.press("1")
        expect(said).to_contain_text("“Study: cloud course”: time for me.")
        expect(main).to_contain_text("What became of it?")
        visit.page.keyboard.press("2")
        expect(said).to_contain_text("Two blocks: gave it.")
        expect(main).to_contain_text("The week of 2 to 8 November 2026")
        # A digit that is typed into a field answers nothing.
        visit.page.keyboard.press("c")
        visit.page.keyboard.type("3")
        expect(visit.page.get_by_label("What did you just do?")).to_have_value("3")
        expect(main).to_contain_text("The week of 2 to 8 November 2026")
        assert "you gave 4 h" in world.run("guard", "--brief")


def test_buttons_answer_on_a_phone_without_script_and_undo_takes_it_back(world, enter):
    world.run("import", "calendar", world.write("work.ics", STUDY.replace("\n", "\r\n")), "--arena", "job")
    with world.serve() as served:
        visit = enter(served, javascript=False, color_scheme="dark", viewport={"width": 360, "height": 740})
        visit.go("/guard")
        assert visit.overflow() == []
        visit.page.get_by_role("button", name="time for me").click()
        visit.page.get_by_role("link", name="one by one").click()
        assert visit.overflow() == []
        expect(visit.page.get_by_role("button", name="gave it")).to_have_count(2)
        visit.page.get_by_role("button", name="taken").first.click()
        expect(visit.page.get_by_role("status")).to_contain_text("“Study: cloud course”: taken.")
        visit.page.get_by_role("button", name="Undo").first.click()
        visit.go("/guard")
        expect(visit.page.locator("main")).to_contain_text("What became of it?")
