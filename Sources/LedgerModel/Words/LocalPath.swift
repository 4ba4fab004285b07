/// The page to which a form returns. It is always a page of this server.
package enum LocalPath {
    /// `text` if it is a path of this server, else the start page. Only plain characters pass, because `//host` and
    /// `/\host` lead away and browsers skip white space inside addresses.
    package static func safe(_ text: String?) -> String {
        guard let text, text.utf8.count <= 4_000, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return text
    }
}
