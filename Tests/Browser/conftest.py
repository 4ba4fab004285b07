"""Fixtures: one browser, one demo ledger that is only read, and fresh ones for what writes."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from visit import Visit
from world import World

ROOT = Path(__file__).resolve().parents[2]
FAILURES = Path(os.environ.get("LIMELIGHT_BROWSER_FAILURES", ROOT / ".build" / "browser-failures"))


@pytest.fixture(scope="session")
def binary():
    path = Path(os.environ.get("LIMELIGHT_BINARY", ROOT / ".build" / "debug" / "limelight"))
    assert path.exists(), f"no program at {path}; build it, or name it in LIMELIGHT_BINARY"
    return path


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        program = os.environ.get("LIMELIGHT_CHROMIUM", "/usr/bin/chromium")
        # A container's administrator is root, and there Chromium has no sandbox to begin with.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=[*flags, "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(binary, tmp_path_factory):
    """The demo year, at rest; tests that write copy it."""
    world = World(binary, tmp_path_factory.mktemp("demo"))
    world.run("demo")
    return world


@pytest.fixture(scope="session")
def demo_served(demo):
    """The demo year served, for tests that only read."""
    with demo.serve() as served:
        yield served


@pytest.fixture(scope="session")
def empty_served(binary, tmp_path_factory):
    """A ledger in which nothing is yet."""
    with World(binary, tmp_path_factory.mktemp("empty")).serve() as served:
        yield served


@pytest.fixture
def world(binary, tmp_path):
    """A ledger of this test's own."""
    return World(binary, tmp_path)


@pytest.fixture
def own_demo(world, demo):
    """A demo year of this test's own, served."""
    with world.copy_of(demo).serve() as served:
        yield served


@pytest.fixture
def enter(browser, request):
    """Lets a browser in: `enter(served, javascript=True, …)`. What went wrong in it fails the test at its end."""
    visits = []

    def enter(served, **options):
        visits.append(Visit(browser, served, **options))
        return visits[-1]

    yield enter
    report = getattr(request.node, "report_of_call", None)
    troubles = [trouble for visit in visits for trouble in visit.troubles]
    if troubles or (report and report.failed):
        for number, visit in enumerate(visits):
            keep(visit.page, f"{request.node.name}{f'-{number}' if number else ''}")
    for visit in visits:
        visit.end()
    assert not troubles, "\n" + "\n".join(troubles)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    if call.when == "call":
        item.report_of_call = outcome.get_result()


def keep(page, name):
    """A picture of a page and its HTML, for whoever looks at a failed test."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "_", name).strip("_")[:80]
    try:
        page.screenshot(path=FAILURES / f"{name}.png", full_page=True)
        (FAILURES / f"{name}.html").write_text(page.content(), encoding="utf-8")
    except Exception as error:  # The page may be gone; the test has failed already.
        (FAILURES / f"{name}.txt").write_text(str(error), encoding="utf-8")


@pytest.fixture
def findings():
    """Collects what is wrong on many pages, so that one run tells all of it."""
    return Findings()


class Findings:
    def __init__(self):
        self.lines = []

    def add(self, visit, where, what):
        """`what`: a list of things that are wrong at `where`; empty is fine."""
        if what:
            self.lines += [f"{where}: {thing}" for thing in what]
            keep(visit.page, where)

    def expect_none(self):
        assert not self.lines, f"{len(self.lines)} findings\n" + "\n".join(self.lines)
