package import LedgerModel
package import Questions

extension AnswerJSON {
    package func review(_ answer: ReviewAnswer) -> JSON {
        head("review") + [
            "week": ["since": .string(answer.week.since.iso), "until": .string(answer.week.until.iso)],
            "done": .bool(answer.state.isDone), "done_at": instant(answer.state.doneAt),
            "due": .bool(answer.state.isDue),
            "myself": [
                "growth": spent(answer.growth.spent) + figure(answer.growth.ref),
                "promised_seconds": .integer(answer.mine.promised), "for_me_seconds": .integer(answer.mine.forMe),
                "given_seconds": .integer(answer.mine.given), "taken_seconds": .integer(answer.mine.taken),
                "void_seconds": .integer(answer.mine.void), "no_trace_seconds": .integer(answer.mine.noTrace),
            ],
            "people": .array(
                answer.met.map {
                    ["id": .string($0.person.description), "name": .string($0.name)] + figure($0.ref)
                }),
            "drifting": .array(
                answer.drifting.map {
                    ["id": .string($0.person.description), "name": .string($0.name), "last": instant($0.last)]
                }),
            "side_projects": .array(
                answer.sides.map { ["name": .string($0.name)] + spent($0.spent) + figure($0.ref) }),
            "results": [
                "beyond": .array(
                    answer.behind.map { ["worth": .string($0.worth.rawValue)] + figure($0.ref) }),
                "objectives": .array(answer.served.map { .string($0) }), "results": .array(answer.claims.map(claim)),
            ],
            "questions": .array(
                (answer.blocks.map { [question($0)] } ?? []) + answer.asked.map(question)
                    + (answer.became.map { [question($0)] } ?? [])
                    + (answer.candidate.map { [question($0)] } ?? [])),
            "said": .array(
                answer.said.map {
                    ["text": .string($0.text), "evidence": .string($0.evidence.description)]
                }),
            "proposal": answer.proposal.map(proposal) ?? nil,
            "task": answer.task.map { item in
                [
                    "title": .string(item.title), "at": instant(item.at),
                    "evidence": .string(item.evidence.description),
                    "picture": .array(
                        item.picture.sentences.map {
                            [
                                "text": .string($0.text.text), "evidence": list($0.evidence),
                                "prospect": .bool($0.isProspect),
                            ]
                        }),
                ]
            } ?? nil,
        ]
    }

    func question(_ week: BlockWeek) -> JSON {
        [
            "kind": "blocks", "week": .string(week.week.since.iso), "promised_seconds": .integer(week.promised),
            "no_trace_seconds": .integer(week.noTrace),
            "blocks": .array(
                week.blocks.map { block in
                    [
                        "block": .string(block.id.description), "start": instant(block.promise.start),
                        "promised_seconds": .integer(block.promise.seconds),
                        "no_trace_seconds": .integer(block.noTrace),
                    ]
                }),
            "choices": .array(BlockWeek.answers.map { .string($0.rawValue) }),
        ]
    }

    private func question(_ asked: ReviewAnswer.Asked) -> JSON {
        [
            "kind": "told", "result": .string(asked.claim.id.description), "person": .string(asked.person),
            "occasion": [
                "at": instant(asked.occasion.at), "title": .string(asked.occasion.title),
                "evidence": .string(asked.occasion.evidence.description),
            ], "choices": ["yes", "no"],
        ]
    }

    private func question(_ became: BecameQuestion) -> JSON {
        [
            "kind": "became", "of": .string(became.of.kind.rawValue),
            "result": became.of.kind == .result ? .string(became.claim.id.description) : nil,
            "piece": became.of.kind == .result ? nil : .string(became.claim.id.description),
            "months": JSON(became.months),
            "choices": .array([Became.Word.stands, .gone].map { .string($0.rawValue) }),
        ]
    }

    private func question(_ candidate: Candidate) -> JSON {
        ["kind": "candidate"] + Self.candidate(candidate)
            + ["choices": .array(Offer.CandidateWord.allCases.map { .string($0.rawValue) })]
    }

    /// A result with what became of it.
    package func became(_ became: Became) -> JSON {
        claim(became.claim) + ["became": Self.became(became)]
    }

    package static func became(_ became: Became) -> JSON {
        [
            "of": .string(became.of.kind.rawValue), "commits": list(became.commits),
            "reverted": list(became.reverted), "unreachable": list(became.unreachable),
            "users_since": .string(became.usersSince.iso),
            "users": .array(became.users.map { ["name": .string($0.name), "commits": JSON($0.commits)] }),
            "mentions": list(became.mentions), "mentioning": .array(became.mentioning.map { .string($0) }),
            "repositories": .array(
                became.repositories.map { ["name": .string($0.name), "evidence": list($0.pieces)] }),
            "incidents": became.incidents.map { change($0.cause, $0.change) } ?? nil,
            "said": .array(
                became.said.map {
                    [
                        "word": .string($0.word.rawValue), "text": .string($0.text), "day": .string($0.day.iso),
                        "evidence": .string($0.note.description),
                    ]
                }),
        ]
    }

    private func proposal(_ proposal: ReviewProposal) -> JSON {
        let text: JSON = ["text": .string(proposal.spans(base.zones).words)]
        return switch proposal {
        case .tell(let item):
            ["kind": "tell", "result": .string(item.claim.id.description), "person": .string(item.person)] + text
        case .block(let slot): ["kind": "block", "start": instant(slot.start), "until": instant(slot.end)] + text
        case .meet(let tie): ["kind": "meet", "person": .string(tie.name), "last": instant(tie.last)] + text
        case .agree(let item): ["kind": "agree", "responsibility": .string(item.key)] + text
        }
    }
}
