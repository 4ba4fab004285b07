package import LedgerModel

/// What became of a result, or of a piece without one: what sources show since, and what the person said.
package struct Became: Sendable {
    package var of: Lasting
    /// Cited commits, and those of them that were taken back or that their repository no longer has.
    package var commits: [PublicID]
    package var reverted: [PublicID]
    package var unreachable: [PublicID]
    /// Others whose commits changed its files after the quarter of the result, most commits first.
    package var users: [User]
    /// The day from which their commits count.
    package var usersSince: CivilDay
    /// Later meetings and notes whose titles have two words of it, oldest first, and the people on them.
    package var mentions: [PublicID]
    package var mentioning: [String]
    /// Other repositories of which later own commits name it.
    package var repositories: [Repository]
    package var incidents: (cause: IncidentCause, change: BeforeAfter)?
    /// Oldest first.
    package var said: [Said]

    package struct User: Sendable, Hashable {
        package var name: String
        package var commits: Int

        package init(name: String, commits: Int) { (self.name, self.commits) = (name, commits) }
    }

    package struct Repository: Sendable, Hashable {
        package var name: String
        package var pieces: [PublicID]

        package init(name: String, pieces: [PublicID]) { (self.name, self.pieces) = (name, pieces) }
    }

    /// A dated note of the person on it.
    package struct Said: Sendable, Hashable {
        package var word: Word
        package var text: String
        package var day: CivilDay
        package var note: PublicID

        package init(word: Word, text: String, day: CivilDay, note: PublicID) {
            (self.word, self.text, self.day, self.note) = (word, text, day, note)
        }
    }

    package var claim: Claim { of.claim }

    package enum Word: String, Sendable, CaseIterable {
        case stands, gone
        /// In the person's own words.
        case said

        package var label: String {
            switch self {
            case .stands: "still stands"
            case .gone: "gone"
            case .said: "in your own words"
            }
        }
    }

    package init(
        of: Lasting, commits: [PublicID], reverted: [PublicID], unreachable: [PublicID], users: [User],
        usersSince: CivilDay, mentions: [PublicID], mentioning: [String], repositories: [Repository],
        incidents: (cause: IncidentCause, change: BeforeAfter)?, said: [Said]
    ) {
        (self.of, self.commits, self.reverted, self.unreachable) = (of, commits, reverted, unreachable)
        (self.users, self.usersSince, self.repositories) = (users, usersSince, repositories)
        (self.mentions, self.mentioning) = (mentions, mentioning)
        (self.incidents, self.said) = (incidents, said)
    }
}

extension Became {
    /// On every note that says what became of something, beside the id of that.
    package static let tag = "became"

    package static func tags(_ word: Word, of claim: PublicID) -> [String] { [tag, claim.description, word.rawValue] }

    /// `Still stands: Restore takes an hour`; for own words those alone.
    package static func note(_ word: Word, _ text: String, of claim: Claim) -> String {
        word == .said ? text : "\(word.label.sentence): \(claim.text)"
    }

    package var section: Document.Section {
        let lines = standing + used + heard + ofIncidents + own
        return Document.Section(
            "What became of it", id: .became, onlyForYou: true,
            lines.isEmpty ? [.paragraph([.soft("No source shows it yet; you can say it.")])] : [.list(lines)])
    }

    /// The whole of it, for a terminal.
    package func document(_ zones: ZoneHistory) -> Document {
        let said = claim.text + Words.stop(claim.text)
        let known = claim.knownBy?.isEmpty == false ? "Known from: \(claim.known)" : claim.known.sentence
        let rests: [Document.Span] =
            claim.evidence.isEmpty
            ? [.text(said), .soft(" \(known)\(Words.stop(known))")]
            : [
                .text("\(said) It rests on "),
                .figure(Words.count(claim.evidence.count, "piece"), of.ref),
                .text("."),
            ]
        return Document(
            title: claim.text, period: Period.date(zones.day(of: claim.at)), headline: rests, sections: [section])
    }

    private var standing: [[Document.Span]] {
        guard !commits.isEmpty else { return [] }
        let gone = Set(reverted + unreachable)
        let rest = commits.filter { !gone.contains($0) }
        let (count, left) = (commits.count, rest.count)
        let all =
            count == 1 ? "Its commit" : count == 2 ? "Both of its commits" : "All \(Words.count(count)) of its commits"
        var spans: [Document.Span] =
            rest.isEmpty
            ? [.text(count == 1 ? "Its commit no longer stands" : "None of its \(Words.count(count)) commits stands")]
            : [
                .figure(
                    left == count ? all : "\(Words.count(left).sentence) of its \(Words.count(count)) commits",
                    .init(pieces: rest)),
                .text(" still \(left == 1 ? "stands" : "stand")"),
            ]
        if !reverted.isEmpty {
            spans += [.text("; "), .figure(Words.count(reverted.count), .init(pieces: reverted)), .text(" taken back")]
        }
        if !unreachable.isEmpty {
            spans += [
                .text("; "), .figure(Words.count(unreachable.count), .init(pieces: unreachable)),
                .text(" no longer in its repository"),
            ]
        }
        return [spans + [.text(".")]]
    }

    private static let mostUsers = 3

    private var used: [[Document.Span]] {
        var lines: [[Document.Span]] = []
        if !users.isEmpty {
            let rest = users.count - Self.mostUsers
            let names =
                users.prefix(Self.mostUsers).map { "\($0.name) with \(Words.count($0.commits, "commit"))" }
                + (rest > 0 ? [Words.count(rest, "other")] : [])
            let what =
                switch of.kind {
                case .handbook: "It was"
                case .tool: "Changes in it were made"
                case .result, .decision: "Its files were changed"
                }
            lines.append([.text("\(what) by \(Words.list(names)), since \(Period.date(usersSince)).")])
        }
        if !mentions.isEmpty {
            let people = mentioning.isEmpty ? "" : ", with \(Words.list(mentioning))"
            lines.append([
                .text("Named since in "),
                .figure(Words.count(mentions.count, "meeting or note", "meetings and notes"), .init(pieces: mentions)),
                .text("\(people)."),
            ])
        }
        for repository in repositories {
            lines.append([
                .text("Named in \(repository.name) by "),
                .figure(Words.count(repository.pieces.count, "later commit"), .init(pieces: repository.pieces)),
                .text("."),
            ])
        }
        return lines
    }

    private var heard: [[Document.Span]] {
        claim.tellings.compactMap { telling in
            guard let words = telling.heard, !words.isEmpty else { return nil }
            return [.text("\(telling.person) said: “\(words)”")]
        }
    }

    private var ofIncidents: [[Document.Span]] {
        guard let incidents else { return [] }
        return [[.text("\(incidents.cause.text.sentence): ")] + incidents.change.spans + [.text(".")]]
    }

    private var own: [[Document.Span]] {
        said.map { item in
            let text = item.word == .said ? "“\(item.text)”" : item.word.label.sentence
            return [
                .figure(text, EvidenceRef(pieces: [item.note])), .soft(", you said on \(Period.date(item.day))."),
            ]
        }
    }
}

/// The question of what became of a result, or of a piece without one, three and twelve months after it.
package struct BecameQuestion: Sendable, Hashable {
    package var of: Lasting
    package var months: Int

    package init(_ of: Lasting, months: Int) { (self.of, self.months) = (of, months) }

    package var claim: Claim { of.claim }

    /// Both are asked for half a year; what is older than that was somebody else's question.
    static let milestones = [3, 12]
    private static let open = 6

    /// From when to when something may be that is asked about.
    package static func span(on today: CivilDay) -> Period {
        Period(since: today.adding(months: -(milestones[1] + open)), until: today.adding(months: -milestones[0]) + 1)
    }

    /// The one question of a week: of those that are due each week another, so that none keeps the rest waiting.
    ///
    /// - Parameter said: what was said of each, by its id.
    package static func due(
        _ lasting: [Lasting], said: [PublicID: [Became.Said]], on today: CivilDay, _ zones: ZoneHistory
    ) -> BecameQuestion? {
        let due = lasting.compactMap { item -> (question: BecameQuestion, since: CivilDay)? in
            let day = zones.day(of: item.claim.at)
            let answers = said[item.claim.id] ?? []
            guard !answers.contains(where: { $0.word == .gone }),
                let months = milestones.last(where: { day.adding(months: $0) <= today })
            else { return nil }
            let since = day.adding(months: months)
            guard today < since.adding(months: open), !answers.contains(where: { $0.day >= since }) else { return nil }
            return (BecameQuestion(item, months: months), since)
        }.sorted { ($0.since, $0.question.claim.id) < ($1.since, $1.question.claim.id) }
        guard !due.isEmpty else { return nil }
        return due[Int(today.monday.number / 7) % due.count].question
    }

    /// `What became of “Restore takes an hour”, three months on?`
    package var spans: [Document.Span] {
        [.text("What became of ")] + of.named + [.text(", \(Words.count(months)) months on?")]
    }
}
