import Attribution
package import LedgerModel
import LedgerStore
import Questions
import Timeline

extension Inquiry {
    /// The piece from which another inherits its responsibility.
    package struct InheritedFrom: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        /// The days from the one to the other: below 0 if the piece is earlier.
        package var days: Int64

        /// `“Close the books”, same day`, `“Close the books”, two days before`.
        package var words: String {
            let distance = Words.count(Int(abs(days)), "day")
            let when = days == 0 ? "same day" : "\(distance) \(days < 0 ? "before" : "after")"
            return "“\(title)”, \(when)"
        }
    }

    /// A piece with its reading, as it counts.
    struct CountedReading {
        var reading: Reading
        var from: InheritedFrom?
    }

    /// Finds from which pieces others inherit. Each day is read once.
    final class InheritedFinder {
        private typealias Decided = (id: PublicID, at: Instant, title: String, responsibility: String)
        private let inquiry: Inquiry
        private let compiledJob: CompiledJob
        private var days: [CivilDay: [String: [Decided]]] = [:]

        init(_ inquiry: Inquiry) throws {
            self.inquiry = inquiry
            compiledJob = try inquiry.compiledJob()
        }

        /// What hand and rule say of a piece and, where they leave it open, what it inherits.
        func read(_ item: StoredTrace) throws -> CountedReading {
            let reading = compiledJob.engine.read(item.facts, correction: item.correction)
            guard reading.meaning.mayInherit, reading.droppedBy == nil, compiledJob.sweep.rules.isWork(item.trace),
                let from = try from(item.facts.project, at: item.trace.at)
            else { return CountedReading(reading: reading) }
            return CountedReading(
                reading: compiledJob.engine.inheriting(from.responsibility, because: from.piece.words, reading),
                from: from.piece)
        }

        /// What open work of a project inherits at a moment, and from which of the nearest pieces.
        func from(
            _ project: String, at instant: Instant
        ) throws -> (responsibility: String, piece: InheritedFrom)? {
            guard !project.isEmpty,
                let entry = try inquiry.inherited(Interval(instant, seconds: 1))
                    .entry(project, at: instant)
            else { return nil }
            let day = inquiry.ownZones.day(of: instant)
            let near = entry.distance == 0 ? [day] : [day - entry.distance, day + entry.distance]
            // The time of a piece may reach into the day before or after its own.
            let wider = near.flatMap { [$0 - 1, $0 + 1] }
            for days in [near, wider] {
                let found = try days.flatMap { try decided(on: $0)[project] ?? [] }
                    .filter { $0.responsibility == entry.responsibility }
                let nearest = found.min {
                    (abs($0.at - instant), $0.at, $0.id) < (abs($1.at - instant), $1.at, $1.id)
                }
                if let nearest {
                    return (
                        entry.responsibility,
                        InheritedFrom(
                            id: nearest.id, title: nearest.title,
                            days: inquiry.ownZones.day(of: nearest.at) - day)
                    )
                }
            }
            return nil
        }

        private func decided(on day: CivilDay) throws -> [String: [Decided]] {
            if let known = days[day] { return known }
            let range = inquiry.ownZones.interval(of: day)
            var found: [String: [Decided]] = [:]
            for item in try inquiry.snapshot.traces(in: range, needs: compiledJob.needs)
            where !item.facts.project.isEmpty && compiledJob.sweep.rules.isWork(item.trace) {
                // The person may have moved it to this day.
                let at = [item.trace.at, item.trace.correctedFrom].compactMap(\.self).first(where: range.contains)
                let reading = compiledJob.engine.read(item.facts, correction: item.correction)
                guard let at, let key = reading.responsibility.value, reading.droppedBy == nil,
                    reading.meaning.isJobOrUnknown
                else { continue }
                found[item.facts.project, default: []].append(
                    (item.trace.id, at, item.facts.title, key))
            }
            days[day] = found
            return found
        }
    }
}
