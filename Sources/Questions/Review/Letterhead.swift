package import LedgerModel

/// What stands at the head of a draft mail to oneself.
package struct Letterhead: Sendable, Hashable {
    /// The person’s own; `nil` while none is known.
    package var address: String?
    package var name: String
    package var at: CivilTime

    package init(address: String?, name: String, at: CivilTime) {
        (self.address, self.name, self.at) = (address, name, at)
    }
}

/// How a surface writes a document as the text of a file, by the file’s ending. Throws `.usage` for one that it does
/// not know.
package typealias ReviewPress = @Sendable (Document, String, Letterhead) throws(LedgerError) -> String
