package import LedgerModel
package import Questions

extension AnswerJSON {
    package func oneOnOnes(_ answer: OneOnOnes) -> JSON {
        let people = answer.meetings.map { meeting -> JSON in
            let pair = meeting.pair
            return [
                "id": .string(pair.person.description), "name": .string(pair.name), "decides": .bool(meeting.decides),
                "held": JSON(pair.held), "cancelled": JSON(pair.cancelled), "last": instant(pair.last),
                "next": instant(pair.next),
                "bring": [
                    "claims": .array(meeting.untold.map { .string($0.id.description) }),
                    "unagreed": .array(meeting.unagreed.map { .string($0.key) }),
                    "not_mine": .array(meeting.theirs.map { .string($0.key) }),
                ],
            ] + figure(pair.ref)
        }
        return head("one-on-ones") + ["people": .array(people)]
    }
}
