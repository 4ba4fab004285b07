/// The parts of a web address that fetching needs (RFC 3986).
struct WebAddress: Hashable, Sendable {
    /// `http` or `https`.
    let scheme: String
    /// `name:password` before the host, still percent-encoded; empty if there is none.
    let credentials: String
    /// The host and the port, if one is given.
    let host: String
    /// Path and query; begins with a slash.
    let target: String

    /// Reads `webcal` as `https`. `nil` for every other scheme, and if it is not an address.
    init?(_ text: String) {
        guard text.utf8.count <= 8192, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }),
            let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://")
        else { return nil }
        switch text[..<colon].lowercased() {
        case "http": scheme = "http"
        case "https", "webcal", "webcals": scheme = "https"
        default: return nil
        }
        let rest = text[text.index(colon, offsetBy: 3)...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let authority = rest[..<end]
        let at = authority.lastIndex(of: "@")
        credentials = at.map { String(authority[..<$0]) } ?? ""
        host = String(at.map { authority[authority.index(after: $0)...] } ?? authority).lowercased()
        guard host.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let tail = rest[end...].prefix { $0 != "#" }
        target = tail.hasPrefix("/") ? String(tail) : "/" + tail
    }

    /// Without credentials.
    var text: String { "\(scheme)://\(host)\(target)" }
    /// The part that messages may show: addresses of calendars are secret.
    var publicText: String { "\(scheme)://\(host)/…" }

    /// Whether it looks like an address for programs that use CalDAV.
    var isCalDAV: Bool {
        let text = (host + target).lowercased()
        return text.contains("caldav") || text.contains("/dav/") || text.contains("/remote.php/dav")
    }

    /// The target of a redirection from here; `nil` if it is not an address that can be fetched.
    func redirected(to location: String) -> WebAddress? {
        if location.contains("://") { return WebAddress(location) }
        if location.hasPrefix("//") { return WebAddress("\(scheme):\(location)") }
        if location.hasPrefix("/") { return WebAddress("\(scheme)://\(host)\(location)") }
        let path = target.prefix { $0 != "?" }
        if location.hasPrefix("?") { return WebAddress("\(scheme)://\(host)\(path)\(location)") }
        let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
        return WebAddress("\(scheme)://\(host)\(folder)\(location)")
    }
}
