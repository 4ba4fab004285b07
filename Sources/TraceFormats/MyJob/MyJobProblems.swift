import LedgerModel

/// The mistakes found in one file, in the order of its lines.
struct MyJobProblems {
    private struct Problem {
        var line: Int
        var message: String
        var hint: Advice
    }

    private var list: [Problem] = []
    /// How many there are; only the first hundred are kept.
    private(set) var total = 0
    private static let limit = 100

    mutating func add(_ line: Int, _ message: String, hint: Advice = "") {
        total += 1
        if list.count < Self.limit { list.append(Problem(line: line, message: message, hint: hint)) }
    }

    /// A word that is none of `choices`; the nearest one is suggested, and a few are listed.
    mutating func unknown(_ what: String, _ word: String, choices: [String], at line: Int) {
        var message = "unknown \(what) \(excerpt(word))"
        if list.count < 20, let near = nearest(to: String(word.prefix(100)), among: choices.prefix(1000)) {
            message += "; did you mean \(excerpt(near))?"
        }
        let listed = choices.prefix(20).joined(separator: ", ") + (choices.count > 20 ? ", …" : "")
        add(line, message, hint: choices.isEmpty ? "There is none in this file." : "There is: \(listed).")
    }

    func throwFirst(fileName: String) throws(LedgerError) {
        guard
            let first = list.enumerated().min(by: { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) })?
                .element
        else { return }
        let others = Set(list.map(\.line)).subtracting([first.line]).sorted()
        var more = ""
        if total > 1 {
            more = " (and \(total - 1) more"
            if !others.isEmpty { more += ", at line \(others.prefix(5).map(String.init).joined(separator: ", "))" }
            more += others.count > 5 ? ", …)" : ")"
        }
        throw LedgerError(
            .jobInvalid, first.message + more, location: "\(fileName):\(first.line)", hint: first.hint)
    }
}

/// What the person typed, in quotes, on one line, and not longer than it helps.
func excerpt(_ text: String) -> String {
    let flat = String(
        text.unicodeScalars.prefix(80).map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return flat.count > 60 ? "\"\(flat.prefix(60))…\"" : "\"\(flat)\""
}
