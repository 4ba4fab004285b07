/// What a person keeps out of a ledger, as where it lies on their employer's machine.
package enum LeftOut: String, Sendable, CaseIterable, Codable {
    /// Side projects and personal sources are not read.
    case side
    /// Of what is read, no name or address of anybody else is kept.
    case people

    /// `side projects and personal sources`
    package var label: String {
        switch self {
        case .side: "side projects and personal sources"
        case .people: "other people"
        }
    }

    /// What follows, in a sentence.
    package var effect: String {
        switch self {
        case .side:
            "Then no source is read as a side project or as personal; one that was read before stays until you remove it."
        case .people:
            "Then who attended, wrote or reviewed is not kept from what is read; how many there were is. What was read before loses them too, at once and for good, and a calendar that is dropped is not kept as a file. Names inside titles and sentences stay as they are written."
        }
    }
}

extension MyJobSettings {
    package var leavesOut: Set<LeftOut> {
        get { Set(leftOut ?? []) }
        set { leftOut = newValue.isEmpty ? nil : LeftOut.allCases.filter(newValue.contains) }
    }

    /// What a source can be for in this ledger.
    package var arenas: [Arena] {
        leavesOut.contains(.side) ? Arena.allCases.filter { $0 != .side && $0 != .personal } : Arena.allCases
    }
}
