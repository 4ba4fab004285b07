/// Accounts that are no people: bots, coding assistants, and the notetakers of meetings.
///
/// They are known by address alone, never by name, since Claude and Devin are names of people too.
package struct Machines: Sendable, Hashable {
    /// Addresses that the person listed under `machines` in My job, in lower case.
    private let listed: Set<String>

    package init(_ listed: some Sequence<String> = []) { self.listed = Set(listed.map { $0.trimmed.lowercased() }) }

    /// - Parameter address: A mail address in lower case.
    package func contains(_ address: String) -> Bool {
        guard let at = address.lastIndex(of: "@") else { return listed.contains(address.lowercased()) }
        let (user, host) = (address[..<at], address[address.index(after: at)...])
        if listed.contains(address) || Self.accounts.contains(address) || Self.services.contains(String(host)) {
            return true
        }
        // GitHub: `49699333+dependabot[bot]`, `198982749+copilot`; GitLab: `project_7_bot_0a1b`.
        guard host == "users.noreply.github.com" else {
            return host.hasPrefix("noreply.") && (user.hasPrefix("project_") || user.hasPrefix("group_"))
                && user.contains("_bot")
        }
        let login = user.split(separator: "+", maxSplits: 1).last ?? user
        return login.hasSuffix("[bot]") || Self.logins.contains(String(login))
    }

    private static let accounts: Set = [
        "noreply@anthropic.com", "noreply@openai.com", "codex@openai.com", "cursoragent@cursor.com",
        "copilot@github.com", "noreply@github.com", "action@github.com", "actions@github.com", "aider@aider.chat",
        "noreply@aider.chat", "support@dependabot.com", "bot@renovateapp.com", "snyk-bot@snyk.io",
        "hosted@weblate.org", "noreply@weblate.org", "openhands@all-hands.dev", "amp@ampcode.com",
        "support@greenkeeper.io", "bot@pyup.io", "badges@fossa.io",
    ]
    private static let logins: Set = ["copilot", "claude", "devin-ai-integration", "web-flow"]
    /// Notetakers write from their services; a person of such a service is lost with them.
    private static let services: Set = [
        "fireflies.ai", "otter.ai", "read.ai", "e.read.ai", "fathom.video", "tldv.io", "meetgeek.ai",
        "notetaker.read.ai",
    ]
}

extension EvidenceDraft {
    /// Without those of its people that are machines.
    package func without(_ machines: Machines) -> EvidenceDraft {
        guard people.contains(where: { machines.contains($0.identity) }) else { return self }
        var draft = self
        draft.people.removeAll { machines.contains($0.identity) }
        // Of an event it says how many are expected, which its reader counts.
        if kind == .commit { draft.headCount = min(headCount, Set(draft.people.map(\.identity)).count) }
        return draft
    }
}
