"""Every page, full and empty: it fits, it is quiet, axe has nothing grave to say, and it needs no script."""

import pytest

from conftest import keep
from survey import Survey
from visit import Visit


@pytest.fixture(scope="module", params=["demo_served", "empty_served"], ids=["demo", "empty"])
def served(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def survey(served, browser):
    scripted, plain = Visit(browser, served), Visit(browser, served, javascript=False)
    yield Survey(scripted, plain, keep)
    scripted.end()
    plain.end()


def test_every_page_fits_at_360_to_1600(survey):
    survey.expect_none("fits")


def test_every_page_is_quiet(survey):
    survey.expect_none("quiet")


def test_axe_has_nothing_grave_to_say(survey):
    survey.expect_none("axe")


def test_every_page_says_the_same_without_a_script(survey):
    survey.expect_none("plain")


def test_axe_would_notice(demo_served, enter):
    visit = enter(demo_served)
    visit.go("/ledger")
    visit.page.evaluate("""() => {
        const field = document.createElement('input');
        document.querySelector('main').append(field);
    }""")
    assert any("label" in finding for finding in visit.axe())


def test_too_wide_would_be_noticed(demo_served, enter):
    visit = enter(demo_served)
    visit.shape(width=360)
    visit.go("/ledger")
    visit.page.evaluate("""() => {
        const wide = document.createElement('pre');
        wide.textContent = 'wide '.repeat(100);
        document.querySelector('main').append(wide);
    }""")
    assert visit.overflow()
