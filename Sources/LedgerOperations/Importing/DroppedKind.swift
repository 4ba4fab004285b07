import LedgerModel

/// What a dropped file is, by its content; its name only breaks a tie.
enum DroppedKind {
    case calendar
    /// Text, Markdown or JSON: notes somebody has.
    case notes
    case archive
    case other

    init(_ bytes: [UInt8], name: String) {
        let start = bytes.prefix(4096)
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        let first = text.drop { $0 <= 32 }.prefix(15)
        if String(decoding: first, as: UTF8.self).uppercased() == "BEGIN:VCALENDAR" {
            self = .calendar
        } else if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x1F, 0x8B]) {
            self = .archive
        } else if name.lowercased().hasSuffix(".ics") {
            // The calendar's reader says what is wrong with it.
            self = .calendar
        } else if !start.contains(0), String(validating: Self.whole(start), as: UTF8.self) != nil, !bytes.isEmpty {
            self = first.first == UInt8(ascii: "<") ? .other : .notes
        } else {
            self = .other
        }
    }

    /// Without a character that the cut went through.
    private static func whole(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count == 4096 else { return bytes }
        var bytes = bytes
        for _ in 0..<3 {
            guard let last = bytes.last, last >= 0x80 else { break }
            bytes = bytes.dropLast()
            if last >= 0xC0 { break }
        }
        return bytes
    }
}
