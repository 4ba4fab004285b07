import ICalendar
import LedgerModel

/// One occurrence of a series before it becomes a draft.
struct Occurrence {
    /// The original start, as the `WallClock.key` of the series.
    var key: Int64
    /// Its start on the clock of its event.
    var local: Int64
    /// The index of the event of the series that describes it.
    var part: Int
    var span: Span?
}

/// An event of a series, with what all its occurrences share.
struct SeriesPart {
    var event: CalendarEvent
    var clock: WallClock
    var span: Span
    var template: EvidenceDraft
    /// The id of the piece, if the event changes one occurrence alone.
    var id: String?

    /// The approximate size of its texts, tags and people, in bytes.
    var room: Int {
        let texts = template.title.utf8.count + template.body.utf8.count
        let tags = template.tags.reduce(0) { $0 + $1.utf8.count }
        return template.people.reduce(texts + tags) { $0 + $1.identity.utf8.count + 64 }
    }
}

extension ReadingBuilder {
    private static let mostSplits = 100

    /// RANGE=THISANDFUTURE splits a series: from that original start on, the changed event describes the
    /// occurrences, which move by as much as it was moved. A changed event with a rule or dates of its own
    /// replaces the occurrences by its own. A change to one occurrence always takes precedence.
    ///
    /// Only the first hundred such changes split the series; each further one changes one occurrence.
    mutating func addSeries(uid: String, master: CalendarEvent?, changed: [CalendarEvent]) {
        var parts: [SeriesPart] = []
        for event in [master].compactMap({ $0 }) + changed { parts.append(part(event, uid: uid)) }
        // The clock that original starts are told in: the master's, or that of the first recurrence id.
        var reference = parts[0].clock
        if master == nil, let id = changed[0].recurrenceID { reference = zones.clock(id, warnings: &warnings) }

        let limit = limit(of: parts)
        guard limit > 0 else { return stop(parts[0].event.line) }
        var occurrences: [Int64: Occurrence] = [:]
        if master != nil {
            for item in expand(parts[0], part: 0, limit: limit) { occurrences[item.key] = item }
        }
        let first = master == nil ? 0 : 1
        // Of two changes to one occurrence, the higher version counts.
        var singles: [Int64: Int] = [:]
        var splits: [Int64: Int] = [:]
        for index in first..<parts.count {
            guard let id = parts[index].event.recurrenceID else { continue }
            let key = key(of: id, reference: reference, master: master)
            let isSplit = parts[index].event.isThisAndFuture && splits.count < Self.mostSplits
            if !isSplit { parts[index].id = uid + "/" + reference.keyText(key) }
            // A newer version of the series that excepts a date beats an older change of that date.
            if let master, master.sequence > parts[index].event.sequence, isExcepted(key, by: parts[0]) {
                reading.skipped += 1
                continue
            }
            if isSplit {
                keep(index, for: key, in: &splits, parts)
            } else {
                keep(index, for: key, in: &singles, parts)
            }
        }
        for (key, index) in splits.sorted(by: { $0.key < $1.key }) {
            split(&occurrences, at: key, part: index, parts: parts, reference: reference, limit: limit)
        }
        for (key, index) in singles {
            occurrences[key] = Occurrence(key: key, local: parts[index].event.start?.time.local ?? 0, part: index)
        }
        if keepsParts {
            self.parts += parts.map { CalendarPart($0.event, $0.template, uid: uid, id: $0.id) }
        }
        emit(occurrences, parts: parts, reference: reference)
        if isKept(parts) { keepSeries(uid: uid, parts: parts) }
    }

    private mutating func part(_ event: CalendarEvent, uid: String) -> SeriesPart {
        let clock = event.start.map { zones.clock($0, warnings: &warnings) } ?? .floating(options.zones)
        return SeriesPart(
            event: event, clock: clock, span: span(of: event, clock: clock),
            template: template(event, uid: uid, clock: clock, isRecurring: true))
    }

    private mutating func keep(_ index: Int, for key: Int64, in table: inout [Int64: Int], _ parts: [SeriesPart]) {
        guard let current = table[key] else {
            table[key] = index
            return
        }
        reading.skipped += 1
        if parts[index].event.supersedes(parts[current].event) { table[key] = index }
    }

    private mutating func split(
        _ occurrences: inout [Int64: Occurrence], at key: Int64, part index: Int, parts: [SeriesPart],
        reference: WallClock,
        limit: Int
    ) {
        let part = parts[index]
        guard let start = part.event.start else { return }
        if part.event.isRecurring {
            occurrences = occurrences.filter { $0.key < key }
            for var item in expand(part, part: index, limit: limit) {
                item.key = reference.key(reference.local(part.clock.instant(item.local)))
                occurrences[item.key] = item
            }
            return
        }
        // Moved on the wall clock, so that 9:00 stays 9:00 when clocks change.
        let origin = reference.isAbsolute ? reference.local(Instant(key)) : key
        for item in occurrences.values where item.key >= key {
            let original = reference.isAbsolute ? reference.local(Instant(item.key)) : item.key
            occurrences[item.key] = Occurrence(
                key: item.key, local: start.time.local + (original - origin), part: index)
        }
        if occurrences[key] == nil {
            occurrences[key] = Occurrence(key: key, local: start.time.local, part: index)
        }
    }

    private mutating func emit(_ occurrences: [Int64: Occurrence], parts: [SeriesPart], reference: WallClock) {
        if occurrences.count > instancesLeft {
            warnings.warn(
                parts[0].event.line,
                "the file has too many occurrences; only the latest of this series were read")
        }
        var templates: [Int: Int32] = [:]
        for item in occurrences.values.sorted(by: { $0.key < $1.key }).suffix(instancesLeft) {
            instancesLeft -= 1
            let part = parts[item.part]
            roomLeft -= part.room
            let template = templates[item.part] ?? reading.drafts.add(part.template, clock: reference)
            templates[item.part] = template
            reading.drafts.append(
                template: template, key: item.key,
                at: place(local: item.local, clock: part.clock, span: item.span ?? part.span))
        }
    }
}
