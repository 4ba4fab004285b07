/// Arrows in print: `1 day -> 50 min`, as people type it, is shown as `1 day → 50 min`, and no line breaks inside it.
///
/// What is stored, JSON, commands and what stands in a box to be changed keep what was typed. `ptr->next` and `<!-- -->`
/// are no arrows: there is space on both sides of one, or a figure on both.
enum Arrows {
    static func printed(_ text: String) -> String {
        guard text.contains("->") || text.contains("→") else { return text }
        let characters = Array(text)
        var result = ""
        var index = 0
        while index < characters.count {
            let isTyped = characters[index] == "-" && index + 1 < characters.count && characters[index + 1] == ">"
            let isDrawn = characters[index] == "→"
            guard isTyped || isDrawn else {
                result.append(characters[index])
                index += 1
                continue
            }
            let next = index + (isTyped ? 2 : 1)
            let before = index > 0 ? characters[index - 1] : " "
            let after = next < characters.count ? characters[next] : " "
            let isApart = before.isSpace && after.isSpace
            guard isDrawn || isApart || before.isNumber && after.isNumber else {
                result += "->"
                index = next
                continue
            }
            // The spaces beside it hold it together.
            if before.isSpace, index > 0 {
                result.removeLast()
                result.append("\u{A0}")
            }
            result.append("→")
            index = next
            if after.isSpace, next < characters.count {
                result.append("\u{A0}")
                index += 1
            }
        }
        return result
    }
}

extension Character {
    fileprivate var isSpace: Bool { self == " " || self == "\u{A0}" }
}
