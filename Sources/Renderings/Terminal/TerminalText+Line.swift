extension TerminalText {
    /// Words from outside on one line of a terminal, with nothing in them that moves a cursor.
    package static func line(_ text: String) -> String { UntrustedText.inert(text) }
}
