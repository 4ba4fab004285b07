"""Behind each figure: beside the sentence with a script, as a page without; and a place to read it differently."""

import re

from playwright.sync_api import expect


def test_a_figure_opens_its_evidence_beside_the_sentence(demo_served, enter):
    visit = enter(demo_served)
    visit.go("/scope")
    visit.page.locator("main a.figure").first.click()
    drawer = visit.page.get_by_role("complementary", name="Evidence")
    expect(drawer.get_by_role("heading", level=1)).to_contain_text("piece")
    assert visit.path == "/scope"
    # Deeper, in the same place.
    drawer.locator("a[href^='/show/']").first.click()
    expect(drawer.get_by_role("heading", name="What the source said")).to_be_visible()
    visit.unfold()
    for mode in ("light", "dark"):
        visit.shape(mode)
        assert visit.axe() == []
    for width in (360, 768, 1600):
        visit.shape(width=width)
        assert visit.overflow() == []
        box = drawer.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width + 1
    visit.page.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)


def test_a_figure_opens_a_page_without_a_script(demo_served, enter):
    visit = enter(demo_served, javascript=False)
    visit.go("/scope")
    visit.page.locator("main a.figure").first.click()
    expect(visit.page).to_have_url(re.compile(r"/evidence\?"))
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("piece")
    visit.page.locator("main a[href^='/show/']").first.click()
    expect(visit.page.get_by_role("heading", name="What the source said")).to_be_visible()


def test_correcting_in_the_drawer_changes_what_it_is_read_as(own_demo, enter):
    visit = enter(own_demo)
    visit.go("/timeline?day=2026-11-18")
    piece = visit.page.locator("main a.open").first
    href = piece.get_attribute("href")
    visit.page.locator("main h1").evaluate("heading => heading.dataset.old = 'yes'")
    piece.click()
    drawer = visit.page.get_by_role("complementary", name="Evidence")
    _correct(drawer)
    expect(drawer.get_by_role("row", name=re.compile("Kind of work makes it better"))).to_contain_text("by hand")
    assert visit.path == "/timeline?day=2026-11-18"
    expect(visit.page.get_by_role("status")).to_have_text("Corrected.")
    # What lies behind was read anew, in its place.
    expect(visit.page.locator("main h1[data-old]")).to_have_count(0)
    expect(visit.page.locator("main h1")).to_have_count(1)
    # It is kept, and it can be undone.
    visit.go(href)
    expect(visit.page.get_by_role("row", name=re.compile("Kind of work makes it better"))).to_contain_text("by hand")
    visit.go("/ledger")
    visit.page.get_by_role("button", name="Undo the last action by hand").click()
    expect(visit.page.get_by_role("status")).to_contain_text("Undone")
    visit.go(href)
    expect(visit.page.get_by_role("row", name=re.compile("Kind of work makes it better"))).to_have_count(0)


def test_correcting_without_a_script(own_demo, enter):
    visit = enter(own_demo, javascript=False)
    visit.go("/timeline?day=2026-11-18")
    visit.page.locator("main a.open").first.click()
    expect(visit.page).to_have_url(re.compile("/show/"))
    href = visit.path
    _correct(visit.page.locator("main"))
    expect(visit.page.get_by_role("row", name=re.compile("Kind of work makes it better"))).to_contain_text("by hand")
    expect(visit.page.get_by_role("status")).to_have_text("Corrected.")
    assert visit.path == href


def _correct(place):
    place.get_by_text("Read it differently").click()
    place.get_by_label("Kind of work").select_option("improvement")
    place.get_by_role("button", name="Correct").click()
