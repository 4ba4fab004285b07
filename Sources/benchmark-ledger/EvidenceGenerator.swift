import LedgerModel

/// Makes the pieces of one source, one after another.
struct EvidenceGenerator {
    let cast: BenchmarkPeople
    let now: Instant
    private var random: SeededGenerator

    init(cast: BenchmarkPeople, now: Instant, seed: UInt64, stream: String) {
        self.cast = cast
        self.now = now
        random = SeededGenerator(seed: seed, stream: stream)
    }

    /// Mostly between nine and six; in the evening one time in twelve.
    private mutating func moment(in days: ClosedRange<Int64>, part: Double) -> Instant {
        let day = cast.day(in: days, part: part, &random)
        let second = random.chance(8) ? random.number(18 * 3600, 22 * 3600) : random.number(9 * 3600, 18 * 3600 - 1)
        return min(now, cast.zone.instant(day, seconds: Int64(second)))
    }

    /// A commit after `part` (0 to 1) of the project's life.
    mutating func commit(_ project: BenchmarkPeople.Project, part: Double) -> EvidenceDraft {
        let at = moment(in: project.days, part: part)
        let title = "\(random.pick(Words.prefixes)): \(random.pick(Words.verbs)) \(random.pick(Words.nouns))"
        var draft = EvidenceDraft(
            kind: .commit, externalID: String(random.hex(draws: 3).prefix(40)), at: at, title: title)
        draft.utcOffset = Int32(cast.zone.offset(at: at))
        draft.committedAt = at
        draft.project = project.name
        draft.workKey = Int64(truncatingIfNeeded: random.next() | 1)
        if random.chance(35) { draft.body = body() }
        draft.paths = (0...random.number(0, 3)).map { _ in path() }
        draft.measures = [
            Measure("lines_added", Int64(random.number(1, 200))), Measure("lines_deleted", Int64(random.number(0, 90))),
            Measure("files", Int64(draft.paths.count)),
        ]
        if random.chance(6) {
            let person = random.pick(cast.people)
            draft.people = [PersonMention(identity: person.identity, name: person.name, role: .reviewer)]
            draft.headCount = 1
        }
        return draft
    }

    private mutating func path() -> String {
        "Sources/\(random.pick(Words.nouns))/\(random.pick(Words.verbs)).swift"
    }

    private mutating func body() -> String {
        (0..<random.number(2, 6)).map { _ in "The \(random.pick(Words.nouns)) had to \(random.pick(Words.verbs)) again."
        }
        .joined(separator: "\n")
    }

    mutating func meeting(_ index: Int, part: Double) -> EvidenceDraft {
        let day = cast.day(in: cast.first.number...cast.last.number, part: part, &random)
        let begin = cast.zone.instant(day, seconds: Int64(random.number(36, 68) * 900))
        let until = begin + Int64(random.pick([1_800, 1_800, 2_700, 3_600, 3_600, 5_400]))
        let isAlone = random.chance(6)
        let others = isAlone ? 0 : random.chance(30) ? 1 : random.number(2, 9)
        let topic = isAlone ? "Focus" : others == 1 ? "1:1" : random.pick(Words.topics)
        let title = "\(topic): \(random.pick(Words.nouns)) \(random.pick(Words.nouns))"
        var draft = EvidenceDraft(
            kind: .event, externalID: "meeting-\(index)/single", at: begin, until: until, title: title)
        draft.zone = cast.zone.name
        draft.utcOffset = Int32(cast.zone.offset(at: begin))
        draft.standing =
            isAlone ? .alone : random.pick([.accepted, .accepted, .accepted, .organised, .tentative, .declined])
        draft.headCount = others
        let firstPerson = random.number(0, cast.people.count - 1)
        for offset in 0..<others {
            let person = cast.people[(firstPerson + offset * 7) % cast.people.count]
            let role = offset == 0 && draft.standing != .organised ? PersonRole.organizer : .attendee
            draft.people.append(
                PersonMention(identity: person.identity, name: person.name, role: role, participation: "accepted"))
        }
        if others == 1, random.chance(60) {
            draft.series = "pair-\(firstPerson)"
            draft.flags.insert(.recurring)
        }
        return draft
    }

    mutating func note(_ index: Int, part: Double) -> EvidenceDraft {
        let end = moment(in: cast.first.number...cast.last.number, part: part)
        let length = random.chance(50) ? Int64(random.number(2, 18) * 600) : 0
        let title = "\(random.pick(Words.verbs)) \(random.pick(Words.nouns)) with \(random.pick(Words.nouns))"
        var draft = EvidenceDraft(
            kind: .note, externalID: "note-\(index)", at: end - length, until: length > 0 ? end : nil, title: title)
        draft.zone = cast.zone.name
        draft.utcOffset = Int32(cast.zone.offset(at: end))
        if random.chance(25) { draft.tags = [random.pick(["decision", "call", "question", "growth"])] }
        if random.chance(20) {
            let person = random.pick(cast.people)
            draft.people = [PersonMention(identity: person.identity, name: person.name, role: .mentioned)]
            draft.headCount = 1
        }
        return draft
    }
}
