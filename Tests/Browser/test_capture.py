"""A note is kept without leaving the page; without a script the page comes again."""

import re

from playwright.sync_api import expect


def test_a_note_is_kept_without_a_reload(own_demo, enter):
    visit = enter(own_demo)
    visit.go("/backstage")
    visit.page.evaluate("window.stayed = true")
    visit.page.keyboard.press("c")
    visit.page.keyboard.type("taught Tom the restore drill 45m")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("status")).to_contain_text("Noted")
    assert visit.page.evaluate("window.stayed")
    expect(visit.page.get_by_label("What did you just do?")).to_have_value("")
    visit.go("/search?q=taught+Tom")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("One piece")


def test_a_note_is_kept_without_a_script(own_demo, enter):
    visit = enter(own_demo, javascript=False, viewport={"width": 360, "height": 740})
    visit.go("/value")
    visit.page.get_by_label("What did you just do?").fill("agreed the plan with Noor")
    visit.page.get_by_role("button", name="Note", exact=True).click()
    expect(visit.page.get_by_role("status")).to_contain_text("Noted")
    expect(visit.page).to_have_url(re.compile("/value$"))


def test_a_note_that_is_not_kept_says_so_and_stays_in_its_box(world, demo, enter):
    served = world.copy_of(demo).serve()
    visit = enter(served)
    visit.go("/scope")
    served.end()
    visit.page.get_by_label("What did you just do?").fill("not lost")
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("status")).to_contain_text("Not saved")
    expect(visit.page.get_by_label("What did you just do?")).to_have_value("not lost")
    # The server is gone, as it should be: that is what the browser complains of.
    assert all("ERR_CONNECTION_REFUSED" in trouble for trouble in visit.take_troubles())
