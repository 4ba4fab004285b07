"""One browser on one local web: it remembers what went wrong, and can measure what it sees."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")


class Visit:
    """A context that has followed a one-time link. `page` is a Playwright page on the site."""

    def __init__(self, browser, served, javascript=True, **options):
        self.served = served
        self.base = served.base
        self.troubles = []
        options.setdefault("viewport", {"width": 1280, "height": 900})
        self.context = browser.new_context(java_script_enabled=javascript, reduced_motion="reduce", **options)
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self._listen(self.page)
        self.page.goto(served.new_link())

    def _listen(self, page):
        def note(kind, text):
            self.troubles.append(f"{self.path}: {kind}: {text}")

        page.on("console", lambda m: m.type in ("error", "warning") and note("console", m.text))
        page.on("pageerror", lambda e: note("error", e))
        # One that was given up because the page was left is no failure.
        page.on("requestfailed", lambda r: r.failure != "net::ERR_ABORTED" and note("request failed", f"{r.url} {r.failure}"))
        page.on("dialog", lambda d: (note("dialog", d.message), d.dismiss()))
        page.on("response", lambda r: r.status >= 400 and note("answer", f"{r.status} {r.url}"))

    @property
    def path(self):
        return self.page.url.removeprefix(self.base)

    def go(self, path):
        """Opens a page of ours and gives the status of its answer."""
        return self.page.goto(self.base + path).status

    def send(self, button):
        """Presses the button of a form, and waits until its server has taken it."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            button.click()

    def take_troubles(self):
        found, self.troubles = self.troubles, []
        return found

    def links(self):
        """Paths of ours that this page links to, in order, without fragments."""
        found = self.page.eval_on_selector_all(
            "a[href]", "all => all.map(a => typeof a.href === 'string' ? a.href : new URL(a.getAttribute('href'), location).href)")
        return [link.removeprefix(self.base).split("#")[0] for link in found if link.startswith(self.base + "/")]

    def shape(self, mode=None, width=None):
        if mode:
            self.page.emulate_media(color_scheme=mode, reduced_motion="reduce")
        if width:
            self.page.set_viewport_size({"width": width, "height": 900})

    def unfold(self):
        """Opens what is folded, so that it is looked at too."""
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")

    def overflow(self):
        """What reaches over the right edge; empty when nothing scrolls sideways."""
        return self.page.evaluate("""() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 0.5);
            const last = wide.filter(e => !wide.some(o => o !== e && e.contains(o)));
            return [`${document.documentElement.scrollWidth} px`, ...last.slice(0, 3).map(e =>
                `${e.tagName.toLowerCase()}.${e.getAttribute('class') || ''} "${e.textContent.trim().slice(0, 40)}"`)];
        }""")

    def axe(self, root="document", only=None, without=()):
        """Serious and critical findings of axe, each with the first places; of all rules, `only` some or not some."""
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE)
        options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
        if only:
            options["runOnly"] = {"type": "rule", "values": only}
        found = self.page.evaluate(f"options => axe.run({root}, options)", options)
        return [
            f"{v['impact']} {v['id']}: {v['help']}: " + "; ".join(
                f"{' '.join(map(str, n['target']))} ({n.get('failureSummary', '').splitlines()[-1].strip()})"
                for n in v["nodes"][:3]) + (f" and {len(v['nodes']) - 3} more" if len(v["nodes"]) > 3 else "")
            for v in found["violations"] if v["impact"] in GRAVE]

    def words(self):
        """What the page says in its main part, without what only a script adds."""
        return self.page.evaluate("""() => {
            const main = document.querySelector('main').cloneNode(true);
            main.querySelectorAll('.copy, script').forEach(e => e.remove());
            return main.textContent.replace(/\\s+/g, ' ').trim();
        }""")

    def words_without_script(self):
        """The same of a page on which no script runs."""
        return " ".join((self.page.locator("main").text_content() or "").split())

    def end(self):
        self.context.close()


def kind_of(path):
    """Pages that differ only in an id or in values are of one kind."""
    parts = urlsplit(path)
    names = [
        ":id" if len(name) == 17 and name[:1].isalpha() and name[1:].isalnum() else name
        for name in parts.path.split("/")]
    query = "&".join(sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}))
    return "/".join(names) + ("?" + query if query else "")
