/// Escaping for HTML and SVG, in text and in quoted attributes.
enum Markup {
    /// By scalar, not by character: a mark that combines with a quotation mark must not hide it.
    static func escape(_ text: String) -> String {
        let inert = UntrustedText.inert(text)
        guard inert.utf8.contains(where: { replacement(for: $0) != nil }) else { return inert }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(inert.utf8.count + 16)
        for byte in inert.utf8 {
            if let entity = replacement(for: byte) {
                bytes.append(contentsOf: entity.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `<name a="…">content</name>` with escaped attribute values, or `<name …/>` without content.
    static func element(_ name: String, _ attributes: [(String, String)], _ content: Fragment? = nil) -> Fragment {
        var html = "<" + name
        for (key, value) in attributes { html += " \(key)=\"\(escape(value))\"" }
        guard let content else { return Fragment(safe: html + "/>") }
        return Fragment(safe: html + ">" + content.html + "</\(name)>")
    }

    static func text(_ text: String) -> Fragment { Fragment(safe: escape(text)) }

    private static func replacement(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

/// A piece of HTML in which everything from outside has been escaped.
package struct Fragment: Sendable, Hashable {
    package let html: String

    /// Only for text that a template or the escaping builder has made.
    init(safe html: String) { self.html = html }

    static let empty = Fragment(safe: "")

    package static func + (a: Fragment, b: Fragment) -> Fragment { Fragment(safe: a.html + b.html) }
}

extension [Fragment] {
    func joined(_ separator: String = "") -> Fragment {
        Fragment(safe: map(\.html).joined(separator: separator))
    }
}
