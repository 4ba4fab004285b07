import GRDB
import LedgerModel
import LedgerStore
import TestSupport
import Testing

/// One list of the columns that can hold words, and of those that cannot. A new column has to be put on one of them, so
/// that nobody forgets what forgetting has to visit.
@Suite("Words: every column that can hold them is known")
struct WordColumnTests {
    /// What forgetting a person, a piece or a series visits, and what private marks do.
    private static let words: Set<String> = [
        "claim.figure", "claim.for_whom", "claim.known_by", "claim.text", "evidence.body", "evidence.title",
        "evidence_tag.tag", "evidence_version.content", "hand_action.before", "identity.key", "identity.name",
        "identity.value", "not_me.id", "said_of_people.id", "said_of_people.one", "said_of_people.other",
        "source.answers", "source.folder", "source.formerly", "source.open_to", "source.traits",
        "job_item.content", "job_item.id", "open_timer.content", "path.path", "person.name", "project.name",
        "series.record", "source.name", "telling.heard", "telling.person",
    ]
    /// Ids, hashes, choices from a list and what is packed as numbers. Where a source chose an id, or a path or an address
    /// is needed to read it again, what it says stays and is told beforehand.
    private static let others: Set<String> = [
        "claim.batch", "claim.objective", "claim.public_id", "claim.ulid", "claim.within", "claim.worth",
        "claim_evidence.id", "note_answer.answer", "note_answer.id",
        "correction.content",
        "day_cells.cells", "digest.contacts", "digest.segments", "digest.skilled", "evidence.device",
        "evidence.external_id", "evidence.kind", "evidence.measures", "evidence.paths", "evidence.public_id",
        "evidence.series", "evidence.zone", "fine.id", "fine.until", "forgotten.hash", "forgotten.stands",
        "guest.participation", "guest.role",
        "hand_action.device", "hand_action.id", "hand_action.subject", "hand_action.undone_by", "hand_action.verb",
        "job_item.kind", "learned.pieces", "meaning.arena",
        "meaning.objective", "meaning.responsibility", "meaning.worth", "meta.key",
        "meta.value", "other_commit.paths", "other_commit.sha", "person.public_id", "person.role", "reading.skills",
        "release.name",
        "said_of_candidate.answer", "said_of_candidate.id", "said_of_candidate.leaving", "said_of_candidate.pieces",
        "said_of_candidate.until", "said_of_people.answer", "said_of_people.until",
        "series.uid", "sighting.locator", "source.arena", "source.kind", "source.locator", "source.public_id",
        "source.state", "source.warnings", "tally.people", "telling.id",
    ]

    @Test("Each column of text or bytes is on one of the two lists")
    func known() throws {
        let here = try StoreWorld()
        let columns = try DatabaseQueue(path: here.store.path).read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT t.name || '.' || c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%'
                      AND t.name NOT LIKE 'search%' AND c.type IN ('TEXT', 'BLOB')
                    """)
        }
        #expect(Self.words.isDisjoint(with: Self.others))
        #expect(Set(columns).subtracting(Self.words).subtracting(Self.others) == [])
        #expect(Self.words.union(Self.others).subtracting(columns) == [])
    }
}
