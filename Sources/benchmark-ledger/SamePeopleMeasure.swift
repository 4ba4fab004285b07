import LedgerModel
import TraceSources

/// How often `LikelySame` is right, by the authors of a history and its `.mailmap`, which it does not see.
///
/// The units are addresses, as in a ledger, each with all names that came with it. Two are truly one if the mailmap gives
/// both the same address. A mailmap lists only what somebody took the trouble to write, so a part of what counts as
/// wrong here is right.
enum SamePeopleMeasure {
    /// - Parameter path: Lines of name, address, and the address by the mailmap, with tabs between them.
    static func run(_ path: String) throws(LedgerError) {
        var names: [String: Set<String>] = [:]
        var truth: [String: String] = [:]
        for line in String(decoding: try LedgerFiles.read(path, limit: 1 << 30), as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3, !fields[1].isEmpty else { continue }
            names[fields[1].lowercased(), default: []].insert(fields[0])
            truth[fields[1].lowercased()] = fields[2].lowercased()
        }
        let addresses = names.keys.sorted()
        let people = addresses.map { LikelySame.Candidate(names: (names[$0] ?? []).sorted(), addresses: [$0]) }
        let right = addresses.map { truth[$0] ?? $0 }
        let score = Score(right: right)
        let byName = pairs(people.map { $0.names.map(PersonKey.of) })
        let silent = pairs(addresses.map { [PersonKey.of($0)] })
        let asked = Set(LikelySame(people).pairs().map { [$0.one, $0.other] }).subtracting(silent)
        let answered = asked.filter { right[$0[0]] == right[$0[1]] }
        print("\(addresses.count) addresses, \(score.all) pairs of one person")
        score.print("equal name alone", byName)
        score.print("joined without a question", silent)
        score.print("joined, or asked about", silent.union(asked))
        score.print("joined, and answered", silent.union(answered))
        print("questions: \(asked.count), answered with one person: \(answered.count)")
    }

    /// The pairs that share a key.
    private static func pairs(_ keys: [[String]]) -> Set<[Int]> {
        var places: [String: [Int]] = [:]
        for (place, keys) in keys.enumerated() { for key in Set(keys) { places[key, default: []].append(place) } }
        var found: Set<[Int]> = []
        for sharing in places.values {
            for (index, one) in sharing.enumerated() {
                for other in sharing[(index + 1)...] { found.insert([one, other]) }
            }
        }
        return found
    }

    private struct Score {
        let right: [String]
        /// The number of pairs that are one person.
        let all: Int

        init(right: [String]) {
            self.right = right
            all = Dictionary(grouping: right) { $0 }.values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
        }

        func print(_ what: String, _ found: Set<[Int]>) {
            let hits = found.count { right[$0[0]] == right[$0[1]] }
            let precision = found.isEmpty ? 1 : Double(hits) / Double(found.count)
            let recall = all == 0 ? 1 : Double(hits) / Double(all)
            let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
            Swift.print(
                "\(what): \(found.count) pairs, precision \(shown(precision)), recall \(shown(recall)), F1 \(shown(f1))"
            )
        }

        private func shown(_ share: Double) -> String {
            let thousandths = Int((share * 1_000).rounded())
            return "\(thousandths / 1_000)." + String(String(thousandths % 1_000 + 1_000).dropFirst())
        }
    }
}
