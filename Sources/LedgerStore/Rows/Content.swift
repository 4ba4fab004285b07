import LedgerModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values stored as JSON in a column.
enum Content {
    static func write(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            // The decoder's own error would print the value.
            throw LedgerError(
                .ledgerDamaged, "a stored value cannot be read",
                hint: "Run \(offer: .doctor) to see what can be saved.")
        }
    }
}

/// Measures in one column: `lines_added=12 lines_deleted=3`.
enum MeasureText {
    static func write(_ measures: [Measure]) -> String {
        measures.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    }

    static func read(_ text: String) -> [Measure] {
        text.split(separator: " ").compactMap { part in
            guard let equals = part.firstIndex(of: "="), let value = Int64(part[part.index(after: equals)...]) else {
                return nil
            }
            return Measure(String(part[..<equals]), value)
        }
    }
}
