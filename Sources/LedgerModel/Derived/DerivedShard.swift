/// A stored piece of evidence with everything that a derivation needs.
package struct StoredTrace: Sendable {
    package var trace: TraceEvidence
    package var facts: EvidenceFacts
    package var correction: Correction?
    /// 0 if the person wrote it.
    package var sourceRow: Int64

    package init(trace: TraceEvidence, facts: EvidenceFacts, correction: Correction?, sourceRow: Int64) {
        self.trace = trace
        self.facts = facts
        self.correction = correction
        self.sourceRow = sourceRow
    }
}

/// One UTC day of the timeline, derived.
package struct DerivedShard: Sendable {
    package var shard: Shard
    /// The state of the shard's evidence that this was derived from.
    package var dirtySeq: Int64
    package var segments: [Segment]
    package var readings: [StoredReading]

    package init(shard: Shard, dirtySeq: Int64, segments: [Segment], readings: [StoredReading]) {
        self.shard = shard
        self.dirtySeq = dirtySeq
        self.segments = segments
        self.readings = readings
    }

    /// The seconds that a piece won in this shard, by grade.
    package func time(of row: Int64) -> [(Grade, Int64)] {
        segments.filter { $0.row == row }.map { ($0.grade, $0.interval.seconds) }
    }
}

/// The reading of a piece of evidence, by row.
package struct StoredReading: Sendable, Hashable {
    package var row: Int64
    package var at: Instant
    package var meaning: Meaning
    package var sourceRow: Int64
    package var skills: [String]
    /// Whether it is the person's own work and so counts as a piece.
    package var isWork: Bool
    /// What it shows of a running system.
    package var sign: WorkSign?

    package init(
        row: Int64, at: Instant, meaning: Meaning, sourceRow: Int64, skills: [String], isWork: Bool,
        sign: WorkSign? = nil
    ) {
        self.row = row
        self.at = at
        self.meaning = meaning
        self.sourceRow = sourceRow
        self.skills = skills
        self.isWork = isWork
        self.sign = sign
    }
}

/// A civil day with its bounds and working hours, by its zone and My job.
package struct DayBounds: Sendable, Hashable {
    package var day: CivilDay
    package var interval: Interval
    /// Disjoint and ascending.
    package var working: [Interval]

    package init(day: CivilDay, interval: Interval, working: [Interval]) {
        self.day = day
        self.interval = interval
        self.working = working
    }
}

/// A segment with its evidence and its meaning.
package struct ReadSegment: Sendable, Hashable {
    package var segment: Segment
    package var id: PublicID
    package var title: String
    package var project: String
    package var kind: EvidenceKind
    package var source: Int64
    package var meaning: Meaning
    package var skills: [String]

    package init(
        segment: Segment, id: PublicID, title: String, project: String, kind: EvidenceKind, source: Int64,
        meaning: Meaning, skills: [String]
    ) {
        self.segment = segment
        self.id = id
        self.title = title
        self.project = project
        self.kind = kind
        self.source = source
        self.meaning = meaning
        self.skills = skills
    }
}

/// A segment with what is needed to weigh it against a promised block.
package struct PlainSegment: Sendable, Hashable {
    package var interval: Interval
    package var grade: Grade
    package var id: PublicID
    package var kind: EvidenceKind
    package var arena: Arena?

    package init(interval: Interval, grade: Grade, id: PublicID, kind: EvidenceKind, arena: Arena?) {
        self.interval = interval
        self.grade = grade
        self.id = id
        self.kind = kind
        self.arena = arena
    }

    package init(_ item: ReadSegment) {
        self.init(
            interval: item.segment.interval, grade: item.segment.grade, id: item.id, kind: item.kind,
            arena: item.meaning.arena)
    }
}

/// One direct contact: a meeting that took place with at most four others, a note with people, or a trailer.
package struct Contact: Sendable, Hashable {
    package var at: Instant
    package var evidence: PublicID
    /// The number of other people.
    package var headCount: Int
    package var startedByMe: Bool

    package init(at: Instant, evidence: PublicID, headCount: Int, startedByMe: Bool) {
        self.at = at
        self.evidence = evidence
        self.headCount = headCount
        self.startedByMe = startedByMe
    }
}

/// A person with their direct contacts.
package struct Acquaintance: Sendable, Hashable {
    package var person: PublicID
    package var name: String
    package var contacts: [Contact]

    package init(person: PublicID, name: String, contacts: [Contact] = []) {
        self.person = person
        self.name = name
        self.contacts = contacts
    }
}
