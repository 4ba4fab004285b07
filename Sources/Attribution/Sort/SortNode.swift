import LedgerModel

/// Pieces that one condition matches, on the way to being a group.
struct SortNode {
    var kind: SortGroup.Kind
    var name: String
    var within: String
    var when: Condition
    /// Places in the list of pieces.
    var members: [Int]
    /// How many folders deep its parts lie; for repositories and their folders.
    var depth = 0
    var isMeeting = false
    var seconds: Int64 = 0
    /// Its condition matches pieces of other groups too.
    var isWaiting = false

    var id: String { SortGroup.id(of: when) }
}

extension Condition {
    func with(_ change: (inout Condition) -> Void) -> Condition {
        var copy = self
        change(&copy)
        return copy
    }
}
