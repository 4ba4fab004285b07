import LedgerModel
import LedgerStore
import LocalFiles
import TraceFormats
import TraceSources

extension Importing {
    /// Reads a synced text file line by line. Each line is imported once, whatever is added around it.
    ///
    /// Throws `.unreadable`, `.tooLarge`.
    func importInbox(_ locator: String, arena: Arena?) throws(LedgerError) -> ImportOutcome {
        let bytes = try LedgerFiles.read(locator, limit: 16 << 20)
        let myJob = try myJob()
        let zones = try ownZones(myJob)
        let reading = try InboxReader.read(bytes, fileName: locator, spoken: SpokenTime(now: now, zones: zones))
        let source = try source(.inbox, at: locator, name: PathName.stem(locator), arena: arena)
        var outcome = ImportOutcome(source)
        let writer = try ImportWriter(store, source: source, context: context(myJob, of: source))
        outcome.read = reading.lines.count + reading.skipped
        outcome.skipped = reading.skipped
        outcome.diagnostics = reading.diagnostics
        // Skip known lines, since a line without a date keeps the time at which it was first read.
        var fresh: [InboxReader.Line] = []
        for line in reading.lines {
            if line.at != nil, !line.isRelative {
                fresh.append(line)
            } else if try !store.read({ try $0.has(PublicID(.note, line.externalID)) }) {
                fresh.append(line)
                if line.isRelative, let at = line.at {
                    outcome.diagnostics.warn(
                        "\(locator):\(line.number)",
                        "the line has no full date; it was read as of \(Period.date(zones.day(of: at)))")
                }
            }
        }
        let drafts = try store.read { snapshot in
            try fresh.map { line in
                var draft = try draft(line, myJob, zones, snapshot)
                if source.isPrivate { draft.keepTimeOnly() }
                return draft
            }
        }
        try writer.write(drafts)
        outcome.count = writer.count
        outcome.count.unchanged += reading.lines.count - fresh.count
        try write { try $0.finishImport(of: source, state: "", warnings: outcome.diagnostics.list) }
        return outcome
    }

    private func draft(
        _ line: InboxReader.Line, _ myJob: MyJob, _ zones: ZoneHistory, _ snapshot: Snapshot
    ) throws -> EvidenceDraft {
        var draft = EvidenceDraft(
            kind: .note, externalID: line.externalID, at: (line.at ?? now) - (line.length ?? 0),
            until: line.length.map { _ in line.at ?? now }, title: line.text)
        draft.tags = line.tags
        draft.people = try Capture(self).people(line.people, myJob, snapshot)
        draft.headCount = draft.people.count
        if line.isDay, line.length == nil, let at = line.at {
            draft.at = zones.start(of: zones.day(of: at))
            draft.flags.insert(.allDay)
        }
        if line.at != nil, line.isFloating { draft.flags.insert(.floating) }
        draft.utcOffset = Int32(zones.zone(at: draft.at).offset(at: draft.at))
        return draft
    }
}

extension EvidenceDraft {
    /// Removes everything but the time, for a private source.
    mutating func keepTimeOnly() {
        var kept = EvidenceDraft(kind: kind, externalID: externalID, at: at, until: until, title: "")
        kept.utcOffset = utcOffset
        kept.zone = zone
        kept.standing = standing
        kept.committedAt = committedAt
        kept.flags = flags.union(.isPrivate)
        self = kept
    }
}
