package import LedgerModel
package import Questions

/// Answers in the machine-readable format (Documentation/Contract.md).
package struct AnswerJSON {
    let base: AnswerBase
    /// The first ids behind a figure.
    let ids: (EvidenceRef) -> [PublicID]

    package init(_ base: AnswerBase, ids: @escaping (EvidenceRef) -> [PublicID]) {
        self.base = base
        self.ids = ids
    }

    /// The start of every answer.
    package func head(_ schema: String) -> JSON {
        [
            "schema": .string("limelight.\(schema)/1"), "since": instant(base.range.start),
            "until": instant(base.range.end), "zone": .string(base.zones.zone(at: base.now).name),
            "now": instant(base.now), "revision": .integer(base.revision),
        ]
    }

    /// The start of an answer that is not about a period.
    package static func envelope(_ schema: String, now: Instant, zones: ZoneHistory, revision: Int64) -> JSON {
        [
            "schema": .string("limelight.\(schema)/1"), "zone": .string(zones.zone(at: now).name),
            "now": .string(zones.civil(now).rfc3339), "revision": .integer(revision),
        ]
    }

    func instant(_ instant: Instant) -> JSON { .string(base.zones.civil(instant).rfc3339) }
    func instant(_ value: Instant?) -> JSON { value.map { instant($0) } ?? .null }

    func figure(_ ref: EvidenceRef, withIDs: Bool = true) -> JSON {
        let count: JSON = ["evidence_count": JSON(ref.count)]
        let query: JSON = ["evidence_query": .string(ref.query)]
        return withIDs ? count + ["evidence": list(ids(ref))] + query : count + query
    }

    func list(_ ids: [PublicID]) -> JSON { Self.list(ids) }
    static func list(_ ids: [PublicID]) -> JSON { .array(ids.prefix(20).map { .string($0.description) }) }

    /// The figure that is shown beside exact seconds: hours with one decimal, whole percent.
    func shown(_ shown: PlacedHours.Shown) -> JSON {
        ["hours": .number(Double(shown.tenths) / 10), "percent": .integer(shown.percent)]
    }

    func spent(_ spent: Spent) -> JSON {
        ["seconds": .integer(spent.seconds), "low": .integer(spent.low), "high": .integer(spent.high)]
    }
}

extension AnswerJSON {
    package func totals(_ answer: TotalsAnswer) -> JSON {
        head("totals") + ["by": .string(answer.by.rawValue)] + spent(answer.total) + [
            "working_seconds": .integer(answer.workingSeconds), "untraced_seconds": .integer(answer.untracedSeconds),
            "rows": .array(
                answer.rows.map { row in
                    ["key": .string(row.key), "name": .string(row.name)] + spent(row.spent)
                        + (answer.by.overlaps ? [:] : shown(row.shown))
                        + figure(row.ref, withIDs: false)
                }),
        ]
    }

    package func scope(_ answer: ScopeAnswer) -> JSON {
        func part(_ part: ScopeAnswer.Part) -> JSON { spent(part.spent) + shown(part.shown) + figure(part.ref) }
        let lines = answer.responsibilities.map { line -> JSON in
            let item = line.responsibility
            return [
                "key": .string(item.key), "name": .string(item.label), "measured": JSON(item.measure),
                "share": .number(line.share), "intended_share": JSON(item.share),
            ] + spent(line.spent) + shown(line.shown) + ["objective": JSON(item.objective), "trend": JSON(line.trend)]
                + figure(line.ref)
        }
        let fronts: JSON = [
            "per_week": .number(answer.fronts.perWeek), "previous_per_week": JSON(answer.fronts.previousPerWeek),
            "new": .array(answer.fronts.new.map { .string($0) }),
        ]
        return head("scope") + [
            "base": spent(answer.base), "measured": part(answer.measured), "unmeasured": part(answer.unmeasured),
            "not_mine_total": part(answer.notMine), "unknown": part(answer.unknown),
            "responsibilities": .array(lines),
            "not_mine": .array(
                answer.desk.map { item in
                    ["key": .string(item.item.key), "name": .string(item.item.label), "owner": JSON(item.item.owner)]
                        + spent(item.spent) + shown(item.shown) + figure(item.ref)
                }),
            "blockers": [],
            "unagreed": .array(
                answer.unagreed.map { item in
                    ["key": .string(item.key), "name": .string(item.label), "measured": JSON(item.measure)]
                }),
            "open_fronts": fronts, "rescues": [], "moves": [],
            "unreached_objectives": .array(answer.unreached.map { .string($0.key) }),
            "working_seconds": .integer(base.workingSeconds), "untraced_seconds": .integer(base.untracedSeconds),
        ]
    }

    package func guardAnswer(_ answer: GuardAnswer) -> JSON {
        let blocks: JSON = [
            "promised_seconds": .integer(answer.promised), "for_me_seconds": .integer(answer.forMe),
            "given_seconds": .integer(answer.given), "taken_seconds": .integer(answer.taken),
            "void_seconds": .integer(answer.void), "moved_seconds": .integer(answer.moved),
            "cancelled_seconds": .integer(answer.cancelled), "no_trace_seconds": .integer(answer.noTrace),
            "instead": .array(
                answer.instead.map { item in
                    ["cause": .string(item.cause.rawValue), "seconds": .integer(item.seconds)] + figure(item.ref)
                }),
            "list": .array(
                answer.blocks.map { block in
                    [
                        "id": .string(block.id.description), "start": instant(block.promise.start),
                        "promised_seconds": .integer(block.promise.seconds), "for_me_seconds": .integer(block.forMe),
                        "given_seconds": .integer(block.given), "taken_seconds": .integer(block.taken),
                        "void_seconds": .integer(block.void), "no_trace_seconds": .integer(block.noTrace),
                        "said": JSON(block.word?.rawValue),
                    ]
                }),
        ]
        return head("guard") + [
            "blocks": blocks, "questions": questions(answer), "when": when(answer.survival),
            "energy": [], "content": [:], "goalposts": [], "commitments": [],
            "bottlenecks": [], "days": ["base": JSON(answer.days.base), "with": JSON(answer.days.with)], "doors": [],
            "after_hours": ["seconds": .integer(answer.afterHours)] + figure(answer.afterHoursRef),
        ]
    }

    /// What only the person knows.
    private func questions(_ answer: GuardAnswer) -> JSON {
        let weeks = BlockWeek.remembered(answer.blocks, zones: base.zones, now: base.now).map(question)
        let plans = answer.candidates.map { candidate -> JSON in
            [
                "kind": "plan", "title": .string(candidate.title), "when": .string(candidate.when),
                "choices": .array(PlanAnswer.allCases.map { .string($0.rawValue) }),
            ] + figure(EvidenceRef(pieces: candidate.pieces.map(\.id)))
        }
        return .array(weeks + plans)
    }

    private func when(_ survival: Survival?) -> JSON {
        .array(
            (survival?.slots ?? []).filter(\.isKnown).map { slot in
                [
                    "weekday": .string(slot.weekday.name), "start": .string(ClockRange.clock(slot.minutes.lowerBound)),
                    "length_seconds": .integer(Int64(slot.minutes.count) * 60),
                    "kept_probability": .number(slot.kept), "low_probability": .number(slot.low),
                    "high_probability": .number(slot.high), "n": JSON(slot.n),
                ]
            })
    }

    package func picture(_ answer: PictureAnswer) -> JSON {
        func rows(_ list: [PictureAnswer.Touched]) -> JSON {
            .array(
                list.map { row in
                    ["key": .string(row.key), "name": .string(row.name), "touched_seconds": .integer(row.seconds)]
                        + figure(row.ref)
                })
        }
        return head("picture") + [
            "target": nil, "competencies": [], "strengths": [], "tasks": [], "redefine": nil,
            "skills": rows(answer.skills), "projects": rows(answer.projects),
            "untouched": .array(answer.untouched.map { .string($0.key) }),
        ]
    }

    package func task(_ picture: TaskPicture) -> JSON {
        head("task") + [
            "task": JSON(picture.task?.text), "for": JSON(picture.addressee.name?.text),
            "grows": .array(
                picture.grows.map {
                    [
                        "skill": .string($0.skill), "name": .string($0.name.text), "because": .string($0.because.text),
                    ]
                }),
            "wanted": .array(picture.wanted.map { .string($0.text) }), "result": JSON(picture.result?.id.description),
            "evidence_of": list(picture.related.map(\.id)), "resistance": nil,
            "picture": .array(
                picture.sentences.map { sentence in
                    [
                        "text": .string(sentence.text.text), "evidence": list(sentence.evidence),
                        "prospect": .bool(sentence.isProspect),
                    ]
                }),
        ]
    }

    package func backstage(_ answer: BackstageAnswer) -> JSON {
        func ledger(_ arena: Arena) -> JSON {
            guard let line = answer.ledgers.first(where: { $0.arena == arena }) else { return nil }
            return spent(line.spent) + ["previous_seconds": .integer(line.previous.seconds)] + figure(line.ref)
        }
        let people = answer.people.map { tie -> JSON in
            [
                "id": .string(tie.person.description), "name": .string(tie.name),
                "strength": .string(tie.strength.rawValue), "last": instant(tie.last),
                "direction": ["started_by_me": JSON(tie.startedByMe), "started_by_them": JSON(tie.startedByThem)],
                "named": .bool(base.isNamed(tie)), "resting": .bool(base.resting.contains(tie.person)),
                "overdue": nil, "because": list(tie.because), "evidence_count": JSON(tie.ref.count),
                "evidence_query": .string(tie.ref.query),
            ]
        }
        let pairs = answer.pairs.map { pair -> JSON in
            [
                "id": .string(pair.person.description), "name": .string(pair.name), "held": JSON(pair.held),
                "perhaps_held": JSON(pair.perhaps), "cancelled": JSON(pair.cancelled),
            ] + Self.moved(pair) + ["last": instant(pair.last), "next": instant(pair.next)] + figure(pair.ref)
        }
        return head("backstage") + [
            "ledgers": [
                "development": ledger(.growth), "relationships": ledger(.relationships), "side_projects": ledger(.side),
            ], "starving": JSON(answer.quietest?.rawValue), "people": .array(people), "one_to_ones": .array(pairs),
            "advocates": [], "work": [], "review": [],
        ]
    }

    static func moved(_ pair: BackstageAnswer.Pair) -> JSON {
        [
            "moved_by_me": JSON(pair.moved[.me] ?? 0), "moved_by_them": JSON(pair.moved[.them] ?? 0),
            "moved_by_unknown": JSON(pair.moved[.unknown] ?? 0),
        ]
    }

    package func value(_ answer: ValueAnswer) -> JSON {
        let baseline = answer.baseline.map { row -> JSON in
            let key = row.system.responsibility
            return [
                "key": .string(key.isEmpty ? "unknown" : key),
                "repository": row.system.project.isEmpty ? nil : .string(row.system.project),
                "name": .string(row.name), "changes": JSON(row.commits.count), "meetings": JSON(row.meetings.count),
                "notes": JSON(row.notes.count), "requests": JSON(row.requests.count),
                "restores_tested": JSON(row.restoreTests.count),
                "incidents": row.incidents.map {
                    Self.days($0) + [
                        "seconds": .integer($0.seconds)
                    ] + figure(row.ofIncidents)
                } ?? nil,
            ] + figure(row.ref)
        }
        let stopped = answer.stopped.map { item -> JSON in
            ["result": JSON(item.claim?.description), "text": .string(item.text), "evidence": list(item.ref.ids)]
                + Self.change(item.cause, item.change)
        }
        var drafts = answer.drafts()
        let notTold = answer.notTold.map { item -> JSON in
            [
                "result": .string(item.claim.id.description), "person": .string(item.person),
                "next_occasion": item.nextOccasion.map {
                    ["at": instant($0.at), "title": .string($0.title), "evidence": .string($0.evidence.description)]
                } ?? nil, "draft": JSON(drafts.draft(item)?.text),
            ]
        }
        let contributions = answer.contributions.map { row -> JSON in
            [
                "objective": .string(row.objective), "name": .string(row.name),
                "pieces": .object(
                    Worth.allCases.compactMap { worth in
                        row.pieces[worth].map { .init(key: worth.rawValue, value: JSON($0)) }
                    }),
            ] + figure(row.ref)
        }
        return head("value") + [
            "baseline": .array(baseline), "results": .array(answer.claims.map(claim)), "not_told": .array(notTold),
            "result_count": JSON(answer.results.count),
            "told_count": JSON(answer.results.count { !$0.tellings.isEmpty }),
            "told": .array(answer.audience.map { ["person": .string($0.name), "result_count": JSON($0.toldOf)] }),
            "stopped": .array(stopped),
            "candidates": answer.candidates.map { .array($0.list.map(Self.candidate)) } ?? nil,
            "outsider": outsider(answer.outsider), "contributions": .array(contributions),
        ]
    }

    /// Only for the person: no report and nothing for others holds it.
    private func outsider(_ outsider: Outsider) -> JSON {
        func lines(_ lines: [Outsider.Line]) -> JSON {
            .array(
                lines.map { line in
                    ["text": .string(line.spans.plain), "handbook": list(line.handbook)] + figure(line.ref)
                })
        }
        return [
            "soon": lines(outsider.soon), "later": lines(outsider.later), "could_not": lines(outsider.couldNot),
        ]
    }

    /// Days with an incident, and those on which one would show.
    static func days(_ incidents: Incidents) -> JSON {
        ["incident_days": JSON(incidents.days), "known_days": JSON(incidents.known)]
    }

    static func change(_ cause: IncidentCause, _ change: BeforeAfter) -> JSON {
        func side(_ incidents: Incidents, _ weeks: Int) -> JSON {
            ["weeks": JSON(weeks), "incident_days": JSON(incidents.days)]
                + ["evidence": .array(incidents.pieces.map { .string($0.description) })]
        }
        return [
            "of": .string(cause.text), "before": side(change.before, change.weeksBefore),
            "after": side(change.after, change.weeksAfter),
        ]
    }

    /// What a report tells someone else: results, and expected work that is in My job. It leaves out who has not
    /// heard, when the next occasion is, and who was told.
    package func valueReport(_ report: ValueReport) -> JSON {
        let baseline = report.baseline.map { item -> JSON in
            [
                "name": .string(item.name.text), "changes": JSON(item.row.commits.count),
                "meetings": JSON(item.row.meetings.count), "notes": JSON(item.row.notes.count),
                "incidents": item.row.incidents.map(Self.days) ?? nil,
            ]
        }
        let lines = report.lines.map { line -> JSON in
            [
                "id": .string(line.id.description), "text": .string(line.text.text),
                "worth": JSON(line.worth?.rawValue),
                "objective": JSON(line.objective), "for_whom": JSON(line.forWhom?.text),
                "figure": JSON(line.figure?.text), "known_by": JSON(line.knownBy?.text),
                "evidence": list(line.evidence), "evidence_count": JSON(line.evidence.count),
            ]
        }
        return head("value_report") + [
            "results": .array(lines), "result_count": JSON(report.served), "baseline": .array(baseline),
        ]
    }

    package func claim(_ claim: Claim) -> JSON {
        [
            "id": .string(claim.id.description), "text": .string(claim.text), "worth": JSON(claim.worth?.rawValue),
            "objective": JSON(claim.objective), "at": instant(claim.at),
            "within": JSON(claim.within?.rawValue), "evidence": list(claim.evidence),
            "evidence_count": JSON(claim.evidence.count),
            "told": .array(
                claim.tellings.map {
                    ["person": .string($0.person), "at": instant($0.at), "heard": JSON($0.heard)]
                }),
        ]
    }
}
