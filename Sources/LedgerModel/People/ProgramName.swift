/// Names that look like those of assistants and bots. Such a name makes nobody a machine, since Claude and Devin are
/// people's names too: it is asked about once.
package enum ProgramName {
    package static func looksLikeOne(_ name: String) -> Bool {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "[" && $0 != "]" }.map(String.init)
        guard let first = words.first, let last = words.last else { return false }
        if words.count == 1, assistants.contains(first) || bots.contains(first) { return true }
        if last == "bot" || last.hasSuffix("[bot]") || bots.contains(first) { return true }
        let rest = words.dropFirst()
        return assistants.contains(first) && rest.allSatisfy { models.contains($0) || $0.first?.isNumber == true }
            || first == "github" && rest.allSatisfy { ["actions", "action", "copilot"].contains($0) } && !rest.isEmpty
    }

    private static let assistants: Set = [
        "claude", "devin", "copilot", "codex", "cursor", "gemini", "aider", "jules", "chatgpt", "openhands", "windsurf",
        "cline", "amp",
    ]
    private static let bots: Set = [
        "dependabot", "renovate", "greenkeeper", "snyk", "codecov", "weblate", "mergify", "pyup", "fossabot",
        "semantic-release", "gitter", "notetaker",
    ]
    /// What follows the name of an assistant.
    private static let models: Set = [
        "opus", "sonnet", "haiku", "code", "agent", "ai", "pro", "flash", "cli", "coding", "swe", "mini", "max",
    ]
}
