import Attribution
package import LedgerModel
import LedgerStore
import Questions

extension JobEditing {
    /// A saved answer, identified so that exactly this one can be undone.
    package struct Sorted: Sendable {
        package var action: String
        /// `“Stand-up”`
        package var title: String
        /// The keys of its rules.
        package var rules: [String]
        package var said: String
        /// Whether it is for the job, so that the kind of work can be said too.
        package var isForJob: Bool
    }

    /// Why an answer was not saved.
    package enum SortRefusal: Sendable, Hashable {
        /// A rule already decides the group. Holds what the rule says.
        case decided(String)
        /// The group has changed since it was shown.
        case changed
    }

    package enum SortResult: Sendable {
        case kept(Sorted)
        case refused(SortRefusal)
    }

    /// A group as it was shown.
    package struct SortAsked: Sendable {
        package var id: String
        /// The number of pieces that it had.
        package var pieces: Int
        package var period: Period
        package var split: Set<String>

        package init(id: String, pieces: Int, period: Period, split: Set<String> = []) {
            self.id = id
            self.pieces = pieces
            self.period = period
            self.split = split
        }
    }

    /// Writes the rule of an answer if the group has not changed since it was shown.
    ///
    /// - Parameter naming: A new responsibility, such as `Restores: minutes of the drill`. `answer` is then ignored.
    package func answer(
        _ asked: SortAsked, _ answer: SortAnswer, naming: String? = nil
    ) throws(LedgerError) -> SortResult {
        let sheet = try Asking(self).sortSheet(asked.period, split: asked.split)
        var myJob = sheet.base.myJob
        guard let group = sheet.group(asked.id) else {
            let known = myJob.rules.last { SortGroup.id(of: [$0.when]) == asked.id }
            return .refused(known.map { .decided(said($0.set, myJob)) } ?? .changed)
        }
        guard group.pieces.count == asked.pieces else { return .refused(.changed) }
        var answer = answer
        if let naming { answer = .responsibility(try Self.add(naming, to: &myJob)) }
        try Self.check(answer, myJob)
        let rules = Rule.all(group, answer, besides: myJob.rules)
        let compiledJob = try CompiledJob(myJob, zones: zones(myJob))
        let matching = try store.read { try $0.traces(of: group.rows, needs: compiledJob.needs) }.map {
            compiledJob.engine.rules(matching: $0.facts)
        }
        let outcome = answer.outcome
        myJob.rules.insert(contentsOf: rules, at: myJob.place(for: outcome, matching: matching))
        // Check that the expression compiles before anything is saved.
        _ = try CompiledJob(myJob, zones: zones(myJob))
        let action = ulid()
        do {
            try write { transaction in
                try world.settleZone(transaction)
                try transaction.save(myJob, ifStill: sheet.base.myJob, action: action, verb: Self.sortVerb)
            }
        } catch  where error.code == .changedMeanwhile {
            return .refused(.changed)
        }
        return .kept(
            Sorted(
                action: action.text, title: group.title, rules: rules.map(\.key), said: said(outcome, myJob),
                isForJob: outcome.arena == .job))
    }

    /// Says what kind of work an answer was about, as an action of its own, and returns that. Throws `.changedMeanwhile` if something was
    /// done since the answer.
    package func sortKind(_ worth: Worth, of action: String) throws(LedgerError) -> String {
        let (last, keys) = try store.read { (try $0.lastAction(), try $0.rules(changedBy: action)) }
        let before = try myJob()
        var myJob = before
        guard last?.id == action, last?.verb == Self.sortVerb, !keys.isEmpty else {
            throw LedgerError(
                .changedMeanwhile, "something else was done since that answer",
                hint: "The answer stays. \(offer: .showJob) shows its rule.")
        }
        for index in myJob.rules.indices where keys.contains(myJob.rules[index].key) {
            myJob.rules[index].set.worth = worth
        }
        let kind = ulid()
        try write { try $0.save(myJob, ifStill: before, action: kind, verb: Self.sortKindVerb) }
        return kind.text
    }

    static let sortVerb = "sort"
    static let sortKindVerb = "sort-kind"

    private static func check(_ answer: SortAnswer, _ myJob: MyJob) throws(LedgerError) {
        switch answer {
        case .responsibility(let key):
            guard !myJob.responsibilities.contains(where: { $0.key == key }) else { return }
            throw LedgerError(
                .notFound, "there is no responsibility “\(key.prefix(60))”",
                hint: "\(offer: .showJob) shows what is there.")
        case .notMine(let key?):
            guard !myJob.notMine.contains(where: { $0.key == key }) else { return }
            throw LedgerError(
                .notFound, "there is no item of someone else’s called “\(key.prefix(60))”",
                hint: "\(offer: .showJob) shows what is there.")
        default: return
        }
    }

    /// Adds a responsibility from a line, in which the measure follows a colon. Returns its key.
    private static func add(_ line: String, to myJob: inout MyJob) throws(LedgerError) -> String {
        let text = line.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
        guard let label = parts.first, !label.isEmpty else {
            throw LedgerError(
                .usage, "a responsibility needs a name",
                hint: "Write for example `Restores that work: minutes of the drill`.")
        }
        guard text.count <= 200 else {
            throw LedgerError(.tooLarge, "the name of a responsibility has at most 200 characters")
        }
        if let known = myJob.responsibilities.first(where: { $0.label.lowercased() == label.lowercased() }) {
            return known.key
        }
        var item = Responsibility(key: newKey(label, myJob), label: label)
        if parts.count > 1, !parts[1].isEmpty { item.measure = parts[1] }
        myJob.responsibilities.append(item)
        return item.key
    }

    private static func newKey(_ label: String, _ myJob: MyJob) -> String {
        let word = MyJobKeys.word(label)
        let base = word.isEmpty || word == Meaning.mine ? "responsibility" : word
        var key = base
        var number = 1
        while myJob.responsibilities.contains(where: { $0.key == key }) {
            number += 1
            key = "\(base)-\(number)"
        }
        return key
    }

    /// What a rule says, worded to follow “is”: `Restores that work`, `not mine: Printer fleet`, `growth`.
    private func said(_ outcome: Rule.Outcome, _ myJob: MyJob) -> String {
        if outcome.drop == true { return "off the timeline" }
        if let responsibility = outcome.responsibility { return MyJobLabels(myJob).responsibility(responsibility) }
        return outcome.arena?.label ?? "decided"
    }
}
