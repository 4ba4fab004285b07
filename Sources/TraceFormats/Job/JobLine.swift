import LedgerModel

/// One line of a box, and what it says about an item.
protocol JobLine {
    associatedtype Item: MyJobItem
    /// As it was typed.
    var text: String { get }
    var label: String { get }
    static func write(_ item: Item) -> String
    /// Whether the box shows the item.
    static func asks(for item: Item) -> Bool
    /// Whether an item with nearly the same label is the same item, reworded.
    static var knowsReworded: Bool { get }
    func isSame(as item: Item) -> Bool
    func make(key: String) -> Item
    func apply(to item: inout Item)
}

extension JobLine {
    static func asks(for item: Item) -> Bool { true }
    static var knowsReworded: Bool { true }
    func isSame(as item: Item) -> Bool { JobMerge.folded(item.label) == JobMerge.folded(label) }
}

/// `Restores that work: minutes of the quarterly drill, under 60`.
struct MeasuredLine: JobLine {
    var text: String
    var label: String
    var measure: String?
    var target: String?

    init(_ text: String) {
        self.text = text
        let (label, detail) = LabelText.split(text)
        self.label = label
        (measure, target) = detail.map(Self.split) ?? (nil, nil)
    }

    static func write(_ item: Responsibility) -> String {
        guard let measure = item.measure else { return item.label }
        return "\(item.label): \(measure)" + (target(item).map { ", \($0)" } ?? "")
    }

    private static func target(_ item: Responsibility) -> String? {
        let words = [item.target, item.unit].compactMap(\.self).filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    func make(key: String) -> Responsibility {
        var item = Responsibility(key: key, label: label)
        apply(to: &item)
        return item
    }

    /// A target that is unchanged keeps its unit.
    func apply(to item: inout Responsibility) {
        item.label = label
        item.measure = measure
        guard target != Self.target(item) else { return }
        if let target, let unit = item.unit, target.hasSuffix(" " + unit) {
            item.target = MyJobText.strip(target.dropLast(unit.count))
        } else {
            item.target = target
            item.unit = nil
        }
    }

    /// Splits off the part after the last comma if it looks like a target.
    private static func split(_ detail: String) -> (measure: String?, target: String?) {
        guard let comma = detail.lastIndex(where: { $0 == "," || $0 == ";" }) else { return (detail, nil) }
        let measure = MyJobText.strip(detail[..<comma])
        var target = MyJobText.strip(detail[detail.index(after: comma)...])
        for word in ["target:", "target "] where target.lowercased().hasPrefix(word) {
            target = MyJobText.strip(target.dropFirst(word.count))
        }
        guard !measure.isEmpty, isTarget(target) else { return (detail, nil) }
        return (measure, target)
    }

    private static func isTarget(_ text: String) -> Bool {
        guard let first = text.first else { return false }
        if first.isNumber || "<>≤≥=~+-−".contains(first) { return true }
        if text.contains(where: \.isNumber) { return true }
        let word = text.lowercased().prefix { $0.isLetter }
        return ["under", "over", "below", "above", "at", "less", "more", "none", "no", "every", "all", "zero", "up"]
            .contains(String(word))
    }
}

/// `Maria Keller <maria@example.org>`.
struct DeciderLine: JobLine {
    var text: String
    var label: String
    var addresses: [String]

    /// A word that looks like an address but is not one stays part of the name.
    init(_ text: String, _ remarks: inout [String]) {
        self.text = text
        var words: [String] = []
        addresses = []
        for word in text.split(whereSeparator: { $0.isWhitespace }).map(String.init) {
            let bare = word.trimmingAny("<>(),;:")
            if Self.isAddress(bare) {
                if !addresses.contains(bare.lowercased()) { addresses.append(bare.lowercased()) }
            } else {
                if word.contains("@") {
                    remarks.append("“\(word)” is not an address, so it was saved as part of a name.")
                }
                words.append(word)
            }
        }
        let name = words.joined(separator: " ").trimmingAny(",;:-–—")
        label = name.isEmpty ? addresses.first ?? text : name
    }

    static func write(_ item: MyJobPerson) -> String {
        ([item.label] + item.identities.filter { isAddress($0) && $0 != item.label }.map { "<\($0)>" })
            .joined(separator: " ")
    }

    static func asks(for item: MyJobPerson) -> Bool { item.role == .decider }
    /// Nearly equal names are different people.
    static var knowsReworded: Bool { false }

    func isSame(as item: MyJobPerson) -> Bool {
        JobMerge.folded(item.label) == JobMerge.folded(label)
            || addresses.contains { address in item.identities.contains { $0.lowercased() == address } }
    }

    func make(key: String) -> MyJobPerson {
        MyJobPerson(key: key, label: label, role: .decider, identities: addresses)
    }

    /// The addresses of a person that the box showed become those of the line; names stay.
    func apply(to item: inout MyJobPerson) {
        item.label = label
        let kept = item.role == .decider ? item.identities.filter { !Self.isAddress($0) } : item.identities
        item.role = .decider
        let said = addresses.filter { address in !kept.contains { $0.lowercased() == address } }
        item.identities = kept + said
    }

    private static func isAddress(_ word: String) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].count >= 2
            && word.allSatisfy { !$0.isWhitespace && !"<>,;\"".contains($0) }
    }
}

/// `Lead the platform team`.
struct AreaLine: JobLine {
    var text: String
    var label: String { text }

    init(_ text: String) { self.text = text }

    static func write(_ item: LearningArea) -> String { item.label }
    func make(key: String) -> LearningArea { LearningArea(key: key, label: label) }
    func apply(to item: inout LearningArea) { item.label = label }
}

/// `Printers: Facilities`.
struct NotMineLine: JobLine {
    var text: String
    var label: String
    var owner: String?

    init(_ text: String) {
        self.text = text
        (label, owner) = LabelText.split(text)
    }

    static func write(_ item: NotMine) -> String { item.label + (item.owner.map { ": \($0)" } ?? "") }
    func make(key: String) -> NotMine { NotMine(key: key, label: label, owner: owner) }

    func apply(to item: inout NotMine) {
        item.label = label
        item.owner = owner
    }
}

/// A label, and the text after the first colon, arrow or spaced dash.
enum LabelText {
    static func split(_ text: String) -> (label: String, detail: String?) {
        var first: Range<String.Index>?
        for mark in [": ", " - ", " – ", " — ", " -> ", " → "] {
            guard let range = text.ranges(of: mark).first else { continue }
            if first.map({ range.lowerBound < $0.lowerBound }) ?? true { first = range }
        }
        guard let first, first.lowerBound > text.startIndex else {
            return (text.trimmingAny(":"), nil)
        }
        let detail = MyJobText.strip(text[first.upperBound...])
        return (MyJobText.strip(text[..<first.lowerBound]), detail.isEmpty ? nil : detail)
    }
}

extension String {
    /// Trims these characters and white space from both ends; unchanged if nothing would be left.
    func trimmingAny(_ characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace || characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace || characters.contains(last) { rest.removeLast() }
        return rest.isEmpty ? self : String(rest)
    }
}
