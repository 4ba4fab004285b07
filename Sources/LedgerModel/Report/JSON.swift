/// A JSON value (RFC 8259) whose keys keep their order.
package enum JSON: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    case null
    case bool(Bool)
    case integer(Int64)
    /// A share or probability, written with at most four decimals.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSON

        package init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }
    }

    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(nilLiteral: ()) { self = .null }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(key: $0.0, value: $0.1) })
    }

    package init(_ text: String?) { self = text.map { .string($0) } ?? .null }
    package init(_ count: Int) { self = .integer(Int64(count)) }
    package init(_ share: Double?) { self = share.map { .number($0) } ?? .null }

    /// Joins the members of two objects: `base + ["rows": …]`.
    package static func + (a: JSON, b: JSON) -> JSON {
        guard case .object(let x) = a, case .object(let y) = b else { return b }
        return .object(x + y)
    }

    /// Indented by two spaces when `pretty`.
    package func text(pretty: Bool = true) -> String {
        var out = ""
        write(to: &out, indent: pretty ? 0 : nil)
        return out
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let value): out += Self.decimal(value)
        case .string(let value): Self.quote(value, to: &out)
        case .array(let values):
            Self.list("[", "]", values, to: &out, indent: indent) { value, out, inner in
                value.write(to: &out, indent: inner)
            }
        case .object(let members):
            Self.list("{", "}", members, to: &out, indent: indent) { member, out, inner in
                Self.quote(member.key, to: &out)
                out += indent == nil ? ":" : ": "
                member.value.write(to: &out, indent: inner)
            }
        }
    }

    private static func list<Item>(
        _ open: String, _ close: String, _ items: [Item], to out: inout String, indent: Int?,
        _ each: (Item, inout String, Int?) -> Void
    ) {
        out += open
        let inner = indent.map { $0 + 2 }
        for (index, item) in items.enumerated() {
            if index > 0 { out += "," }
            if let inner { out += "\n" + String(repeating: " ", count: inner) }
            each(item, &out, inner)
        }
        if let indent, !items.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
        out += close
    }

    private static func decimal(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let scaled = (value * 10_000).rounded()
        guard abs(scaled) < 1e15 else { return "\(value)" }
        let whole = Int64(scaled)
        let digits = padded(Int(abs(whole) % 10_000), 4)
        let trimmed = digits.reversed().drop { $0 == "0" }.reversed()
        let sign = whole < 0 ? "-" : ""
        return sign + String(abs(whole) / 10_000) + (trimmed.isEmpty ? "" : "." + String(trimmed))
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _
            where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028
                || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
