package import LedgerModel
import Questions

/// What is read, from where and since when; and the ways to read more.
package struct SourcesView: Sendable {
    package var sources: [Source]
    package var work: WorkView
    package var found: FoundView?
    /// The size of the largest file that can be dropped, in MB.
    package var largest = 50
    /// The choices of what a source is for.
    package var arenas = Arena.allCases
    /// Whether the person's own sources can be read into this ledger; not into the demo.
    package var takesMore = true
    /// Addresses and names that are the person's.
    package var identities: [String] = []
    /// What calendars ask.
    package var asked = AskedView([])
    /// Addresses that may be the person's too.
    package var alsoMine: [AlsoMine] = []

    package init(sources: [Source], work: WorkView = WorkView(items: []), found: FoundView? = nil) {
        self.sources = sources
        self.work = work
        self.found = found
    }

    package struct Source: Sendable {
        package var id: String
        package var name: String
        package var kind: String
        package var locator: String
        /// What its evidence is for by default; empty for unknown.
        package var arena: String
        package var pieces: Int
        /// `12 January to 17 March 2026`
        package var span: String
        package var lastImport: String
        package var isPrivate: Bool
        /// How many warnings the last reading gave.
        package var warnings: Int
        /// The most important remark on it, in a sentence: it is out of date, or left out.
        package var remark = ""

        package init(
            id: String, name: String, kind: String, locator: String, arena: String, pieces: Int, span: String,
            lastImport: String, isPrivate: Bool = false, warnings: Int = 0
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.locator = locator
            self.arena = arena
            self.pieces = pieces
            self.span = span
            self.lastImport = lastImport
            self.isPrivate = isPrivate
            self.warnings = warnings
        }

        func values(_ arenas: [Arena]) -> [String: Any] {
            [
                "id": id, "name": name, "what": kind, "locator": locator,
                "choices": ArenaChoices.values(arenas, arena),
                "pieces": "\(pieces)", "span": span, "last": lastImport, "private": isPrivate, "remark": filled(remark),
                "warned": filled(warnings == 0 ? nil : "\(warnings) \(warnings == 1 ? "warning" : "warnings")"),
                "href": PagePath.search("source:\(id)"), "page": PageLink.local("/sources/\(id)"),
            ]
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        let form: [String: Any] = [
            "csrf": layout.csrf ?? "", "here": PagePath.sourceWork, "largest": "\(largest)",
            "notes": PageEntry.notes.path,
            "choices": ArenaChoices.values(arenas, ""),
        ]
        let asked = asked.fragment(csrf: layout.csrf ?? "", here: PagePath.sources).html
        return Templates.render(
            .sources,
            [
                "asked": asked, "hasAsked": !asked.isEmpty,
                "sources": sources.map { $0.values(arenas) }, "some": !sources.isEmpty,
                "one": sources.count == 1, "count": Words.count(sources.count).sentence,
                "csrf": layout.csrf ?? "", "here": PagePath.sources, "work": work.fragment(in: layout).html,
                "found": found?.fragment(in: layout, arenas).html ?? "",
                "add": takesMore ? Templates.render(.addSource, form).html : "",
                "takesMore": takesMore, "demo": sources.isEmpty ? DemoOffer(layout).fragment.html : "",
                "steps": takesMore ? CalendarSteps.fragment.html : "",
                "own": takesMore ? OwnView(identities, alsoMine).fragment(in: layout).html : "",
            ])
    }
}

/// The entries of a select for what a source is for. The current choice is always among them.
enum ArenaChoices {
    static func values(_ arenas: [Arena], _ selected: String) -> [[String: Any]] {
        let stands = Arena(rawValue: selected).flatMap { arenas.contains($0) ? nil : $0 }
        return (arenas + [stands].compactMap { $0 }).map {
            CorrectionForm.Choice($0.rawValue, $0.label, isSelected: $0.rawValue == selected).values
        } + [CorrectionForm.Choice("unknown", "unknown", isSelected: selected.isEmpty).values]
    }
}

/// The addresses of the person, and a box to add another.
struct OwnView {
    private let identities: [String]
    private let alsoMine: [AlsoMine]

    init(_ identities: [String], _ alsoMine: [AlsoMine]) {
        self.identities = identities
        self.alsoMine = alsoMine
    }

    /// The most that are named; the rest is counted.
    private static let most = 8

    func fragment(in layout: PageLayout) -> Fragment {
        let shown = identities.prefix(Self.most).joined(separator: ", ")
        let rest = identities.count - Self.most
        return Templates.render(
            .own,
            [
                "some": !identities.isEmpty, "identities": rest > 0 ? "\(shown) and \(rest) more" : shown,
                "also": alsoMine.prefix(Self.most).map { one in
                    [
                        "identity": one.identity, "name": one.name, "commits": Words.digits(one.commits, "commit"),
                        "path": PagePath.own, "no": PagePath.notOwn, "csrf": layout.csrf ?? "",
                        "here": PagePath.sources,
                    ]
                },
                "path": PagePath.own, "csrf": layout.csrf ?? "", "here": PagePath.sources,
            ])
    }
}
