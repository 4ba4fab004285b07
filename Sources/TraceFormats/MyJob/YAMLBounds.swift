/// Refuses, before anything is parsed, the two shapes whose composing could take minutes.
///
/// The composer hashes the keys of a mapping, and a key may be an alias that stands for a value of
/// any size, or a value that is itself full of such keys. A few of either are let through, so that
/// the reader can say what is wrong with the first.
struct YAMLBounds {
    private static let allowed = 6

    /// The line of the first alias too many, where the text also has an anchor.
    private(set) var lineOfTooManyAliases: Int?
    /// The line of the first `? ` too many.
    private(set) var lineOfTooManyKeys: Int?

    init(_ text: String) {
        var line = 1
        var anchors = 0
        var aliases = 0
        var keys = 0
        var tooManyAliases: Int?
        var before = UInt8(ascii: "\n")
        /// The byte before this one, where a value may begin at it.
        var indicator: UInt8 = 0
        for byte in text.utf8 {
            switch indicator {
            case UInt8(ascii: "&") where Self.isNamePart(byte): anchors += 1
            case UInt8(ascii: "*") where Self.isNamePart(byte):
                aliases += 1
                if aliases > Self.allowed, tooManyAliases == nil { tooManyAliases = line }
            case UInt8(ascii: "?") where Self.isSpace(byte):
                keys += 1
                if keys > Self.allowed, lineOfTooManyKeys == nil { lineOfTooManyKeys = line }
            default: break
            }
            indicator = Self.mayPrecedeValue(before) ? byte : 0
            if byte == UInt8(ascii: "\n") { line += 1 }
            before = byte
        }
        lineOfTooManyAliases = anchors > 0 ? tooManyAliases : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || byte >= 0x80
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func mayPrecedeValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"),
            UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: isSpace(byte)
        }
    }
}
