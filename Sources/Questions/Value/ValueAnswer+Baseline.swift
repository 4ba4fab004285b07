package import LedgerModel

extension ValueAnswer {
    /// What ran as expected of one system; only what a source shows.
    package struct Expected: Sendable, Hashable {
        package var system: WorkSystem
        package var name: String
        package var commits: EvidenceRef
        package var meetings: EvidenceRef
        package var notes: EvidenceRef
        /// `nil` where no source would show one.
        package var incidents: Incidents?
        package var ofIncidents: EvidenceRef
        package var restoreTests: EvidenceRef
        package var requests: EvidenceRef
        /// The changes, meetings and notes.
        package var ref: EvidenceRef
    }

    /// An improvement whose incidents stopped: a result, or a piece that made a system better.
    package struct Stopped: Sendable, Hashable {
        /// Of the result, or the title of the piece.
        package var text: String
        package var ref: EvidenceRef
        /// `nil` for a piece.
        package var claim: PublicID?
        package var cause: IncidentCause
        package var change: BeforeAfter
    }

    static func baseline(_ input: AnswerBase, _ history: IncidentHistory) -> [Expected] {
        let labels = MyJobLabels(input.myJob)
        var cells: [WorkSystem: [DayCell]] = [:]
        for cell in input.cells where cell.meaning.worth == .baseline && cell.pieces > 0 {
            guard let system = WorkSystem(cell.meaning, project: cell.project) else { continue }
            cells[system, default: []].append(cell)
        }
        var signed: [WorkSystem: [SignedPiece]] = [:]
        for piece in history.pieces where input.range.contains(piece.at) {
            guard let system = WorkSystem(piece.meaning, project: piece.project) else { continue }
            signed[system, default: []].append(piece)
        }
        return Set(cells.keys).union(signed.keys).map { system in
            let cells = cells[system] ?? []
            let filters = system.filters + [.init(.worth, Worth.baseline.rawValue)]
            func ref(_ kinds: [EvidenceKind]) -> EvidenceRef {
                input.ref(
                    cells.filter { kinds.contains($0.kind) }, filters + kinds.map { .init(.kind, $0.rawValue) })
            }
            func ref(_ sign: WorkSign) -> EvidenceRef {
                let pieces = (signed[system] ?? []).filter { $0.sign == sign }
                let period: [SearchQuery.Filter] = [
                    .init(.since, input.period.since.iso), .init(.until, input.period.until.iso),
                ]
                return EvidenceRef(
                    count: pieces.count,
                    query: SearchQuery(filters: system.filters + [.init(.isA, sign.key)] + period).text)
            }
            return Expected(
                system: system, name: system.name(labels), commits: ref([.commit]), meetings: ref([.event]),
                notes: ref([.note, .timer]),
                incidents: history.record(of: [system], input.zones).incidents(in: input.period),
                ofIncidents: ref(.incident), restoreTests: ref(.restoreTest), requests: ref(.request),
                ref: input.ref(cells, filters))
        }.sorted { a, b in a.ref.count != b.ref.count ? a.ref.count > b.ref.count : a.name < b.name }
    }

    /// Results first. A piece is credited only where no result cites anything of its system.
    static func stopped(_ claims: [Claim], _ input: AnswerBase, _ history: IncidentHistory) -> [Stopped] {
        let (labels, today) = (MyJobLabels(input.myJob), input.zones.day(of: input.now))
        let better = claims.filter { $0.worth == .improvement }
        let results = better.compactMap { claim -> Stopped? in
            guard let found = history.change(around: claim, today: today, input.zones, labels),
                found.change.isStopped
            else { return nil }
            return Stopped(
                text: claim.text, ref: ref(claim), claim: claim.id, cause: found.cause, change: found.change)
        }
        let cited = Set(better.flatMap(\.evidence).compactMap { history.systems[$0] })
        let pieces = history.improvements.compactMap { piece -> Stopped? in
            guard !cited.contains(piece.system), input.range.contains(piece.at),
                let change = history.change(around: piece, today: today, input.zones), change.isStopped
            else { return nil }
            return Stopped(
                text: piece.title, ref: EvidenceRef(pieces: [piece.id]), claim: nil,
                cause: .systems([piece.system.name(labels)]), change: change)
        }
        return results + pieces
    }
}

extension ValueAnswer {
    /// One line a system.
    func baselineSection() -> Document.Section? {
        guard !baseline.isEmpty else { return nil }
        let isKnown = baseline.contains { $0.incidents != nil }
        return Document.Section(
            "Ran as expected", id: .baseline,
            [.list(baseline.map(\.spans))]
                + (isKnown
                    ? []
                    : [
                        .paragraph([
                            .soft(
                                "Incidents are not known: no tag, calendar or rule of yours has a name that says so, such as incident, outage or on call."
                            )
                        ])
                    ]))
    }

    func stoppedSection() -> Document.Section? {
        guard !stopped.isEmpty else { return nil }
        return Document.Section(
            "Incidents that stopped", id: .stopped,
            [
                .list(
                    stopped.map { item in
                        [.figure(item.text, item.ref), .text(": \(item.cause.text), ")]
                            + item.change.spans + [.text(".")]
                    })
            ])
    }
}

extension ValueAnswer.Expected {
    /// `fleet-config: 97 changes; incidents on 31 days, 12 h on record, none on 45`
    package var spans: [Document.Span] {
        var parts = [(commits, "change"), (meetings, "meeting"), (notes, "note")].filter { $0.0.count > 0 }.map {
            [Document.Span.figure(Words.digits($0.0.count, $0.1), $0.0)]
        }
        if requests.count > 0 { parts.append([.figure(Words.digits(requests.count, "request"), requests)]) }
        if restoreTests.count > 0 {
            parts.append([.figure(Words.digits(restoreTests.count, "restore"), restoreTests), .text(" tested")])
        }
        if let incidents { parts.append(Self.spans(incidents, ofIncidents)) }
        var spans: [Document.Span] = [.strong(name), .text(": ")]
        for (index, part) in parts.enumerated() { spans += (index > 0 ? [.text("; ")] : []) + part }
        return spans
    }

    private static func spans(_ incidents: Incidents, _ ref: EvidenceRef) -> [Document.Span] {
        guard incidents.days > 0 else { return [.text("no incident on \(Words.digits(incidents.known, "day"))")] }
        let length = incidents.seconds > 0 ? " (\(SpokenDuration.text(incidents.seconds)) on record)" : ""
        return [
            .text("incidents on "), .figure(Words.digits(incidents.days, "day"), ref),
            .text("\(length), none on \(incidents.quiet)"),
        ]
    }
}
