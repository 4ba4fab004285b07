import GRDB
package import LedgerModel

/// What becomes private later keeps its time only: its words leave the file as if it had been forgotten.
extension Transaction {
    /// Takes the words out of a piece, or of its whole series, in every version, and keeps them out of every later import.
    ///
    /// Throws `.usage` for the whole series of a piece that is in none.
    package func makePrivate(_ id: PublicID, wholeSeries: Bool) throws {
        let what = try Wordless(db, id, wholeSeries: wholeSeries)
        try Forgotten.add(db, what.rows.map { .wordless($0.id.description) })
        if let series = what.series { try Forgotten.add(db, [.wordless(series: series)]) }
        try hideWords(of: what)
    }

    /// Takes the words out of these pieces, and out of older versions of others. A rule of My job keeps them out.
    package func hideWords(of rows: [Int64], olderVersionsOf others: [Int64]) throws {
        try hideWords(of: Wordless(db, rows))
        try evidence { writer in
            writer.hasErased = true
            for row in others { try PrivateTime.scrubOlder(db, row) }
        }
    }

    private func hideWords(of what: Wordless) throws {
        isToBeCompacted = true
        try evidence { writer in
            writer.hasErased = true
            for (row, _) in what.rows {
                let known = try People.seen(db, in: row)
                try PrivateTime.scrub(db, row)
                try writer.markDirty(db, row)
                writer.forgetGuests()
                try writer.dropUnreferred(db, known)
            }
            try UnusedNames.drop(db)
        }
        try SeriesWords(db).scrub(what.allSeries)
        try RuleWords.drop(db, of: what.titles)
    }

    /// Remembers an act that cannot be undone, so that `undo` names it and stops there.
    package func note(_ act: FinalAct, action: ULID) throws {
        try ActionJournal().save(db, id: action, verb: act.rawValue, subject: "", at: now)
    }
}

extension Snapshot {
    /// The titles of a piece, or of all of its series, in every version.
    package func titles(of id: PublicID, wholeSeries: Bool) throws -> Set<String> {
        try Wordless(db, id, wholeSeries: wholeSeries).titles
    }

    /// The number of pieces of the series that a piece is in; `nil` if it is in none.
    package func seriesCount(of id: PublicID) throws -> Int? {
        try Wordless.series(db, row(of: id)).map { try Wordless.rows(db, ofSeries: $0).count }
    }
}

/// Pieces that are losing their words, as they are before.
struct Wordless {
    let rows: [(row: Int64, id: PublicID)]
    /// The series that goes as a whole.
    var series: String?
    /// Every series that a piece is in.
    let allSeries: Set<String>
    /// Their titles in every version.
    let titles: Set<String>

    init(_ db: Database, _ id: PublicID, wholeSeries: Bool) throws {
        let row = try Snapshot(db).row(of: id)
        guard wholeSeries else {
            try self.init(db, [row])
            return
        }
        guard let series = try Self.series(db, row) else {
            throw LedgerError(.usage, "this piece is in no series", hint: "Leave out --series.")
        }
        try self.init(db, Self.rows(db, ofSeries: series))
        self.series = series
    }

    init(_ db: Database, _ rows: [Int64]) throws {
        var found: [(row: Int64, id: PublicID)] = []
        var titles: Set<String> = []
        var all: Set<String> = []
        for row in rows {
            guard let draft = try EvidenceReader.draft(db, row: row) else { continue }
            found.append((row, draft.id))
            titles.insert(draft.title)
            if let uid = Self.record(of: draft) { all.insert(uid) }
            let versions = try String.fetchAll(
                db.cachedStatement(sql: "SELECT content FROM evidence_version WHERE evidence_id = ?"),
                arguments: [row])
            for version in versions { titles.insert(try Content.read(EvidenceDraft.self, version).title) }
        }
        self.rows = found
        self.titles = titles.filter { !$0.isEmpty }
        allSeries = all
    }

    static func series(_ db: Database, _ row: Int64) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT series FROM evidence WHERE id = ?"), arguments: [row])
    }

    /// The series whose record may hold the words of a piece. A note that was made of an event is in no series.
    private static func record(of draft: EvidenceDraft) -> String? {
        if let series = draft.series { return series }
        guard draft.kind == .note, draft.externalID.hasPrefix("event/") else { return nil }
        let event = draft.externalID.dropFirst("event/".count)
        return event.lastIndex(of: "/").map { String(event[..<$0]) }
    }

    static func rows(_ db: Database, ofSeries uid: String) throws -> [Int64] {
        try Int64.fetchAll(db, sql: "SELECT id FROM evidence WHERE series = ? ORDER BY at, id", arguments: [uid])
    }
}
