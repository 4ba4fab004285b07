import LedgerModel
import TestSupport
import Testing

@testable import Questions

/// Documentation/Value.md, worked by hand from `WorkedWeek`.
@Suite("What I changed, worked by hand")
struct ValueFormulaTests {
    private func claim(_ name: String, _ iso: String, objective: String?, told: [String] = []) -> Claim {
        Claim(
            id: PublicID(.claim, name), text: name, objective: objective, at: FixedWorld.at(iso, "12:00"),
            tellings: told.map { Telling(person: $0, at: FixedWorld.now) })
    }

    private func answer(
        _ claims: [Claim], occasions: [ValueAnswer.Occasion] = [], _ change: (inout MyJob) -> Void = { _ in }
    ) -> ValueAnswer {
        ValueAnswer(WorkedWeek.base(change: change), claims: claims, occasions: occasions)
    }

    private func incident(
        _ iso: String, _ title: String = "", source: Int64 = 1, project: String = "", responsibility: String = "",
        minutes: Int64 = 0, sign: WorkSign = .incident
    ) -> SignedPiece {
        SignedPiece(
            id: PublicID(.note, "\(iso) \(title)"), sign: sign, at: FixedWorld.at(iso, "10:00"), seconds: minutes * 60,
            title: title, project: project, source: source,
            meaning: Meaning(arena: .job, responsibility: responsibility))
    }

    private func history(_ pieces: [SignedPiece], until iso: String = "2026-03-17") -> IncidentHistory {
        IncidentHistory(pieces: pieces, tellsUntil: [1: FixedWorld.at(iso, "12:00")], systems: [:])
    }

    @Test("Support ran as expected: one meeting; days on which nothing was done to it say nothing")
    func baseline() {
        let rows = answer([]).baseline
        #expect(rows.map(\.name) == ["Support"])
        #expect(rows.map { [$0.commits.count, $0.meetings.count, $0.notes.count] } == [[0, 1, 0]])
        #expect(rows[0].incidents == nil)
    }

    @Test("What is someone else’s is in no line; a repository is one where no responsibility is")
    func systems() {
        let cells = [("not mine:printers", "b"), ("mine", "fleet"), ("", "fleet"), ("support", "fleet"), ("mine", "")]
            .map { key, project in
                WorkedWeek.cell(
                    0, project, 2, Meaning(arena: .job, responsibility: key, worth: .baseline), .commit, .zero,
                    pieces: 1)
            }
        let rows = ValueAnswer(WorkedWeek.base(cells, []), claims: [], occasions: []).baseline
        #expect(rows.map(\.name) == ["fleet", "Support", "my other work"])
        #expect(rows.map(\.ref.count) == [2, 1, 1])
    }

    @Test("Days without an incident count from the first that a source has shown, until it was last read")
    func quietDays() {
        // Of 9 to 15 March: known from Tuesday the 10th to Friday the 13th; two pieces on Thursday are one day.
        let pieces = [
            incident("2026-03-10", "a", responsibility: "support", minutes: 40),
            incident("2026-03-12", "b", responsibility: "support", minutes: 20),
            incident("2026-03-12", "c", responsibility: "support"),
            incident("2026-03-09", "d", source: 2, responsibility: "restore"),
            incident("2026-03-11", "e", responsibility: "not mine:printers"),
        ]
        let rows = ValueAnswer(
            WorkedWeek.base(), claims: [], occasions: [], history: history(pieces, until: "2026-03-13")
        ).baseline
        let support = rows.first { $0.name == "Support" }?.incidents
        #expect(support.map { [$0.known, $0.days, $0.quiet] } == [4, 2, 2] && support?.seconds == 3_600)
        #expect(rows.map(\.name).sorted() == ["Restore", "Support"])
        // Source 2 has shown one of restores on the 9th alone, and says nothing after.
        let restores = rows.first { $0.name == "Restore" }?.incidents
        #expect(restores.map { [$0.known, $0.days, $0.quiet] } == [1, 1, 0])
    }

    @Test("Seven days with an incident in the twelve weeks before, none in the nine since")
    func beforeAndAfter() throws {
        // The result is of 9 January; the source is read on 17 March, 67 days later: nine whole weeks.
        let before = [
            "2025-10-20", "2025-10-30", "2025-11-10", "2025-11-20", "2025-12-01", "2025-12-15", "2026-01-05",
        ].map { incident($0, "certificate had expired \($0)", project: "fleet") }
        let early = incident("2025-09-01", "certificate had expired", project: "fleet")
        let other = incident("2026-02-01", "disk full", project: "fleet")
        let result = claim("Certificates renew themselves", "2026-01-09", objective: nil)
        func change(_ pieces: [SignedPiece], until iso: String = "2026-03-17") -> (
            cause: IncidentCause, change: BeforeAfter
        )? {
            history(pieces, until: iso).change(
                around: result, today: FixedWorld.day, ZoneHistory(FixedWorld.berlin),
                MyJobLabels(QuestionWorld.myJob()))
        }
        let found = try #require(change([early] + before + [other]))
        #expect(found.cause == .word("certificate"))
        #expect([found.change.weeksBefore, found.change.before.days] == [12, 7])
        #expect([found.change.weeksAfter, found.change.after.days] == [9, 0] && found.change.isStopped)
        #expect(
            found.change.spans.plain == "on seven days in the twelve weeks before, on none in the nine since")

        // One more afterwards, and they have not stopped.
        let again = incident("2026-02-20", "certificate had expired", project: "fleet")
        #expect(change([early] + before + [again])?.change.isStopped == false)
        // A source that was read three weeks after tells too little.
        #expect(change([early] + before, until: "2026-02-01") == nil)
        // Two in twelve weeks would have been one and a half in nine: none may be chance.
        let few = change([early] + before.suffix(2) + [other])
        #expect(few.map(\.change.isStopped) == false)
    }

    @Test("Two pieces made resilience better; what is expected, and what serves nothing, is not among them")
    func contributions() {
        let rows = answer([]).contributions
        #expect(rows.map(\.objective) == ["resilience"] && rows[0].pieces == [.improvement: 2] && rows[0].total == 2)
    }

    @Test("Results are of the period and serve an objective; each is not told to whoever was not told of it")
    func told() {
        let claims = [
            claim("in time", "2026-03-10", objective: "resilience", told: ["MARIA"]),
            claim("beside", "2026-03-10", objective: nil),
            claim("before", "2026-03-08", objective: "resilience"),
            claim("after", "2026-03-16", objective: "resilience"),
        ]
        let result = answer(claims) { myJob in
            for (key, name) in [("maria", "Maria"), ("helen", "Helen")] {
                var person = MyJobPerson(key: key, label: name)
                person.role = .decider
                myJob.people.append(person)
            }
        }
        #expect(result.claims.map(\.text) == ["in time", "beside"] && result.results.map(\.text) == ["in time"])
        #expect(result.audience == [.init(name: "Maria", toldOf: 1), .init(name: "Helen", toldOf: 0)])
        #expect(result.notTold.map(\.person) == ["Helen"])
    }

    @Test(
        "Without a decider whoever owns an objective listens, then whoever agreed a measure; the next meeting is the soonest ahead"
    )
    func audience() {
        func meeting(_ days: Int64, _ name: String) -> ValueAnswer.Occasion {
            .init(
                person: name, title: "1:1", at: FixedWorld.now + days * 86_400, evidence: PublicID(.event, "\(days)"))
        }
        let result = answer(
            [claim("in time", "2026-03-10", objective: "resilience")],
            occasions: [meeting(9, "Ada"), meeting(2, "Ada"), meeting(-1, "Ada"), meeting(1, "Somebody")]
        ) { myJob in
            myJob.objectives[0].owner = "Ada"
            myJob.responsibilities[0].agreedWith = "Bela"
            myJob.responsibilities[1].agreedWith = "Ada"
        }
        #expect(result.audience.map(\.name) == ["Ada", "Bela"])
        #expect(result.notTold.map(\.nextOccasion) == [meeting(2, "Ada"), nil])
    }
}

/// Documentation/Chart.md and Documentation/Backstage.md, worked by hand from `WorkedWeek`.
@Suite("Where this leads, and behind the scenes, worked by hand")
struct BehindFormulaTests {
    @Test("Projects by hours: b with two and a half, a with two, c with one for growth")
    func projects() {
        let answer = PictureAnswer(WorkedWeek.base(), skills: [])
        #expect(answer.projects.map(\.key) == ["b", "a", "c"])
        #expect(answer.projects.map(\.seconds) == [9000, 7200, 3600])
        #expect(answer.projects.map(\.pieces) == [4, 2, 1])
        #expect(answer.projects.map(\.arenas) == [[.job], [.job], [.growth]])
    }

    @Test("Hours touched are added up for each skill; a skill that nothing touched is named")
    func skills() {
        let base = WorkedWeek.base {
            $0.skills = [Skill(key: "sql", label: "SQL"), Skill(key: "review", label: "Review")]
        }
        let answer = PictureAnswer(
            base,
            skills: [
                .init(skill: "sql", seconds: 600, pieces: 1), .init(skill: "sql", seconds: 900, pieces: 2),
                .init(skill: "rust", seconds: 1501, pieces: 1),
            ])
        #expect(answer.skills.map(\.name) == ["rust", "SQL"] && answer.skills.map(\.seconds) == [1501, 1500])
        #expect(answer.skills.map(\.pieces) == [1, 3] && answer.untouched.map(\.key) == ["review"])
    }

    @Test("An hour of development, none before; relationships are the quietest; nothing is while all three are empty")
    func ledgers() {
        let answer = BackstageAnswer(WorkedWeek.base(), people: [], pairs: [])
        #expect(
            answer.ledgers.map(\.spent.seconds) == [3600, 0, 0] && answer.ledgers.map(\.previous.seconds) == [0, 0, 0])
        #expect(answer.quietest == .relationships)
        #expect(BackstageAnswer(WorkedWeek.base([], []), people: [], pairs: []).quietest == nil)
    }

    @Test("Of a 1:1 two were held and one cancelled in the week; once seen is no rhythm")
    func pairs() {
        func met(_ iso: String, held: Bool = true, _ name: String = "Maria") -> BackstageAnswer.PairOccurrence {
            .init(
                person: PublicID(.person, name), name: name, at: FixedWorld.at(iso, "9:00"),
                evidence: PublicID(.event, "\(name) \(iso)"), state: held ? .held : .cancelled)
        }
        let list = [
            met("2026-02-27"), met("2026-03-09"), met("2026-03-11", held: false), met("2026-03-13"), met("2026-03-17"),
            met("2026-03-20", held: false), met("2026-03-27"), met("2026-03-10", "Once"),
        ]
        let pairs = BackstageAnswer(WorkedWeek.base(), people: [], pairs: list).pairs
        #expect(pairs.map(\.name) == ["Maria"] && pairs.map(\.held) == [2] && pairs.map(\.cancelled) == [1])
        #expect(pairs[0].last == FixedWorld.at("2026-03-17", "9:00"))
        #expect(pairs[0].next == FixedWorld.at("2026-03-27", "9:00"))
    }
}
