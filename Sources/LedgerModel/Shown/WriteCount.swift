/// What writing a list of records did.
package struct WriteCount: Sendable, Hashable {
    package var added = 0
    package var unchanged = 0
    package var updated = 0
    package var withdrawn = 0
    /// Kept out because the person had them forgotten.
    package var forgotten = 0

    package init() {}

    package static func += (a: inout WriteCount, b: WriteCount) {
        a.added += b.added
        a.unchanged += b.unchanged
        a.updated += b.updated
        a.withdrawn += b.withdrawn
        a.forgotten += b.forgotten
    }
}
