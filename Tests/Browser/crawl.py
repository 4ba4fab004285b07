"""Every kind of page that can be reached, found once for each local web."""

from visit import kind_of

DEPTH = 2
OF_EACH_KIND = 1
_known = {}


def pages(visit):
    """Paths to look at: all links to depth 2 from the first page, one of each kind."""
    known = _known.get(visit.base)
    if known is None:
        known = _known[visit.base] = _crawl(visit)
        assert len(known) >= 12, known
    return known


def _crawl(visit):
    kinds, found, level = {}, [], ["/"]
    for depth in range(DEPTH + 1):
        following = []
        for path in level:
            kind = kind_of(path)
            if kinds.get(kind, 0) >= OF_EACH_KIND or kind.startswith("/assets/"):
                continue
            kinds[kind] = kinds.get(kind, 0) + 1
            status = visit.go(path)
            assert status == 200, f"{path} answers {status}"
            found.append(path)
            if depth < DEPTH:
                following += visit.links()
        level = list(dict.fromkeys(following))
    visit.take_troubles()
    return found
