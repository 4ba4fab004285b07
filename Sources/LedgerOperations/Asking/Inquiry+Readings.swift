import Attribution
package import LedgerModel
import LedgerStore
import Questions

extension Inquiry {
    /// One dimension of the reading of a piece.
    package struct ReadingSummary: Sendable, Hashable {
        package var dimension: Dimension
        /// A key of My job, or the raw value of an arena or a kind of work; `nil` if unknown.
        package var value: String?
        package var by: DecidedBy
        package var because: String
    }

    /// The reading of a piece and who was there, as lists show them.
    package struct PieceReading: Sendable, Hashable {
        package var lines: [ReadingSummary]
        /// The names of the other people on it.
        package var people: [String]
    }

    /// The reading of each piece. Missing and private pieces are left out.
    package func readings(of ids: [PublicID]) throws -> [PublicID: PieceReading] {
        let finder = try InheritedFinder(self)
        let names = try ruleNames()
        let me = Set(try snapshot.me() + [myJob.name.lowercased()])
        var result: [PublicID: PieceReading] = [:]
        for item in try snapshot.traces(of: ids) where !item.trace.flags.contains(.isPrivate) {
            let reading = try finder.read(item).reading
            var people: [String] = []
            for name in item.facts.people
            where !name.contains("@") && !me.contains(name.lowercased()) && !people.contains(name) {
                people.append(name)
            }
            result[item.trace.id] = PieceReading(lines: reading.lines(names), people: people)
        }
        return result
    }
}

extension Inquiry.Piece {
    /// The single-valued dimensions, including unknown ones, then the skills.
    package var readingSummaries: [Inquiry.ReadingSummary] { reading.lines(ruleNames) }
}

extension Inquiry {
    func ruleNames() throws -> RuleNames {
        let sources = try snapshot.sources().map { ($0.id.description, $0.name) }
        return RuleNames(myJob, sources: Dictionary(uniqueKeysWithValues: sources))
    }
}

extension Reading {
    fileprivate func lines(_ names: RuleNames) -> [Inquiry.ReadingSummary] {
        func line<Value>(
            _ dimension: Dimension, _ decided: Decided<Value>, _ text: (Value) -> String
        ) -> Inquiry.ReadingSummary {
            .init(
                dimension: dimension, value: decided.value.map(text), by: decided.by,
                because: decided.by == .rule ? names[decided.because] : decided.because)
        }
        return [
            line(.arena, arena, \.rawValue), line(.responsibility, responsibility, \.self),
            line(.objective, objective, \.self), line(.worth, worth, \.label),
        ] + skills.map { line(.skill, $0, \.self) }
    }
}
