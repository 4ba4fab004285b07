package import LedgerModel

/// What is explained of a period, and the groups that are not.
package struct SortSheet: Sendable {
    package var base: AnswerBase
    /// Sure and likely seconds, as everywhere.
    package var traced: Int64
    package var undecided: Int64
    /// Pieces that won time and are explained, and those that are not.
    package var explainedPieces: Int
    package var undecidedPieces: Int
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
    /// 0 to 1; 1 when nothing was traced.
    package var share: Double { traced > 0 ? Double(explained) / Double(traced) : 1 }

    /// The first group that is not put off; the largest first.
    package func next(after later: Set<String> = []) -> SortGroup? {
        groups.first { !later.contains($0.id) && !$0.isWaiting }
    }

    package func group(_ id: String) -> SortGroup? { groups.first { $0.id == id } }

    /// `54 % of 933 h explained, 430 h left`: each figure with what it rests on.
    package var standing: [Document.Span] {
        let all = EvidenceRef(count: base.cells.pieces, query: base.query())
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
        ]
    }

    private func query(_ kind: String) -> String {
        SearchQuery(
            filters: [
                .init(.since, base.period.since.iso), .init(.until, base.period.until.iso), .init(.isA, kind),
            ]
        ).text
    }
}

/// One answer that can be given, with the key that gives it: the same in the terminal and on the page.
package struct SortChoice: Sendable, Hashable {
    package enum Section: Sendable, Hashable, CaseIterable {
        case responsibilities, job, desk, beside, off
    }

    package var section: Section
    /// One character; empty where there are more answers than keys.
    package var key: String
    /// `Restores that work`, `not mine: Printer fleet`.
    package var label: String
    package var answer: SortAnswer

    /// As forms and scripts write it.
    package var value: String { answer.text }

    /// Every answer that My job allows on `day`, in order.
    package static func all(_ myJob: MyJob, on day: CivilDay) -> [SortChoice] {
        var digits = "1234567890".map(String.init)[...]
        var letters = "abefhjktvwyz".map(String.init)[...]
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
            SortChoice(section: .job, key: "m", label: "mine, in none of them", answer: .mine),
            SortChoice(section: .job, key: "n", label: "someone else’s", answer: .notMine(nil)),
        ] + desk + beside.map { SortChoice(section: .beside, key: $0, label: $1.label, answer: .arena($1)) } + [
            SortChoice(section: .off, key: "i", label: "ignore", answer: .ignore)
        ]
    }

    /// What `text` means: a key, the value of a form, or the name of a responsibility or of something on
    /// the desk.
    package static func named(_ text: String, among choices: [SortChoice]) -> SortChoice? {
        let wanted = text.trimmed.lowercased()
        guard !wanted.isEmpty else { return nil }
        let isShort = wanted.count == 1
        // Growth goes by its own letter too, where nothing else takes it.
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

/// What a group is called on screen.
extension SortGroup {
    /// `“Stand-up”`, `“patching” of fleet-config`, `private time`.
    package var title: String {
        switch kind {
        case .untitled: within.isEmpty ? "time without a title" : "time without a title in “\(within)”"
        case .folder, .ticket: within.isEmpty ? "“\(name)”" : "“\(name)” of \(within)"
        case .opening: "“\(name): …”"
        case .tag: "#\(name)"
        default: isRest ? "what is left of “\(name)”" : "“\(name)”"
        }
    }

    /// What it is, without its name: `repository`, `meeting in Work`.
    package var what: String {
        let place = within.isEmpty ? "" : " in \(within)"
        switch kind {
        case .project: return "repository"
        case .folder:
            return name.contains(", ") ? "folders of the repository \(within)" : "folder of the repository \(within)"
        case .ticket: return "kind of ticket\(place)"
        case .calendar: return "calendar"
        case .title: return (isMeeting ? "meeting" : "written down") + place
        case .numbered: return (isMeeting ? "meetings" : "notes") + " that differ in their numbers\(place)"
        case .opening: return (isMeeting ? "meetings" : "notes") + " that begin alike\(place)"
        case .tag: return "notes with this tag"
        case .untitled: return isMeeting ? "calendar" : "written down"
        }
    }

    /// `46 pieces, usually with 4 others`.
    package var size: String {
        let count = Words.digits(pieces.count, "piece")
        guard headCount > 0 else { return count }
        return "\(count), usually with \(Words.count(headCount, "other"))"
    }

    /// What its hours rest on.
    package var ref: EvidenceRef { EvidenceRef(pieces: pieces) }

    /// `46 h of “Release: go or no go”. What was it for?`
    package var question: [Document.Span] {
        [.figure(Hours.text(seconds), ref), .text(" of \(title). What was it for?")]
    }

    /// The group in the words of its own examples and parts: `roles 210 h, patching 33 h`.
    package var partsText: String {
        let shown = parts.prefix(4).map { "\($0.name.isEmpty ? "without a title" : $0.name) \(Hours.text($0.seconds))" }
        let rest = parts.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension Rule {
    /// What a rule that an answer wrote speaks of; nil for others.
    package var sortedTitle: String? {
        guard key.hasPrefix("sort-") else { return nil }
        if let title = when.title { return TitlePattern.plain(title) }
        if let path = when.path.first { return path.replacing("/**", with: "") }
        return when.tag.first.map { "#" + $0 } ?? when.project.first ?? when.calendar.first
    }
}
