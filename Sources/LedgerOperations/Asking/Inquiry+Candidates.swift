import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

/// Candidates for results.
extension Inquiry {
    /// At most ten of a period, best first.
    ///
    /// Reads twelve months, since what keeps happening is a candidate too, and the six weeks around the period.
    package func candidates(_ period: Period) throws -> Candidates {
        let key = CandidateMemory.Key(
            path: path, revision: try revision, period: period, today: today, zones: zones)
        if let known = world.candidateMemory.candidates(key, at: now) { return known }
        let (made, holds) = try makeCandidates(period, most: Candidates.most)
        world.candidateMemory.keep(made, as: key, while: holds)
        return made
    }

    /// All that are worth telling, however many.
    func allCandidates(_ period: Period) throws -> Candidates { try makeCandidates(period, most: .max).made }

    /// The same for an answer that is about something else; `nil` where more pieces than `most` would have to be read.
    func candidates(beside period: Period, most: Int) throws -> Candidates? {
        let around = candidateDays(period).interval(zones)
        return try snapshot.holds(moreThan: most, in: around) ? nil : candidates(period)
    }

    private func candidateDays(_ period: Period) -> Period {
        Period(
            since: min(period.since - 42, period.until.adding(months: -12)), until: min(period.until + 42, today + 1))
    }

    /// With the time in which they stay the same while nothing is written.
    private func makeCandidates(_ period: Period, most: Int) throws -> (made: Candidates, holds: Interval) {
        let (pieces, next) = try candidatePieces(candidateDays(period).interval(zones))
        let said = try snapshot.saidOfCandidates(known: Set(pieces.map(\.id)))
        let settled =
            try snapshot.claims().flatMap(\.evidence)
            + said.filter { $0.settles(on: today) }.flatMap(\.pieces)
        let releasing = try snapshot.firstReleases().mapValues { zones.day(of: $0) }
        let made = Candidates(pieces, in: period, releasing: releasing, settled: Set(settled), said: said, most: most)
        return (made, Interval(now, next))
    }

    /// What has a place in results: the person's own work, what they attended, and what they wrote down; and when the
    /// next piece begins.
    private func candidatePieces(_ range: Interval) throws -> (pieces: [CandidatePiece], next: Instant) {
        let compiledJob = try compiledJob()
        let labels = MyJobLabels(myJob)
        let needs = Snapshot.TraceNeeds(bodies: true, paths: true, people: compiledJob.needs.people)
        let rows = try snapshot.candidateRows(in: range)
        let working = try compiledJob.workingHours(in: range, snapshot)
        let hours = working.isAssumed ? [] : working.intervals(in: range)
        var next = Instant.last
        let pieces = try snapshot.traces(in: range, needs: needs).compactMap { item -> CandidatePiece? in
            if item.trace.at > now { next = min(next, item.trace.at) }
            guard Self.counts(item.trace, now), !item.facts.title.isEmpty else { return nil }
            let reading = compiledJob.engine.read(item.facts, correction: item.correction)
            guard reading.droppedBy == nil else { return nil }
            let at = item.trace.correctedFrom ?? item.trace.at
            var piece = CandidatePiece(
                id: item.trace.id, kind: item.trace.kind, day: zones.day(of: at), title: item.facts.title)
            let row = rows[item.trace.row] ?? Snapshot.CandidateRow()
            piece.body = item.facts.body
            piece.externalID = item.trace.externalID
            piece.project = item.facts.project
            piece.paths = item.facts.paths
            piece.people = row.people
            piece.tags = item.facts.tags
            piece.labels = item.facts.calendars + Self.names(reading, labels)
            piece.series = row.series
            piece.isMerge = item.trace.flags.contains(.merge)
            piece.workKey = item.trace.workKey
            piece.arena = reading.arena.value
            piece.worth = reading.worth.value
            piece.worthBy = reading.worth.by
            piece.hasObjective = reading.objective.value != nil
            piece.isNotMine = reading.meaning.isNotMine
            piece.isIncident = reading.sign == .incident
            piece.isOutsideHours = !hours.isEmpty && !Self.isInside(at, hours)
            piece.release = row.release.map { Release(name: $0.name, day: zones.day(of: $0.at)) }
            return piece
        }
        return (pieces, next)
    }

    /// Whether a piece happened and is the person's. What only holds the work of others that are gone would say it twice.
    private static func counts(_ trace: TraceEvidence, _ now: Instant) -> Bool {
        // A note that says only its day takes no time, and is one all the same.
        var taken = trace
        if trace.kind.isByHand { taken.flags.remove(.allDay) }
        guard !taken.isOff, !trace.isForetold, trace.at <= now else { return false }
        guard trace.flags.isDisjoint(with: [.isPrivate, .byOther, .squash]) else { return false }
        return trace.kind != .event || trace.standing.isWithOthers && trace.standing.counts
    }

    /// The rules that decided, and the responsibility that hand or rule gave.
    private static func names(_ reading: Reading, _ labels: MyJobLabels) -> [String] {
        var names: [String] = []
        for (by, because) in [
            (reading.arena.by, reading.arena.because), (reading.responsibility.by, reading.responsibility.because),
            (reading.worth.by, reading.worth.because),
        ] where by == .rule && !names.contains(because) { names.append(because) }
        if let key = reading.responsibility.value, [.hand, .rule].contains(reading.responsibility.by),
            key != Meaning.mine
        {
            names.append(labels.responsibility(key))
        }
        return names
    }

    private static func isInside(_ at: Instant, _ hours: [Interval]) -> Bool {
        var (low, high) = (0, hours.count)
        while low < high {
            let middle = (low + high) / 2
            if hours[middle].end <= at { low = middle + 1 } else { high = middle }
        }
        return low < hours.count && hours[low].start <= at
    }
}

extension Asking {
    /// At most ten candidates for results of a period, best first.
    package func candidates(_ period: Period) throws(LedgerError) -> Candidates {
        try inquire { try $0.candidates(period) }
    }

    /// All that is worth telling of a period, however much it is.
    package func allCandidates(_ period: Period) throws(LedgerError) -> Candidates {
        try inquire { try $0.allCandidates(period) }
    }
}
