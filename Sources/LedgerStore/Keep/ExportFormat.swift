/// What an export holds.
enum ExportFormat {
    static let version = 1

    /// In an order in which rows can be written again.
    static let tables = [
        "meta", "source", "project", "person", "identity", "path", "guest_list", "guest", "evidence",
        "evidence_version", "sighting", "evidence_tag", "other_commit", "series", "plan_birth", "correction",
        "frame_item", "claim", "claim_evidence", "telling", "open_timer", "hand_action", "forgotten",
    ]

    /// A column of an exported table that is derived: it is in no export and no image of a row.
    static func derivedColumn(of table: String) -> String { table == "evidence" ? "words" : "" }
}
