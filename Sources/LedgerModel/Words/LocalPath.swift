/// Where a form leads back to: only ever to a page of ours.
package enum LocalPath {
    /// `text` where it is a path of this server, else the start page. `//host` and `/\host` lead away,
    /// and browsers skip white space inside addresses; so only plain characters pass.
    package static func safe(_ text: String?) -> String {
        guard let text, text.utf8.count <= 4_000, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return text
    }
}
