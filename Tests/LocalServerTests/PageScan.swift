/// The tags of a page as a browser sees them, so that words that look like code are told from code.
struct PageScan {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
    }

    private(set) var tags: [Tag] = []

    init(_ html: String) {
        var rest = Array(html.lowercased().utf8)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            guard let first = rest.first, (0x61...0x7A).contains(first) else { continue }
            tags.append(Self.tag(&rest))
        }
    }

    /// What runs, styles or loads from elsewhere by itself; empty in a page of ours.
    var offences: [String] {
        tags.flatMap { tag -> [String] in
            var found: [String] = []
            let source = tag.attributes.first { $0.name == "src" }?.value
            if tag.name == "script", source?.hasPrefix("/assets/") != true { found.append("script") }
            if ["style", "img", "iframe", "object", "embed", "base"].contains(tag.name) { found.append(tag.name) }
            for (name, value) in tag.attributes {
                if name.hasPrefix("on") || name == "style" || name == "srcdoc" || name == "http-equiv" {
                    found.append("\(tag.name) \(name)")
                }
                if ["href", "src", "action", "formaction", "xlink:href"].contains(name),
                    !(value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#"))
                {
                    found.append("\(tag.name) \(name)=\(value.prefix(20))")
                }
            }
            return found
        }
    }

    private static func tag(_ rest: inout ArraySlice<UInt8>) -> Tag {
        var tag = Tag(name: text(word(&rest)), attributes: [])
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            guard let byte = rest.first, byte != UInt8(ascii: ">") else { break }
            let name = text(word(&rest))
            rest = rest.drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else {
                if name.isEmpty { rest = rest.dropFirst() } else { tag.attributes.append((name, "")) }
                continue
            }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            let quote = rest.first
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                rest = rest.dropFirst()
                let value = rest.prefix { $0 != quote }
                rest = rest.dropFirst(value.count + 1)
                tag.attributes.append((name, text(value)))
            } else {
                let value = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
                rest = rest.dropFirst(value.count)
                tag.attributes.append((name, text(value)))
            }
        }
        return tag
    }

    private static func word(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = rest.prefix { $0 > 0x20 && ![0x3D, 0x3E, 0x2F, 0x22, 0x27].contains($0) }
        rest = rest.dropFirst(word.count)
        return word
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
