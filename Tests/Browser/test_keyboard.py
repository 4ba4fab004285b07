"""By keyboard alone: the way to the answer, to every entry, through every link, and out of the drawer."""

import pytest
from playwright.sync_api import expect

MAIN_PAGES = ["/", "/scope", "/guard", "/picture", "/backstage", "/value", "/ledger", "/timeline", "/sources", "/job",
              "/people", "/search?q=restore", "/setup", "/five-lines", "/sort", "/kinds", "/review", "/quarter"]

# Notes each element that gets the focus, and whether a person would see that it has it.
WATCH = """() => {
    window.focused = [];
    const seen = (e) => {
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const clipped = style.clipPath !== 'none' || box.width < 2 || box.height < 2;
        const inside = box.right > 0 && box.left < innerWidth;
        // In a picture the piece itself gets an edge.
        const edge = e.ownerSVGElement && [...e.children].some(c => parseFloat(getComputedStyle(c).strokeWidth) >= 2);
        return { ring: outline || edge || style.boxShadow !== 'none', shows: !clipped && inside && style.visibility === 'visible' };
    };
    document.addEventListener('focusin', (event) => {
        const e = event.target;
        window.focused.push({ element: e, ...seen(e) });
    });
}"""
NAME = "e => `${e.tagName.toLowerCase()}${e.className && e.className.baseVal === undefined ? '.' + e.className : ''} \"${(e.textContent || e.name || '').trim().slice(0, 30)}\"`"
MISSED = f"""() => {{
    const name = {NAME};
    const shown = (e) => e.checkVisibility({{ visibilityProperty: true }}) && e.tabIndex >= 0 && !e.disabled;
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
    const reached = new Set(window.focused.map(f => f.element));
    const group = (e) => e.type === 'radio' && all.some(o => o.name === e.name && o.form === e.form && reached.has(o));
    return [
        ...all.filter(e => shown(e) && !reached.has(e) && !group(e)).map(e => 'not reached: ' + name(e)),
        ...window.focused.filter(f => !f.ring).map(f => 'focus has no ring: ' + name(f.element)),
        ...window.focused.filter(f => !f.shows).map(f => 'focus where nothing shows: ' + name(f.element)),
    ];
}}"""


def test_tab_reaches_everything_and_shows_where_it_is(demo_served, enter, findings):
    visit = enter(demo_served)
    for path in MAIN_PAGES:
        visit.go(path)
        visit.page.evaluate(WATCH)
        count = visit.page.locator("a[href], button, input, select, textarea, summary").count()
        for _ in range(min(count + 3, 400)):
            visit.page.keyboard.press("Tab")
        if count < 397:
            findings.add(visit, path, sorted(set(visit.page.evaluate(MISSED))))
    findings.expect_none()


def test_the_first_tab_skips_to_the_answer(demo_served, enter):
    visit = enter(demo_served)
    visit.go("/scope")
    visit.page.keyboard.press("Tab")
    link = visit.page.locator(":focus")
    assert link.text_content().startswith("Skip")
    assert link.bounding_box()["x"] >= 0
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#main")).to_be_focused()


def test_slash_searches_and_c_captures(demo_served, enter):
    visit = enter(demo_served)
    visit.go("/guard")
    visit.page.keyboard.press("/")
    expect(visit.page.get_by_label("Search the ledger")).to_be_focused()
    visit.page.keyboard.type("/restore c g t")
    expect(visit.page.get_by_label("Search the ledger")).to_have_value("/restore c g t")
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("c")
    expect(visit.page.get_by_label("What did you just do?")).to_be_focused()


def test_g_and_a_letter_open_each_entry(demo_served, enter):
    visit = enter(demo_served)
    visit.go("/search")
    entries = visit.page.eval_on_selector_all(
        "nav a[data-key]", "all => all.filter(a => a.dataset.key).map(a => [a.dataset.key, a.getAttribute('href')])")
    assert len(entries) >= 7
    assert len({key for key, _ in entries}) == len(entries)
    for key, href in entries:
        # From a page that is none of them.
        visit.go("/search")
        visit.page.keyboard.press("g")
        visit.page.keyboard.press(key)
        visit.page.wait_for_url(visit.base + href)


@pytest.mark.parametrize("path", ["/scope", "/value"])
def test_escape_closes_the_drawer_and_goes_back(demo_served, enter, path):
    visit = enter(demo_served)
    visit.go(path)
    figure = visit.page.locator("main a.figure").first
    figure.focus()
    visit.page.keyboard.press("Enter")
    drawer = visit.page.get_by_role("complementary", name="Evidence")
    drawer.wait_for()
    visit.page.wait_for_function(
        "drawer => drawer.contains(document.activeElement)", arg=drawer.element_handle())
    visit.page.keyboard.press("Escape")
    drawer.wait_for(state="detached")
    expect(figure).to_be_focused()
    assert visit.path == path


def test_kinds_of_work_are_said_with_keys_alone(world, enter):
    world.run("log", "update dependency yaml to v2", "--at", "yesterday 11:00", "--for", "2h")
    for at in ("14:00", "15:00"):
        world.run("log", "hallway", "--at", f"yesterday {at}", "--for", "20m")
    with world.serve() as served:
        visit = enter(served)
        visit.go("/kinds")
        heading = visit.page.get_by_role("heading", level=1)
        status = visit.page.get_by_role("status")
        visit.page.keyboard.press("y")
        expect(heading).to_contain_text("“hallway”, 2 times")
        expect(status).to_contain_text("keeps it running")
        visit.page.keyboard.press("m")
        expect(status).to_contain_text("“hallway”, all 2: moved people or a decision")
        visit.page.keyboard.press("u")
        expect(heading).to_contain_text("“hallway”, 2 times")
        visit.page.keyboard.press("l")
        expect(heading).to_have_text("The rest is left for later.")
        visit.page.keyboard.press("u")
        expect(heading).to_contain_text("“hallway”, 2 times")
    assert "keeps it running" in world.run("totals", "--by", "worth", "--in", "month")
