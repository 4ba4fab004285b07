import Questions

extension Document.Span {
    /// With an offer as its command.
    var words: String {
        guard case .offer(let offer) = self else { return plain }
        return offer.command
    }
}

extension [Document.Span] {
    var words: String { map(\.words).joined() }
}
