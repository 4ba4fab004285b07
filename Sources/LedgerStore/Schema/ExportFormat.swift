import GRDB
import LedgerModel

/// The contents of an export.
enum ExportFormat {
    static let version = 1

    /// The tables, in an order in which a restore can write their rows.
    static let tables = [
        "meta", "source", "release", "project", "person", "identity", "not_me", "path", "guest_list", "guest",
        "evidence", "evidence_version", "sighting", "evidence_tag", "other_commit", "series", "plan_birth",
        "correction", "job_item", "said_of_people", "fine", "claim", "claim_evidence", "note_answer",
        "said_of_candidate", "learned", "telling", "open_timer", "hand_action", "forgotten",
    ]

    /// The derived column of an exported table. It is in no export and in no image of a row.
    static func derivedColumn(of table: String) -> String { table == "evidence" ? "words" : "" }

    /// Whether the id of a piece is the hash of its kind and external id, which the schema assumes but cannot check.
    static func isItself(_ value: (String) -> DatabaseValue?) -> Bool {
        func text(_ column: String) -> String? { value(column).flatMap { String.fromDatabaseValue($0) } }
        guard let kind = text("kind").flatMap({ EvidenceKind(rawValue: $0) }), let external = text("external_id") else {
            return false
        }
        return text("public_id") == PublicID(kind.idKind, external).description
    }
}
