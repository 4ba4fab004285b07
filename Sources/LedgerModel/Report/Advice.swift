/// A sentence that may name what to do: `"Stop it with \(offer: .stopTimer), then start the next."` Each surface
/// renders the offer in its own way.
package struct Advice: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
    package enum Part: Sendable, Hashable {
        case text(String)
        case offer(Offer)
    }

    package private(set) var parts: [Part]

    package init(_ text: String = "") { parts = text.isEmpty ? [] : [.text(text)] }

    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    package var isEmpty: Bool { parts.isEmpty }

    package var offers: [Offer] {
        parts.compactMap { if case .offer(let offer) = $0 { offer } else { nil } }
    }

    /// For tests and debuggers; surfaces render the parts.
    package var description: String {
        parts.map {
            switch $0 {
            case .text(let text): text
            case .offer(let offer): "‹\(offer)›"
            }
        }.joined()
    }

    package static func + (left: Advice, right: Advice) -> Advice {
        var sum = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        sum.appendInterpolation(left)
        sum.appendInterpolation(right)
        return Advice(stringInterpolation: sum)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            guard !literal.isEmpty else { return }
            // Merge adjacent text, so that equal sentences have equal parts.
            if case .text(let before) = parts.last {
                parts[parts.count - 1] = .text(before + literal)
            } else {
                parts.append(.text(literal))
            }
        }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendLiteral(value.description)
        }

        package mutating func appendInterpolation(_ advice: Advice) {
            for part in advice.parts {
                switch part {
                case .text(let text): appendLiteral(text)
                case .offer(let offer): parts.append(.offer(offer))
                }
            }
        }

        package mutating func appendInterpolation(offer: Offer) { parts.append(.offer(offer)) }
    }
}
