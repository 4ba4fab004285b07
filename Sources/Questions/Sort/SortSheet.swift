package import LedgerModel

/// How much of a period is explained, and the groups that are not.
package struct SortSheet: Sendable {
    package var base: AnswerBase
    /// Sure and likely seconds, as in every figure.
    package var traced: Int64
    package var undecided: Int64
    /// Pieces with time on the timeline: those that are explained, and those that are not.
    package var explainedPieces: Int
    package var undecidedPieces: Int
    /// The seconds of what is left that count meanwhile for what they inherit, and how many pieces these are.
    package var inherited: Int64 = 0
    package var inheritedPieces = 0
    /// Most hours first.
    package var groups: [SortGroup]

    package init(
        base: AnswerBase, traced: Int64, undecided: Int64, explainedPieces: Int, undecidedPieces: Int,
        groups: [SortGroup]
    ) {
        self.base = base
        self.traced = traced
        self.undecided = undecided
        self.explainedPieces = explainedPieces
        self.undecidedPieces = undecidedPieces
        self.groups = groups
    }

    package var explained: Int64 { traced - undecided }
    /// 0 to 1; 1 if nothing is on record.
    package var share: Double { traced > 0 ? Double(explained) / Double(traced) : 1 }

    /// The largest group that is not put off.
    package func next(after later: Set<String> = []) -> SortGroup? {
        groups.first { !later.contains($0.id) && !$0.isWaiting }
    }

    package func group(_ id: String) -> SortGroup? { groups.first { $0.id == id } }

    /// `54 % of 933 h explained, 430 h left`, each figure with its evidence.
    package var standing: [Document.Span] {
        let all = EvidenceRef(count: base.cells.pieces, query: base.query())
        if explained == 0 {
            return [.figure(Hours.text(traced), all), .text(" to sort, the largest part first")] + inheritance
        }
        return [
            .figure(
                Hours.percent(explained, of: traced),
                EvidenceRef(count: explainedPieces, query: query("explained"))),
            .text(" of "), .figure(Hours.text(traced), all), .text(" explained"),
            undecided > 0 ? .text(", ") : .text(""),
            undecided > 0
                ? .figure(
                    Hours.text(undecided), EvidenceRef(count: undecidedPieces, query: query("unexplained")))
                : .text(""),
            undecided > 0 ? .text(" left") : .text(""),
        ] + inheritance
    }

    /// `, of which 2.5 h inherit from work nearby`; empty if none do.
    private var inheritance: [Document.Span] {
        guard inherited > 0 else { return [] }
        return [
            .text(", of which "),
            .figure(Hours.text(inherited), EvidenceRef(count: inheritedPieces, query: query("inherited"))),
            .text(" inherit from work nearby"),
        ]
    }

    /// `86 % of what is decided in “apollo” is Restores that work.`; `nil` if most does not agree, or if My job no longer
    /// has the answer.
    package func suggestion(for group: SortGroup, among choices: [SortChoice]) -> (choice: SortChoice, words: String)? {
        guard let suggestion = group.suggestion,
            let choice = choices.first(where: { $0.answer == suggestion.answer })
        else { return nil }
        let place = group.kind == .project ? group.name : group.within
        let share = Hours.percent(suggestion.seconds, of: suggestion.decided)
        return (choice, "\(share) of what is decided in “\(place)” is \(choice.label).")
    }

    /// `46 h of “Release: go or no go”. What was it for?`
    package func question(_ group: SortGroup) -> [Document.Span] {
        [.figure(Hours.text(group.seconds), ref(group)), .text(" of \(group.title). What was it for?")]
    }

    /// All pieces of a group.
    package func ref(_ group: SortGroup) -> EvidenceRef {
        EvidenceRef(count: group.pieces.count, ids: group.pieces, query: query(.init(.group, group.id)))
    }

    private func query(_ kind: String) -> String { query(.init(.isA, kind)) }

    private func query(_ filter: SearchQuery.Filter) -> String {
        SearchQuery(
            filters: [.init(.since, base.period.since.iso), .init(.until, base.period.until.iso), filter]
        ).text
    }
}

/// A possible answer and its key, the same in the terminal and on the page.
package struct SortChoice: Sendable, Hashable {
    package enum Section: Sendable, Hashable, CaseIterable {
        case responsibilities, job, desk, beside, off
    }

    package var section: Section
    /// One character; empty if there are more answers than keys.
    package var key: String
    /// `Restores that work`, `someone else’s: Printer fleet`.
    package var label: String
    package var answer: SortAnswer

    /// The form that forms and scripts send.
    package var value: String { answer.text }

    /// The key that takes the answer that is suggested.
    package static let suggested = "y"

    /// Every answer that My job allows on `day`, in order.
    package static func all(_ myJob: MyJob, on day: CivilDay) -> [SortChoice] {
        var digits = "1234567890".map(String.init)[...]
        var letters = "abefhjktvwz".map(String.init)[...]
        func holds(_ item: some MyJobItem) -> Bool { item.until.map { day <= $0 } ?? true }
        let measured = myJob.responsibilities.filter(holds).map { item in
            SortChoice(
                section: .responsibilities, key: digits.popFirst() ?? letters.popFirst() ?? "", label: item.label,
                answer: .responsibility(item.key))
        }
        let desk = myJob.notMine.filter(holds).map { item in
            SortChoice(
                section: .desk, key: letters.popFirst() ?? "", label: "someone else’s: \(item.label)",
                answer: .notMine(item.key))
        }
        let beside: [(String, Arena)] = [("d", .growth), ("r", .relationships), ("s", .side), ("p", .personal)]
        return measured + [
            SortChoice(section: .job, key: "m", label: "my other work", answer: .mine),
            SortChoice(section: .job, key: "n", label: "someone else’s", answer: .notMine(nil)),
        ] + desk + beside.map { SortChoice(section: .beside, key: $0, label: $1.label, answer: .arena($1)) } + [
            SortChoice(section: .off, key: "i", label: "ignore", answer: .ignore)
        ]
    }

    /// The choice that `text` means: a key, the value of a form, or the name of a responsibility or of something
    /// on the person's desk.
    package static func named(_ text: String, among choices: [SortChoice]) -> SortChoice? {
        let wanted = text.trimmed.lowercased()
        guard !wanted.isEmpty else { return nil }
        let isShort = wanted.count == 1
        // Growth also has its own letter, if no other choice uses it.
        let key = wanted == "g" ? "d" : wanted
        if isShort, let choice = choices.first(where: { $0.key == key }) { return choice }
        return choices.first { $0.value.lowercased() == wanted } ?? choices.first { $0.label.lowercased() == wanted }
            ?? choices.first { choice in
                if case .responsibility(let key) = choice.answer { return key.lowercased() == wanted }
                if case .notMine(let key?) = choice.answer { return key.lowercased() == wanted }
                return wanted == "mine" && choice.answer == .mine
            }
    }
}

extension SortAnswer {
    /// `responsibility:restores`, `mine`, `not mine:printers`, `growth`, `ignore`.
    package var text: String {
        switch self {
        case .responsibility(let key): "responsibility:\(key)"
        case .mine: Meaning.mine
        case .notMine(let key): key.map { "\(Meaning.notMine):\($0)" } ?? Meaning.notMine
        case .arena(let arena): arena.rawValue
        case .ignore: "ignore"
        }
    }
}

/// The words for a group.
extension SortGroup {
    /// `“Stand-up”`, `“patching” of fleet-config`, `seven 1:1s`, `private time`.
    package var title: String {
        let place = within.isEmpty ? "" : " of \(within)"
        switch kind {
        case .untitled: return within.isEmpty ? "time without a title" : "time without a title in “\(within)”"
        case .folder:
            if name == "/" { return "the files at the top\(place)" }
            return name.hasSuffix("/") ? "the files right in “\(name.dropLast())”\(place)" : "“\(name)”\(place)"
        case .ticket: return "“\(name)”\(place)"
        case .scope: return "the scope “\(name)”\(place)"
        case .issue: return "\(name)\(place)"
        case .opening: return "“\(name): …”\(isOfCommits ? place : "")"
        case .tag: return "#\(name)"
        case .category: return "the category “\(name)”"
        case .oneOnOnes: return Words.count(conditions.count, "1:1")
        case .project, .calendar, .title, .numbered, .journal:
            return isRest ? "what is left of “\(name)”" : "“\(name)”"
        }
    }

    /// The kind of group, without its name: `repository`, `meeting in Work`.
    package var what: String {
        let place = within.isEmpty ? "" : " in \(within)"
        let things = isMeeting ? "meetings" : isOfCommits ? "commits" : "notes"
        switch kind {
        case .project: return "repository"
        case .folder: return "commits with most of their files there"
        case .ticket: return "kind of ticket\(place)"
        case .scope: return "commits of one scope"
        case .issue: return "commits that name this issue"
        case .calendar: return "calendar"
        case .category: return "category of meetings\(place)"
        case .oneOnOnes: return "meetings with one other person each\(place)"
        case .journal: return "file of notes"
        case .title: return (isMeeting ? "meeting" : "written down") + place
        case .numbered: return "\(things) that differ in their numbers\(place)"
        case .opening: return "\(things) that begin alike\(place)"
        case .tag: return "notes with this tag"
        case .untitled: return isMeeting ? "calendar" : "written down"
        }
    }

    private var isOfCommits: Bool { !isMeeting && conditions.allSatisfy(\.kind.isEmpty) }

    /// `46 pieces, usually with 4 others`.
    package var size: String {
        let count = Words.digits(pieces.count, "piece")
        guard headCount > 0 else { return count }
        return "\(count), usually with \(Words.count(headCount, "other"))"
    }

    /// Its parts with their hours: `roles 210 h, patching 33 h`.
    package var partsText: String {
        let shown = parts.prefix(4).map { "\($0.name.isEmpty ? "without a title" : $0.name) \(Hours.text($0.seconds))" }
        let rest = parts.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// A category of the person's own, which can name what they are judged on there; otherwise `nil`.
    package var category: String? { kind == .category ? name : nil }
}
