import LedgerModel

@testable import Questions

/// Makes pieces for tests, each with an id of its own.
enum Made {
    static let quarter = Period(since: day("2026-01-01"), until: day("2026-04-01"))

    static func day(_ text: String) -> CivilDay { CivilDay(iso: text) ?? CivilDay.first }

    static func commit(
        _ title: String, on day: String = "2026-02-10", in project: String = "press", body: String = "",
        _ paths: [String] = ["src/main.c"]
    ) -> CandidatePiece {
        var piece = piece(.commit, title, day)
        piece.project = project
        piece.body = body
        piece.paths = paths
        return piece
    }

    static func note(_ title: String, on day: String = "2026-02-10", tags: [String] = [], with: [String] = [])
        -> CandidatePiece
    {
        var piece = piece(.note, title, day)
        piece.tags = tags
        piece.people = with
        return piece
    }

    static func meeting(_ title: String, on day: String, series: String = "", with: [String] = ["Maria"])
        -> CandidatePiece
    {
        var piece = piece(.event, title, day)
        piece.series = series
        piece.people = with
        return piece
    }

    private static func piece(_ kind: EvidenceKind, _ title: String, _ day: String) -> CandidatePiece {
        let external = "\(kind)/\(day)/\(title)"
        var piece = CandidatePiece(id: PublicID(kind.idKind, external), kind: kind, day: Made.day(day), title: title)
        let hexadecimal = piece.id.description.utf8.map { String($0 % 16, radix: 16) }.joined()
        piece.externalID = hexadecimal + String(repeating: "0", count: 40 - hexadecimal.count)
        return piece
    }
}

extension Candidates {
    init(_ pieces: [CandidatePiece]) { self.init(pieces, in: Made.quarter) }

    var wordings: [String] { list.map(\.wording) }
}
