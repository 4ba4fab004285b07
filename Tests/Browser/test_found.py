"""Repositories on this machine whose author nobody has named yet."""

import subprocess

from playwright.sync_api import expect
from test_flows import looks_right


def repository(world):
    folder = world.folder / "code" / "app"
    folder.mkdir(parents=True)

    def git(*words, **who):
        subprocess.run(
            ["git", *words], cwd=folder, env=world.environment | who, check=True, stdin=subprocess.DEVNULL,
            capture_output=True)

    git("init", "-q")
    for number, mail in enumerate(["mina@example.org", "mina@example.org", "jo@example.org"]):
        (folder / "file").write_text(str(number))
        git("add", ".")
        date = f"2026-11-16T1{number}:00:00+0100"
        git("commit", "-qm", f"step {number}", GIT_AUTHOR_NAME=mail.split("@")[0].title(), GIT_AUTHOR_EMAIL=mail,
            GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date, GIT_COMMITTER_NAME="x", GIT_COMMITTER_EMAIL="x@example.org")


def until_found(visit, text):
    for _ in range(60):
        visit.go("/sources")
        if visit.page.locator("#found").get_by_text(text).count():
            return
        visit.page.wait_for_timeout(250)
    raise AssertionError(f"the list does not say after a while: {text}")


def test_nobody_knows_whose_commits_these_are(world, enter):
    repository(world)
    with world.serve() as served:
        visit = enter(served, viewport={"width": 360, "height": 740})
        visit.go("/sources")
        visit.page.get_by_label("In this folder and below").fill(str(world.folder / "code"))
        visit.send(visit.page.get_by_role("button", name="Look for repositories and calendars"))
        until_found(visit, "Which commits are yours?")
        looks_right(visit)
        assert visit.axe() == []
        names = visit.page.locator("#found input[name=identity]").evaluate_all("all => all.map(one => one.value)")
        assert names == ["mina@example.org", "jo@example.org"]
        visit.page.get_by_label("mina@example.org").check()
        visit.send(visit.page.locator("#found").get_by_role("button", name="This is me"))
        until_found(visit, "2 of 3 commits are yours")
        expect(visit.page.get_by_text("Which commits are yours?")).to_have_count(0)
        assert "mina@example.org" in world.run("me")
