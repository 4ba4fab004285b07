package import LedgerModel
import LedgerStore
import Questions

/// What calendars ask, and what the person answers.
extension Importing {
    /// The calendars that ask something, with their questions.
    package func questions() throws(LedgerError) -> [(source: Source, questions: [CalendarQuestion])] {
        try store.read { snapshot in
            let sources = try snapshot.sources()
            let open = OpenQuestions(sources, me: try snapshot.me())
            return sources.map { ($0, open.of($0)) }.filter { !$0.1.isEmpty }
        }
    }

    /// Answers a question of a calendar by its word and that of the answer. What was read is judged again at once; the
    /// answer can be changed and undone.
    ///
    /// Throws `.notFound` for a calendar, a question or an answer that there is not.
    ///
    /// - Parameter settles: Whether to derive the timeline at once.
    @discardableResult
    package func answer(
        _ text: String, _ question: String, _ answer: String, settles: Bool = true
    ) throws(LedgerError) -> Source {
        let source = try store.read { try $0.source(named: text) }
        guard source.kind == .calendar, let asked = Self.asked(of: source).first(where: { $0.word == question }) else {
            throw LedgerError(
                .notFound, "this source has no such question", hint: "List what is asked with \(offer: .sourceList).")
        }
        guard asked.choices.contains(where: { $0.word == answer }) else {
            throw LedgerError(
                .notFound, "this is not an answer to that question",
                hint: "Answer with one of: \(asked.choices.map(\.word).joined(separator: ", ")).")
        }
        let action = ulid()
        try write { transaction in
            var answers = try transaction.snapshot.source(source.id)?.answers ?? source.answers
            var me: String?
            switch asked {
            case .owner(let address), .group(let address):
                answers.notMine.removeAll { $0 == address }
                answers.groups.removeAll { $0 == address }
                let isGroup = answer == "group" || asked.word == "group" && answer == "yes"
                if isGroup { answers.groups.append(address) } else if answer == "no" { answers.notMine.append(address) }
                if asked.word == "owner", answer == "yes" { me = address }
            case .shared: answers.shared = CalendarAnswers.Shared(rawValue: answer)
            case .unlisted: answers.busyWereMeetings = answer == "yes"
            case .freeDays: answers.freeDaysAreMine = answer == "yes"
            }
            try transaction.answer(answers, of: source, me: me, action: action)
        }
        if case .owner = asked, answer == "yes" { try readAllAgain() }
        try settleEvents()
        if settles { try settleTimeline() }
        return try store.read { try $0.source(named: source.id.description) }
    }

    /// What an answer does, in a sentence or two.
    package func saved(_ source: Source, _ question: String, _ answer: String) -> Advice {
        guard question == CalendarQuestion.shared.word, answer == CalendarAnswers.Shared.nothing.rawValue else {
            return Advice("Saved. \(source.name) is counted by it.")
        }
        return
            "Saved. Nothing of \(source.name) counts. Its words stay in the ledger until you remove it: \(offer: .removeSource(source.id))"
    }

    /// The same for a source by its name, id or the start of its id.
    package func questions(
        ofSourceNamed text: String
    ) throws(LedgerError) -> (source: Source, asked: [(question: CalendarQuestion, said: String?)]) {
        let source = try store.read { try $0.source(named: text) }
        return (source, try questions(of: source))
    }

    /// Everything that a calendar asks or has asked, with the label of the answer that was given.
    package func questions(of source: Source) throws(LedgerError) -> [(question: CalendarQuestion, said: String?)] {
        let me = Set(try me())
        return Self.asked(of: source).map { ($0, $0.said(source.answers, me: me)) }
    }

    /// Everything that a calendar asks or has asked.
    private static func asked(of source: Source) -> [CalendarQuestion] {
        let traits = source.traits
        let addresses = (source.answers.notMine + source.answers.groups).filter {
            $0 != traits.owner && $0 != traits.group
        }
        var result = traits.questions(CalendarAnswers(), isAsked: { _ in true })
        for address in addresses { result.append(.owner(address)) }
        if source.answers.shared != nil, !result.contains(.shared) { result.append(.shared) }
        if source.answers.busyWereMeetings != nil, !result.contains(.unlisted) { result.append(.unlisted) }
        if source.answers.freeDaysAreMine != nil, !result.contains(.freeDays) { result.append(.freeDays) }
        return result
    }

    /// Adds to the outcomes of calendars what was found, and what they ask.
    func tellFindings(_ report: inout ImportReport) throws(LedgerError) {
        let sources = try store.read { snapshot in
            let sources = try snapshot.sources()
            let open = OpenQuestions(sources, me: try snapshot.me())
            return Dictionary(uniqueKeysWithValues: sources.map { ($0.id, ($0, open.of($0))) })
        }
        for index in report.outcomes.indices {
            guard let (source, questions) = sources[report.outcomes[index].source.id] else { continue }
            if report.outcomes[index].source.lastImport == nil, source.traits.daysOff > 0 {
                report.outcomes[index].remarks.append(
                    "It has \(Words.count(source.traits.daysOff, "day")) off.")
            }
            let before = report.outcomes[index].source
            report.outcomes[index].source = source
            report.outcomes[index].questions = questions
            report.outcomes[index].isAskedBefore = !questions.isEmpty && before.traits == source.traits
        }
    }
}
