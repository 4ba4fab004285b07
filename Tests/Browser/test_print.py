"""A printed page is a document: the answer, without what only a screen needs."""

import pytest

PAGES = ["/", "/scope", "/guard", "/picture", "/backstage", "/value", "/timeline?in=week", "/job", "/people",
         "/quarter"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_print(demo_served, enter, findings, mode):
    visit = enter(demo_served)
    for path in PAGES:
        visit.page.emulate_media(media="print", color_scheme=mode)
        visit.page.set_viewport_size({"width": 680, "height": 960})
        visit.go(path)
        shown = visit.page.evaluate("""() => [...document.querySelectorAll('nav, header, footer, button, input, select')]
            .filter(e => e.checkVisibility()).map(e => `printed: ${e.tagName.toLowerCase()} ${e.textContent.trim().slice(0, 30)}`)""")
        findings.add(visit, f"{path} print", sorted(set(shown)))
        paper = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        findings.add(visit, f"{path} print {mode}", [] if paper == "rgb(255, 255, 255)" else [f"paper is {paper}"])
        assert visit.page.get_by_role("heading", level=1).is_visible()
        findings.add(visit, f"{path} print", visit.overflow())
    findings.expect_none()
