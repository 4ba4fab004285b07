package import LedgerModel

/// Turns the values of a file into My job and collects every mistake.
struct MyJobReader {
    var problems = MyJobProblems()
    var lines: [MyJobPlace: Int] = [:]

    static let keys = [
        "name", "zones", "working_hours", "possible_hours", "holiday_calendars", "leave", "leaves_out", "machines",
        "settings",
        "objectives",
        "responsibilities", "not_mine", "people", "skills", "areas", "blocks", "rules",
    ]

    mutating func myJob(_ tree: YAMLTree) -> MyJob {
        var myJob = MyJob()
        guard let root = fields(tree, allowed: Self.keys, what: "The file") else { return myJob }
        remember(root, nil, "")
        myJob.name = text(root, "name") ?? ""
        myJob.settings = settings(root)
        myJob.objectives = objectives(root)
        myJob.responsibilities = responsibilities(root)
        myJob.notMine = notMine(root)
        myJob.people = people(root)
        myJob.skills = skills(root)
        myJob.areas = areas(root)
        myJob.blocks = blocks(root)
        myJob.rules = rules(root)
        checkReferences(myJob)
        return myJob
    }

    mutating func remember(_ fields: MyJobFields, _ kind: MyJobKind?, _ key: String, prefix: String = "") {
        if prefix.isEmpty, kind != nil { lines[MyJobPlace(kind: kind, key: key, field: "")] = fields.line }
        for (name, entry) in fields.entries {
            lines[MyJobPlace(kind: kind, key: key, field: prefix + name)] = entry.line
        }
    }

    func line(_ kind: MyJobKind, _ key: String, _ field: String = "") -> Int {
        lines[MyJobPlace(kind: kind, key: key, field: field)] ?? lines[MyJobPlace(kind: kind, key: key, field: "")]
            ?? 1
    }
}

/// My job as read from a file, with the line of each item and field.
package struct MyJobReadingResult: Sendable, Hashable {
    package let myJob: MyJob
    package let fileName: String
    let lines: [MyJobPlace: Int]

    /// `FILE:LINE` of a field, or of its item if the field is not in the file; the name of the file if neither is.
    ///
    /// `field` is a key as written, with a dot inside `when` and `set`: `when.title~`.
    package func location(_ kind: MyJobKind, _ key: String, field: String = "") -> String {
        location(MyJobPlace(kind: kind, key: key, field: field))
    }

    /// `FILE:LINE` of a top-level key or a key of `settings`, such as `zones` or `settings.lead_in`.
    package func location(ofSetting field: String) -> String {
        location(MyJobPlace(kind: nil, key: "", field: field))
    }

    private func location(_ place: MyJobPlace) -> String {
        let item = MyJobPlace(kind: place.kind, key: place.key, field: "")
        guard let line = lines[place] ?? lines[item] else { return fileName }
        return "\(fileName):\(line)"
    }
}

/// A field of an item; without a kind, a setting.
struct MyJobPlace: Sendable, Hashable {
    var kind: MyJobKind?
    var key: String
    /// Empty for the item itself.
    var field: String
}

/// The mistakes found in one file, in the order of its lines.
struct MyJobProblems {
    private struct Problem {
        var line: Int
        var message: String
        var hint: Advice
    }

    private var list: [Problem] = []
    /// The number of mistakes; only the first hundred are kept.
    private(set) var total = 0
    private static let limit = 100

    mutating func add(_ line: Int, _ message: String, hint: Advice = "") {
        total += 1
        if list.count < Self.limit { list.append(Problem(line: line, message: message, hint: hint)) }
    }

    /// Reports a word that is not one of `choices`, suggests the nearest one and lists a few.
    mutating func unknown(_ what: String, _ word: String, choices: [String], at line: Int) {
        var message = "unknown \(what) \(excerpt(word))"
        if list.count < 20, let near = nearest(to: String(word.prefix(100)), among: choices.prefix(1000)) {
            message += "; did you mean \(excerpt(near))?"
        }
        let listed = choices.prefix(20).joined(separator: ", ") + (choices.count > 20 ? ", …" : "")
        add(line, message, hint: choices.isEmpty ? "There are none in this file." : "Choose from: \(listed).")
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

/// A short excerpt of what the person typed, in quotes and on one line.
func excerpt(_ text: String) -> String {
    let flat = String(
        text.unicodeScalars.prefix(80).map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return flat.count > 60 ? "\"\(flat.prefix(60))…\"" : "\"\(flat)\""
}
