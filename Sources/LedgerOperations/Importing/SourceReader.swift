import LedgerModel
import LocalFiles

/// How to read sources of one kind. A new kind needs a reader in `TraceFormats` or `TraceSources`, an
/// `Importing+Kind.swift`, and a line in `all`.
struct SourceReader: Sendable {
    /// What holds for all sources that are read together.
    struct Asked: Sendable {
        /// What the evidence is for; `nil` leaves it as it is.
        var arena: Arena?
        /// For repositories, the time in which others’ commits are read; `nil` reads all of them.
        var others: ClosedRange<Instant>?
        var progress: ImportProgress
    }

    /// A source that the person named.
    struct Named: Sendable {
        var locator: String
        var read: @Sendable (Importing, Asked) async throws(LedgerError) -> ImportOutcome
    }

    let kind: SourceKind
    /// The sources that a path or an address names. Each is read even if another cannot be.
    let named: @Sendable (String) throws(LedgerError) -> [Named]
    /// Reads what is new in a known source.
    let again: @Sendable (Importing, Source, Asked) async throws(LedgerError) -> ImportOutcome

    /// The readers of all kinds, except what the person writes.
    static let all = [git, calendar, inbox, notes]

    /// `nil` for what the person writes.
    static func of(_ kind: SourceKind) -> SourceReader? { all.first { $0.kind == kind } }

    private static let git = file(.git, hint: "Clone it, and name the clone.") {
        (importing, path, asked) async throws(LedgerError) in
        try await importing.importGit(path, arena: asked.arena, othersBetween: asked.others, progress: asked.progress)
    }

    private static let inbox = file(.inbox, hint: "Name a file on this machine.") {
        (importing, path, asked) async throws(LedgerError) in
        try importing.importInbox(path, arena: asked.arena)
    }

    private static let notes = file(.notes, hint: "Name a file on this machine.") {
        (importing, path, asked) async throws(LedgerError) in
        try importing.importNotes(path, arena: asked.arena)
    }

    private static let calendar = SourceReader(
        kind: .calendar,
        named: { (text) throws(LedgerError) in
            try CalendarPlace.all(at: text).map { place in
                Named(locator: place.locator) { (importing, asked) async throws(LedgerError) in
                    try await importing.importCalendar(place, arena: asked.arena, progress: asked.progress)
                }
            }
        },
        again: { (importing, source, asked) async throws(LedgerError) in
            try await importing.importCalendar(
                CalendarPlace(of: source, drops: importing.drops), arena: nil, progress: asked.progress)
        })

    /// The reader of a kind whose sources are files or folders on this machine.
    private static func file(
        _ kind: SourceKind, hint: Advice,
        _ read: @escaping @Sendable (Importing, String, Asked) async throws(LedgerError) -> ImportOutcome
    ) -> SourceReader {
        SourceReader(
            kind: kind,
            named: { text in
                [
                    Named(locator: text) { (importing, asked) async throws(LedgerError) in
                        let place = try PathName.local(text, hint: hint)
                        return try await read(importing, Folders.absolute(place), asked)
                    }
                ]
            },
            again: { (importing, source, asked) async throws(LedgerError) in
                var asked = asked
                asked.arena = nil
                return try await read(importing, source.locator, asked)
            })
    }
}

extension PathName {
    /// A path on this machine, which may be written as `file://…`. Throws `.usage` for an address of another kind.
    static func local(_ text: String, hint: Advice) throws(LedgerError) -> String {
        guard let scheme = scheme(of: text) else { return text }
        let rest = text.dropFirst(scheme.utf8.count + 3)
        guard scheme.lowercased() == "file" else {
            throw LedgerError(.usage, "\(scheme):// cannot be read here", location: Source.shown(text), hint: hint)
        }
        let path = rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : rest
        guard path.hasPrefix("/") else {
            throw LedgerError(
                .usage, "file:// is followed by a path that begins with /", location: text,
                hint: "Write file:///home/me/work.ics, or the path alone.")
        }
        return path.percentDecoded
    }

    /// The text before `://` if it has the form of a scheme (RFC 3986, 3.1).
    private static func scheme(of text: String) -> String? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard name.first?.isLetter == true, text.dropFirst(name.count).hasPrefix("://") else { return nil }
        return String(name)
    }
}
