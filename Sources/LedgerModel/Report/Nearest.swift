/// The candidate that differs least from `word`; `nil` if each differs by more than a third.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let word = word.lowercased()
    var best: (text: String, distance: Int)?
    for candidate in candidates {
        let distance = editDistance(word, candidate.lowercased())
        if distance < best?.distance ?? max(2, word.count / 3 + 1) { best = (candidate, distance) }
    }
    return best?.text
}

/// The smallest number of insertions, deletions and replacements of characters that turn one text into the other
/// (Levenshtein, 1966). Takes time in proportion to the product of their lengths.
package func editDistance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var previous = row[0]
        row[0] = i + 1
        for (j, y) in b.enumerated() {
            let next = min(row[j + 1] + 1, row[j] + 1, previous + (x == y ? 0 : 1))
            previous = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[b.count]
}
