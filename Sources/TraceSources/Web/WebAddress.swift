/// An address on the web in its parts, as far as fetching needs them (RFC 3986).
struct WebAddress: Hashable, Sendable {
    /// `http` or `https`.
    let scheme: String
    /// `name:password` before the host, with its percent signs; empty when there is none.
    let credentials: String
    /// The host and the port, if one is given.
    let host: String
    /// Path and query; begins with a slash.
    let target: String

    /// `webcal` is read as `https`. Nil for every other scheme, and for what is no address.
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
    /// What may stand in a message: addresses of calendars are secrets.
    var publicText: String { "\(scheme)://\(host)/…" }

    /// By the look of it, an address for programs that speak CalDAV.
    var isCalDAV: Bool {
        let text = (host + target).lowercased()
        return text.contains("caldav") || text.contains("/dav/") || text.contains("/remote.php/dav")
    }

    /// Where a redirection from here leads; nil when it is no address that may be fetched.
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
