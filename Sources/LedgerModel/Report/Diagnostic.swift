/// Something wrong with one record of a source: where, and what; never the record's own text.
package struct Diagnostic: Hashable, Sendable, Codable {
    /// `FILE:LINE`, a sha, a column.
    package var location: String
    package var message: String

    package init(_ location: String, _ message: String) {
        self.location = location
        self.message = message
    }
}

/// Collects diagnostics up to a bound and counts the rest, so that a hostile source cannot fill memory.
package struct Diagnostics: Sendable, Hashable {
    package private(set) var list: [Diagnostic] = []
    package private(set) var total = 0
    private let limit: Int

    package init(limit: Int = 200) { self.limit = limit }

    package mutating func warn(_ location: String, _ message: String) {
        total += 1
        if list.count < limit { list.append(Diagnostic(location, message)) }
    }

    package mutating func append(_ other: Diagnostics) {
        for item in other.list { warn(item.location, item.message) }
        total += other.total - other.list.count
    }
}
