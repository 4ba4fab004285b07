import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TestSupport
import Testing

@Suite("One person is one person")
struct OnePersonTests {
    let here: OperationsWorld

    init() throws {
        here = try OperationsWorld()
        try here.ledger.importing.addMe("mina@example.org")
    }

    /// Mondays at nine and ten from 2 March: alone with Maria under each of two addresses, the second as her calendar
    /// calls her.
    private static func meetings(_ name: String, _ address: String, hour: Int, uid: String) -> String {
        """
        UID:\(uid)
        SUMMARY:Talk
        DTSTART:202603\(hour < 10 ? "02" : "03")T0\(hour % 10)0000Z
        DTEND:202603\(hour < 10 ? "02" : "03")T0\(hour % 10)3000Z
        RRULE:FREQ=WEEKLY;COUNT=4
        ORGANIZER:mailto:mina@example.org
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:mina@example.org
        ATTENDEE;CN=\(name);PARTSTAT=ACCEPTED:mailto:\(address)
        """
    }

    private static let first = meetings("Maria Keller", "maria@example.com", hour: 9, uid: "first")
    private static let second = meetings("Keller M.", "mk@example.net", hour: 18, uid: "second")

    private func importBoth() async throws {
        try await here.importCalendar("Work", [Self.first, Self.second], arena: .job)
    }

    private func others() throws -> [PersonSummary] { try here.ledger.people.others() }

    private func load(_ text: String) throws {
        try here.ledger.myJob.keep(try here.ledger.myJob.change(text, fileName: "job.yaml"))
    }

    private static let listed = """
        people:
          - name: Maria Keller
            role: decider
            identities: [maria@example.com, mk@example.net]
        objectives:
          - label: Restores within an hour

        """

    @Test("What My job lists under one name is one in every list, joined and parted at once, and undone with My job")
    func myJob() async throws {
        try await importBoth()
        #expect(try others().count == 2)
        let before = try here.dump()
        try load(Self.listed)
        let one = try #require(try others().first)
        #expect(try others().count == 1)
        #expect(one.name == "Maria Keller")
        #expect(one.evidence == 8)
        let totals = try here.ledger.asking.totals(here.march, by: .person).answer
        #expect(totals.rows.map(\.name) == ["Maria Keller"])
        let pairs = try here.ledger.asking.oneOnOnes(here.march).answer.meetings
        #expect(pairs.map(\.pair.name) == ["Maria Keller"])
        #expect(pairs.map(\.decides) == [true])
        #expect(try here.ledger.asking.search("person:mk@example.net").total == 8)
        // Parted by taking the address out.
        try load(Self.listed.replacing(", mk@example.net", with: ""))
        #expect(Set(try others().map(\.identities)) == [["maria@example.com"], ["mk@example.net"]])
        #expect(Set(try others().map(\.name)) == ["Maria Keller", "Keller M."])
        _ = try here.ledger.keeping.undo()
        #expect(try others().count == 1)
        _ = try here.ledger.keeping.undo()
        #expect(try here.people(here.dump()) == here.people(before))
    }

    @Test("A decider whom the calendar calls otherwise has open what is not told, by address")
    func decider() async throws {
        try await here.importCalendar("Work", [Self.second], arena: .job)
        try load(Self.listed)
        var request = Results.ClaimRequest(text: "Nine of twelve restores in an hour")
        request.objective = "restores-within-an-hour"
        let claim = try here.ledger.results.addClaim(request)
        func meeting() throws -> OneOnOnes.Meeting {
            try #require(try here.ledger.asking.oneOnOnes(here.march).answer.meetings.first)
        }
        #expect(try meeting().untold.map(\.id) == [claim])
        // Told under the address, she has heard of it.
        try here.ledger.results.tell(claim.description, to: "mk@example.net")
        #expect(try meeting().untold.isEmpty)
        #expect(try here.ledger.asking.held(about: "mk@example.net").tellings.count == 1)
    }

    @Test("By hand: joined and parted without loss, undone, the same after a second import, in either order")
    func byHand() async throws {
        try await importBoth()
        let before = try here.dump()
        let joined = try here.ledger.people.merge("Maria Keller", "mk@example.net")
        #expect(joined.identities.sorted() == ["maria@example.com", "mk@example.net"])
        #expect(joined.evidence == 8)
        #expect(try here.ledger.asking.held(about: "Keller M.").person == joined)
        try await importBoth()
        #expect(try others() == [joined])
        let parted = try here.ledger.people.split("Maria Keller", "mk@example.net")
        #expect(parted.person.identities == ["maria@example.com"])
        #expect(parted.other.identities == ["mk@example.net"])
        #expect(try here.people(here.dump()) == here.people(before))
        #expect(try here.ledger.people.questions().asked.isEmpty)
        #expect(try here.ledger.keeping.undo().verb == "split")
        #expect(try others() == [joined])
        #expect(try here.ledger.keeping.undo().verb == "merge")
        #expect(try here.people(here.dump()) == here.people(before))
    }

    @Test("What was said before an import holds for who comes with it, whatever comes first")
    func order() async throws {
        var worlds: [[String]] = []
        for events in [[Self.first, Self.second], [Self.second, Self.first]] {
            let world = try OperationsWorld()
            try world.ledger.importing.addMe("mina@example.org")
            try world.ledger.myJob.keep(try world.ledger.myJob.change(Self.listed, fileName: "job.yaml"))
            for (number, event) in events.enumerated() {
                try await world.importCalendar("Work \(number)", [event], arena: .job)
            }
            let people = try world.ledger.people.others()
            worlds.append(people.map { "\($0.id) \($0.name) \($0.identities.sorted()) \($0.evidence)" })
        }
        #expect(worlds[0] == worlds[1])
        #expect(worlds[0].count == 1)
    }

    @Test("An export carries what was said, and the restored ledger has the same people")
    func export() async throws {
        try await importBoth()
        try here.ledger.people.merge("Maria Keller", "mk@example.net")
        let text = try here.dump()
        let file = here.folder.write("saved.jsonl", text)
        let restored = try Ledger(path: here.folder.file("restored.sqlite"), world: here.world)
        try restored.keeping.restore(file: file)
        #expect(try restored.people.others() == others())
        _ = try restored.keeping.undo()
        #expect(try restored.people.others().count == 2)
    }

    @Test("Forgetting somebody forgets all of them, and neither address brings them back")
    func forget() async throws {
        try await importBoth()
        try here.ledger.people.merge("Maria Keller", "mk@example.net")
        try here.ledger.forgetting.forget(try here.ledger.forgetting.forgettable("mk@example.net"))
        #expect(try others().isEmpty)
        let text = try here.dump()
        for word in ["maria@", "mk@", "Keller"] { #expect(!text.contains(word), "\(word)") }
        try await importBoth()
        #expect(try others().isEmpty)
        #expect(try !here.dump().contains("Keller"))
        // What undo would bring back is gone too.
        while true {
            do { _ = try here.ledger.keeping.undo() } catch { break }
        }
        #expect(try !here.dump().contains("example.net"))
    }

    @Test("Two of one name who are not one stay two, told apart in lists, asked about once and never chosen between")
    func namesakes() async throws {
        try await here.importCalendar(
            "Work",
            [
                Self.first, Self.meetings("Maria Keller", "maria@example.net", hour: 18, uid: "second"),
            ], arena: .job)
        let listed = ["Maria Keller (example.com)", "Maria Keller (example.net)"]
        #expect(try others().map(\.listed).sorted() == listed)
        #expect(try here.ledger.asking.totals(here.march, by: .person).answer.rows.map(\.name).sorted() == listed)
        for ask in [here.ledger.asking.held(about:), { try here.ledger.asking.held(about: $0) }] {
            let error = #expect(throws: LedgerError.self) { _ = try ask("Maria Keller") }
            #expect(error?.code == .ambiguousID)
        }
        #expect(throws: LedgerError.self) { try here.ledger.results.heard("Maria Keller", "good", claims: []) }
        let asked = try here.ledger.people.questions()
        #expect(asked.asked.count == 1)
        guard case .same(let one, let other, .sameName) = asked.asked.first else {
            Issue.record("not asked whether they are one")
            return
        }
        try here.ledger.people.putOff(one.id.description, other.id.description)
        #expect(try here.ledger.people.questions() == PersonQuestions([], said: []).with(later: 1))
        #expect(try here.ledger.people.questions(isAgain: true).asked == asked.asked)
        try here.ledger.people.keepApart(one.id.description, other.id.description)
        #expect(try here.ledger.people.questions(isAgain: true).asked.isEmpty)
        #expect(try others().count == 2)
        _ = try here.ledger.keeping.undo()
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.people.questions() == asked)
    }

    @Test("A name that My job has and another case or form of it is one person without a question")
    func forms() throws {
        try here.note("plan", at: here.at("9:00"), with: ["Zoë Müller"])
        try here.note("plan again", at: here.at("9:30"), with: ["zoe\u{308} mu\u{308}ller"])
        #expect(try others().map(\.evidence) == [2])
        #expect(try here.ledger.people.questions().asked.isEmpty)
    }

    @Test("A split takes the address out of My job, and whoever was joined by way of it stays")
    func splitListed() async throws {
        try await importBoth()
        try load(Self.listed)
        try here.note("plan", at: here.at("9:00"), with: ["M. Keller"])
        try here.ledger.people.merge("M. Keller", "mk@example.net")
        let parted = try here.ledger.people.split("Maria Keller", "mk@example.net")
        #expect(parted.other.identities == ["mk@example.net"])
        #expect(try here.ledger.myJob.current().people.map(\.identities) == [["maria@example.com"]])
        // M. Keller was joined with one address of hers, as the person said: with whom it stays.
        #expect(try others().count == 2)
        _ = try here.ledger.keeping.undo()
        #expect(try others().count == 1)
        #expect(try here.ledger.myJob.current().people.map(\.identities.count) == [2])
    }

    @Test("A name that looks like a program's is asked about once; a program is nobody from the next reading on")
    func programs() async throws {
        let fixture = try GitFixture()
        try fixture.write("a\n", to: "a")
        try fixture.commit("First\n\nCo-authored-by: Devin <devin@example.org>", at: "2026-03-16T09:00:00+0100")
        func read() async throws {
            _ = try await here.ledger.importing.importAll(
                .git, [fixture.path], arena: .job, progress: OperationsWorld.silent)
        }
        try await read()
        let asked = try here.ledger.people.questions().asked
        #expect(asked == [.program(try #require(try others().first))])
        try here.ledger.people.isPerson("Devin")
        #expect(try here.ledger.people.questions().asked.isEmpty)
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.people.questions().asked == asked)
        _ = try here.ledger.people.isProgram("Devin")
        #expect(try here.ledger.myJob.current().settings.machines == ["devin@example.org"])
        try await read()
        #expect(try others().isEmpty)
        _ = try here.ledger.keeping.undo()
        try await read()
        #expect(try others().map(\.name) == ["Devin"])
    }

    @Test("A rule for one address takes what another of theirs is in, and parted it does not")
    func rule() async throws {
        try await importBoth()
        try load(
            """
            areas:
              - label: Talks
            rules:
              - name: talks
                when:
                  person: maria@example.com
                set:
                  arena: growth

            """)
        func growth() throws -> Int {
            try here.ledger.asking.backstage(here.march).answer.ledgers.first { $0.arena == .growth }?.pieces ?? 0
        }
        #expect(try growth() == 3)
        try here.ledger.people.merge("Maria Keller", "mk@example.net")
        #expect(try growth() == 6)
        _ = try here.ledger.keeping.undo()
        #expect(try growth() == 3)
    }

    @Test("Somebody who is invited under two addresses came once: the two of you met alone")
    func invitedTwice() async throws {
        let both = Self.first + "\nATTENDEE;CN=Keller M.;PARTSTAT=ACCEPTED:mailto:mk@example.net"
        try await here.importCalendar("Work", [both], arena: .job)
        #expect(try here.ledger.asking.oneOnOnes(here.march).answer.meetings.isEmpty)
        try here.ledger.people.merge("Maria Keller", "mk@example.net")
        #expect(try here.ledger.asking.oneOnOnes(here.march).answer.meetings.map(\.pair.held) == [3])
        let tie = try #require(try here.ledger.asking.backstage(here.march).answer.people.first)
        #expect(tie.ref.count == 3)
        #expect(tie.startedByMe == 3)
    }

    @Test("The person themself is joined with nobody, and takes along who is one with an address of theirs")
    func me() async throws {
        try await importBoth()
        for other in ["mina@example.org"] {
            let error = #expect(throws: LedgerError.self) { try here.ledger.people.merge("Maria Keller", other) }
            #expect(error?.code == .usage)
        }
        try here.ledger.people.merge("Maria Keller", "mk@example.net")
        let before = try here.dump()
        try here.ledger.importing.addMe("mk@example.net")
        #expect(try here.ledger.importing.me() == ["maria@example.com", "mina@example.org", "mk@example.net"])
        _ = try here.ledger.keeping.undo()
        #expect(try here.people(here.dump()) == here.people(before))
    }
}

extension PersonQuestions {
    fileprivate func with(later: Int) -> PersonQuestions {
        var questions = self
        questions.later = later
        return questions
    }
}

extension OperationsWorld {
    fileprivate func dump() throws -> String {
        var text = ""
        try ledger.keeping.export { text += $0 }
        return text
    }

    /// The people and identities of an export, whatever the numbers of their rows.
    fileprivate func people(_ dump: String) throws -> Set<String> {
        var names: [Substring: Substring] = [:]
        var found: Set<String> = []
        for line in dump.split(separator: "\n") where line.hasPrefix("{\"person\"") || line.hasPrefix("{\"identity\"") {
            let id = line.firstMatch(of: /"id": ?([0-9]+)/)?.1 ?? ""
            if line.hasPrefix("{\"person\"") {
                names[id] = line.firstMatch(of: /"public_id".*/)?.0 ?? ""
            } else {
                let owner = line.firstMatch(of: /"person_id": ?([0-9]+)/)?.1 ?? ""
                found.insert("\(line.firstMatch(of: /"value".*/)?.0 ?? "") of \(names[owner] ?? "nobody")")
            }
        }
        return found
    }
}
