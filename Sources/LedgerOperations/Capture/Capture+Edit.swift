package import LedgerModel
import LedgerStore

/// Changes to what the person wrote.
extension Capture {
    /// What `edit` may change. `nil` leaves a part as it is.
    package struct Edit: Sendable {
        package var text: String?
        /// The time of a piece without a length. Together with `from` or `length` it is the end, as in `log`.
        package var at: Instant?
        /// The beginning.
        package var from: Instant?
        /// The end.
        package var until: Instant?
        /// Seconds.
        package var length: Int64?
        package var with: [String]?
        package var tags: [String]?

        package init() {}
    }

    /// A piece after it was changed.
    package struct Edited: Sendable {
        package var id: PublicID
        package var begin: CivilTime
        /// `nil` for a piece without a length.
        package var end: CivilTime?
        package var seconds: Int64
        /// Something the person should check.
        package var remark: Advice?
    }

    package func edit(_ text: String, _ edit: Edit) throws(LedgerError) -> Edited {
        try write { transaction in
            let snapshot = transaction.snapshot
            let myJob = try transaction.myJob()
            let zones = try world.zones(myJob, snapshot)
            let id = try snapshot.resolve(text)
            let with = try edit.with.map { try people($0, myJob, snapshot) }
            var span = Interval(now, now)
            try transaction.edit(id, action: ulid()) { draft in
                if let text = edit.text {
                    guard !text.trimmed.isEmpty else {
                        throw LedgerError(
                            .usage, "a note needs a text", hint: "Remove it with \(offer: .remove(id)).")
                    }
                    draft.title = firstLine(text.trimmed)
                    draft.body = draft.title == text.trimmed ? "" : text.trimmed
                }
                let before = Interval(draft.at, draft.until ?? draft.at)
                span = try Self.moved(before, edit)
                if span != before { draft.move(to: span, zones) }
                if let with {
                    draft.people =
                        with + draft.people.filter { $0.role == .saidBy && !with.map(\.identity).contains($0.identity) }
                    draft.headCount = with.count
                }
                if let tags = edit.tags { draft.tags = tags }
            }
            return Edited(
                id: id, begin: zones.civil(span.start), end: span.isEmpty ? nil : zones.civil(span.end),
                seconds: span.seconds, remark: aheadRemark(span))
        }
    }

    /// The new interval. Two of beginning, end and length are enough. A single one leaves the beginning as it is,
    /// unless it is the beginning. A piece without a length was noted when it was over, so its new length is before its
    /// time.
    private static func moved(_ old: Interval, _ edit: Edit) throws(LedgerError) -> Interval {
        guard edit.at == nil || edit.until == nil else {
            throw LedgerError(
                .usage, "--at and --until both say when it ended", hint: "Give one of them.")
        }
        let end = edit.until ?? edit.at
        try onlyTwo(from: edit.from, end: end, length: edit.length, option: "--until")
        switch (edit.from, end, edit.length) {
        case (nil, nil, nil): return old
        case (let from?, let end?, _): return try span(from, end)
        case (let from?, nil, let length?): return try span(from, from + length)
        case (nil, let end?, let length?): return try span(end - length, end)
        case (let from?, nil, nil): return try span(from, old.end)
        case (nil, nil, let length?):
            return old.isEmpty ? try span(old.end - length, old.end) : try span(old.start, old.start + length)
        case (nil, let end?, nil):
            if edit.at == nil { return try span(old.start, end) }
            guard old.isEmpty else {
                throw LedgerError(
                    .usage, "--at could mean its beginning or its end",
                    hint: "Say --until for when it ended, or --from for when it began.")
            }
            return Interval(end, end)
        }
    }

    private static func span(_ start: Instant, _ end: Instant) throws(LedgerError) -> Interval {
        guard start <= end else {
            throw LedgerError(
                .badTime, "it would end before it begins",
                hint: "Give both with their days, as in --until \"2026-03-18 0:20\".")
        }
        guard end - start <= MyJobSettings.longestInterval else {
            throw LedgerError(.badTime, "a note can last two days at most", hint: "Write one note for each day.")
        }
        return Interval(start, end)
    }

    package func remove(_ text: String) throws(LedgerError) -> PublicID {
        try write { transaction in
            let id = try transaction.snapshot.resolve(text)
            try transaction.remove(id, action: ulid())
            return id
        }
    }
}

extension EvidenceDraft {
    fileprivate mutating func move(to span: Interval, _ zones: ZoneHistory) {
        at = span.start
        until = span.isEmpty ? nil : span.end
        let zone = zones.zone(at: at)
        self.zone = zone.name
        utcOffset = Int32(zone.offset(at: at))
    }
}
