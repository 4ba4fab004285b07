import LedgerModel
import Questions
import TestSupport

@testable import Renderings

extension Hostile {
    /// Every view with hostile text wherever text can stand.
    static let pages = titles.filter { !$0.isEmpty }.flatMap { pages($0) }
    /// The same with a harmless word: the same tags and attributes must come out.
    static let tamePages = titles.filter { !$0.isEmpty }.flatMap { _ in pages("harmless") }

    private static func sort(_ text: String) -> SortView {
        SortView(
            period: text, standing: [.text(text), .figure(text, ref(text))], share: 0.5,
            asked: .init(
                question: [.figure(text, ref(text))], about: text, parts: text,
                examples: [.init(id: Sample.id("x"), date: text, title: text)], fields: [(text, text)],
                choices: [.init(text, [.init(key: text, label: text, value: text)])], later: text, split: text,
                previous: text, following: text),
            next: [.init(title: text, what: text, hours: text, path: text)], more: text, closing: text, canUndo: true)
    }

    static func pages(_ text: String) -> [(String, String)] {
        // Ids come from a fixed name, so that only the text differs.
        let item = EvidenceItem(
            id: Sample.id("x"), time: text, source: text, kind: text, title: text, snippet: text)
        let choice = CorrectionForm.Choice(text, text, isSelected: true)
        let form = CorrectionForm(
            csrf: text, here: text, responsibilities: [choice], objectives: [choice], worths: [choice], arenas: [choice]
        )
        let evidence = EvidenceView(
            item: item, marks: [text], fields: [(text, text)], body: "one line", people: [(text, text)],
            readings: [.init(dimension: text, value: text, decidedBy: text, because: text)],
            citedBy: [PageLink(text, text)], correction: form)
        let segment = TimelineView.Segment(
            evidence: Sample.id("x"), time: text, title: text, tone: .side, reading: text, length: text, grade: .likely,
            covered: [item])
        let link = PageLink(text, text, isCurrent: true)
        let layout = PageLayout(
            title: text, entry: .timeline, period: PeriodLinks(previous: link, next: link, lengths: [link]), csrf: text,
            here: text, query: text, demo: .visited, notice: Notice(text, undo: text))
        let document = Document(
            title: text, period: text, headline: [.text(text), .figure(text, ref(text))], sections: [section(text)])
        return [
            ("document", HTMLPage.render(document, in: layout)),
            ("evidence", HTMLPage.render(evidence.fragment, in: layout)),
            (
                "list",
                HTMLPage.render(
                    EvidenceListView(title: text, query: text, items: [item], total: 2, more: link).fragment, in: layout
                )
            ),
            (
                "timeline",
                HTMLPage.render(
                    TimelineView(day: text, headline: [.text(text)], segments: [segment], plans: [segment]).fragment(
                        in: layout),
                    in: layout)
            ),
            (
                "sources",
                HTMLPage.render(
                    SourcesView(
                        sources: [source(text)], work: work(text),
                        found: FoundView(
                            look: 1, folder: text, items: [found(text, true), found(text, false)],
                            rest: text, remarks: [text])
                    ).fragment(in: layout), in: layout)
            ),
            (
                "source",
                HTMLPage.render(
                    SourceView(source: source(text), countsPlans: true, warnings: [(text, text)], files: 2)
                        .fragment(in: layout), in: layout)
            ),
            ("work", HTMLPage.render(work(text).page(in: layout), in: layout)),
            (
                "confirmation",
                HTMLPage.render(
                    ConfirmationView(
                        title: text, points: [text], button: text, path: text, fields: [(text, text)], back: link
                    ).fragment(in: layout), in: layout)
            ),
            (
                "forget",
                HTMLPage.render(
                    ForgetView(
                        person: Sample.id("x"), name: text, goes: text, stays: [.init(Advice(text), search: text)],
                        backups: 2,
                        csrf: text
                    ).fragment + HandOverView(person: Sample.id("x"), name: text).fragment, in: layout)
            ),
            (
                "people",
                HTMLPage.render(
                    PeopleView(people: [
                        .init(id: Sample.id("x"), name: text, role: text, last: text, identities: [text])
                    ]).fragment(in: layout), in: layout)
            ),
            (
                "search",
                HTMLPage.render(SearchView(query: text, items: [item], total: 1, more: link).fragment, in: layout)
            ),
            ("sort", HTMLPage.render(sort(text).fragment(in: layout, answer: text, undo: text), in: layout)),
            (
                "notice",
                HTMLPage.bare(
                    NoticeView(title: text, message: Advice(text), offer: .search(text), link: link).fragment,
                    title: text)
            ),
        ]
    }
}
