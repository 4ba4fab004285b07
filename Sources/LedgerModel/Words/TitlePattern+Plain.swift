extension TitlePattern {
    /// An expression over titles, read back as the title it was made of: `…` for numbers.
    package static func plain(_ expression: String) -> String {
        var text = expression[...]
        if text == "^$" { return "time without a title" }
        if text.hasPrefix("(^|[^A-Za-z0-9])") { text = text.dropFirst("(^|[^A-Za-z0-9])".count) }
        if text.hasPrefix("^") { text = text.dropFirst() }
        if text.hasSuffix("$"), !text.hasSuffix("\\$") { text = text.dropLast() }
        var result = String(text).replacing("[0-9]+", with: "…").replacing("[\\]", with: "\u{1}")
        result.removeAll { $0 == "\\" }
        return result.replacing("\u{1}", with: "\\")
    }
}
