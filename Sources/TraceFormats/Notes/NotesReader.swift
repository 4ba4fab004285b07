package import LedgerModel

/// Reads notes from before: Markdown brag documents, plain text, and jrnl exports as text or JSON.
///
/// A note is a bullet, a paragraph or an entry; indented text below it is its body. Its date is its own, or else
/// that of the heading or line above it. Without either it has no date; none is guessed.
package enum NotesReader {
    /// The most entries of a file.
    package static let mostEntries = 20_000
    /// Longest entry, in characters.
    package static let longestEntry = 10_000
    static let longestLine = 40_000

    /// Throws `.unreadable` if the file is not text. An entry that cannot be saved is a warning with its place.
    ///
    /// - Parameters:
    ///   - zones: the zones for times of day.
    ///   - today: dates without a year are the latest that are not after it.
    ///   - day: the date of entries without one, if the file’s name says it.
    ///   - isDaily: whether the file is a note of one day or period, so that `date:` in its front matter counts.
    package static func read(
        _ bytes: [UInt8], fileName: String, zones: ZoneHistory, today: CivilDay, day: SpokenDate? = nil,
        isDaily: Bool = false
    ) throws(LedgerError) -> NotesReading {
        guard !bytes.contains(0) else {
            let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            throw LedgerError(
                .unreadable, isWide ? "this file is written in UTF-16" : "this is not a text file", location: fileName,
                hint: isWide ? "Save it as UTF-8 and import it again." : "Name a file of Markdown, plain text or JSON.")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var reading = NotesReading()
        var collector = NoteCollector(fileName: fileName, zones: zones, today: today)
        if body.first(where: { !($0 == 0x20 || (0x09...0x0D).contains($0)) }) == UInt8(ascii: "{") {
            try JrnlJSON.read(Array(body), into: &collector)
        } else {
            var text = NotesText(collector, day: day, isDaily: isDaily || day != nil)
            for (index, row) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
                guard row.count <= longestLine, let line = String(validating: row, as: UTF8.self) else {
                    text.collector.skip(
                        index + 1,
                        row.count > longestLine
                            ? "the line is longer than \(longestLine) bytes and was left out"
                            : "the line is not UTF-8 and was left out: save the file as UTF-8")
                    continue
                }
                text.take(line.hasSuffix("\r") ? String(line.dropLast()) : line, number: index + 1)
            }
            text.finish()
            collector = text.collector
            reading.isDated = text.isDated
        }
        reading.entries = collector.entries
        reading.skipped = collector.skipped
        reading.diagnostics = collector.diagnostics
        return reading
    }
}

/// Collects entries, gives each its id, and counts what is left out.
struct NoteCollector {
    let fileName: String
    let zones: ZoneHistory
    let today: CivilDay
    private(set) var entries: [NoteEntry] = []
    private(set) var skipped = 0
    private(set) var diagnostics = Diagnostics()
    private var seen: [String: Int] = [:]

    init(fileName: String, zones: ZoneHistory, today: CivilDay) {
        self.fileName = fileName
        self.zones = zones
        self.today = today
    }

    mutating func warn(_ number: Int, _ why: String) { diagnostics.warn("\(fileName):\(number)", why) }

    mutating func skip(_ number: Int, _ why: String) {
        skipped += 1
        diagnostics.warn("\(fileName):\(number)", why)
    }

    /// - Parameters:
    ///   - clock: seconds after midnight.
    ///   - until: the same for its end, on the next day if it is not later.
    ///   - isGoal: whether it stands under a heading of goals. Without a date it is of the day on which it is read,
    ///     because a goal is meant until it is reached.
    ///   - isRecord: whether `number` counts records, not lines.
    mutating func add(
        _ number: Int, title: String, body: String, when: NoteEntry.When?, clock: Int64? = nil, until: Int64? = nil,
        lacksYear: Bool = false, tags: [String] = [], isGoal: Bool = false, isRecord: Bool = false
    ) {
        let title = title.trimmed
        guard !title.isEmpty else { return skip(number, "there is nothing but a date; left out") }
        guard entries.count < NotesReader.mostEntries else {
            return skip(number, "more than \(NotesReader.mostEntries) entries; the rest was left out")
        }
        var body = body.trimmed
        let room = max(0, NotesReader.longestEntry - title.count)
        guard title.count <= NotesReader.longestEntry else {
            return skip(number, "the entry is longer than \(NotesReader.longestEntry) characters and was left out")
        }
        if body.count > room {
            body = String(body.prefix(room))
            diagnostics.warn(
                "\(fileName):\(number)",
                "the entry is longer than \(NotesReader.longestEntry) characters; its end was left out")
        }
        var stated = isGoal ? when ?? .day(today) : when
        var length: Int64?
        var isFloating = false
        if case .day(let day) = when, let clock {
            let spoken = SpokenTime(now: zones.start(of: today), zones: zones)
            let parts = SpokenParts(date: SpokenDate(.day, around: day), from: clock, until: until)
            let (from, end) = spoken.moments(parts)
            stated = .at(from)
            length = end.flatMap { $0 > from ? $0 - from : nil }
            isFloating = true
        }
        // Equal entries are different notes; their date and then their count make the ids differ. A year that was
        // chosen may be another at the next reading.
        let date = lacksYear ? String(Self.words(when).suffix(6)) : Self.words(when)
        let key = "\(date)\u{0}\(clock.map(String.init) ?? "")\u{0}\(title)\u{0}\(body)"
        seen[key, default: 0] += 1
        entries.append(
            NoteEntry(
                number: number, place: isRecord ? "\(fileName): entry \(number)" : "\(fileName):\(number)",
                externalID: "notes/\(contentHash("\(key)\u{0}\(seen[key] ?? 1)"))", title: title, body: body,
                when: stated, length: length, isFloating: isFloating, lacksYear: lacksYear && when != nil,
                isOfReading: isGoal && when == nil, tags: isGoal ? tags + [NoteTag.goal] : tags))
    }

    private static func words(_ when: NoteEntry.When?) -> String {
        switch when {
        case nil: ""
        case .at(let at): "\(at.seconds)"
        case .day(let day): day.iso
        case .within(let span): "\(span.unit.rawValue) \(span.last.iso)"
        }
    }
}

/// One note of a file: its text and its date.
package struct NoteEntry: Sendable, Hashable {
    /// The date of an entry, as exactly as it is given.
    package enum When: Sendable, Hashable {
        case at(Instant)
        case day(CivilDay)
        /// Within a week, a month, a quarter or a year.
        case within(SpokenDate)

        package init(_ date: SpokenDate) { self = date.unit == .day ? .day(date.first) : .within(date) }
    }

    /// The number of its first line, from 1; in JSON, its place among the entries.
    package var number: Int
    /// `FILE:12`, `FILE: entry 3`.
    package var place: String
    /// Made from its text and its own date, so that it stays the same when other lines move.
    package var externalID: String
    package var title: String
    package var body: String
    /// `nil` if the file gives no date.
    package var when: When?
    /// Seconds, if the entry says from when until when.
    package var length: Int64?
    /// Whether its time is read in the zone that the person was in, because it names none.
    package var isFloating = false
    /// Whether neither the entry nor a heading says the year.
    package var lacksYear = false
    /// Whether it has no date and is of the day on which it was first read.
    package var isOfReading = false
    package var tags: [String]
}

/// The content of a file of notes.
package struct NotesReading: Sendable {
    package var entries: [NoteEntry] = []
    /// Entries left out, each with a warning.
    package var skipped = 0
    package var diagnostics = Diagnostics()
    /// Whether the file says its date: in its name, its front matter or a heading.
    package var isDated = false

    package init() {}
}

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The output of `jrnl --export json`.
enum JrnlJSON {
    private struct File: Decodable {
        var entries: [Lossy]
    }

    /// An entry that cannot be decoded becomes `nil`, so that the others are read.
    private struct Lossy: Decodable {
        var entry: Entry?

        init(from decoder: any Decoder) throws { entry = try? Entry(from: decoder) }
    }

    private struct Entry: Decodable {
        var title: String?
        var body: String?
        var date: String?
        var time: String?
        var tags: [String]?
    }

    /// Throws `.unreadable` if it is not such a file.
    static func read(_ bytes: [UInt8], into collector: inout NoteCollector) throws(LedgerError) {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: Data(bytes))
        } catch {
            throw LedgerError(
                .unreadable, "this JSON file is not an export from jrnl", location: collector.fileName,
                hint: "Export it with `jrnl --export json --file notes.json`, or name a text file.")
        }
        for (index, item) in file.entries.enumerated() {
            guard let entry = item.entry else {
                collector.skip(index + 1, "the entry cannot be read and was left out")
                continue
            }
            let day = entry.date.flatMap { CivilDay(iso: $0.trimmed) }
            let title = entry.title?.trimmed ?? ""
            let body = entry.body?.trimmed ?? ""
            let first = body.prefix { !$0.isNewline }
            collector.add(
                index + 1, title: title.isEmpty ? String(first) : title,
                body: title.isEmpty ? String(body.dropFirst(first.count)) : body, when: day.map { .day($0) },
                clock: day == nil ? nil : entry.time.flatMap { SpokenTime.clock($0.trimmed.lowercased()) },
                tags: (entry.tags ?? []).prefix(50).map { String($0.drop { $0 == "@" || $0 == "#" }) }.filter {
                    !$0.isEmpty && $0.count <= 100
                }, isRecord: true)
        }
    }
}
