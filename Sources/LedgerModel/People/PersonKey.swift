/// What an address or a name is compared by.
///
/// Two addresses have one key only if their provider says that they are one mailbox or one account, so that joining them
/// needs no question: Gmail takes no notice of dots and of what follows a plus sign and is `googlemail.com` too
/// (support.google.com, “Dots don’t matter”), and GitHub writes an account as `login@` and as `number+login@`. Two names
/// have one key if they differ only in case, in the form of Unicode, or in the width of gaps.
package enum PersonKey {
    package static func of(_ identity: String) -> String {
        guard let at = identity.lastIndex(of: "@") else { return name(identity) }
        let address = identity.trimmed.lowercased()
        guard hasOtherForms(address) else { return address }
        let host = address[address.index(after: address.lastIndex(of: "@") ?? at)...]
        let user = address.prefix { $0 != "@" }
        if host == gitHub {
            let parts = user.split(separator: "+", maxSplits: 1)
            let isNumbered = parts.count == 2 && parts[0].allSatisfy(\.isNumber)
            return (isNumbered ? parts[1] : user) + "@" + host
        }
        let mailbox = user.prefix { $0 != "+" }.filter { $0 != "." }
        return (mailbox.isEmpty ? String(user) : mailbox) + "@gmail.com"
    }

    /// Whether another address may have the same key.
    package static func hasOtherForms(_ address: String) -> Bool {
        [gitHub, "gmail.com", "googlemail.com"].contains { address.hasSuffix("@" + $0) }
    }

    private static let gitHub = "users.noreply.github.com"

    private static func name(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").caseFolded
    }
}
