/// A small reader of tags and attributes: enough to see whether text became markup.
struct HTMLScan {
    private(set) var tags: [String] = []
    private(set) var attributes: [String] = []
    private(set) var links: [String] = []
    /// Every tag with the names of its attributes, in order.
    private(set) var shape: [String] = []
    /// The first tag that is closed without being open, or left open.
    private(set) var unbalanced: String?

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img", "!doctype"]

    init(_ html: String) {
        let bytes = Array(html.utf8)
        var open: [String] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, Self.startsTag(bytes[index + 1]) else {
                index += 1
                continue
            }
            let tag = Tag(bytes, from: &index)
            shape.append(tag.name + tag.attributes.map { " \($0.0)" }.joined())
            if tag.name.hasPrefix("/") {
                if open.popLast() != String(tag.name.dropFirst()) { unbalanced = unbalanced ?? tag.name }
                continue
            }
            tags.append(tag.name)
            attributes += tag.attributes.map(\.0)
            links += tag.attributes.filter { ["href", "src", "action"].contains($0.0) }.map(\.1)
            if !Self.void.contains(tag.name), !tag.closesItself { open.append(tag.name) }
            if tag.name == "style" || tag.name == "script" { index = Self.end(of: tag.name, bytes, from: index) }
        }
        if let left = open.last { unbalanced = unbalanced ?? left }
    }

    private static func startsTag(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
    }

    private static func end(of name: String, _ bytes: [UInt8], from start: Int) -> Int {
        let wanted = Array("</\(name)".utf8)
        var index = start
        while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
        return index
    }

    private struct Tag {
        var name = ""
        var attributes: [(String, String)] = []
        var closesItself = false

        init(_ bytes: [UInt8], from index: inout Int) {
            index += 1
            name = Self.word(bytes, &index, until: " />\n").lowercased()
            if name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "/") {
                index += 1
                name = "/" + Self.word(bytes, &index, until: " />\n").lowercased()
            }
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                if bytes[index] == UInt8(ascii: "/") {
                    closesItself = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
                }
                guard !" /\n".utf8.contains(bytes[index]) else {
                    index += 1
                    continue
                }
                let key = Self.word(bytes, &index, until: "=> /\n").lowercased()
                var value = ""
                if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                    index += 1
                    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                        index += 1
                        value = Self.word(bytes, &index, until: "\"")
                        index += 1
                    } else {
                        value = Self.word(bytes, &index, until: " >\n")
                    }
                }
                attributes.append((key, value))
            }
            index += 1
        }

        private static func word(_ bytes: [UInt8], _ index: inout Int, until ends: String) -> String {
            let start = index
            while index < bytes.count, !ends.utf8.contains(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
        }
    }
}
