/// The fields of a query or of a form, `application/x-www-form-urlencoded`.
package struct Fields: Sendable, Hashable {
    private var values: [String: String] = [:]

    /// At most this many are read, unless a form says that it has more.
    package static let most = 64

    package init(_ text: some StringProtocol, most: Int = Fields.most) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")).prefix(most) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = bytesPercentDecoded(parts[0], plusIsBlank: true)
            // The first of two counts.
            guard values[name] == nil else { continue }
            values[name] = parts.count > 1 ? bytesPercentDecoded(parts[1], plusIsBlank: true) : ""
        }
    }

    package init(_ pairs: [(name: String, value: String)]) {
        values = Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// What was sent under a name; nil when nothing was.
    package subscript(_ name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    /// Whether anything was sent under a name, also nothing but the name.
    package func has(_ name: String) -> Bool { values[name] != nil }
}

extension Double {
    /// The nearest whole number, from -10^15 to 10^15; 0 for what is no number.
    ///
    /// Shares and readings come from exports too, which anyone may have written.
    package var wholeNumber: Int { isNaN ? 0 : Int(min(max(rounded(), -1e15), 1e15)) }
}
