/// What the model of kinds of work sees of a commit: its subject, its paths and their number.
///
/// `Models/kind_features.py` makes the same features for training; `Models/samples.json` holds both to it.
package struct KindFeatures: Sendable {
    package struct Feature: Sendable {
        /// FNV-1a of its name, 32 bits.
        package var hash: UInt32
        package var value: Double
        /// What a person would call it; none for a number.
        var reasons: [KindReason]

        /// Whether it is a word of the subject, or several.
        var isWord: Bool {
            if case .word = reasons.first { true } else { false }
        }
    }

    package private(set) var all: [Feature] = []

    private static let mostWords = 40
    private static let mostPaths = 60

    /// Without paths only the subject is looked at. Of the subject the first line counts, without its conventional
    /// prefix, since a prefix alone decides nothing.
    package init(subject: String, paths: [String]) {
        let line = Array(subject.utf8.prefix { $0 != UInt8(ascii: "\n") })
        add(Self.text(Words(line[Self.prefix(of: line)...], most: Self.mostWords).all))
        let paths = paths.prefix(Self.mostPaths).map { Array($0.utf8) }
        guard !paths.isEmpty else { return }
        add(Self.marks(paths))
        add(paths.map { PathMark.ending($0) }.map { Named("e=", [$0], .files($0)) })
        add([Named("n=", [Array(String(Int.bitWidth - paths.count.leadingZeroBitCount).utf8)])])
    }

    /// Adds a group, which weighs as much whether it has one feature or forty.
    private mutating func add(_ group: [Named]) {
        var seen: Set<UInt32> = []
        let distinct = group.filter { seen.insert($0.hash).inserted }
        let value = 1 / Double(distinct.count).squareRoot()
        all += distinct.map { Feature(hash: $0.hash, value: value, reasons: $0.reasons) }
    }

    private static func text(_ words: [[UInt8]]) -> [Named] {
        var group: [Named] = []
        if let first = words.first { group.append(Named("^", [first], .word(first))) }
        group += words.map { Named("w=", [$0], .word($0)) }
        group += zip(words, words.dropFirst()).map { Named("b=", [$0, [32], $1], .word($0), .word($1)) }
        return group
    }

    private static func marks(_ paths: [[UInt8]]) -> [Named] {
        var count: [PathMark: Int] = [:]
        for path in paths { for mark in PathMark.all(of: path) { count[mark, default: 0] += 1 } }
        let marks = count.keys.sorted { $0.rawValue < $1.rawValue }
        var group: [Named] = []
        for mark in marks {
            let name = Array(mark.rawValue.utf8)
            let times = count[mark] ?? 0
            group.append(Named("has=", [name], .marked(mark)))
            if times == paths.count {
                group.append(Named("all=", [name], .marked(mark)))
            } else if times * 2 >= paths.count {
                group.append(Named("most=", [name], .marked(mark)))
            }
        }
        let set = Array(marks.map(\.rawValue).joined(separator: "+").utf8)
        group.append(Named("set=", [set], reasons: marks.map { .marked($0) }))
        return group
    }

    /// The length of a conventional prefix such as `feat(parser)!: `.
    private static func prefix(of line: [UInt8]) -> Int {
        var end = line.firstIndex { !Words.isLetter($0) } ?? line.count
        let name = String(decoding: line[..<end], as: UTF8.self).lowercased()
        guard prefixes.contains(name) else { return 0 }
        if end < line.count, line[end] == UInt8(ascii: "(") {
            guard
                let close = line[(end + 1)...].firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
                ),
                line[close] == UInt8(ascii: ")")
            else { return 0 }
            end = close + 1
        }
        if end < line.count, line[end] == UInt8(ascii: "!") { end += 1 }
        guard end < line.count, line[end] == UInt8(ascii: ":") else { return 0 }
        end += 1
        while end < line.count, line[end] == UInt8(ascii: " ") { end += 1 }
        return end
    }

    private static let prefixes: Set<String> = [
        "feat", "fix", "refactor", "test", "docs", "build", "ci", "cicd", "chore", "perf", "style", "imp", "revert",
        "deps",
    ]

    /// A feature by its name, of which only the hash is kept.
    private struct Named {
        var hash: UInt32 = 2_166_136_261
        var reasons: [KindReason]

        init(_ kind: StaticString, _ parts: [[UInt8]], _ reasons: KindReason...) {
            self.init(kind, parts, reasons: reasons)
        }

        init(_ kind: StaticString, _ parts: [[UInt8]], reasons: [KindReason]) {
            self.reasons = reasons
            kind.withUTF8Buffer { for byte in $0 { add(byte) } }
            for part in parts { for byte in part { add(byte) } }
        }

        private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
}

/// Why a kind of work was learned.
package enum KindReason: Sendable, Hashable {
    case word([UInt8])
    /// How a file ends, or its name if it has no ending.
    case files([UInt8])
    case marked(PathMark)

    /// Whether a person would learn something from it, as from “to” or a number they would not.
    var saysSomething: Bool {
        guard case .word(let word) = self else { return true }
        return word.count > 2 && !Self.small.contains(String(decoding: word, as: UTF8.self))
    }

    private static let small: Set<String> = [
        "and", "for", "from", "into", "not", "that", "the", "this", "when", "with",
    ]

    /// `“faster”`, `md files`, `test files`
    package var text: String {
        switch self {
        case .word(let word): "“\(String(decoding: word, as: UTF8.self))”"
        case .files(let ending): "\(String(decoding: ending, as: UTF8.self)) files"
        case .marked(let mark): mark.label
        }
    }
}

/// Runs of letters in small letters, split where a capital follows a small letter. A run of digits is `0`.
struct Words {
    private(set) var all: [[UInt8]] = []
    private var word: [UInt8] = []
    private let most: Int

    init(_ text: some Sequence<UInt8>, most: Int) {
        self.most = most
        var before: UInt8 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(before) {
                    end()
                    word = [UInt8(ascii: "0")]
                    end()
                }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(before) { end() }
                word.append(byte + 32)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 128...: word.append(byte)
            default: end()
            }
            before = byte
        }
        end()
    }

    private mutating func end() {
        if !word.isEmpty, all.count < most { all.append(word) }
        word = []
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
    }
}
