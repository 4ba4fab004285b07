/// Expressions over what the titles of commits have in common: conventional scopes and numbers of issues.
extension TitlePattern {
    /// Matches conventional titles of one scope, whatever their type: `fix(parser)!: …`, `feat(parser): …`; `nil` for
    /// other titles.
    package static func scope(_ title: String) -> (expression: String, name: String)? {
        let scalars = heard(title)
        let type = scalars.prefix { ("a"..."z").contains($0.caseFolded) }
        let rest = scalars[type.endIndex...]
        guard !type.isEmpty, rest.first == "(", let end = rest.firstIndex(of: ")") else { return nil }
        let name = rest[rest.index(after: rest.startIndex)..<end]
        let after = rest[rest.index(after: end)...]
        guard (1...60).contains(name.count), (after.first == "!" ? after.dropFirst() : after).first == ":" else {
            return nil
        }
        return ("^[a-z]+\\(\(escaped(name))\\)!?:", String(String.UnicodeScalarView(name)))
    }

    /// Matches titles with the number of an issue: `#123`, `OPS-12`.
    package static func issue(_ key: String) -> String {
        (key.hasPrefix("#") ? "" : "(^|[^A-Za-z0-9])") + key + "([^0-9]|$)"
    }

    /// The numbers of issues in a title, letters in upper case.
    package static func issues(_ title: String) -> Set<String> {
        let scalars = heard(title)
        func digits(after index: Int) -> String {
            String(String.UnicodeScalarView(scalars[(index + 1)...].prefix { ("0"..."9").contains($0) }))
        }
        var found: Set<String> = []
        for (index, scalar) in scalars.enumerated() {
            let number = scalar == "#" || scalar == "-" ? digits(after: index) : ""
            guard (1...9).contains(number.count) else { continue }
            if scalar == "#" {
                found.insert("#" + number)
            } else if let prefix = ticketPrefix(before: index, scalars) {
                found.insert(prefix.uppercased() + "-" + number)
            }
        }
        return found
    }

    /// Whether a title calls itself a meeting of two: `1:1 Jo`, `One-on-one`, `Jo / Dana`.
    package static func saysOneOnOne(_ title: String) -> Bool {
        let words = title.caseFolded.split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "-" }
            .map { $0.drop { ":-".contains($0) } }.map { $0.last == ":" ? $0.dropLast() : $0 }
        let together = " \(words.joined(separator: " ")) "
        let names = ["1:1", "1-1", "1on1", "1-on-1", "1 on 1", "one-on-one", "one on one", "one to one", "1-2-1"]
        if names.contains(where: { together.contains(" \($0) ") }) { return true }
        return ["<>", "↔", "/"].contains { mark in
            let sides = title.split(separator: mark, omittingEmptySubsequences: false)
            return sides.count == 2 && sides.allSatisfy(isName)
        }
    }

    /// One to three words, each a capital and then a small letter.
    private static func isName(_ text: Substring) -> Bool {
        let words = text.split(separator: " ")
        return (1...3).contains(words.count)
            && words.allSatisfy { $0.first?.isUppercase == true && $0.dropFirst().first?.isLowercase == true }
    }
}
