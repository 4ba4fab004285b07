"""Looks once at every page that can be reached, and remembers what is wrong with each."""

from crawl import pages

WIDTHS = [360, 768, 1280, 1600]
# Colours differ by mode and layout by width; nothing else does.
CONTRAST = ["color-contrast"]


class Survey:
    """What was found on the pages of one local web, by what was looked for: `fits`, `quiet`, `axe`, `plain`."""

    def __init__(self, scripted, plain, keep):
        self.found = {check: [] for check in ("fits", "quiet", "axe", "plain")}
        self.paths = pages(scripted)
        for path in self.paths:
            scripted.shape("light", 1280)
            status = scripted.go(path)
            words = scripted.words()
            plain.go(path)
            said = plain.words_without_script()
            self._note("plain", plain, keep, path, [] if said == words else [difference(said, words)])
            scripted.unfold()
            self._note("axe", scripted, keep, f"{path} light", scripted.axe())
            scripted.shape("dark")
            self._note("axe", scripted, keep, f"{path} dark", scripted.axe(only=CONTRAST))
            for mode, widths in (("dark", [1280, 360]), ("light", reversed(WIDTHS))):
                for width in widths:
                    scripted.shape(mode, width)
                    self._note("fits", scripted, keep, f"{path} {mode} {width}", scripted.overflow())
            self._note("axe", scripted, keep, f"{path} narrow", scripted.axe(without=CONTRAST))
            troubles = [] if status == 200 else [f"answers {status}"]
            self._note("quiet", scripted, keep, path, troubles + scripted.take_troubles() + plain.take_troubles())

    def _note(self, check, visit, keep, where, what):
        if what:
            self.found[check] += [f"{where}: {thing}" for thing in what]
            keep(visit.page, f"{check} {where}")

    def expect_none(self, check):
        lines = self.found[check]
        assert not lines, f"{len(lines)} findings on {len(self.paths)} pages\n" + "\n".join(lines)


def difference(plain, scripted):
    at = next((i for i, (a, b) in enumerate(zip(plain, scripted)) if a != b), min(len(plain), len(scripted)))
    return f"without a script: …{plain[max(0, at - 20):at + 40]!r}; with one: …{scripted[max(0, at - 20):at + 40]!r}"
