import LedgerModel
import LocalFiles

extension PathName {
    /// A path on this machine, also one written as `file://…`. Throws `.usage` for an address of another kind.
    static func local(_ text: String, hint: Advice) throws(LedgerError) -> String {
        guard let scheme = scheme(of: text) else { return text }
        let rest = text.dropFirst(scheme.utf8.count + 3)
        guard scheme.lowercased() == "file" else {
            throw LedgerError(.usage, "\(scheme):// cannot be read here", location: Source.shown(text), hint: hint)
        }
        let path = rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : rest
        guard path.hasPrefix("/") else {
            throw LedgerError(
                .usage, "file:// is followed by a path that begins with /", location: text,
                hint: "Write file:///home/me/work.ics, or the path alone.")
        }
        return path.percentDecoded
    }

    /// What stands before `://`, when it has the form of a scheme (RFC 3986, 3.1).
    private static func scheme(of text: String) -> String? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard name.first?.isLetter == true, text.dropFirst(name.count).hasPrefix("://") else { return nil }
        return String(name)
    }
}
