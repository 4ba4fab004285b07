import Attribution
import LedgerModel
import LedgerOperations
import Questions

enum SearchOutput {
    static func document(_ result: SearchResult, query: String, zones: ZoneHistory) -> Document {
        guard result.total > 0 else {
            return Document(
                title: "Search", headline: [.text("Nothing matches “\(query)”.")],
                sections: [
                    .init(
                        "Try",
                        [
                            .empty(
                                "Use fewer words, or a filter such as project: or since:.",
                                .searchWords)
                        ])
                ])
        }
        let more = result.total - result.hits.count
        return Document(
            title: "Search",
            headline: [
                .text(
                    "\(Words.digits(result.total, "piece")) found\(more > 0 ? "; the newest \(result.hits.count)" : "")."
                )
            ],
            sections: [
                .init(
                    "Evidence",
                    [
                        .table(
                            .init(
                                columns: ["When", "Kind", "What", "Source", "Id"],
                                rows: result.hits.map { hit in
                                    let civil = zones.civil(hit.at)
                                    return [
                                        [
                                            .text(
                                                hit.flags.span(around: civil.day)
                                                    ?? (!hit.flags.isDisjoint(with: [.byOther, .allDay])
                                                        ? Period.date(civil.day)
                                                        : "\(Period.date(civil.day)), \(civil.clock)"))
                                        ],
                                        [.soft(hit.flags.contains(.byOther) ? "their commit" : hit.kind.rawValue)],
                                        [.text(hit.title.isEmpty ? "private" : hit.title)], [.soft(hit.source)],
                                        [.soft(String(hit.id.description.prefix(8)))],
                                    ]
                                }))
                    ])
            ])
    }
}

enum ShowOutput {
    static func json(_ piece: Inquiry.Piece) -> JSON {
        let draft = piece.shown.draft
        func reading(_ dimension: String, _ value: String?, _ by: DecidedBy, _ because: String) -> JSON {
            var line: JSON = [
                "dimension": .string(dimension), "value": JSON(value), "decided_by": .string(by.rawValue),
                "confidence": [.unknown, .inherited].contains(by) ? nil : 1, "because": .string(because),
            ]
            if by == .inherited, let from = piece.inheritedFrom {
                line = line + ["inherited_from": .string(from.id.description)]
            }
            return line
        }
        let read = piece.reading
        var readings = [
            reading("arena", read.arena.value?.rawValue, read.arena.by, read.arena.because),
            reading("responsibility", read.responsibility.value, read.responsibility.by, read.responsibility.because),
            reading("objective", read.objective.value, read.objective.by, read.objective.because),
            reading("worth", read.worth.value?.rawValue, read.worth.by, read.worth.because),
        ]
        readings += read.skills.map { reading("skill", $0.value, $0.by, $0.because) }
        return [
            "schema": "limelight.show/1", "id": .string(piece.shown.id.description),
            "kind": .string(draft.kind.rawValue),
            "at": .string(piece.civil.rfc3339), "seconds": draft.until.map { .integer($0 - draft.at) } ?? nil,
            "title": .string(draft.title), "body": .string(draft.body), "project": JSON(draft.project),
            "external_id": .string(draft.externalID), "version": JSON(piece.shown.version),
            "people": .array(
                draft.people.filter { !$0.isForgotten }.map {
                    [
                        "name": .string($0.name), "identity": .string($0.identity), "role": .string($0.role.rawValue),
                        "participation": .string($0.participation),
                    ]
                }),
            "tags": .array(draft.tags.map { .string($0) }), "paths": .array(draft.paths.map { .string($0) }),
            "measures": .object(draft.measures.map { .init(key: $0.name, value: .integer($0.value)) }),
            "source": .array(piece.shown.sources.map { .string($0.id.description) }),
            "source_removed": .bool(draft.flags.contains(.sourceRemoved)),
            "withdrawn": .bool(draft.flags.contains(.withdrawn)), "readings": .array(readings),
            "learned": learned(piece.learned),
            "cited_by": .array(piece.shown.citedBy.map { .string($0.description) }),
            "timeline_seconds": .integer(piece.shown.spent.seconds),
        ]
    }

    /// What was learned about the kind of work; it counts in no figure.
    static func learned(_ kind: LearnedKind?) -> JSON {
        guard let kind else { return nil }
        return [
            "dimension": "worth", "value": .string(kind.worth.rawValue), "confidence": .number(kind.chance),
            "because": .array(kind.reasons.map { .string($0) }),
            "like": .array(kind.like.map { .string($0.id.description) }), "confirmed": false,
        ]
    }

    static func document(_ piece: Inquiry.Piece, myJob: MyJob, zones: ZoneHistory) -> Document {
        let draft = piece.shown.draft
        var facts: [[[Document.Span]]] = []
        func fact(_ name: String, _ value: String) {
            if !value.isEmpty { facts.append([[.soft(name)], [.text(value)]]) }
        }
        fact("Id", piece.shown.id.description)
        let clock = !draft.flags.isDisjoint(with: [.byOther, .allDay]) ? "" : ", \(piece.civil.clock)"
        fact(
            "When",
            draft.flags.span(around: piece.civil.day)
                ?? "\(piece.civil.day.weekday.short) \(Period.date(piece.civil.day))\(clock)")
        fact("Length", draft.until.map { SpokenDuration.text($0 - draft.at) } ?? "")
        fact("You said", said(piece.correction, draft, zones))
        fact("On the timeline", piece.shown.onTimeline)
        fact(
            "Source",
            piece.shown.sources.isEmpty ? withoutSource(draft) : Words.list(piece.shown.sources.map(\.name)))
        fact("Project", draft.project ?? "")
        fact("Standing", draft.kind == .event ? String(describing: draft.standing) : "")
        fact(
            "People",
            Words.list(draft.people.map { "\($0.shown) (\($0.role.rawValue))" }))
        fact("Tags", draft.tags.joined(separator: ", "))
        fact(
            "Counted", draft.measures.map { "\($0.name.replacing("_", with: " ")) \($0.value)" }.joined(separator: ", ")
        )
        fact("Cited by", piece.shown.citedBy.map(\.description).joined(separator: ", "))
        if draft.flags.contains(.withdrawn) { fact("State", draft.kind.isByHand ? "removed" : "withdrawn") }
        var sections = [Document.Section("Facts", [.table(.init(columns: ["", ""], rows: facts))])]
        sections.append(
            .init(
                "Read as",
                [
                    .table(readings(piece, myJob)),
                    .paragraph([
                        .soft("To correct it: "),
                        .code("limelight correct \(piece.shown.id.description.prefix(8)) --responsibility KEY"),
                    ]),
                ]))
        if !draft.body.isEmpty {
            sections.append(.init("Text", [.paragraph([.text(String(draft.body.prefix(2_000)))])]))
        }
        if !draft.paths.isEmpty {
            let more = draft.paths.count > 12 ? [[Document.Span.soft("and \(draft.paths.count - 12) more")]] : []
            sections.append(.init("Paths", [.list(draft.paths.prefix(12).map { [.text($0)] } + more)]))
        }
        return Document(
            title: "Evidence",
            headline: [.text(draft.title.isEmpty ? "A private \(draft.kind.rawValue)" : draft.title)],
            sections: sections)
    }

    /// The corrected time, and whether it took place.
    private static func said(_ correction: Correction?, _ draft: EvidenceDraft, _ zones: ZoneHistory) -> String {
        guard let correction else { return "" }
        var parts: [String] = []
        if correction.hasSpan {
            let from = zones.civil(correction.from ?? draft.at)
            let until = correction.until ?? draft.until
            parts.append("\(Period.date(from.day)), \(from.clock)" + (until.map { "–\(zones.civil($0).clock)" } ?? ""))
        }
        if let happened = correction.happened { parts.append(happened ? "it took place" : "it did not take place") }
        if let word = correction.block { parts.append("time set aside: \(word.label)") }
        if correction.dropped { parts.append("off the timeline") }
        return Words.list(parts)
    }

    private static func withoutSource(_ draft: EvidenceDraft) -> String {
        if draft.kind.isByHand { return "by hand" }
        return draft.flags.contains(.sourceRemoved) ? "source removed" : "no longer in its source"
    }

    private static func readings(_ piece: Inquiry.Piece, _ myJob: MyJob) -> Document.Table {
        let reading = piece.reading
        let labels = MyJobLabels(myJob)
        func row(_ name: String, _ value: String?, _ by: DecidedBy, _ because: String) -> [[Document.Span]] {
            let reason = by == .rule ? piece.ruleNames[because] : because
            var why = reason.isEmpty ? by.rawValue : "\(by.rawValue): \(reason)"
            if by == .inherited, name == "Responsibility", let from = piece.inheritedFrom {
                why = "inherited from \(from.words) (\(from.id.description.prefix(8)))"
            }
            return [
                [.soft(name)], [value.map { .text($0) } ?? .soft("unknown")],
                [.soft(by == .unknown ? "not decided" : why)],
            ]
        }
        return Document.Table(
            columns: ["", "Value", "Who decided, and why"],
            rows: [
                row("For", reading.arena.value?.label, reading.arena.by, reading.arena.because),
                row(
                    "Responsibility", reading.responsibility.value.map(labels.responsibility),
                    reading.responsibility.by,
                    reading.responsibility.because),
                row(
                    "Objective", reading.objective.value.map(labels.objective), reading.objective.by,
                    reading.objective.because),
                piece.learned.map { [[.soft("Kind of work")], [.soft("unknown")], [.soft($0.whole)]] }
                    ?? row("Kind of work", reading.worth.value?.label, reading.worth.by, reading.worth.because),
            ] + reading.skills.map { row("Skill", $0.value.map(labels.skill), $0.by, $0.because) })
    }
}
