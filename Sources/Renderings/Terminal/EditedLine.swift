import LedgerModel

/// A line of text with a place in it, while somebody edits it at a terminal. It holds what is shown and draws nothing.
package struct EditedLine: Sendable {
    private var characters: [Character]
    /// Before which character the next one goes.
    private var place: Int

    /// With the place at its end. What a terminal would obey is left out.
    package init(_ text: String) {
        characters = Array(TerminalText.line(text))
        place = characters.count
    }

    package var text: String { String(characters) }
    package var isEmpty: Bool { characters.isEmpty }

    package mutating func insert(_ character: Character) {
        guard TerminalText.line(String(character)) == String(character) else { return }
        // A mark that belongs to the letter before it.
        if place > 0 {
            let whole = String(characters[place - 1]) + String(character)
            if whole.count == 1, let merged = whole.first {
                characters[place - 1] = merged
                return
            }
        }
        characters.insert(character, at: place)
        place += 1
    }

    package mutating func back() {
        guard place > 0 else { return }
        place -= 1
        characters.remove(at: place)
    }

    package mutating func delete() {
        if place < characters.count { characters.remove(at: place) }
    }

    package mutating func move(by steps: Int) { place = min(max(0, place + steps), characters.count) }
    package mutating func toStart() { place = 0 }
    package mutating func toEnd() { place = characters.count }

    /// Removes all before the place.
    package mutating func clearBefore() {
        characters.removeFirst(place)
        place = 0
    }

    /// Removes all behind the place.
    package mutating func clearBehind() { characters.removeLast(characters.count - place) }

    /// Removes the word before the place.
    package mutating func clearWord() {
        while place > 0, characters[place - 1] == " " { back() }
        while place > 0, characters[place - 1] != " " { back() }
    }

    /// The part around the place that fits into `room` cells, and in which of them the place is.
    package func window(_ room: Int) -> (text: String, cell: Int) {
        func cells(_ index: Int) -> Int { CellWidth.of(String(characters[index])) }
        // One cell is left for the place behind the last character.
        var (first, end, used) = (place, place, 1)
        // As much before the place as fits, but some of what is behind it.
        let behind = min(room / 4, characters[place...].indices.reduce(0) { $0 + cells($1) })
        while first > 0, used + cells(first - 1) <= room - behind {
            first -= 1
            used += cells(first)
        }
        let cell = used - 1
        while end < characters.count, used + cells(end) <= room {
            used += cells(end)
            end += 1
        }
        return (String(characters[first..<end]), cell)
    }
}
