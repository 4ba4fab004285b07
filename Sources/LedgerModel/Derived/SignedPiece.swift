/// A piece with its sign.
package struct SignedPiece: Sendable, Hashable {
    package var id: PublicID
    package var sign: WorkSign
    package var at: Instant
    /// How long it took; 0 for a point.
    package var seconds: Int64
    package var title: String
    package var project: String
    /// The row of its source; 0 if the person wrote it.
    package var source: Int64
    package var meaning: Meaning

    package init(
        id: PublicID, sign: WorkSign, at: Instant, seconds: Int64 = 0, title: String = "", project: String = "",
        source: Int64 = 0, meaning: Meaning = Meaning()
    ) {
        (self.id, self.sign, self.at, self.seconds) = (id, sign, at, seconds)
        (self.title, self.project, self.source, self.meaning) = (title, project, source, meaning)
    }
}
