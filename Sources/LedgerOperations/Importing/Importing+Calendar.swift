package import LedgerModel
import LedgerStore
import Questions
import TraceFormats
import TraceSources

extension Importing {
    static let largestCalendar = 200 << 20
    /// Reads a whole calendar. New, changed and missing events become versions.
    ///
    /// If one file of a folder cannot be read, or is only half written, the rest is read and nothing is withdrawn.
    /// Throws `.noCalendar`, `.unreadable`, `.tooLarge`, `.fetchFailed`. A bad event becomes a warning with its line.
    ///
    /// - Parameter isDropped: Whether a file of it was dropped just now.
    func importCalendar(
        _ place: CalendarPlace, arena: Arena?, isDropped: Bool = false, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportOutcome {
        let began = world.now()
        let myJob = try myJob()
        let id = Source.id(kind: .calendar, locator: place.locator)
        let known = try store.read { try $0.source(id) }
        var options = try calendarOptions(myJob, isPrivate: known?.isPrivate ?? false)
        var state = CalendarState(known?.state ?? "")
        state.asOf = isDropped ? now : asOf(place, known)

        if place.shape == .kept, let known { return try moveHorizon(of: known, state, options, myJob) }
        var found = CalendarFiles()
        for file in place.files {
            progress(place.name, found.readings.count, place.files.count)
            options.fileName = place.shown(file)
            do throws(LedgerError) {
                let bytes: [UInt8]
                if place.shape == .address {
                    guard let body = try await fetch(file, state: &state) else {
                        return try moveHorizon(of: calendarSource(place, nil, arena), state, options, myJob)
                    }
                    bytes = body
                } else {
                    bytes = try LedgerFiles.read(file, limit: Self.largestCalendar)
                }
                let reading = try CalendarReader.read(bytes, options: options)
                found.add(
                    reading, from: options.fileName, dropped: place.dropped == nil ? nil : LedgerFiles.modified(file))
                if place.shape == .folder, reading.isInvitation {
                    found.diagnostics.warn(
                        options.fileName,
                        "a single invitation; while it is here, events that vanish from this folder are not withdrawn")
                }
            } catch {
                guard place.shape == .folder else { throw error }
                found.failures.append(error)
            }
        }
        if found.readings.isEmpty { throw found.failure(in: place) }
        let source = try calendarSource(place, found.readings.count == 1 ? found.readings[0].name : nil, arena)
        let asFarAs = seriesEnd(state, options)
        var outcome = try write(found, to: source, myJob, asFarAs) { progress(place.name, $0, $1) }
        state.horizon = options.horizon
        // Without stored series it has to be fetched completely each time, so forget its version.
        if myJob.settings.leavesOut.contains(.people) { (state.etag, state.lastModified) = ("", "") }
        var kept = state
        if !found.isWhole {
            kept = CalendarState(known?.state ?? "")
            // A folder counts as read even if one file of it cannot be. A single file that breaks off does not.
            kept.asOf = place.shape == .folder && place.dropped == nil ? state.asOf : known?.asOf ?? state.asOf
        }
        try write { try $0.finishImport(of: source, state: kept.text, warnings: found.warnings) }
        if place.dropped != nil { try takeOutPrivateParts(of: source) }
        try tellAge(&outcome, options.zones)
        outcome.seconds = world.now() - began
        return outcome
    }

    /// As of when the calendar is true after this reading. Reading a dropped calendar or an unchanged file again does
    /// not make it more recent.
    private func asOf(_ place: CalendarPlace, _ known: Source?) -> Instant? {
        switch place.shape {
        case .kept: known?.asOf
        case .folder where place.dropped != nil: known?.asOf
        case .address, .folder: now
        case .file: min(now, LedgerFiles.modified(place.locator) ?? now)
        }
    }

    /// Where series end if nothing newer is known about them: with the year after the one in which they were last true.
    private func seriesEnd(_ state: CalendarState, _ options: CalendarReader.Options) -> Instant {
        let zones = options.zones
        return zones.start(of: zones.day(of: state.asOf ?? now).firstOfYear.adding(months: 24))
    }

    /// Whether a draft counts. Dates of a series of meetings count only up to `end`; single events and all-day events,
    /// such as holidays, have no bound.
    static func goesOn(_ draft: EvidenceDraft, asFarAs end: Instant) -> Bool {
        draft.at < end || draft.flags.contains(.allDay) || !draft.flags.contains(.recurring)
    }

    private func write(
        _ found: CalendarFiles, to source: Source, _ myJob: MyJob, _ seriesEnd: Instant,
        _ progress: (Int, Int) -> Void
    ) throws(LedgerError) -> ImportOutcome {
        var outcome = ImportOutcome(source)
        let context = try context(myJob, of: source)
        let me = Set(try store.read { try $0.me() })
        let writer = try ImportWriter(store, source: source, context: context)
        var kept: Set<PublicID> = []
        let all = found.readings.reduce(0) { $0 + $1.drafts.count }
        var done = 0
        for (reading, bound) in zip(found.readings, found.bounds) {
            let batches = DraftBatches(
                drafts: reading.drafts.byYear(), bound: bound, seriesEnd: seriesEnd, context: context,
                keepsAll: writer.isKnown, me: me)
            var next: BackgroundValue<DraftBatches.Batch>?
            var index = 0
            while index < reading.drafts.count {
                var batch = if let next { try next.value() } else { batches.batch(from: index) }
                index = batch.end
                let end = batch.end
                // Make the next batch while this one is written.
                next = end < reading.drafts.count ? BackgroundValue { batches.batch(from: end) } : nil
                kept.formUnion(batch.kept)
                // The missing part of the calendar may say more about known events, so write only new ones.
                if reading.cutAt != nil { batch.drafts = try untold(batch.drafts) }
                try writer.write(ready: batch.drafts)
                progress(done + index, all)
            }
            done += reading.drafts.count
            outcome.read += reading.records
            outcome.skipped += reading.skipped
        }
        if found.isWhole {
            try writer.write(series: found.readings.flatMap { $0.series.map { ($0.uid, $0.text) } })
            if found.readings.allSatisfy(\.isListing) { try writer.withdrawAllBut(kept) }
        }
        outcome.skipped += found.failures.count
        outcome.diagnostics = found.diagnostics
        outcome.failures = found.failures
        outcome.count = writer.count
        return outcome
    }

    private func untold(_ drafts: [PreparedDraft]) throws(LedgerError) -> [PreparedDraft] {
        try store.read { snapshot in try drafts.filter { try !snapshot.has($0.draft.id) } }
    }

    private func calendarSource(
        _ place: CalendarPlace, _ name: String?, _ arena: Arena?
    ) throws(LedgerError) -> Source {
        try source(
            .calendar, at: place.locator, name: name.flatMap { $0.isEmpty ? nil : $0 } ?? place.name, arena: arena)
    }

    /// Expands series up to the end of next year.
    func calendarOptions(_ myJob: MyJob, isPrivate: Bool) throws(LedgerError) -> CalendarReader.Options {
        let zones = try ownZones(myJob)
        var options = CalendarReader.Options(
            fileName: "", me: Set(try store.read { try $0.me() }), zones: zones, zoneNamed: world.zoneNamed,
            horizon: zones.day(of: now).firstOfYear.adding(months: 24) - 1, isPrivate: isPrivate)
        options.machines = Machines(myJob.settings.machines)
        return options
    }

    /// Expands the stored series of an unchanged calendar further.
    private func moveHorizon(
        of known: Source, _ state: CalendarState, _ options: CalendarReader.Options, _ myJob: MyJob
    ) throws(LedgerError) -> ImportOutcome {
        var outcome = ImportOutcome(known)
        var state = state
        if state.horizon != options.horizon {
            let writer = try ImportWriter(store, source: known, context: context(myJob, of: known))
            let end = seriesEnd(state, options)
            for record in try writer.keptSeries() {
                // Stored records can be read, and their warnings were shown at that time.
                guard let reading = try? CalendarReader.read(Array(record.utf8), options: options) else { continue }
                outcome.read += reading.records
                let drafts = reading.drafts.map { Self.noteIfLogged($0, me: options.me) }
                try writer.write(drafts.filter { Self.goesOn($0, asFarAs: end) })
            }
            outcome.count = writer.count
            state.horizon = options.horizon
        }
        try write { try $0.finishImport(of: known, state: state.text, warnings: nil) }
        try tellAge(&outcome, options.zones)
        return outcome
    }

    /// Tells how to get what happened since, because reading a file again does not make it more recent.
    private func tellAge(_ outcome: inout ImportOutcome, _ zones: ZoneHistory) throws(LedgerError) {
        guard let source = try store.read({ try $0.source(outcome.source.id) }), let asOf = source.asOf else { return }
        let passed = try store.read { try $0.foretold(by: source, now: now) }
        guard passed > 0 else { return }
        outcome.remarks.append(
            "This calendar is true as of \(Period.date(zones.day(of: asOf))). "
                + "\(Words.count(passed, "event").sentence) that began more than a week later \(passed == 1 ? "is" : "are") unconfirmed. "
                + (source.isAddress
                    ? "\(passed == 1 ? "It counts" : "They count") once the address answers again."
                    : source.droppedName != nil
                        ? "Drop a newer export on the page Sources."
                        : "Save a newer export over it, or drop one on the page Sources."))
    }

    /// Turns an event titled `log: …` into a note, which lets a person write notes on the phone.
    static func noteIfLogged(_ event: EvidenceDraft, me: Set<String>) -> EvidenceDraft {
        guard event.title.prefix(4).lowercased() == "log:", !event.flags.contains(.allDay) else { return event }
        var note = event
        note.kind = .note
        note.externalID = "event/" + event.externalID
        note.title = String(event.title.dropFirst(4)).trimmed
        note.standing = .none
        note.flags.subtract(.said)
        note.series = nil
        note.people.removeAll { me.contains($0.identity) }
        note.headCount = note.people.count
        return note
    }
}

extension Importing {
    /// Completes the address of a calendar that a person pasted. Does not fetch it.
    ///
    /// Throws `.fetchFailed` if it is not one: a path, an address of another kind, or one without a host.
    package static func address(_ text: String) throws(LedgerError) -> String {
        var address = text.trimmed
        if !address.contains("://"), !address.hasPrefix("/"), address.contains("."), address.contains("/") {
            address = "https://" + address
        }
        guard HTTPFetcher.canFetch(address) else {
            throw LedgerError(
                .fetchFailed, "this is not the address of a calendar",
                hint:
                    "It begins with https:// or webcal://, and has no spaces. A file on this machine is dropped instead."
            )
        }
        return address
    }

    /// Fetches a document from the web; `nil` if it has not changed. Updates `state` with what to send next time.
    func fetch(_ address: String, state: inout CalendarState) async throws(LedgerError) -> [UInt8]? {
        let known = HTTPFetcher.Version(
            etag: state.etag.isEmpty ? nil : state.etag,
            lastModified: state.lastModified.isEmpty ? nil : state.lastModified)
        switch try await HTTPFetcher(seconds: world.fetchTimeout).fetch(address, known: known) {
        case .unchanged:
            guard known != HTTPFetcher.Version() else {
                throw LedgerError(
                    .fetchFailed, "the server says that nothing changed, though nothing was read yet",
                    location: Source.shown(address), hint: "Check the address, and try again later.")
            }
            return nil
        case .fetched(let bytes, let version):
            state.etag = version.etag ?? ""
            state.lastModified = version.lastModified ?? ""
            return bytes
        }
    }
}
