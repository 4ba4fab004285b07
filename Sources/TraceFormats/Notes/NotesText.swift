import LedgerModel

/// Reads Markdown, plain text and jrnl's text format line by line.
struct NotesText {
    var collector: NoteCollector
    private var dates: NoteHeadings
    private let isDaily: Bool
    /// Whether each entry begins with its time at the beginning of a line, as in an export from jrnl; `nil` before the
    /// first line with words.
    private var isJournal: Bool?
    private var entry: Open?
    /// Whether an entry was read before the open one.
    private var hasBegun = false
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
        var until: Int64?
        var lacksYear = false
        var hasOwnDate = false
        /// Whether it stands under a heading of goals.
        var isGoal = false
        /// Whether the next line can continue the title, which was only wrapped.
        var isWrapped = true
        /// Each of its lines as it is read, while all of them are so short that no editor wrapped them.
        var shortLines: [String]? = []

        mutating func take(line: String) {
            if line.count <= NotesText.longestTitleLine { shortLines?.append(line) } else { shortLines = nil }
        }
    }

    init(_ collector: NoteCollector, day: SpokenDate? = nil, isDaily: Bool = false) {
        self.collector = collector
        self.isDaily = isDaily
        dates = NoteHeadings(today: collector.today, day: day)
    }

    /// Whether the file says its date apart from its entries.
    var isDated: Bool { dates.hasDate }

    mutating func take(_ line: String, number: Int) {
        let text = line.trimmed
        if skipsMatter(text, number) { return }
        if isJournal == nil, !text.isEmpty { isJournal = dates.journal(line, isBare: true) != nil }
        let journal =
            dates.journal(line, isBare: false) ?? (isJournal == true ? dates.journal(line, isBare: true) : nil)
        if var open = entry, case .journal = open.kind, journal == nil {
            guard isJournal == true, dates.isHeading(text) else {
                open.body.append(line)
                entry = open
                return
            }
            // A dated heading: what follows is no journal.
            isJournal = false
        }
        if skipsCode(line, text) { return }
        guard !text.isEmpty else {
            isBroken = true
            isInTable = false
            closeTable()
            return
        }
        defer { isBroken = false }
        if let journal { return begin(journal: journal, number) }
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
            if isDaily, text.lowercased().hasPrefix("date:") { dates.takeMatter(String(text.dropFirst(5))) }
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
                takeHeading(open.title, level: mark == "=" ? 1 : 2, open.number)
            } else {
                close()
            }
            return true
        }
        let marks = text.prefix { $0 == "#" }.count
        guard (1...6).contains(marks), text.dropFirst(marks).first.map(\.isWhitespace) ?? true else { return false }
        close()
        takeHeading(String(text.dropFirst(marks)).trimmed.trimmingAny("#"), level: marks, number)
        return true
    }

    private mutating func takeHeading(_ text: String, level: Int, _ number: Int) {
        guard let doubt = dates.take(text, level: level) else { return }
        collector.warn(number, doubt.warning("heading", "the entries below it have no date"))
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
        var lacksYear = dates.lacksYear
        if let first = cells.first, let stated = dates.reader.whole(first) {
            when = stated.date.map { NoteEntry.When($0) }
            lacksYear = stated.date?.lacksYear ?? false
            if case .doubt(let doubt) = stated {
                collector.warn(number, doubt.warning("row", "it has no date"))
            } else {
                cells.removeFirst()
            }
        }
        collector.add(
            number, title: plain(cells.joined(separator: ", ")), body: "", when: when, lacksYear: lacksYear,
            isGoal: dates.isOfGoals)
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
            closeOrHead()
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
        closeOrHead()
        // A line that is only a date applies to the lines below it.
        switch dates.reader.whole(words) {
        case .date(let date): return dates.take(date)
        case .doubt(let doubt):
            dates.takeUnclear()
            return collector.warn(number, doubt.warning("line", "the entries below it have no date"))
        case nil: break
        }
        // “Goals:” on a line of its own is a heading too.
        if words.hasSuffix(":") {
            let isOfGoals = WishWords.isHeading(words)
            dates.takeLabel(isOfGoals: isOfGoals)
            if isOfGoals { return }
        }
        begin(.paragraph, words, number)
    }

    /// Closes the entry. A line right above that titles the dated ones is a heading: the first of a file, or one that
    /// ends in a colon. Where other lines are between, they are an entry.
    private mutating func closeOrHead() {
        guard let open = entry, !isBroken, isShort(open), let title = open.shortLines?.first,
            title.hasSuffix(":") || !hasBegun
        else { return close() }
        let rest = open.shortLines?.dropFirst() ?? []
        entry = nil
        hasBegun = true
        takeHeading(title, level: 6, open.number)
        guard !rest.isEmpty else { return }
        begin(.paragraph, rest.joined(separator: " "), open.number + 1)
        close()
    }

    /// Whether it is a paragraph of short lines, which no editor would have wrapped.
    private func isShort(_ open: Open) -> Bool {
        guard case .paragraph = open.kind, open.shortLines != nil else { return false }
        return open.body.isEmpty && !open.hasOwnDate
    }

    private static let longestTitleLine = 60

    /// Whether a line begins a new note without an empty line above it: it is a day, or begins with one as the
    /// paragraph did, or below short lines.
    private func beginsAnew(_ words: String, _ indent: Int, _ open: Open) -> Bool {
        guard !isBroken, indent == 0 else { return false }
        switch dates.reader.whole(words) {
        case .date(let date) where date.unit == .day: return true
        case .doubt: return true
        case .date, nil: break
        }
        guard case .paragraph = open.kind, open.hasOwnDate || isShort(open),
            case .found(let found) = dates.reader.first(words)
        else { return false }
        return found.date?.unit == .day
    }

    private mutating func goOn(_ words: String) {
        guard var open = entry, !words.isEmpty else { return }
        open.take(line: words)
        if open.isWrapped, !isBroken, OpenLine.all(in: words).isEmpty, open.title.count + words.count <= 400 {
            open.title += " " + words
        } else {
            open.isWrapped = false
            open.body.append(words)
        }
        entry = open
    }

    private mutating func begin(_ kind: Open.Kind, _ words: String, _ number: Int) {
        var open = Open(kind: kind, number: number, title: words, when: dates.when, lacksYear: dates.lacksYear)
        open.isGoal = dates.isOfGoals
        open.take(line: words)
        let bare = words.replacing("**", with: "").replacing("__", with: "")
        switch dates.reader.first(bare) {
        case .found(let found):
            if let date = found.date {
                open.title = String(found.rest)
                open.when = found.exact.map { .at($0) } ?? NoteEntry.When(date)
                (open.clock, open.until, open.hasOwnDate) = (found.exact == nil ? found.clock : nil, found.until, true)
                open.lacksYear = date.lacksYear
            } else if case .day = dates.when {
                // A time of day is on the day above.
                open.title = String(found.rest)
                (open.clock, open.until) = (found.clock, found.until)
            }
        case .doubt(let doubt):
            // Its unclear date may differ from that of the heading, so it has no date.
            open.when = nil
            collector.warn(number, doubt.warning("entry", "it has no date"))
        case nil: break
        }
        entry = open
    }

    /// jrnl takes the first sentence as the title.
    private mutating func begin(journal found: NoteDates.Found, _ number: Int) {
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
            kind: .journal, number: number, title: title, body: body,
            when: found.exact.map { .at($0) } ?? found.date.map { NoteEntry.When($0) },
            clock: found.exact == nil ? found.clock : nil, until: found.until)
    }

    private mutating func close() {
        guard var open = entry else { return }
        entry = nil
        hasBegun = true
        if case .journal = open.kind {
        } else if let found = dates.reader.last(open.title) {
            // Its own day takes precedence over that of a heading.
            (open.when, open.clock, open.until) = (NoteEntry.When(found.date), nil, nil)
            (open.title, open.lacksYear) = (found.rest, found.date.lacksYear)
        }
        let title = plain(open.title)
        collector.add(
            open.number, title: title, body: open.body.joined(separator: "\n"), when: open.when, clock: open.clock,
            until: open.until, lacksYear: open.lacksYear, tags: Self.tags(open.title), isGoal: open.isGoal)
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
