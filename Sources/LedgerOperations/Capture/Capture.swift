package import LedgerModel
import LedgerStore
import TraceFormats

/// What a person writes: notes and timers.
package struct Capture: LedgerArea {
    let store: LedgerStore
    let world: World

    /// A note as the command line, a page or a line of a file gives it.
    package struct NoteRequest: Sendable {
        package var text: String
        /// The end of a note with a length; `nil` means now.
        package var at: Instant?
        package var from: Instant?
        /// Seconds.
        package var length: Int64?
        /// Whether only the day of `at` is known.
        package var isDay = false
        package var with: [String] = []
        /// Who said it of themself; has to be known.
        package var saidBy: String?
        package var tags: [String] = []
        package var worth: Worth?
        package var arena: Arena?
        /// People whose identity is known, in addition to `with`.
        package var people: [PersonMention] = []
        /// Whether it is saved without taking time.
        package var isOffTimeline = false

        package init(text: String) { self.text = text }
    }

    package struct Captured: Sendable {
        package var id: PublicID
        package var at: Instant
        package var seconds: Int64
        package var civil: CivilTime
        package var with: [String]
        /// Something the person should check, such as a date in the future.
        package var remark: Advice?
        /// Whether it has a day and no time of day.
        package var isDay = false
    }

    /// The longest text of a note, in characters.
    package static let longestNote = 10_000

    /// Writes a note that was typed in one line, as in an inbox: `9:30 restore drill 90m #resilience @Maria`.
    ///
    /// Throws `.badTime` if the line begins like a date and is none.
    package func log(line: String) throws(LedgerError) -> Captured {
        let read = try InboxReader.note(line, spoken: SpokenTime(now: now, zones: try zones(myJob())))
        var request = NoteRequest(text: read.text)
        (request.at, request.length, request.isDay) = (read.at, read.length, read.isDay)
        (request.with, request.tags) = (read.people, read.tags)
        return try log(request)
    }

    /// Writes a note whose text may begin with its time, unless that is said apart: `9:30 restore drill`.
    ///
    /// Throws `.badTime` if the text begins like a date and is none.
    package func log(typed request: NoteRequest) throws(LedgerError) -> Captured {
        guard request.at == nil, request.from == nil else { return try log(request) }
        var request = request
        let spoken = SpokenTime(now: now, zones: try zones(myJob()))
        guard let time = try InboxReader.time(request.text, spoken: spoken) else { return try log(request) }
        guard time.length == nil || request.length == nil || time.length == request.length else {
            throw LedgerError(
                .usage, "beginning, end and length do not fit together", hint: "Leave out --for, or the end.")
        }
        request.text = time.text
        (request.at, request.isDay) = (time.at, time.isDay)
        request.length = time.length ?? request.length
        return try log(request)
    }

    package func log(_ request: NoteRequest) throws(LedgerError) -> Captured {
        try write { transaction in
            try world.settleZone(transaction)
            let note = try note(request, transaction)
            try transaction.log(note.draft, said: note.said)
            return captured(note.draft, note.seconds, note.zones)
        }
    }

    /// A note that is ready to be written.
    struct Note {
        var draft: EvidenceDraft
        var said: Correction
        /// Its length in seconds.
        var seconds: Int64
        var zones: ZoneHistory
    }

    /// Checks a request. Throws `.usage`, `.tooLarge` or `.badTime` if it cannot be a note.
    func note(_ request: NoteRequest, _ transaction: Transaction) throws -> Note {
        let snapshot = transaction.snapshot
        let myJob = try transaction.myJob()
        let zones = try world.zones(myJob, snapshot)
        let text = request.text.trimmed
        guard !text.isEmpty else {
            throw LedgerError(
                .usage, "a note needs a text", hint: "Write for example \(offer: .note("restore drill done")).")
        }
        guard text.count <= Self.longestNote else {
            throw LedgerError(
                .tooLarge, "a note holds at most \(Self.longestNote) characters",
                hint: "Keep the long text in a file and note where it is.")
        }
        try Self.onlyTwo(from: request.from, end: request.at, length: request.length)
        var start = request.from
        var end = request.at ?? now
        if let length = request.length {
            if let from = request.from { end = from + length } else { start = end - length }
        }
        if let from = start, from > end {
            throw LedgerError(
                .badTime, "the note would end before it begins", hint: "Give --from and --for, or --from and --at.")
        }
        if let from = start, end - from > MyJobSettings.longestInterval {
            throw LedgerError(.badTime, "a note can last two days at most", hint: "Write one note for each day.")
        }
        let at = start ?? end
        var draft = EvidenceDraft(
            kind: .note, externalID: ulid().text, at: at, until: start == nil || start == end ? nil : end,
            title: firstLine(text))
        draft.body = draft.title == text ? "" : text
        if request.isDay, start == nil {
            draft.at = zones.start(of: zones.day(of: at))
            draft.flags = [.allDay, .floating]
        }
        let zone = zones.zone(at: at)
        draft.zone = zone.name
        draft.utcOffset = Int32(zone.offset(at: at))
        draft.people = try people(request.with, myJob, snapshot) + request.people
        draft.headCount = draft.people.count
        if let name = request.saidBy { draft.say(by: try snapshot.knownPeople().person(named: name)) }
        draft.tags = request.tags.map { $0.trimmed }.filter { !$0.isEmpty }
        var said = Correction()
        said.arena = request.arena
        said.worth = request.worth
        said.dropped = request.isOffTimeline
        return Note(draft: draft, said: said, seconds: end - at, zones: zones)
    }

    func captured(_ draft: EvidenceDraft, _ seconds: Int64, _ zones: ZoneHistory) -> Captured {
        Captured(
            id: draft.id, at: draft.at, seconds: seconds, civil: zones.civil(draft.at), with: draft.people.map(\.name),
            remark: aheadRemark(Interval(draft.at, draft.until ?? draft.at)) ?? lonelyRemark(draft),
            isDay: draft.flags.contains(.allDay))
    }

    /// A remark on a line that stands open with nobody.
    private func lonelyRemark(_ draft: EvidenceDraft) -> Advice? {
        let lines = OpenLine.all(in: draft.body.isEmpty ? draft.title : draft.body)
        guard draft.people.isEmpty, lines.contains(where: \.names.isEmpty) else { return nil }
        return "It names nobody with whom it stands open: end it with @NAME."
    }

    /// A remark on a piece that is in the future or ends there; `nil` for a past one.
    func aheadRemark(_ span: Interval) -> Advice? {
        if span.start > now + 60 { return "Dated in the future; it will count from then on." }
        return span.end > now + 60 ? "It ends in the future; only what has passed counts." : nil
    }

    func firstLine(_ text: String) -> String {
        String(text.prefix { !$0.isNewline })
    }

    /// The people whom the person wrote by name, with their identity from My job, or else from the ledger.
    func people(_ names: [String], _ myJob: MyJob, _ snapshot: Snapshot) throws -> [PersonMention] {
        var result: [PersonMention] = []
        for mention in Self.mentions(names, myJob) {
            let isBare = mention.identity == mention.name && !mention.identity.contains("@")
            guard isBare else {
                result.append(mention)
                continue
            }
            if let known = try snapshot.identity(ofPerson: mention.name) {
                result.append(known)
                continue
            }
            // A first name that only one person has means them.
            let isOneWord = mention.name.split(separator: " ").count == 1
            let known = try isOneWord ? snapshot.knownPeople() : nil
            guard let person = try? known?.person(named: mention.name) else {
                result.append(mention)
                continue
            }
            let (identity, name) = person.mention
            result.append(PersonMention(identity: identity, name: name, role: .mentioned))
        }
        return result
    }

    static func mentions(_ names: [String], _ myJob: MyJob) -> [PersonMention] {
        let who = WhoIsWho(myJob)
        return names.map { $0.trimmed }.filter { !$0.isEmpty }.map { name in
            let known = who.item(name)
            let address = known?.identities.first { $0.contains("@") } ?? (name.contains("@") ? name : nil)
            let shown = known?.label ?? name
            return PersonMention(identity: address?.lowercased() ?? shown, name: shown, role: .mentioned)
        }
    }

    package func start(
        _ text: String, at: Instant? = nil, with: [String] = [], tags: [String] = []
    ) throws(LedgerError) -> OpenTimer {
        try write { transaction in
            try world.settleZone(transaction)
            let snapshot = transaction.snapshot
            let myJob = try transaction.myJob()
            let begin = at ?? now
            guard !text.trimmed.isEmpty else {
                throw LedgerError(
                    .usage, "a timer needs a text", hint: "Write for example \(offer: .startTimer("handbook")).")
            }
            guard begin <= now else { throw LedgerError(.badTime, "a timer cannot begin in the future") }
            let zone = try world.zones(myJob, snapshot).zone(at: begin)
            let timer = OpenTimer(
                at: begin, text: text.trimmed, people: try people(with, myJob, snapshot), tags: tags,
                utcOffset: Int32(zone.offset(at: begin)), zone: zone.name)
            try transaction.startTimer(timer, action: ulid())
            return timer
        }
    }

    /// Ends the open timer. Throws `.noTimer`.
    package func stop(at: Instant? = nil) throws(LedgerError) -> Captured {
        try write { transaction in
            let snapshot = transaction.snapshot
            guard let timer = try snapshot.openTimer() else {
                throw LedgerError(
                    .noTimer, "no timer is running", hint: "Start one with \(offer: .startTimer("what")).")
            }
            var end = at ?? now
            guard end >= timer.at else { throw LedgerError(.badTime, "the timer would end before it began") }
            let wasLeftOpen = end - timer.at > OpenTimer.longest
            if wasLeftOpen { end = timer.at + OpenTimer.longest }
            var draft = EvidenceDraft(
                kind: .timer, externalID: ulid().text, at: timer.at, until: max(end, timer.at + 1),
                title: firstLine(timer.text))
            draft.people = timer.people
            draft.headCount = timer.people.count
            draft.tags = timer.tags
            draft.zone = timer.zone
            draft.utcOffset = timer.utcOffset
            try transaction.stopTimer(draft)
            let zones = try world.zones(transaction.myJob(), snapshot)
            return Captured(
                id: draft.id, at: timer.at, seconds: end - timer.at, civil: zones.civil(timer.at),
                with: timer.people.map(\.name),
                remark: wasLeftOpen
                    ? "It was left open; 12 h are counted. Say when it ended: \(offer: .endTimer(draft.id))"
                    : nil)
        }
    }

    /// - Parameter option: The option that gave the end.
    static func onlyTwo(
        from: Instant?, end: Instant?, length: Int64?, option: String = "--at"
    ) throws(LedgerError) {
        guard let from, let end, let length, end - from != length else { return }
        throw LedgerError(
            .usage, "beginning, end and length do not fit together", hint: "Give two of --from, \(option) and --for.")
    }
}

extension EvidenceDraft {
    /// Keeps that a person said it of themself. Somebody who also was there is named once.
    fileprivate mutating func say(by person: KnownPerson) {
        people.removeAll { person.isCalled($0.identity) }
        let mention = person.mention
        people.append(PersonMention(identity: mention.identity, name: mention.name, role: .saidBy))
    }
}
