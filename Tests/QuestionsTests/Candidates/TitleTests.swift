import LedgerModel
import Testing

@testable import Questions

@Suite("Candidates: what titles say")
struct TitleTests {
    @Test(
        "The issue or ticket that a commit is part of",
        arguments: [
            ("Sort by two columns, closes #12", "", "#12"), ("Sort by two columns (#31)", "Closes #12", "#12"),
            ("Sort by two columns (#31)", "", "#31"), ("Sort, refs #9, closes #12", "", "#12"),
            ("Sort, refs #9 and #12", "", "#9"), ("OPS-12: sort", "fixes #3", "OPS-12"),
            ("Sort", "Refs: OPS-12", "OPS-12"), ("Sort", "fix issue #7", "#7"), ("Sort", "GH-7", "#7"),
            ("Sort", "https://example.org/mina/press/issues/8", "#8"),
            ("Sort", "https://example.org/mina/other/issues/8", ""), ("Sort", "other/press#8", ""),
            ("Read UTF-8 and SHA-256", "", ""), ("Sort by column", "", ""), ("Sort #", "C#12", ""),
        ])
    func numbers(title: String, body: String, main: String) {
        #expect(TitleNumbers(title: title, body: body, project: "press").main ?? "" == main)
    }

    @Test(
        "The wording is the title without what only tools need",
        arguments: [
            ("feat(query): sort by two columns (#31)", "Sort by two columns"),
            ("Sort by two columns, closes #12", "Sort by two columns"),
            ("OPS-12: sort by two columns", "Sort by two columns"),
            ("fix: sort_rows() keeps ties - refs #4, #5", "sort_rows() keeps ties"),
            ("press serve --create option", "press serve --create option"),
            ("mail gateway: log to one place", "mail gateway: log to one place"), ("#12", "#12"),
            ("Show what it is for", "Show what it is for"),
        ])
    func wording(title: String, wording: String) {
        #expect(CommitSubject.wording(title) == wording)
    }

    @Test(
        "What is no result by itself",
        arguments: [
            ("Bump ledger from 1.2 to 1.3", true), ("chore: tidy", true), ("Fix typo in help", true),
            ("Release 2.1", true), ("v2.1.0", true), ("fix: ties in sorted rows", false),
            ("Sort by two columns", false),
            ("Merge branch 'sort'", true), ("Add version column", false),
        ])
    func chores(title: String, isChore: Bool) {
        #expect(PieceTraits(Made.commit(title)).isChore == isChore)
    }

    @Test("Files that only tools and tests read are no work that others notice")
    func files() {
        let files = TouchedFiles(["src/query/sort.c", "tests/sort.c", "docs/sort.md", "Cargo.lock", "CHANGELOG.md"])
        #expect(files.code == 1)
        #expect(files.prose == 1)
        #expect(files.hasTests)
        #expect(files.folder == "src/query")
        #expect(TouchedFiles(["docs/a/b/c.md", "tests/x/y/z.c", "tests/x/y/w.c"]).folder == "docs/a")
        #expect(TouchedFiles(["main.c"]).folder == "")
        #expect(TouchedFiles([]).all == 0)
        #expect(PieceTraits(Made.commit("Let it build again", ["Cargo.lock"])).isChore)
    }
}
