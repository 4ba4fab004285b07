/// The fields of a query or a form (`application/x-www-form-urlencoded`).
package struct Fields: Sendable, Hashable {
    private var values: [String: String] = [:]

    /// The number of fields that are read, unless a form allows more.
    package static let most = 64

    package init(_ text: some StringProtocol, most: Int = Fields.most) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")).prefix(most) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = bytesPercentDecoded(parts[0], plusIsBlank: true)
            // Of two fields with one name, the first counts.
            guard values[name] == nil else { continue }
            values[name] = parts.count > 1 ? bytesPercentDecoded(parts[1], plusIsBlank: true) : ""
        }
    }

    package init(_ pairs: [(name: String, value: String)]) {
        values = Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value sent under a name; `nil` if it is empty or was not sent.
    package subscript(_ name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    /// Whether the name was sent, even without a value.
    package func has(_ name: String) -> Bool { values[name] != nil }
}

extension Double {
    /// The nearest whole number, from -10^15 to 10^15; 0 for NaN.
    ///
    /// Safe for any value: shares and readings also come from exports, which anyone may have written.
    package var wholeNumber: Int { isNaN ? 0 : Int(min(max(rounded(), -1e15), 1e15)) }
}
