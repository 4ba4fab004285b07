package import LedgerModel
import LedgerStore
import Questions
import TraceFormats

/// What one has already written: lines of notes become results, or what one wants next.
extension Results {
    /// A line of a note that can be kept.
    package struct NoteLine: Sendable, Hashable {
        package var note: PublicID
        /// The place of the line in its note, from 1.
        package var place: Int
        package var text: String
        /// Whether it is something to want next, and no result.
        package var isWanted: Bool
        package var at: Instant
        /// The days that it is from, as exactly as the note says.
        package var span: SpokenDate
        let hash: String

        /// `n7t2k3c9f4h6j8m2/1`
        package var id: String { "\(note)/\(place)" }
        package var becomes: String { isWanted ? "what I want next" : "result" }
    }

    package enum NoteLineAnswer: Sendable, Hashable {
        /// In these words.
        case keep(String)
        case no
    }

    /// What was kept of lines of notes.
    package struct KeptNoteLines: Sendable {
        package var claims: [PublicID] = []
        /// How many lines went to what the person wants next.
        package var wanted = 0
        package var refused = 0
        /// Lines that were answered elsewhere meanwhile.
        package var known = 0
        /// What may have been meant differently, a sentence each.
        package var remarks: [String] = []

        /// `Saved: three results, and one line in what you want next. Two are not offered again.`
        package var sentence: String {
            let parts = [
                claims.isEmpty ? nil : Words.count(claims.count, "result"),
                wanted == 0 ? nil : "\(Words.count(wanted, "line")) in what you want next",
            ].compactMap { $0 }
            var sentences = [parts.isEmpty ? "Nothing was saved." : "Saved: \(Words.list(parts))."]
            if refused > 0 {
                let lines = Words.count(refused, "other line").sentence
                sentences.append("\(lines) \(refused == 1 ? "is" : "are") not offered again.")
            }
            if known > 0 { sentences.append("\(Words.count(known, "line").sentence) had been answered meanwhile.") }
            return (sentences + remarks).joined(separator: " ")
        }
    }

    /// The most notes that are read at once.
    private static let mostNotes = 20_000

    /// The lines of notes that were not answered yet, newest note first. Lines of private notes and of the future are
    /// not among them.
    ///
    /// - Parameters:
    ///   - query: which notes, as `search` takes it; empty for all.
    ///   - period: `nil` for all times.
    package func noteLines(_ query: String = "", _ period: Period? = nil) throws(LedgerError) -> [NoteLine] {
        var asked = query.trimmed.isEmpty ? SearchQuery() : try SearchQuery(checked: query)
        asked.filters.append(.init(.kind, EvidenceKind.note.rawValue))
        return try Asking(self).inquire(.query(asked)) { inquiry in
            let ids = try inquiry.search(asked, limit: Self.mostNotes, isCounted: false).hits.map(\.id)
            let range = period?.interval(inquiry.zones)
            let notes = try inquiry.snapshot.writtenNotes(ids).filter { note in
                note.at <= now && range.map { $0.start <= note.at && note.at < $0.end } ?? true
            }
            // A note of one line that a result cites, or that was struck as a candidate, was answered there.
            let settled = try Set(inquiry.snapshot.claims().flatMap(\.evidence))
                .union(
                    inquiry.snapshot.saidOfCandidates(known: Set(ids)).filter { $0.answer == .struck }.flatMap(\.pieces)
                )
            return notes.flatMap { note in
                let isAnswered = settled.contains(note.id) && NoteLines(note.text, tags: note.tags).lines.count == 1
                return isAnswered ? [] : Self.open(in: note, inquiry.zones)
            }
        }
    }

    /// The lines of these notes that were not answered yet.
    package func noteLines(of notes: [PublicID]) throws(LedgerError) -> [NoteLine] {
        try Asking(self).inquire { inquiry in
            try inquiry.snapshot.writtenNotes(notes.unique()).flatMap { Self.open(in: $0, inquiry.zones) }
        }
    }

    static func open(in note: Snapshot.WrittenNote, _ zones: ZoneHistory) -> [NoteLine] {
        let day = zones.day(of: note.at)
        return NoteLines(note.text, tags: note.tags).lines.enumerated().compactMap { index, line in
            let hash = String(contentHash(line.text).prefix(16))
            guard !note.answered.contains(hash) else { return nil }
            // A note without a time of day is kept at the beginning of its day.
            let noon = zones.zone(on: day).instant(day, seconds: 43_200)
            return NoteLine(
                note: note.id, place: index + 1, text: line.text, isWanted: line.isWanted,
                at: note.flags.contains(.allDay) ? noon : note.at,
                span: SpokenDate(note.flags.within ?? .day, around: day), hash: hash)
        }
    }

    /// The lines that ids name: of a note, or of one of its lines. Throws `.notFound`.
    package func noteLines(named ids: [String], among lines: [NoteLine]) throws(LedgerError) -> [NoteLine] {
        var named: [NoteLine] = []
        for id in ids {
            let parts = id.lowercased().split(separator: "/", maxSplits: 1).map(String.init)
            let found = lines.filter { line in
                guard let start = parts.first, start.count >= 3, line.note.description.hasPrefix(start) else {
                    return false
                }
                return parts.count < 2 || String(line.place) == parts[1]
            }
            guard !found.isEmpty else {
                throw LedgerError(
                    .notFound, "no open line of a note has the id “\(id.prefix(40))”",
                    hint: "List them with \(offer: .noteLines(in: nil)).")
            }
            named += found.filter { !named.contains($0) }
        }
        return named
    }

    /// Keeps what was said of lines of notes, all as one action that `undo` takes back: results that cite their note,
    /// what the person wants next, and which lines are not offered again.
    ///
    /// Throws `.usage` for a line without words, `.tooLarge`, `.changedMeanwhile`.
    @discardableResult
    package func keep(_ answers: [(line: NoteLine, answer: NoteLineAnswer)]) throws(LedgerError) -> KeptNoteLines {
        let old = try myJob()
        var kept = KeptNoteLines()
        let open = Set(try noteLines(of: answers.map(\.line.note)))
        var wanted: [String] = []
        var claims: [(claim: Claim, ulid: ULID, line: NoteLine)] = []
        var said: [(NoteLine, NoteAnswer)] = []
        for (line, answer) in answers {
            guard open.contains(line) else {
                kept.known += 1
                continue
            }
            guard case .keep(let words) = answer else {
                kept.refused += 1
                said.append((line, .no))
                continue
            }
            let text = try Self.checked(words)
            said.append((line, line.isWanted ? .next : .result))
            if line.isWanted {
                wanted.append(text)
            } else {
                let ulid = ulid()
                claims.append(
                    (
                        Claim(
                            id: PublicID(.claim, ulid.text), text: text, knownBy: "my own note", at: min(line.at, now),
                            within: Claim.Span(rawValue: line.span.unit.rawValue), evidence: [line.note]), ulid, line
                    ))
            }
        }
        kept.claims = claims.map(\.claim.id)
        kept.wanted = wanted.count
        guard !said.isEmpty else { return kept }
        let reading = try JobText.wanting(wanted, in: old, on: today())
        kept.remarks = reading.remarks
        let action = ulid()
        try write { transaction in
            try world.settleZone(transaction)
            try transaction.act(action, "notes", on: "claims") {
                if reading.myJob != old {
                    try transaction.save(reading.myJob, ifStill: old, action: action, verb: "job")
                }
                for (claim, ulid, _) in claims { try transaction.add(claim, ulid: ulid) }
                for (line, answer) in said { try transaction.answer(line.note, line: line.hash, answer) }
            }
        }
        return kept
    }

    private static func checked(_ words: String) throws(LedgerError) -> String {
        let text = words.trimmed
        guard !text.isEmpty, text.count <= 2_000 else {
            throw LedgerError(
                .usage, "a result needs a sentence of at most 2,000 characters", hint: "Nothing was saved.")
        }
        return text
    }
}
