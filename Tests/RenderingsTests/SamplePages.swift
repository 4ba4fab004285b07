import LedgerModel
import Questions
import TestSupport

@testable import Renderings

/// Each page of the local web, filled with the sample.
enum SamplePages {
    static let switcher = PeriodLinks(
        previous: PageLink("Week of 9 March 2026", "/guard?in=2026-03-09"),
        next: PageLink("Week of 23 March 2026", "/guard?in=2026-03-23"),
        lengths: [
            PageLink("week", "/guard?in=week", isCurrent: true), PageLink("month", "/guard?in=month"),
            PageLink("quarter", "/guard?in=quarter"), PageLink("year", "/guard?in=year"),
        ])

    static func layout(_ entry: PageEntry, title: String? = nil) -> PageLayout {
        PageLayout(
            title: title ?? entry.label, entry: entry, period: entry == .guard || entry == .timeline ? switcher : nil,
            csrf: "t0ken", here: entry.path, demo: .offered)
    }

    static let items = [
        EvidenceItem(
            id: Sample.id("drill"), time: "Tue 17 March 2026, 13:00–15:00", source: "work calendar", kind: "event",
            title: "Restore drill with operations", snippet: "Second run; the clock stopped at 50 minutes."),
        EvidenceItem(
            id: Sample.id("commit"), time: "Tue 17 March 2026, 15:42", source: "payments", kind: "commit",
            title: "Restore: read snapshots in parallel"),
        EvidenceItem(
            id: Sample.id("private"), time: "Wed 18 March 2026, 9:00–9:30", source: "work calendar", kind: "event",
            title: ""),
    ]

    static let evidenceList = EvidenceListView(
        title: "4 pieces of evidence", query: "project:drill day:2026-03-16..2026-03-20", items: items, total: 4,
        more: PageLink("the rest", "/evidence?q=project%3Adrill&from=3"))

    static let evidence = EvidenceView(
        item: items[0], marks: ["moved twice"],
        fields: [("Length", "2 h"), ("Project", "drill"), ("Where", ""), ("Tags", "resilience, drill")],
        body: "Agenda\n\n1. Stop the clock\n2. Read the log together",
        people: [("Maria Keller", "organizer"), ("Dana Ortiz", "accepted")],
        readings: [
            .init(dimension: "For", value: "job", decidedBy: "structure", because: "the default of this calendar"),
            .init(
                dimension: "Responsibility", value: "Reliability of payments", decidedBy: "rule",
                because: "drills: title has “drill”"),
            .init(dimension: "Kind of work", value: "unknown", decidedBy: "unknown", because: ""),
        ],
        citedBy: [PageLink("Restore drill cut from a day to 50 minutes", "/show/\(PublicID(.claim, "drill"))")],
        correction: CorrectionForm(
            csrf: "t0ken", here: "/show/\(Sample.id("drill"))",
            responsibilities: [
                .init("reliability", "Reliability of payments"), .init("mine", "my other work"),
            ],
            objectives: [.init("resilience", "Resilience")],
            worths: Worth.allCases.map { .init($0.rawValue, $0.label, isSelected: $0 == .idea) },
            arenas: Arena.allCases.map { .init($0.rawValue, $0.label) }, asksHappened: true))

    static let timeline = TimelineView(
        day: "Tuesday 17 March 2026",
        headline: [
            .figure("7.5 h", Sample.ref(12, "day:2026-03-17")), " were seen; ",
            .figure("2 h", Sample.ref(1, "person:maria day:2026-03-17")),
            " of them with Maria. Of half an hour of the working day nothing is known.",
        ],
        chart: WeekChart(days: [Sample.week.days[1]], startMinute: 420, endMinute: 1140),
        segments: [
            .init(
                evidence: Sample.id("a"), time: "8:15–12:20", title: "Restore: read snapshots in parallel", tone: .job,
                reading: "Reliability of payments", length: "4 h 5 min", grade: .likely),
            .init(
                evidence: Sample.id("drill"), time: "13:00–15:00", title: "Restore drill with operations",
                tone: .relationships, reading: "Reliability of payments", length: "2 h", grade: .sure,
                covered: [items[1]]),
            .init(
                evidence: Sample.id("c"), time: "17:45–18:24", title: "", tone: .unknown, length: "39 min",
                grade: .possible),
        ],
        plans: [
            .init(
                evidence: Sample.id("d"), time: "17:30–18:00", title: "Course: section 3.2", tone: .growth,
                length: "30 min", grade: .sure)
        ])

    static let sources = SourcesView(sources: [
        .init(
            id: "s1", name: "Work", kind: "calendar", locator: "~/calendars/work.ics", arena: "job", pieces: 1712,
            span: "7 January 2025 to 20 March 2026", lastImport: "today 8:05"),
        .init(
            id: "s2", name: "payments", kind: "git", locator: "~/src/payments", arena: "job", pieces: 483,
            span: "2 February 2025 to 17 March 2026",
            lastImport: "today 8:05"),
        .init(
            id: "s3", name: "Personal", kind: "calendar",
            locator: "~/calendars/a-rather-long-folder-name/and-another/personal.ics",
            arena: "",
            pieces: 96, span: "3 to 20 March 2026", lastImport: "yesterday", isPrivate: true, warnings: 2),
    ])

    static let people = PeopleView(people: [
        .init(
            id: PublicID(.person, "maria"), name: "Maria Keller", role: "decider", last: "17 March 2026",
            identities: ["maria.keller@example.com", "mkeller"]),
        .init(
            id: PublicID(.person, "tom"), name: "Tom Adeyemi", last: "9 January 2026",
            identities: ["tom@example.com"]),
        .init(id: PublicID(.person, "noor"), name: "Noor", role: "mentor"),
    ])

    static let search = SearchView(query: "restore drill", items: items, total: 3)

    static let forget = ForgetView(
        person: PublicID(.person, "tom"), name: "Tom Adeyemi",
        goes: "This takes Tom Adeyemi out of 17 pieces and 3 commits of theirs. It cannot be taken back.",
        stays: [
            .init("The pieces themselves stay, with their times and what you did, without the name."),
            .init("In 7 other titles the word “Tom” stays", search: "Tom"),
            .init("Reports and exports that were written before still hold the name."),
        ], backups: 2, csrf: "token")
    static let sort = SortView(
        period: "18 March 2025 to 17 March 2026",
        standing: [
            .figure("54 %", Sample.ref(400, "is:explained")), " of ", .figure("933 h", Sample.ref(900, "is:work")),
            " explained, ", .figure("430 h", Sample.ref(500, "is:unexplained")), " left.",
        ], share: 0.539,
        asked: .init(
            question: [.figure("46 h", Sample.ref(46, "id:x")), " of “Release: go or no go”. What was it for?"],
            about: "Meeting in Work; 46 pieces, usually with four others.", parts: "roles 210 h, patching 33 h",
            examples: [.init(id: Sample.id("drill"), date: "16 March 2026", title: "Release: go or no go")],
            fields: [("group", "0123456789ab"), ("pieces", "46")],
            choices: [
                .init("What I am judged on", [.init(key: "1", label: "Restores", value: "responsibility:restores")]),
                .init(
                    "The job", [.init(key: "m", label: "mine", value: "mine"), .init(key: "", label: "x", value: "x")]),
                .init("Someone else’s, on my desk", []),
            ],
            later: "/sort?later=0123456789ab", split: "/sort?split=0123456789ab", previous: "/sort?group=aa",
            following: "/sort?group=bb"),
        next: [.init(title: "“Portfolio sync”", what: "meeting in Work", hours: "41.8 h", path: "/sort?group=bb")],
        more: "And 12 smaller ones, 30 h together.", canUndo: true)

    static let sortDone = SortView(
        period: "", standing: ["100 % of 933 h explained."], share: 1, closing: "Everything on record is placed.")

    /// Name and page.
    static let all: [(String, String)] = [
        ("guard", HTMLPage.render(Sample.document, in: layout(.guard))),
        ("scope", HTMLPage.render(Sample.wide, in: layout(.scope))),
        ("evidence-list", HTMLPage.render(evidenceList.fragment, in: layout(.ledger, title: "Evidence"))),
        ("evidence", HTMLPage.render(evidence.fragment, in: layout(.ledger, title: "Evidence"))),
        ("timeline", HTMLPage.render(timeline.fragment(in: layout(.timeline)), in: layout(.timeline))),
        ("sources", HTMLPage.render(sources.fragment(in: layout(.sources)), in: layout(.sources))),
        (
            "sources-empty",
            HTMLPage.render(SourcesView(sources: []).fragment(in: layout(.sources)), in: layout(.sources))
        ),
        ("people", HTMLPage.render(people.fragment(in: layout(.people)), in: layout(.people))),
        ("people-empty", HTMLPage.render(PeopleView(people: []).fragment(in: layout(.people)), in: layout(.people))),
        ("forget", HTMLPage.render(forget.fragment, in: layout(.people, title: "Forget Tom Adeyemi"))),
        ("search", HTMLPage.render(search.fragment, in: searchJob)),
        (
            "sort",
            HTMLPage.render(
                sort.fragment(in: layout(.sort), answer: "/sort/answer", undo: "/sort/undo"), in: layout(.sort))
        ),
        (
            "sort-done",
            HTMLPage.render(sortDone.fragment(in: layout(.sort), answer: "/a", undo: "/u"), in: layout(.sort))
        ),
        ("job", HTMLPage.render(MyJobDocument.make(SampleJob.myJob, on: FixedWorld.day), in: layout(.myJob))),
        ("job-empty", HTMLPage.render(MyJobDocument.make(MyJob(), on: FixedWorld.day), in: layout(.myJob))),
        ("not-found", HTMLPage.render(NoticeView.notFound.fragment, in: PageLayout(title: "Not found", demo: .only))),
        ("login", HTMLPage.bare(NoticeView.loginNeeded.fragment, title: "Private")),
    ]

    private static var searchJob: PageLayout {
        var layout = layout(.search)
        layout.query = "restore drill"
        layout.demo = .only
        layout.notice = Notice("Noted.", undo: "/undo")
        return layout
    }
}
