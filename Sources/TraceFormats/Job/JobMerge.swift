import LedgerModel

/// Merges the lines of a box into the items of My job.
enum JobMerge {
    /// Items keep their order; new ones follow. An item that the box shows but no line names is removed; an
    /// item that the box does not show stays.
    static func merge<Line: JobLine>(
        _ lines: [Line], into old: [Line.Item], on day: CivilDay, _ remarks: inout [String]
    ) -> [Line.Item] {
        let shown = Set(
            old.indices.filter { index in
                Line.asks(for: old[index]) && (old[index].until.map { $0 >= day } ?? true)
            })
        let (places, extra) = match(lines, old, shown)
        var result: [Line.Item] = []
        var byPlace: [Int: Line] = [:]
        for (index, place) in places { byPlace[place] = lines[index] }
        for (place, item) in old.enumerated() {
            if let line = byPlace[place] {
                result.append(applied(line, item, isShown: shown.contains(place), on: day))
            } else if !shown.contains(place) {
                result.append(item)
            }
        }
        var used = Set(old.map(\.key))
        var said: Set<String> = []
        for index in extra {
            let line = lines[index]
            // Equal lines count once.
            let words = folded(line.text)
            if said.contains(words) || places.contains(where: { folded(lines[$0.line].text) == words }) {
                remarks.append("“\(line.label)” is there twice and was saved once.")
                continue
            }
            said.insert(words)
            result.append(line.make(key: key(of: line.label, Line.Item.kind, &used)))
        }
        return result
    }

    private static func applied<Line: JobLine>(
        _ line: Line, _ item: Line.Item, isShown: Bool, on day: CivilDay
    ) -> Line.Item {
        if isShown, squeezed(Line.write(item)) == squeezed(line.text) { return item }
        var item = item
        line.apply(to: &item)
        // An item that is named again is no longer ended.
        if let until = item.until, until < day { item.until = nil }
        return item
    }

    /// Which line belongs to which item, and the lines without an item, in order.
    private static func match<Line: JobLine>(
        _ lines: [Line], _ old: [Line.Item], _ shown: Set<Int>
    ) -> (places: [(line: Int, place: Int)], extra: [Int]) {
        var places: [(line: Int, place: Int)] = []
        var open = Array(lines.indices)
        var taken: Set<Int> = []
        func take(_ isItem: (Line, Int) -> Bool) {
            open.removeAll { index in
                guard let place = old.indices.first(where: { !taken.contains($0) && isItem(lines[index], $0) }) else {
                    return false
                }
                taken.insert(place)
                places.append((index, place))
                return true
            }
        }
        let words = old.map { squeezed(Line.write($0)) }
        take { line, place in shown.contains(place) && words[place] == squeezed(line.text) }
        take { line, place in shown.contains(place) && line.isSame(as: old[place]) }
        if Line.knowsReworded {
            let keys = old.map { MyJobText.key(from: $0.label) }
            take { line, place in
                shown.contains(place) && isReworded(MyJobText.key(from: line.label), keys[place])
            }
        }
        take { line, place in !shown.contains(place) && line.isSame(as: old[place]) }
        return (places, open)
    }

    /// Whether the texts differ in at most a fifth of their letters and have the same numbers.
    static func isReworded(_ a: String, _ b: String) -> Bool {
        let most = max(a.count, b.count) / 5
        guard most > 0, abs(a.count - b.count) <= most, a.filter(\.isNumber) == b.filter(\.isNumber),
            isNear(a, b, most)
        else { return false }
        return editDistance(a, b) <= most
    }

    /// Counting letters that only one of them has shows quickly that they are far apart.
    private static func isNear(_ a: String, _ b: String, _ most: Int) -> Bool {
        var counts: [Character: Int] = [:]
        for character in a { counts[character, default: 0] += 1 }
        for character in b { counts[character, default: 0] -= 1 }
        return counts.values.reduce(0) { $0 + abs($1) } <= 2 * most
    }

    static func key(of label: String, _ kind: MyJobKind, _ used: inout Set<String>) -> String {
        var word = MyJobText.key(from: label)
        while word.utf8.count > 180 { word.removeLast() }
        let base = word.isEmpty ? kind.rawValue : word
        var key = base
        var number = 1
        while !used.insert(key).inserted {
            number += 1
            key = "\(base)-\(number)"
        }
        return key
    }

    /// With single spaces.
    static func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func folded(_ text: String) -> String { squeezed(text).lowercased() }
}
