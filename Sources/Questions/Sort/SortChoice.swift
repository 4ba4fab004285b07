package import LedgerModel

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
                section: .desk, key: letters.popFirst() ?? "", label: "not mine: \(item.label)",
                answer: .notMine(item.key))
        }
        let beside: [(String, Arena)] = [("d", .growth), ("r", .relationships), ("s", .side), ("p", .personal)]
        return measured + [
            SortChoice(section: .job, key: "m", label: "mine, in none of them", answer: .mine),
            SortChoice(section: .job, key: "n", label: "not mine", answer: .notMine(nil)),
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
