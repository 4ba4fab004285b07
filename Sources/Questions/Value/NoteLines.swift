import LedgerModel

/// What a note says that could be a result, or something that the person wants next, line by line.
///
/// A bullet is a line, and so is each sentence of a paragraph; a sentence that only goes on (*It*, *This*) stays with
/// the one before it. Left out is what says neither: headings and labels, questions of templates, boxes that are not
/// ticked, links and dates alone, code, what was asked or promised, and single words.
package struct NoteLines: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        /// One sentence or a bullet, without its marks.
        package var text: String
        package var isWanted: Bool
    }

    package private(set) var lines: [Line] = []

    /// The most lines of one note.
    package static let most = 50
    /// The longest line, in characters; the rest of a longer one is left out.
    package static let longest = 400

    /// - Parameters:
    ///   - text: the whole note.
    ///   - tags: its tags. A goal is wanted, and a review as such says nothing.
    package init(_ text: String, tags: [String]) {
        isWanted = tags.contains(NoteTag.goal)
        guard !tags.contains(where: { $0.hasPrefix(NoteTag.reviewed) }) else { return }
        var inCode = false
        for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let row = Self.clean(row)
            if row.hasPrefix("```") || row.hasPrefix("~~~") {
                inCode.toggle()
                close()
            } else if !inCode {
                take(row)
            }
        }
        close()
    }

    private let isWanted: Bool
    /// Whether the last label was one of goals.
    private var isOfGoals = false
    /// The paragraph so far.
    private var open = ""
    private var seen: Set<String> = []

    private mutating func take(_ row: String) {
        guard !row.isEmpty, !row.allSatisfy({ "-=*_ ".contains($0) }) else { return close() }
        if row.hasPrefix("#"), row.drop(while: { $0 == "#" }).first?.isWhitespace ?? true {
            close()
            isOfGoals = WishWords.isHeading(row)
            return
        }
        let isBullet = Self.bullet(row) != nil
        if isBullet || !OpenLine.all(in: row).isEmpty { close() }
        // What was asked or promised is a matter of the next talk.
        guard OpenLine.all(in: row).isEmpty else { return }
        guard let words = Self.bullet(row) ?? row.nonEmpty, !words.isEmpty else { return }
        if words.hasSuffix(":") {
            close()
            isOfGoals = WishWords.isHeading(words)
            return
        }
        open += open.isEmpty ? words : " " + words
        if open.count > 20_000 { close() }
    }

    private mutating func close() {
        let text = open
        open = ""
        for sentence in Self.sentences(text) { add(sentence) }
    }

    private mutating func add(_ sentence: String) {
        guard lines.count < Self.most, let words = Self.telling(Self.withoutLabel(sentence)) else { return }
        let wish = WishWords.wish(in: words)
        guard let text = wish.map({ Self.telling($0) }) ?? words else { return }
        let line = Line(text: Self.shortened(text), isWanted: isWanted || isOfGoals || wish != nil)
        if seen.insert(line.text).inserted { lines.append(line) }
    }
}

/// Single lines.
extension NoteLines {
    /// Without control characters, quotation marks of Markdown and bold type.
    private static func clean(_ row: Substring) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in row.unicodeScalars {
            let category = scalar.properties.generalCategory
            scalars.append(category == .control || category == .format ? " " : scalar)
        }
        return String(scalars).replacing("**", with: "").replacing("__", with: "").trimmed
            .drop { $0 == ">" || $0 == " " }.trimmed
    }

    /// The words of a bullet; empty for one without words or with an empty box, `nil` for what is no bullet.
    private static func bullet(_ row: String) -> String? {
        let digits = row.prefix { $0.isASCII && $0.isNumber }.count
        var rest: Substring
        if let first = row.first, "-*+•–·".contains(first) {
            rest = row.dropFirst()
        } else if (1...3).contains(digits), let mark = row.dropFirst(digits).first, ".)".contains(mark) {
            rest = row.dropFirst(digits + 1)
        } else if row.hasPrefix("[ ]") || row.lowercased().hasPrefix("[x]") {
            rest = row[...]
        } else {
            return nil
        }
        guard rest.first.map({ $0.isWhitespace || $0 == "[" }) ?? true else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        if rest.hasPrefix("[ ]") || rest.hasPrefix("[]") { return "" }
        if rest.lowercased().hasPrefix("[x]") { rest = rest.dropFirst(3) }
        return rest.trimmed
    }

    /// Words with which a sentence goes on from the one before it.
    private static let goingOn: Set<String> = [
        "it", "its", "this", "that", "these", "those", "they", "which", "he", "she", "there", "das", "dies", "diese",
        "dieser", "es", "sie", "er", "damit", "dadurch",
    ]

    /// The sentences of a paragraph. A full stop ends one only before a capital letter or a digit.
    static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var start = text.startIndex
        var place = text.startIndex
        func end(at end: String.Index) {
            let sentence = text[start..<end].trimmed
            start = end
            guard !sentence.isEmpty else { return }
            let first = sentence.prefix { $0.isLetter || $0 == "'" || $0 == "’" }.lowercased()
            if let last = sentences.last, goingOn.contains(first), last.count + sentence.count < longest {
                sentences[sentences.count - 1] = last + " " + sentence
            } else {
                sentences.append(sentence)
            }
        }
        while place < text.endIndex {
            let next = text.index(after: place)
            if ".!?…".contains(text[place]), next < text.endIndex, text[next].isWhitespace {
                let word = text[start..<place].split(whereSeparator: \.isWhitespace).last ?? ""
                let follows = text[next...].first { !$0.isWhitespace }
                let isShort = text[place] == "." && (word.count < 2 || shortForms.contains(word.lowercased()))
                if !isShort, follows.map({ $0.isUppercase || $0.isNumber || "“\"(".contains($0) }) ?? true {
                    end(at: next)
                }
            }
            place = next
        }
        end(at: text.endIndex)
        return sentences
    }

    private static let shortForms: Set<String> = [
        "e.g", "i.e", "vs", "approx", "ca", "incl", "dr", "mr", "mrs", "ms", "no", "z.b", "d.h", "bzw", "inkl", "nr",
    ]

    /// Labels of templates and reviews, which say what kind of line follows.
    private static let labels: Set<String> = [
        "result", "results", "done", "win", "wins", "achievement", "what went well", "what made the result", "ergebnis",
        "erfolg", "highlight",
    ]

    private static func withoutLabel(_ sentence: String) -> String {
        guard let colon = sentence.prefix(24).firstIndex(of: ":"),
            labels.contains(sentence[..<colon].trimmed.lowercased())
        else { return sentence }
        return sentence[sentence.index(after: colon)...].trimmed
    }

    private static let nothing: Set<String> = ["none", "nothing", "n/a", "tbd", "todo", "to do", "keine", "nichts"]

    /// The sentence in plain words; `nil` if it says nothing.
    private static func telling(_ sentence: String) -> String? {
        let plain = withoutLinks(sentence)
        guard !plain.hasSuffix("?") else { return nil }
        let said = plain.split(whereSeparator: \.isWhitespace).filter { !$0.contains("://") && !$0.hasPrefix("#") }
        let words = said.filter { $0.contains(where: \.isLetter) }
        guard words.count > 1 || words.contains(where: { $0.unicodeScalars.contains { $0.properties.isIdeographic } }),
            !nothing.contains(said.joined(separator: " ").lowercased()),
            !SpokenParts.hasOnlyDateWords(plain)
        else { return nil }
        let isOpenBox = plain.hasPrefix("[ ]") || plain.lowercased().hasPrefix("todo")
        return isOpenBox ? nil : withoutStop(withoutTags(plain))
    }

    /// `[the audit](https://example.com/a)` becomes `the audit`, `[[page]]` becomes nothing.
    private static func withoutLinks(_ text: String) -> String {
        guard text.contains("[") || text.contains("<") else { return text }
        return text.replacing(/\[\[[^\]\[]{0,200}\]\]/, with: "")
            .replacing(/!?\[([^\]\[]{0,300})\]\([^()\s]{0,2000}\)/) { match in
                // A link that is all of the line points somewhere and says nothing.
                match.output.0.count == text.trimmed.count ? "" : String(match.output.1)
            }.replacing(/<https?:[^<>\s]{0,2000}>/, with: "").trimmed
    }

    /// One sentence needs no full stop in a list.
    private static func withoutStop(_ text: String) -> String {
        guard text.hasSuffix("."), !text.hasSuffix(".."), !text.dropLast().contains(where: { ".!?".contains($0) })
        else {
            return text
        }
        return String(text.dropLast())
    }

    private static func withoutTags(_ text: String) -> String {
        var words = text.split(whereSeparator: \.isWhitespace)
        while let last = words.last, last.hasPrefix("#"), last.dropFirst().first?.isLetter == true {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > longest else { return text }
        let head = text.prefix(longest - 1)
        return "\(head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head)…"
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
