package import LedgerModel
import LedgerStore
import Questions
import TraceFormats

/// Five lines for someone who decides: results without any import.
extension Results {
    /// A line as it is typed. Every part except the first may be empty.
    package struct ResultLine: Sendable, Hashable {
        package var whatChanged = ""
        package var forWhom = ""
        /// An item of the plan: an objective by its key, label or key result, a responsibility, or a new objective.
        package var plan = ""
        package var figure = ""
        package var knownBy = ""
        /// When it was reached: a day, or empty for now.
        package var when = ""

        package init() {}

        package var isEmpty: Bool { parts.allSatisfy(\.isEmpty) }
        package var parts: [String] { [whatChanged, forWhom, plan, figure, knownBy, when].map(\.trimmed) }
    }

    package struct SavedResultLines: Sendable {
        package var claims: [PublicID]
        /// The labels of objectives that are new in My job.
        package var newObjectives: [String]
        /// Sentences about responsibilities whose lines count for an objective with another name.
        package var served: [String]
        /// The number of lines that existed before.
        package var known: Int
        /// The earliest day of a line, new or not.
        package var since: CivilDay?

        /// The quarter, from the earliest line on, so that all of them are on one page.
        package func period(_ quarter: Period) -> Period {
            Period(since: min(since ?? quarter.since, quarter.since), until: quarter.until)
        }

        /// `Saved: three lines. “Calm nights” is new among the objectives of My job.`
        package var sentence: String {
            var sentences = [claims.isEmpty ? "Nothing new was saved." : "Saved: \(Words.count(claims.count, "line"))."]
            if known > 0 {
                sentences.append("\(Words.count(known, "line").sentence) existed already.")
            }
            if !newObjectives.isEmpty {
                let names = Words.list(newObjectives.map { "“\($0)”" })
                sentences.append(
                    "\(names) \(newObjectives.count == 1 ? "is" : "are") new among the objectives of My job.")
            }
            return (sentences + served).joined(separator: " ")
        }

        fileprivate mutating func note(_ key: String, serves objective: String, _ myJob: MyJob) {
            let label = myJob.responsibilities.first { $0.key == key }?.label ?? key
            let name = myJob.objectives.first { $0.key == objective }?.label ?? objective
            let sentence = "What went to “\(label)” counts for “\(name)”, which it serves."
            if label != name, !served.contains(sentence) { served.append(sentence) }
        }
    }

    package static let mostResultLines = 5
    /// The longest part of a line, in characters.
    package static let longestResultPart = 500

    /// The present items of the plan: objectives, and responsibilities without one.
    package func planItems() throws(LedgerError) -> [String] {
        let day = try today()
        let myJob = try myJob()
        return myJob.objectives.filter { $0.holds(on: day) }.map(\.label)
            + myJob.responsibilities.filter { $0.holds(on: day) && $0.objective == nil }.map(\.label)
    }

    /// The people who decide today.
    package func deciders() throws(LedgerError) -> [String] {
        try myJob().deciders(on: today()).map(\.label)
    }

    /// Saves each filled line as a result, new items of the plan as objectives, and the author's name, all as one
    /// action that `undo` takes back.
    ///
    /// Throws `.usage` if a line does not say what changed or if there are no lines; `.tooLarge`.
    @discardableResult
    package func keep(_ lines: [ResultLine], author: String? = nil) throws(LedgerError) -> SavedResultLines {
        let old = try myJob()
        let day = try today()
        let written = try Self.checked(lines)
        let standing = try store.read { try $0.claims() }
        var myJob = old
        if let author = author?.trimmed, !author.isEmpty { myJob.name = author }
        var kept = SavedResultLines(claims: [], newObjectives: [], served: [], known: 0)
        var claims: [(claim: Claim, ulid: ULID)] = []
        let spoken = SpokenTime(now: now, zones: try zones(old))
        for line in written {
            let reached = try Self.when(line.when, spoken)
            let parts = line.parts.map { $0.isEmpty ? nil : $0 }
            let days = try zones(old)
            kept.since = [kept.since, days.day(of: reached ?? now)].compactMap { $0 }.min()
            let isKnown = standing.contains {
                $0.text == line.whatChanged.trimmed && $0.forWhom == parts[1] && $0.figure == parts[3]
            }
            guard !isKnown else {
                kept.known += 1
                continue
            }
            let ulid = ulid()
            var claim = Claim(id: PublicID(.claim, ulid.text), text: line.whatChanged.trimmed, at: reached ?? now)
            claim.forWhom = parts[1]
            claim.figure = parts[3]
            claim.knownBy = parts[4]
            if let plan = parts[2] {
                let aim = JobText.aim(plan, in: &myJob, on: day)
                claim.objective = aim.key
                if case .new = aim { kept.newObjectives.append(plan) }
                if case .responsibility(let key, let serves?) = aim { kept.note(key, serves: serves, myJob) }
            }
            claims.append((claim, ulid))
        }
        kept.claims = claims.map(\.claim.id)
        guard !claims.isEmpty || myJob != old else { return kept }
        let action = ulid()
        try write { transaction in
            try world.settleZone(transaction)
            try transaction.act(action, "lines", on: "claims") {
                if myJob != old { try transaction.save(myJob, ifStill: old, action: action, verb: "job") }
                let first = claims.first?.ulid ?? action
                for (place, (claim, ulid)) in claims.enumerated() {
                    try transaction.add(claim, ulid: ulid, batch: (first, place))
                }
            }
        }
        return kept
    }

    /// The moment of a day or a time; `nil` if nothing is said. Throws `.badTime`, also for one ahead.
    static func when(_ text: String, _ spoken: SpokenTime) throws(LedgerError) -> Instant? {
        guard !text.trimmed.isEmpty else { return nil }
        let at: Instant
        if let day = spoken.day(text.trimmed.lowercased()) {
            let noon = spoken.zones.zone(on: day).instant(day, seconds: 43_200)
            at = day == spoken.zones.day(of: spoken.now) ? min(noon, spoken.now) : noon
        } else {
            at = try spoken.parse(text)
        }
        guard at <= spoken.now else {
            throw LedgerError(
                .badTime, "a result is reached in the past, not on a day ahead",
                hint: "Nothing was saved. Leave the day out, or give the one on which it was reached.")
        }
        return at
    }

    private static func checked(_ lines: [ResultLine]) throws(LedgerError) -> [ResultLine] {
        let written = lines.filter { !$0.isEmpty }
        guard !written.isEmpty else {
            throw LedgerError(.usage, "no line is written yet", hint: "Say what changed; the rest can stay empty.")
        }
        guard written.count <= mostResultLines else {
            throw LedgerError(.usage, "more than five lines", hint: "Choose the five that matter most to the reader.")
        }
        for (index, line) in lines.enumerated() where !line.isEmpty {
            guard !line.whatChanged.trimmed.isEmpty else {
                throw LedgerError(
                    .usage, "line \(index + 1) does not say what changed",
                    hint: "Nothing was saved. Fill it in or empty the line.")
            }
            guard line.parts.allSatisfy({ $0.count <= longestResultPart }) else {
                throw LedgerError(
                    .tooLarge, "a part of line \(index + 1) is longer than \(longestResultPart) characters",
                    hint: "Nothing was saved. Say it in one sentence.")
            }
        }
        return written
    }
}
