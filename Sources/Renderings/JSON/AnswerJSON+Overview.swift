package import LedgerModel
package import Questions

extension AnswerJSON {
    /// What `limelight` without a command says besides the hours of the week.
    package struct Overview {
        package var running: (text: String, since: Instant, seconds: Int64)?
        /// When a source was last read.
        package var lastRead: Instant?
        /// What would help most now; `command` is empty if there is no command for it.
        package var next: (kind: String, text: String, command: String)
        package var isBegun: Bool
        package var isDemo: Bool

        package init(
            running: (text: String, since: Instant, seconds: Int64)?, lastRead: Instant?,
            next: (kind: String, text: String, command: String), isBegun: Bool, isDemo: Bool
        ) {
            self.running = running
            self.lastRead = lastRead
            self.next = next
            self.isBegun = isBegun
            self.isDemo = isDemo
        }
    }

    package func overview(_ scope: ScopeAnswer, _ overview: Overview) -> JSON {
        head("glance") + ["begun": .bool(overview.isBegun), "demo": .bool(overview.isDemo), "seen": spent(base.total)]
            + [
                "working_seconds": .integer(base.workingSeconds), "untraced_seconds": .integer(base.untracedSeconds),
                "job": spent(scope.base), "measured": spent(scope.measured.spent) + figure(scope.measured.ref),
                "beside": .array(
                    scope.otherArenas.map { ["arena": .string($0.arena.rawValue)] + spent($0.spent) }),
                "running": overview.running.map {
                    [
                        "text": .string($0.text), "since": instant($0.since),
                        "seconds": .integer($0.seconds),
                    ]
                } ?? nil,
                "last_read": instant(overview.lastRead),
                "next": [
                    "kind": .string(overview.next.kind), "text": .string(overview.next.text),
                    "command": overview.next.command.isEmpty ? nil : .string(overview.next.command),
                ],
            ]
    }
}

extension AnswerJSON {
    package func oneOnOnes(_ answer: OneOnOnes) -> JSON {
        let people = answer.meetings.map { meeting -> JSON in
            let pair = meeting.pair
            return [
                "id": .string(pair.person.description), "name": .string(pair.name), "decides": .bool(meeting.decides),
                "held": JSON(pair.held), "perhaps_held": JSON(pair.perhaps),
                "cancelled": JSON(pair.cancelled),
            ] + Self.moved(pair) + [
                "last": instant(pair.last), "next": instant(pair.next), "open": .array(meeting.open.map(ask)),
                "notes": .array(meeting.notes.map { .string($0.id.description) }),
                "bring": [
                    "results": .array(meeting.untold.map { .string($0.id.description) }),
                    "unagreed": .array(meeting.unagreed.map { .string($0.key) }),
                    "not_mine": .array(meeting.theirs.map { .string($0.key) }),
                ],
            ] + figure(pair.ref)
        }
        return head("one-on-ones") + ["people": .array(people), "elsewhere": .array(answer.elsewhere.map(ask))]
    }

    private func ask(_ ask: OpenAsk) -> JSON {
        [
            "note": .string(ask.note.description), "line": JSON(ask.line.place),
            "kind": .string(ask.line.kind.rawValue),
            "words": .string(ask.line.words), "since": instant(ask.at),
            "people": .array(ask.people.keys.sorted().map { .string($0.description) }),
        ]
    }
}
