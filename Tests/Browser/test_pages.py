"""Every page, full and empty: it fits, it is quiet, axe has nothing grave to say, and it needs no script."""

import pytest

from crawl import pages

WIDTHS = [360, 768, 1280, 1600]


@pytest.fixture(params=["demo_served", "empty_served"], ids=["demo", "empty"])
def served(request):
    return request.getfixturevalue(request.param)


def test_every_page_fits_and_is_quiet(served, enter, findings):
    visit = enter(served)
    for path in pages(visit):
        for mode in ("light", "dark"):
            visit.shape(mode)
            findings.add(visit, f"{path} {mode}", [] if visit.go(path) == 200 else ["no page"])
            visit.unfold()
            for width in WIDTHS:
                visit.shape(width=width)
                findings.add(visit, f"{path} {mode} {width}", visit.overflow())
        findings.add(visit, path, visit.take_troubles())
    findings.expect_none()


@pytest.mark.parametrize("mode, width", [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe(served, enter, findings, mode, width):
    visit = enter(served)
    visit.shape(mode, width)
    for path in pages(visit):
        visit.go(path)
        visit.unfold()
        findings.add(visit, f"{path} {mode} {width}", visit.axe())
    findings.expect_none()


def test_without_javascript_every_page_says_the_same(served, enter, findings):
    plain, scripted = enter(served, javascript=False), enter(served)
    for path in pages(scripted):
        scripted.go(path)
        plain.go(path)
        said, missing = plain.page.locator("main").text_content(), []
        if " ".join(said.split()) != scripted.words():
            missing = [f"says otherwise without a script: {_difference(' '.join(said.split()), scripted.words())}"]
        findings.add(plain, path, missing)
    findings.expect_none()


def test_axe_would_notice(served, enter):
    visit = enter(served)
    visit.go("/ledger")
    visit.page.evaluate("""() => {
        const field = document.createElement('input');
        document.querySelector('main').append(field);
    }""")
    assert any("label" in finding for finding in visit.axe())


def test_too_wide_would_be_noticed(served, enter):
    visit = enter(served)
    visit.shape(width=360)
    visit.go("/ledger")
    visit.page.evaluate("""() => {
        const wide = document.createElement('pre');
        wide.textContent = 'wide '.repeat(100);
        document.querySelector('main').append(wide);
    }""")
    assert visit.overflow()


def _difference(plain, scripted):
    at = next((i for i, (a, b) in enumerate(zip(plain, scripted)) if a != b), min(len(plain), len(scripted)))
    return f"…{plain[max(0, at - 20):at + 40]!r} but …{scripted[max(0, at - 20):at + 40]!r}"
