import LedgerModel

/// Reads Markdown, plain text and jrnl's text format line by line.
struct NotesText {
    var collector: NoteCollector
    private var dates = NoteHeadings()
    private var entry: Open?
    /// Whether the last line was empty, so that the next one begins a paragraph.
    private var isBroken = true
    private var fence: String?
    private var isFrontMatter = false
    private var isComment = false
    /// A row that may be the head of a table: known once the line below it is read.
    private var tableHead: (number: Int, cells: [String])?
    private var isInTable = false

    private struct Open {
        enum Kind { case bullet(indent: Int), paragraph, journal }

        var kind: Kind
        var number: Int
        var title: String
        var body: [String] = []
        var when: NoteEntry.When?
        var clock: Int64?
        var hasOwnDate = false
        /// Whether the next line can continue the title, which was only wrapped.
        var isWrapped = true
    }

    init(_ collector: NoteCollector) { self.collector = collector }

    mutating func take(_ line: String, number: Int) {
        let text = line.trimmed
        if skipsMatter(text, number) { return }
        if var open = entry, case .journal = open.kind, NoteDate.journal(line) == nil {
            open.body.append(line)
            entry = open
            return
        }
        if skipsCode(line, text) { return }
        guard !text.isEmpty else {
            isBroken = true
            isInTable = false
            closeTable()
            return
        }
        defer { isBroken = false }
        if let found = NoteDate.journal(line) { return begin(journal: found, number) }
        if takesHeading(text, number) || takesTable(text, number) { return }
        takeWords(line, text, number)
    }

    mutating func finish() {
        closeTable()
        close()
    }

    // MARK: Skipped text

    /// Skips front matter at the top, and comments.
    private mutating func skipsMatter(_ text: String, _ number: Int) -> Bool {
        if number == 1, text == "---" || text == "+++" {
            isFrontMatter = true
            return true
        }
        if isFrontMatter {
            if ["---", "...", "+++"].contains(text) || number > 200 { isFrontMatter = false }
            return true
        }
        if !isComment, text.hasPrefix("<!--") { isComment = true }
        guard isComment else { return false }
        if text.contains("-->") { isComment = false }
        return true
    }

    /// Adds lines between fences to the entry above them.
    private mutating func skipsCode(_ line: String, _ text: String) -> Bool {
        if let mark = fence {
            entry?.body.append(line)
            if text.hasPrefix(mark) { fence = nil }
            return true
        }
        guard let mark = ["```", "~~~"].first(where: text.hasPrefix) else { return false }
        fence = mark
        entry?.isWrapped = false
        entry?.body.append(line)
        return true
    }

    // MARK: Headings and tables

    private mutating func takesHeading(_ text: String, _ number: Int) -> Bool {
        // A line of = or - makes the line above it a heading; elsewhere it is a horizontal rule.
        if text.count >= 3, let mark = text.first, "=-*_".contains(mark), text.allSatisfy({ $0 == mark || $0 == " " }) {
            if mark == "=" || mark == "-", let open = entry, case .paragraph = open.kind, open.body.isEmpty,
                !isBroken, open.number == number - 1
            {
                entry = nil
                dates.take(open.title, level: mark == "=" ? 1 : 2)
            } else {
                close()
            }
            return true
        }
        let marks = text.prefix { $0 == "#" }.count
        guard (1...6).contains(marks), text.dropFirst(marks).first.map(\.isWhitespace) ?? true else { return false }
        close()
        dates.take(String(text.dropFirst(marks)).trimmed.trimmingAny("#"), level: marks)
        return true
    }

    private mutating func takesTable(_ text: String, _ number: Int) -> Bool {
        guard text.hasPrefix("|"), text.count > 1 else {
            closeTable()
            return false
        }
        close()
        let cells = text.trimmingAny("|").split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
        if cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }) {
            tableHead = nil
            isInTable = true
        } else if isInTable {
            addRow(cells, number)
        } else {
            closeTable()
            tableHead = (number, cells)
        }
        return true
    }

    /// A row without a separator line below it was not a head.
    private mutating func closeTable() {
        guard let (number, cells) = tableHead else { return }
        tableHead = nil
        addRow(cells, number)
    }

    private mutating func addRow(_ cells: [String], _ number: Int) {
        var cells = cells.filter { !$0.isEmpty }
        var when = dates.when
        if let first = cells.first, let stated = NoteDate.whole(first, year: dates.year) {
            when = stated
            cells.removeFirst()
        }
        collector.add(number, title: plain(cells.joined(separator: ", ")), body: "", when: when)
    }

    // MARK: Notes

    private mutating func takeWords(_ line: String, _ text: String, _ number: Int) {
        let indent = line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        if let bullet = NoteBullet(text) {
            if let open = entry, case .bullet(let above) = open.kind, indent > above + 1 {
                entry?.isWrapped = false
                entry?.body.append(String(repeating: " ", count: indent - above - 2) + text)
                return
            }
            close()
            guard bullet.isDone || bullet.isOpenLine else {
                return collector.skip(number, "the task is not ticked and was left out")
            }
            return begin(.bullet(indent: indent), bullet.text, number)
        }
        let words = text.hasPrefix(">") ? String(text.drop { $0 == ">" || $0 == " " }) : text
        if let open = entry, !beginsAnew(words, indent, open) {
            if case .bullet(let above) = open.kind, !isBroken || indent > above {
                return goOn(words)
            }
            if case .paragraph = open.kind, !isBroken { return goOn(words) }
        }
        close()
        // A line that is only a date applies to the lines below it.
        if let when = NoteDate.whole(words, year: dates.year) { return dates.take(when) }
        begin(.paragraph, words, number)
    }

    /// Whether a line begins a new note without an empty line above it: it is a day, or begins with one as the
    /// paragraph did.
    private func beginsAnew(_ words: String, _ indent: Int, _ open: Open) -> Bool {
        guard !isBroken, indent == 0 else { return false }
        if case .day = NoteDate.whole(words, year: dates.year) { return true }
        guard case .paragraph = open.kind, open.hasOwnDate,
            case .day = NoteDate.first(words, year: dates.year)?.when
        else { return false }
        return true
    }

    private mutating func goOn(_ words: String) {
        guard var open = entry, !words.isEmpty else { return }
        if open.isWrapped, !isBroken, OpenLine.all(in: words).isEmpty, open.title.count + words.count <= 400 {
            open.title += " " + words
        } else {
            open.isWrapped = false
            open.body.append(words)
        }
        entry = open
    }

    private mutating func begin(_ kind: Open.Kind, _ words: String, _ number: Int) {
        var open = Open(kind: kind, number: number, title: words, when: dates.when)
        let bare = words.replacing("**", with: "").replacing("__", with: "")
        if let found = NoteDate.first(bare, year: dates.year) {
            open.title = String(found.rest)
            (open.when, open.clock, open.hasOwnDate) = (found.when, found.clock, true)
        } else if NoteDate.isUnclear(bare) {
            // Its unclear date may differ from that of the heading, so it has no date.
            open.when = nil
        }
        entry = open
    }

    /// jrnl takes the first sentence as the title.
    private mutating func begin(journal found: NoteDate.Found, _ number: Int) {
        close()
        let words = String(found.rest)
        var title = words
        var body: [String] = []
        if let end = words.indices.first(where: { index in
            ".!?".contains(words[index]) && words.index(after: index) < words.endIndex
                && words[words.index(after: index)].isWhitespace
        }) {
            title = String(words[...end])
            body = [String(words[words.index(after: end)...])]
        }
        entry = Open(
            kind: .journal, number: number, title: title, body: body, when: found.when, clock: found.clock)
    }

    private mutating func close() {
        guard var open = entry else { return }
        entry = nil
        if case .journal = open.kind {
        } else if let found = NoteDate.last(open.title, year: dates.year) {
            // Its own day takes precedence over that of a heading.
            (open.when, open.clock) = (found.when, nil)
            open.title = String(found.rest)
        }
        let title = plain(open.title)
        collector.add(
            open.number, title: title, body: open.body.joined(separator: "\n"), when: open.when, clock: open.clock,
            tags: Self.tags(open.title))
    }

    private func plain(_ text: String) -> String {
        text.replacing("**", with: "").replacing("__", with: "").trimmed
    }

    /// `#resilience`; not `#17`, which is the number of a ticket.
    private static func tags(_ text: String) -> [String] {
        var tags: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) where word.hasPrefix("#") {
            let tag = word.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            if tag.first?.isLetter == true, !tags.contains(String(tag)) { tags.append(String(tag)) }
        }
        return tags
    }
}

/// `- text`, `* [x] text`, `1. text`.
struct NoteBullet {
    var text: String
    /// False for a task that is not ticked, which has not happened.
    var isDone = true
    /// Whether it says what was asked or promised, which is open while it is not ticked.
    var isOpenLine = false

    init?(_ line: String) {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        var rest: Substring
        if let first = line.first, "-*+•–·".contains(first) {
            rest = line.dropFirst()
        } else if (1...3).contains(digits.count), let mark = line.dropFirst(digits.count).first, ".)".contains(mark) {
            rest = line.dropFirst(digits.count + 1)
        } else {
            return nil
        }
        guard rest.first?.isWhitespace ?? !rest.base.isEmpty else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        var isTicked = false
        for (box, done) in [("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true)] where rest.hasPrefix(box) {
            (isDone, isTicked) = (done, done)
            rest = rest.dropFirst(box.count)
        }
        text = String(rest).trimmed
        isOpenLine = !OpenLine.all(in: text).isEmpty
        // A ticked one keeps its box, by which it is known not to be open.
        if isOpenLine, isTicked { text = "[x] " + text }
    }
}

/// The dates that headings and lines of their own give to the notes below them.
struct NoteHeadings {
    private var open: [(level: Int, when: NoteEntry.When?, year: Int?)] = []
    private var line: NoteEntry.When?

    /// The nearest date above.
    var when: NoteEntry.When? { line ?? open.last { $0.when != nil }?.when }

    /// The year of dates that have none.
    var year: Int? { open.last { $0.year != nil }?.year ?? line.flatMap(Self.year) }

    /// Takes a heading, which ends earlier headings of the same or a lower level.
    mutating func take(_ heading: String, level: Int) {
        open.removeAll { $0.level >= level }
        line = nil
        let when = NoteDate.whole(heading, year: year) ?? NoteDate.first(heading, year: year)?.when
        open.append((level, when, when.flatMap(Self.year)))
    }

    /// Takes a date on a line of its own.
    mutating func take(_ when: NoteEntry.When) { line = when }

    private static func year(_ when: NoteEntry.When) -> Int? {
        switch when {
        case .at: nil
        case .day(let day): day.components.year
        // A week may be in two years; its Thursday decides (ISO 8601).
        case .within(.week, let last): (last - 3).components.year
        case .within(_, let last): last.components.year
        }
    }
}

extension NoteDate {
    /// `[2026-03-17 09:30] Title. Body`, as jrnl writes it.
    static func journal(_ line: String) -> Found? {
        guard line.hasPrefix("["), line.dropFirst().first?.isNumber == true, let found = first(line, year: nil),
            found.clock != nil || line.dropFirst(11).first == "]", !found.rest.isEmpty
        else { return nil }
        return found
    }
}
