import Attribution
package import LedgerModel
import LedgerStore
import Questions

extension JobEditing {
    /// An answer that was kept, so that exactly it can be taken back.
    package struct Sorted: Sendable {
        package var action: String
        /// `“Stand-up”`
        package var title: String
        /// The name of the rule it wrote.
        package var rule: String
        package var said: String
    }

    /// Why an answer was not kept.
    package enum SortRefusal: Sendable, Hashable {
        /// A rule says already what the group is; its words.
        case decided(String)
        /// It is not what it was when it was asked.
        case changed
        /// It shares titles with groups that have to be answered first.
        case waits
    }

    package enum SortResult: Sendable {
        case kept(Sorted)
        case refused(SortRefusal)
    }

    /// A group as it was shown.
    package struct SortAsked: Sendable {
        package var id: String
        /// How many pieces it had.
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

    /// Writes the rule of an answer, when the group is still as it was asked.
    ///
    /// - Parameter naming: a new responsibility, as `Restores: minutes of the drill`; `answer` is then ignored.
    package func answer(
        _ asked: SortAsked, _ answer: SortAnswer, naming: String? = nil
    ) throws(LedgerError) -> SortResult {
        let sheet = try Asking(self).sortSheet(asked.period, split: asked.split)
        var frame = sheet.base.frame
        guard let group = sheet.group(asked.id) else {
            let known = frame.rules.last { SortGroup.id(of: $0.when) == asked.id }
            return .refused(known.map { .decided(said($0.set, frame)) } ?? .changed)
        }
        guard group.pieces.count == asked.pieces else { return .refused(.changed) }
        guard !group.isWaiting else { return .refused(.waits) }
        var answer = answer
        if let naming { answer = .responsibility(try Self.add(naming, to: &frame)) }
        try Self.check(answer, frame)
        let rule = Rule(group, answer, besides: frame.rules)
        let reckoning = try Reckoning(frame, zones: zones(frame))
        let matching = try store.read { try $0.traces(of: group.rows, needs: reckoning.needs) }.map {
            reckoning.reader.rules(matching: $0.facts)
        }
        frame.rules.insert(rule, at: frame.place(for: rule, matching: matching))
        // The expression is tried before anything is kept.
        _ = try Reckoning(frame, zones: zones(frame))
        let action = ulid()
        do {
            try write { transaction in
                try world.settleZone(transaction)
                try transaction.save(frame, ifStill: sheet.base.frame, action: action, verb: Self.sortVerb)
            }
        } catch  where error.code == .changedMeanwhile {
            return .refused(.changed)
        }
        return .kept(Sorted(action: action.text, title: group.title, rule: rule.key, said: said(rule.set, frame)))
    }

    static let sortVerb = "sort"

    private static func check(_ answer: SortAnswer, _ frame: Frame) throws(LedgerError) {
        switch answer {
        case .responsibility(let key):
            guard !frame.responsibilities.contains(where: { $0.key == key }) else { return }
            throw LedgerError(
                .notFound, "there is no responsibility “\(key.prefix(60))”",
                hint: "\(offer: .showJob) shows what is there.")
        case .notMine(let key?):
            guard !frame.notMine.contains(where: { $0.key == key }) else { return }
            throw LedgerError(
                .notFound, "there is nothing called “\(key.prefix(60))” on the desk",
                hint: "\(offer: .showJob) shows what is there.")
        default: return
        }
    }

    /// A new responsibility from a line; what follows a colon is its measure. Gives its key.
    private static func add(_ line: String, to frame: inout Frame) throws(LedgerError) -> String {
        let text = line.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
        guard let label = parts.first, !label.isEmpty else {
            throw LedgerError(
                .usage, "a responsibility needs a name",
                hint: "Write for example `Restores that work: minutes of the drill`.")
        }
        guard text.count <= 200 else {
            throw LedgerError(.tooLarge, "a responsibility is named in at most 200 characters")
        }
        if let known = frame.responsibilities.first(where: { $0.label.lowercased() == label.lowercased() }) {
            return known.key
        }
        var item = Responsibility(key: newKey(label, frame), label: label)
        if parts.count > 1, !parts[1].isEmpty { item.measure = parts[1] }
        frame.responsibilities.append(item)
        return item.key
    }

    private static func newKey(_ label: String, _ frame: Frame) -> String {
        let word = FrameKeys.word(label)
        let base = word.isEmpty || word == Meaning.mine ? "responsibility" : word
        var key = base
        var number = 1
        while frame.responsibilities.contains(where: { $0.key == key }) {
            number += 1
            key = "\(base)-\(number)"
        }
        return key
    }

    /// What a rule says, as words after “is”: `Restores that work`, `not mine: Printer fleet`, `growth`.
    private func said(_ outcome: Rule.Outcome, _ frame: Frame) -> String {
        if outcome.drop == true { return "off the timeline" }
        if let responsibility = outcome.responsibility { return FrameLabels(frame).responsibility(responsibility) }
        return outcome.arena?.label ?? "decided"
    }
}
