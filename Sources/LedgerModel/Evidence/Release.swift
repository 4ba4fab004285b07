/// A version of a project that a tag names.
package struct Release: Sendable, Hashable, Codable {
    /// The name of the tag: `v2.1`.
    package var name: String
    /// The day of the tag, or of the commit that it names.
    package var day: CivilDay

    package init(name: String, day: CivilDay) {
        self.name = name
        self.day = day
    }
}
