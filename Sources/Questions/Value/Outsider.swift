package import LedgerModel

/// What somebody from outside could run, and what they could not have brought about; only for the person. It has no
/// shares of hours.
package struct Outsider: Sendable {
    /// Written down, and changed by others too.
    package var soon: [Line] = []
    /// Written down nowhere, and changed by nobody else.
    package var later: [Line] = []
    package var couldNot: [Line] = []

    package struct Line: Sendable {
        package var spans: [Document.Span]
        /// The person's own work on the system, or what the result cites.
        package var ref: EvidenceRef
        /// What says how it works.
        package var handbook: [PublicID] = []
    }

    package init() {}

    /// At most three sentences a part, in the order given.
    package init(_ systems: [SystemFacts], couldNot: [Line]) {
        soon = Array(systems.compactMap(\.soon).prefix(Self.most))
        later = Array(systems.compactMap(\.later).prefix(Self.most))
        self.couldNot = Array(couldNot.prefix(Self.most))
    }

    package static let most = 3
}

/// A system of the last twelve months whose work keeps it running, and what is known of who else could run it.
package struct SystemFacts: Sendable {
    package var name: String
    /// The person's own work that keeps it running.
    package var ref: EvidenceRef
    /// How many of these are commits and meetings.
    package var commits: Int
    package var meetings: Int
    /// What says how it works; `nil` if nothing here does.
    package var handbook: Handbook?
    /// How many others changed it, and since when.
    package var others: Int
    package var since: CivilDay
    /// Whether nobody else changed it; false if it is not known.
    package var isAlone: Bool

    package struct Handbook: Sendable, Hashable {
        /// A path, or the title of a note.
        package var name: String
        package var pieces: [PublicID]

        /// Whether it is the first page of a repository, which may say no more than what it is.
        var isFirstPage: Bool {
            name.caseFolded.split(separator: "/").last.map { $0.hasPrefix("readme") } ?? false
        }

        package init(name: String, pieces: [PublicID]) { (self.name, self.pieces) = (name, pieces) }
    }

    /// What is looked at of a repository.
    package struct Repository: Sendable {
        package var changes: FileChanges
        /// Whether it was read lately, so that others would show.
        package var isFresh: Bool
        /// The files of the system; `nil` for all.
        private var scope: Set<Int64>?

        /// - Parameter pieces: The commits that are of the system; `nil` if all of its work is.
        package init(_ changes: FileChanges, pieces: Set<PublicID>?, isFresh: Bool) {
            (self.changes, self.isFresh) = (changes, isFresh)
            scope = pieces.map { Self.files(of: $0, changes) }
        }
    }

    /// - Parameters:
    ///   - notes: those that say how it works.
    ///   - day: the last of the twelve months.
    package init(
        name: String, ref: EvidenceRef, commits: Int, meetings: Int, repositories: [Repository], notes: [Handbook],
        until day: CivilDay, _ zones: ZoneHistory, _ who: WhoIsWho
    ) {
        (self.name, self.ref, self.commits, self.meetings) = (name, ref, commits, meetings)
        let quarter = day.quarterNumber
        let start = zones.start(of: day.adding(months: -12))
        since = day.firstOfQuarter.adding(months: -9)
        var people: Set<String> = []
        var isAlone = !repositories.isEmpty && commits >= Self.fewestCommits
        var files: [(kind: HandbookFile, handbook: Handbook)] = []
        for repository in repositories {
            let changes = repository.changes
            let theirs = changes.others.filter { repository.holds($0.files) }
            for other in theirs where quarter - 4 < other.quarter && other.quarter <= quarter {
                people.insert(who.person(other.author)?.description ?? other.author)
            }
            // Of the quarter in which the twelve months begin nobody knows on which side a commit was.
            isAlone =
                isAlone && repository.hasFiles && changes.isWhole && repository.isFresh
                && !theirs.contains { $0.quarter >= quarter - 4 }
                && !changes.own.contains { $0.isShared && $0.at >= start }
            files += repository.handbooks()
        }
        (others, self.isAlone) = (people.count, isAlone)
        handbook =
            files.min { ($0.kind, $0.handbook.name) < ($1.kind, $1.handbook.name) }?.handbook ?? notes.first
    }

    private var opening: Document.Span { .figure(name, ref) }

    var soon: Outsider.Line? {
        guard let handbook, others > 0 else { return nil }
        let said =
            handbook.pieces.isEmpty
            ? Document.Span.text(handbook.name) : .figure(handbook.name, EvidenceRef(pieces: handbook.pieces))
        return Outsider.Line(
            spans: [
                .text("Somebody else could run "), opening,
                .text(" soon: \(handbook.isFirstPage ? "what it is" : "how it works") is written down ("), said,
                .text(
                    "), and \(Words.count(others, "other has", "others have")) changed it since \(Period.date(since))."),
            ], ref: ref, handbook: handbook.pieces)
    }

    var later: Outsider.Line? {
        guard isAlone, handbook == nil else { return nil }
        return Outsider.Line(
            spans: [
                .text("Nobody else has changed "), opening,
                .text(
                    " in a year, and nothing here says how it works: that is a risk for its owner. Next: \(remedy), from "
                ),
                .figure(Words.digits(ref.count, "piece"), ref), .text("."),
            ], ref: ref)
    }

    /// What comes every fortnight can be a program; what has meetings has somebody to show it to.
    private var remedy: String {
        if commits >= Self.often { return "automate what repeats" }
        return meetings > 0 ? "show it to somebody you meet about it" : "write down how it works"
    }

    private static let often = 26
    /// Fewer say nothing of which files a system has.
    private static let fewestCommits = 3
}

extension SystemFacts.Repository {
    /// Those that its commits changed, without what most work of the repository changes too, such as a change log.
    private static func files(of pieces: Set<PublicID>, _ changes: FileChanges) -> Set<Int64> {
        let (own, rest) = (
            changes.own.filter { pieces.contains($0.id) }, changes.own.filter { !pieces.contains($0.id) }
        )
        func counts(_ list: [FileChanges.Own]) -> [Int64: Int] {
            list.reduce(into: [:]) { counts, commit in for file in commit.files { counts[file, default: 0] += 1 } }
        }
        let elsewhere = counts(rest)
        return Set(counts(own).filter { $0.value > elsewhere[$0.key] ?? 0 }.keys)
    }

    /// Whether any file is known to be of it.
    fileprivate var hasFiles: Bool { scope?.isEmpty != true }

    fileprivate func holds(_ files: Set<Int64>) -> Bool { scope.map { !$0.isDisjoint(with: files) } ?? true }

    /// Files of it that say how it works, each with the person's last commit that changed it.
    fileprivate func handbooks() -> [(kind: HandbookFile, handbook: SystemFacts.Handbook)] {
        changes.paths.compactMap { file, path in
            guard scope?.contains(file) ?? true, let kind = HandbookFile(path) else { return nil }
            // The first page of a repository says how a part of it works only by chance.
            if scope != nil, kind == .readme, !path.contains("/") { return nil }
            let last = changes.own.first { $0.files.contains(file) }
            return (kind, .init(name: path, pieces: last.map { [$0.id] } ?? []))
        }
    }
}

extension Outsider.Line {
    /// An outsider could not have brought this about; `nil` unless it serves an objective and has colleagues on it.
    package init?(_ claim: Claim, colleagues: [String], _ labels: MyJobLabels) {
        guard let objective = claim.objective, !colleagues.isEmpty else { return nil }
        let shown = colleagues.prefix(Self.mostNames)
        let rest = colleagues.count - shown.count
        let names = Words.list(shown + (rest > 0 ? [Words.count(rest, "other")] : []))
        ref = ValueAnswer.ref(claim)
        spans = [
            .text("An outsider could not have brought about “"), .figure(claim.text, ref),
            .text(
                "”: it serves \(labels.objective(objective)), and \(names) \(colleagues.count == 1 ? "was" : "were") part of it."
            ),
        ]
    }

    private static let mostNames = 3
}

extension ValueAnswer {
    func outsiderSection() -> Document.Section? {
        let lines = outsider.soon + outsider.later + outsider.couldNot
        guard !lines.isEmpty else { return nil }
        return Document.Section(
            "Whether somebody else could run it", id: .outsider, onlyForYou: true,
            [.list(lines.map(\.spans))]
                + (outsider.later.isEmpty
                    ? [] : [.offers(.init([.fine(.init(.alone))], lead: "Or leave it so"))]))
    }
}
