import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Random calendars that share events, read in a random order, with who the person is said at a random moment.
@Suite("Whose event it is: what is always true")
struct WhoseEventPropertyTests {
    private struct Wild {
        var calendars: [(name: String, events: [String])]
        var me: [String]

        init(seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            let people = ["p1", "p2", "p3", "p4", "p5", "p6", "me", "home", "all"]
            var pool: [String] = []
            for number in 0..<24 {
                var event = "UID:u\(number)\n"
                let day = Int.random(in: 2...16, using: &random)
                let text = day < 10 ? "0\(day)" : "\(day)"
                if Int.random(in: 0...5, using: &random) == 0 {
                    event += "DTSTART;VALUE=DATE:202603\(text)\n"
                    event += "SUMMARY:\(["Urlaub", "Trip", "Offsite"][Int.random(in: 0...2, using: &random)])"
                } else {
                    let hour = Int.random(in: 10...18, using: &random)
                    event += "DTSTART;TZID=Europe/Berlin:202603\(text)T\(hour)0000\n"
                    event += "DURATION:PT1H\nSUMMARY:S\(number % 5)"
                    if Int.random(in: 0...9, using: &random) == 0 { event += "\nRRULE:FREQ=DAILY;COUNT=3" }
                }
                if Int.random(in: 0...7, using: &random) == 0 { event += "\nTRANSP:TRANSPARENT" }
                if Int.random(in: 0...11, using: &random) == 0 { event += "\nSTATUS:CANCELLED" }
                let some = Int.random(in: 0...3, using: &random)
                for place in 0..<some {
                    let person = people[Int.random(in: 0..<people.count, using: &random)] + "@corp.test"
                    let answers = ["ACCEPTED", "DECLINED", "NEEDS-ACTION", "TENTATIVE"]
                    let answer = answers[Int.random(in: 0...3, using: &random)]
                    event +=
                        place == 0
                        ? "\nORGANIZER:mailto:\(person)" : "\nATTENDEE;PARTSTAT=\(answer):mailto:\(person)"
                }
                pool.append(event)
            }
            calendars = []
            for name in ["A", "B", "C"] {
                calendars.append((name, pool.filter { _ in Bool.random(using: &random) }))
            }
            me = Int.random(in: 0...3, using: &random) == 0 ? ["me@corp.test"] : ["me@corp.test", "home@corp.test"]
        }

        /// Everything that happens, in an order that the seed draws.
        func steps(seed: UInt64) -> [Step] {
            var random = SeededGenerator(seed: seed)
            return (calendars.indices.map { Step.read($0) } + me.map { Step.isMe($0) }).shuffled(using: &random)
        }
    }

    private enum Step {
        case read(Int)
        case isMe(String)
    }

    private func world(_ wild: Wild, _ steps: [Step]) async throws -> OperationsWorld {
        let here = try OperationsWorld()
        for step in steps {
            switch step {
            case .read(let index):
                try await here.importCalendar(wild.calendars[index].name, wild.calendars[index].events)
            case .isMe(let address): _ = try here.ledger.importing.addMe(address)
            }
        }
        return here
    }

    private struct Seen: Equatable {
        var days: [String]
        var working: Int64
        var people: [String]
        var asked: [String]
    }

    private func seen(_ here: OperationsWorld) throws -> Seen {
        let totals = try here.ledger.asking.totals(here.march, by: .day)
        return Seen(
            days: totals.answer.rows.map { "\($0.name) \($0.spent.low) \($0.spent.seconds) \($0.spent.high)" },
            working: totals.base.workingSeconds,
            people: try here.ledger.asking.backstage(here.march).answer.people.map { "\($0.name) \($0.last.seconds)" },
            asked: try here.ledger.importing.questions().flatMap { asked in
                asked.questions.map { "\(asked.source.name) \($0)" }
            }.sorted())
    }

    @Test("The order of reading and of saying who one is changes nothing; nor does a second reading", arguments: 1...12)
    func order(seed: Int) async throws {
        let wild = Wild(seed: UInt64(seed))
        let first = try await world(wild, wild.steps(seed: UInt64(seed) + 100))
        let expected = try seen(first)
        let second = try await world(wild, wild.steps(seed: UInt64(seed) + 200))
        #expect(try seen(second) == expected, "seed \(seed)")
        for calendar in wild.calendars {
            let again = try await first.importCalendar(calendar.name, calendar.events)
            #expect(again.outcomes[0].count.added == 0, "seed \(seed)")
        }
        #expect(try seen(first) == expected, "seed \(seed)")

        var dump = ""
        try first.ledger.keeping.export { dump += $0 }
        let restored = try OperationsWorld()
        try restored.ledger.keeping.restore(file: first.folder.write("export.jsonl", dump))
        #expect(try seen(restored) == expected, "seed \(seed)")
    }

    @Test("Removing a calendar leaves what would be there without it", arguments: 21...26)
    func removal(seed: Int) async throws {
        let wild = Wild(seed: UInt64(seed))
        let whole = try await world(wild, wild.steps(seed: UInt64(seed)))
        _ = try whole.ledger.importing.removeSource("B")
        let without = try await world(wild, [.read(0), .read(2)] + wild.me.map { .isMe($0) })
        let (left, right) = (try seen(whole), try seen(without))
        #expect(left == right, "seed \(seed): \(left), not \(right)")
    }

    @Test("An answer given and taken back leaves what was", arguments: 31...36)
    func undone(seed: Int) async throws {
        let wild = Wild(seed: UInt64(seed))
        let here = try await world(wild, wild.steps(seed: UInt64(seed)))
        let before = try seen(here)
        for asked in try here.ledger.importing.questions() {
            for question in asked.questions {
                for choice in question.choices {
                    try here.ledger.importing.answer(asked.source.id.description, question.word, choice.word)
                    _ = try here.ledger.keeping.undo()
                    #expect(try seen(here) == before, "seed \(seed), \(question.word) \(choice.word)")
                }
            }
        }
    }
}
