/// One property: name, the parameters that are read, and value.
struct ContentLine {
    let name: PropertyName
    let number: Int
    private(set) var parameters: [(name: ParameterName, value: String)] = []
    let value: ArraySlice<UInt8>

    subscript(parameter: ParameterName) -> String? { parameters.first { $0.name == parameter }?.value }

    /// `nil` for a line without a colon.
    init?(_ line: LineReader.Line) {
        let bytes = line.content
        guard let nameEnd = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }) else {
            return nil
        }
        name = PropertyName(Self.trimmed(bytes[bytes.startIndex..<nameEnd]))
        number = line.number
        // A property that is not read needs no value.
        if name == .other || bytes[nameEnd] == UInt8(ascii: ":") {
            value = bytes[(nameEnd + 1)...]
            return
        }
        guard
            var colon = Self.colon(bytes, from: nameEnd, quotes: true)
                ?? Self.colon(bytes, from: nameEnd, quotes: false)
        else { return nil }
        // An unquoted zone such as `(UTC+01:00) Berlin` has colons; a date has none.
        switch name {
        case .start, .finish, .recurrenceID, .extraDates, .exceptDates:
            colon = bytes.lastIndex(of: UInt8(ascii: ":")) ?? colon
        default: break
        }
        value = bytes[(colon + 1)...]
        readParameters(bytes[nameEnd..<colon])
    }

    private static func colon(_ bytes: ArraySlice<UInt8>, from: Int, quotes: Bool) -> Int? {
        var isQuoted = false
        for index in from..<bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\""), quotes { isQuoted.toggle() }
            if bytes[index] == UInt8(ascii: ":"), !isQuoted { return index }
        }
        return nil
    }

    private mutating func readParameters(_ bytes: ArraySlice<UInt8>) {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            at += 1
            var isQuoted = false
            var end = at
            while end < bytes.endIndex, isQuoted || bytes[end] != UInt8(ascii: ";") {
                if bytes[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
                end += 1
            }
            let part = bytes[at..<end]
            at = end
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
            guard let name = ParameterName(Self.trimmed(part[part.startIndex..<equals])), parameters.count < 16 else {
                continue
            }
            var value = Self.trimmed(part[(equals + 1)...])
            if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
                value = value.dropFirst().dropLast()
            }
            parameters.append((name, Self.decoded(value)))
        }
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (from, to) = (bytes.startIndex, bytes.endIndex)
        while from < to, bytes[from] <= 32 { from += 1 }
        while to > from, bytes[to - 1] <= 32 { to -= 1 }
        return bytes[from..<to]
    }

    /// Undoes `^n`, `^^` and `^'` (RFC 6868).
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "^")) else { return CalendarText.string(bytes) }
        var plain: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
            if bytes[index] == UInt8(ascii: "^"),
                let byte = ["n": 10, "^": 94, "'": 34][Character(Unicode.Scalar(next))]
            {
                plain.append(UInt8(byte))
                index += 2
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return CalendarText.string(plain[...])
    }
}
