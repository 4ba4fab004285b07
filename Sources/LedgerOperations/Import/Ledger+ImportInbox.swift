import LedgerModel
import LedgerStore
import TraceFormats
import TraceSources

extension Ledger {
    /// Reads a synced text file line by line; a line is taken once, whatever is added around it.
    func importInbox(_ path: String, arena: Arena?) throws(LedgerError) -> ImportOutcome {
        let locator = Folders.absolute(path)
        let bytes = try FileReader.read(locator, limit: 16 << 20)
        let frame = try store.frame()
        try settleZone(frame)
        let zones = try ownZones(frame)
        let source = try store.source(
            kind: .inbox, locator: locator, name: PathName.stem(locator), arena: arena, now: now)
        var outcome = ImportOutcome(source)
        let writer = try ImportWriter(store, source: source, context: try context(frame))
        let reading = InboxReader.read(bytes, fileName: locator, spoken: SpokenTime(now: now, zones: zones))
        outcome.read = reading.lines.count
        outcome.diagnostics = reading.diagnostics
        // A line without a time keeps the time at which it was first read.
        var fresh: [InboxReader.Line] = []
        for line in reading.lines {
            let isKnown = try store.has(PublicID(.note, line.externalID))
            if line.at != nil || !isKnown { fresh.append(line) }
        }
        let drafts = fresh.map { line in
            var draft = EvidenceDraft(
                kind: .note, externalID: line.externalID, at: (line.at ?? now) - (line.length ?? 0),
                until: line.length.map { _ in line.at ?? now }, title: line.text)
            draft.tags = line.tags
            draft.people = Self.mentions(line.people, frame)
            draft.headCount = draft.people.count
            draft.utcOffset = Int32(zones.zone(at: draft.at).offset(at: draft.at))
            return draft
        }
        try writer.write(drafts)
        outcome.count = writer.count
        outcome.count.unchanged += reading.lines.count - fresh.count
        try store.finishImport(of: source, state: "", warnings: reading.diagnostics.list, now: now)
        return outcome
    }
}
