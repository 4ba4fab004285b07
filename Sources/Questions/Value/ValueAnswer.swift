package import LedgerModel
import Timeline

/// What changed, which objective it serves, and who has not heard of it.
package struct ValueAnswer: PeriodAnswer {
    /// Work that is expected, one row per system; never a list of heroics.
    package var baseline: [Expected]
    /// Improvements of the period whose incidents stopped, results first.
    package var stopped: [Stopped]
    /// Work beyond it, by objective.
    package var contributions: [Contribution]
    /// Results of the period, newest first.
    package var claims: [Claim]
    package var notTold: [Untold]
    /// People who decide, and how many of the results each has heard of.
    package var audience: [Listener]
    /// What somebody from outside could run; only for the person.
    package var outsider = Outsider()
    /// Whether a note of the period has a line that could be a result.
    package var notesWait = false
    /// Candidates for results of the period; `nil` if they were not asked for.
    package var candidates: Candidates?
    /// The period of which candidates have their own page alone, since too many pieces have to be read for them.
    package var candidatesApart: Period?
    /// Whom the drafts may not name.
    package var people: KnownPeople

    /// Results that serve an objective.
    package var results: [Claim] { claims.filter { $0.objective != nil } }

    package struct Contribution: Sendable, Hashable {
        package var objective: String
        package var name: String
        package var pieces: [Worth: Int]
        package var total: Int
        package var ref: EvidenceRef
    }

    package struct Untold: Sendable, Hashable {
        package var claim: Claim
        package var person: String
        package var nextOccasion: Occasion?

        package var telling: Offer.Telling { .init(claim, to: person) }
    }

    package struct Listener: Sendable, Hashable {
        package var name: String
        package var toldOf: Int
    }

    /// The next meeting with someone.
    package struct Occasion: Sendable, Hashable {
        package var person: String
        package var title: String
        package var at: Instant
        package var evidence: PublicID

        package init(person: String, title: String, at: Instant, evidence: PublicID) {
            self.person = person
            self.title = title
            self.at = at
            self.evidence = evidence
        }
    }
}

extension ValueAnswer {
    package static let grain: CellGrain = [.project, .arena, .responsibility, .objective, .worth, .kind]

    package init(
        _ input: AnswerBase, claims all: [Claim], occasions: [Occasion], history: IncidentHistory = .none
    ) {
        people = KnownPeople([], input.myJob)
        let labels = MyJobLabels(input.myJob)
        let job = input.cells.filter(\.meaning.isJobOrUnknown)
        let ofJob: [SearchQuery.Filter] = [.init(.arena, Arena.job.rawValue), .init(.arena, "unknown")]
        baseline = Self.baseline(input, history)
        let beyond = Self.beyond
        contributions = Dictionary(
            grouping: job.filter { !$0.meaning.objective.isEmpty && $0.meaning.worth.map(beyond.contains) == true },
            by: \.meaning.objective
        ).map { key, cells in
            var pieces: [Worth: Int] = [:]
            for cell in cells {
                if let worth = cell.meaning.worth { pieces[worth, default: 0] += cell.pieces }
            }
            return Contribution(
                objective: key, name: labels.objective(key), pieces: pieces, total: cells.pieces,
                ref: input.ref(
                    cells, ofJob + [.init(.objective, key)] + beyond.map { .init(.worth, $0.rawValue) }))
        }.sorted { $0.total != $1.total ? $0.total > $1.total : $0.objective < $1.objective }
        claims = all.filter { input.range.start <= $0.at && $0.at <= input.range.end }
        stopped = Self.stopped(claims, input, history)
        let deciders = Self.deciders(input, on: input.zones.day(of: input.now))
        let results = claims.filter { $0.objective != nil }
        audience = deciders.map { name in
            Listener(name: name, toldOf: results.count { claim in claim.isTold(to: name, input.who) })
        }
        notTold = results.flatMap { claim in
            deciders.filter { !claim.isTold(to: $0, input.who) }.map { name in
                Untold(
                    claim: claim, person: name,
                    nextOccasion: occasions.filter { input.who.isOne($0.person, name) && $0.at > input.now }.min {
                        $0.at < $1.at
                    })
            }
        }
    }

    /// The kinds of work beyond what is expected.
    static let beyond: [Worth] = [.improvement, .contribution, .idea, .interaction]

    /// The people who decide: by role, or else those who own an objective or agreed a measure.
    private static func deciders(_ input: AnswerBase, on day: CivilDay) -> [String] {
        let myJob = input.myJob
        let named = myJob.deciders(on: day).map(\.label)
        if !named.isEmpty { return named }
        var found: [String] = []
        for name in myJob.objectives.map(\.owner) + myJob.responsibilities.map(\.agreedWith) {
            if let name, !found.contains(where: { input.who.isOne($0, name) }) {
                found.append(input.who.item(name)?.label ?? name)
            }
        }
        return found
    }
}

extension Claim {
    /// Whether somebody was told, under whatever name.
    package func isTold(to name: String, _ who: WhoIsWho) -> Bool {
        tellings.contains { who.isOne($0.person, name) }
    }
}
