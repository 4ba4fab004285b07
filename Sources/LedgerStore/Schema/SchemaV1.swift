import LedgerModel

/// The first schema. It must never change once it has shipped; later versions are added beside it.
enum SchemaV1 {
    static let sql = """
        CREATE TABLE meta (
          key TEXT PRIMARY KEY NOT NULL,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE source (
          id INTEGER PRIMARY KEY,
          public_id TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          locator TEXT NOT NULL,
          name TEXT NOT NULL,
          -- What a repository is named for: the name has as much of it as tells it from others.
          folder TEXT NOT NULL DEFAULT '',
          -- What it was named for before it moved, one a line.
          formerly TEXT NOT NULL DEFAULT '',
          arena TEXT CHECK (arena IN ('job', 'growth', 'relationships', 'side', 'personal')),
          private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
          plans_count INTEGER NOT NULL DEFAULT 0 CHECK (plans_count IN (0, 1)),
          state TEXT NOT NULL DEFAULT '',
          added_at INTEGER NOT NULL,
          last_import INTEGER,
          warnings TEXT NOT NULL DEFAULT '[]',
          -- What the person answered about a calendar, and what it turned out to be.
          answers TEXT NOT NULL DEFAULT '',
          traits TEXT NOT NULL DEFAULT '',
          -- To whom a repository is open, a line each: an address, or a name if none is known.
          open_to TEXT NOT NULL DEFAULT '',
          UNIQUE (kind, locator)
        ) STRICT;

        -- Versions of a repository: tags with a number such as 2.1, and their dates.
        CREATE TABLE release (
          id INTEGER PRIMARY KEY,
          source_id INTEGER NOT NULL REFERENCES source (id),
          name TEXT NOT NULL CHECK (name <> ''),
          at INTEGER NOT NULL,
          UNIQUE (source_id, name)
        ) STRICT;

        CREATE TABLE project (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;

        CREATE TABLE person (
          id INTEGER PRIMARY KEY,
          public_id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          role TEXT,
          is_me INTEGER NOT NULL DEFAULT 0 CHECK (is_me IN (0, 1))
        ) STRICT;

        CREATE TABLE identity (
          id INTEGER PRIMARY KEY,
          person_id INTEGER NOT NULL REFERENCES person (id),
          value TEXT NOT NULL UNIQUE CHECK (value <> ''),
          -- What it is compared by: PersonKey of the value.
          key TEXT NOT NULL,
          name TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE INDEX identity_person ON identity (person_id);
        CREATE INDEX identity_key ON identity (key);

        -- What the person said of two identities: one person, two, or not now; of one, the other empty: a person, or no
        -- advice about them, up to a day.
        CREATE TABLE said_of_people (
          id TEXT PRIMARY KEY NOT NULL,
          one TEXT NOT NULL,
          other TEXT NOT NULL,
          answer TEXT NOT NULL CHECK (answer IN ('one', 'two', 'later', 'person', 'rest')),
          until TEXT
        ) STRICT, WITHOUT ROWID;

        -- What the person called fine as it is, so that there is no advice about it, up to a day.
        CREATE TABLE fine (
          id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
          until TEXT
        ) STRICT, WITHOUT ROWID;

        -- What the person said of candidates for results: struck, put off up to a day, one thing, or two. Ids of pieces,
        -- with a space between; they need not be there.
        CREATE TABLE said_of_candidate (
          id TEXT PRIMARY KEY NOT NULL,
          answer TEXT NOT NULL CHECK (answer IN ('struck', 'later', 'one', 'apart')),
          pieces TEXT NOT NULL,
          leaving TEXT NOT NULL DEFAULT '',
          until TEXT
        ) STRICT, WITHOUT ROWID;

        -- Steps of learning kinds of work: the pieces whose kind was learned, by kind. The last step holds.
        CREATE TABLE learned (
          id INTEGER PRIMARY KEY CHECK (id > 0),
          at INTEGER NOT NULL,
          pieces TEXT NOT NULL CHECK (pieces <> '')
        ) STRICT;

        -- Addresses and names of which the person said that they are not theirs.
        CREATE TABLE not_me (
          id TEXT PRIMARY KEY NOT NULL CHECK (id <> '')
        ) STRICT, WITHOUT ROWID;

        -- Whom pieces name: occurrences of a series, and others that name the same people, share one list.
        CREATE TABLE guest_list (
          id INTEGER PRIMARY KEY
        ) STRICT;

        CREATE TABLE guest (
          list_id INTEGER NOT NULL REFERENCES guest_list (id) ON DELETE CASCADE,
          identity_id INTEGER NOT NULL REFERENCES identity (id),
          role TEXT NOT NULL,
          participation TEXT NOT NULL DEFAULT '',
          PRIMARY KEY (list_id, identity_id, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX guest_identity ON guest (identity_id);

        -- Facts: the current version of each, older ones beside it.
        CREATE TABLE evidence (
          id INTEGER PRIMARY KEY,
          -- A hash of kind and external id: unique as they are.
          public_id TEXT NOT NULL UNIQUE CHECK (length(public_id) = 17),
          kind TEXT NOT NULL,
          external_id TEXT NOT NULL,
          at INTEGER NOT NULL,
          until INTEGER CHECK (until IS NULL OR until >= at),
          utc_offset INTEGER NOT NULL DEFAULT 0,
          zone TEXT,
          flags INTEGER NOT NULL DEFAULT 0,
          standing INTEGER NOT NULL DEFAULT 0,
          title TEXT NOT NULL,
          body TEXT NOT NULL DEFAULT '',
          project_id INTEGER REFERENCES project (id),
          head_count INTEGER NOT NULL DEFAULT 0,
          work_key INTEGER NOT NULL DEFAULT 0,
          committed_at INTEGER,
          series TEXT,
          measures TEXT NOT NULL DEFAULT '',
          paths BLOB,
          version INTEGER NOT NULL DEFAULT 1,
          sequence INTEGER NOT NULL DEFAULT 0,
          last_modified INTEGER NOT NULL DEFAULT 0,
          stamp INTEGER NOT NULL DEFAULT 0,
          content_hash INTEGER NOT NULL,
          recorded_at INTEGER NOT NULL,
          device TEXT NOT NULL,
          guests INTEGER REFERENCES guest_list (id),
          -- Derived: the full-text row that holds its words; null for what no search shows.
          words INTEGER
        ) STRICT;
        CREATE INDEX evidence_at ON evidence (at);
        -- Notes of some days among much else, since most have no time that a cell counts.
        CREATE INDEX evidence_note ON evidence (at) WHERE kind = 'note';
        -- Whole days by how long they are, so that those which meet a day are found without those before and after.
        CREATE INDEX evidence_all_day ON evidence (\(WholeDays.length("")), at) WHERE flags & 1;
        CREATE INDEX evidence_unreachable ON evidence (at) WHERE flags & \(EvidenceFlags.unreachable.rawValue);
        CREATE INDEX evidence_words ON evidence (words) WHERE words IS NOT NULL;
        -- Invitations for which a word for another of their series speaks.
        CREATE INDEX evidence_unanswered ON evidence (series)
          WHERE standing = \(Standing.unanswered.rawValue) AND series IS NOT NULL;
        -- Series of which a record may hold words that nothing shows any more.
        CREATE INDEX evidence_private ON evidence (series)
          WHERE flags & \(EvidenceFlags.isPrivate.rawValue) AND series IS NOT NULL;
        CREATE INDEX evidence_guests ON evidence (guests) WHERE guests IS NOT NULL;

        -- A list goes with the last piece that has it. Nobody edits one in place, but for forgetting somebody: whatever
        -- else changes whom a piece names gives it another list.
        CREATE TRIGGER guests_of_deleted AFTER DELETE ON evidence WHEN old.guests IS NOT NULL BEGIN
          DELETE FROM guest_list WHERE id = old.guests
            AND NOT EXISTS (SELECT 1 FROM evidence WHERE guests = old.guests);
        END;
        CREATE TRIGGER guests_of_changed AFTER UPDATE OF guests ON evidence
        WHEN old.guests IS NOT NULL AND old.guests IS NOT new.guests BEGIN
          DELETE FROM guest_list WHERE id = old.guests
            AND NOT EXISTS (SELECT 1 FROM evidence WHERE guests = old.guests);
        END;

        CREATE VIEW evidence_person (evidence_id, identity_id, role, participation) AS
          SELECT e.id, g.identity_id, g.role, g.participation FROM evidence e JOIN guest g ON g.list_id = e.guests;

        CREATE TABLE evidence_version (
          evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
          version INTEGER NOT NULL,
          content TEXT NOT NULL,
          replaced_at INTEGER NOT NULL,
          PRIMARY KEY (evidence_id, version)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sighting (
          evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
          source_id INTEGER NOT NULL REFERENCES source (id),
          locator TEXT NOT NULL DEFAULT '',
          -- What the source says: null for the current version, the number of an older one, 0 to be read anew.
          version INTEGER,
          sequence INTEGER NOT NULL DEFAULT 0,
          last_modified INTEGER NOT NULL DEFAULT 0,
          stamp INTEGER NOT NULL DEFAULT 0,
          -- The first release that holds a commit.
          release_id INTEGER REFERENCES release (id),
          PRIMARY KEY (evidence_id, source_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sighting_source ON sighting (source_id);
        CREATE INDEX sighting_release ON sighting (release_id) WHERE release_id IS NOT NULL;

        CREATE TABLE evidence_tag (
          evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
          tag TEXT NOT NULL CHECK (tag <> ''),
          PRIMARY KEY (evidence_id, tag)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE path (
          id INTEGER PRIMARY KEY,
          path TEXT NOT NULL UNIQUE
        ) STRICT;

        -- Other people's commits: no message, no time of day.
        CREATE TABLE other_commit (
          sha TEXT NOT NULL,
          source_id INTEGER NOT NULL REFERENCES source (id),
          identity_id INTEGER NOT NULL REFERENCES identity (id),
          quarter INTEGER NOT NULL,
          paths BLOB NOT NULL,
          PRIMARY KEY (sha, source_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX other_commit_source ON other_commit (source_id);
        CREATE INDEX other_commit_identity ON other_commit (identity_id, quarter);

        -- A calendar's recurring events as their source wrote them.
        CREATE TABLE series (
          source_id INTEGER NOT NULL REFERENCES source (id),
          uid TEXT NOT NULL,
          record TEXT NOT NULL,
          PRIMARY KEY (source_id, uid)
        ) STRICT, WITHOUT ROWID;

        -- The first sight of a plan: what was promised.
        CREATE TABLE plan_birth (
          evidence_id INTEGER PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
          at INTEGER NOT NULL,
          until INTEGER NOT NULL,
          seen_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX plan_birth_at ON plan_birth (at);

        -- Judgements by hand, the myJob, claims and tellings.
        CREATE TABLE correction (
          evidence_id INTEGER PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
          content TEXT NOT NULL,
          -- What the content says, where queries ask: when it was, and whether it took place.
          span_from INTEGER,
          span_until INTEGER,
          happened INTEGER CHECK (happened IN (0, 1))
        ) STRICT;
        CREATE INDEX correction_span ON correction (span_until) WHERE span_until IS NOT NULL;
        CREATE INDEX correction_happened ON correction (evidence_id) WHERE happened;

        CREATE TABLE job_item (
          id TEXT PRIMARY KEY NOT NULL,
          kind TEXT NOT NULL,
          position INTEGER NOT NULL,
          content TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE claim (
          id INTEGER PRIMARY KEY,
          public_id TEXT NOT NULL UNIQUE,
          ulid TEXT NOT NULL UNIQUE,
          at INTEGER NOT NULL,
          -- The span that it is known by, if its day is not.
          within TEXT CHECK (within IN ('week', 'month', 'quarter', 'year')),
          text TEXT NOT NULL CHECK (text <> ''),
          worth TEXT,
          objective TEXT,
          for_whom TEXT,
          figure TEXT,
          known_by TEXT,
          -- The first of those that were written down together, and the place among them, so that they keep their order.
          batch TEXT,
          place INTEGER NOT NULL DEFAULT 0,
          withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
        ) STRICT;

        CREATE TABLE claim_evidence (
          id TEXT PRIMARY KEY NOT NULL,
          claim_id INTEGER NOT NULL REFERENCES claim (id),
          evidence_id INTEGER NOT NULL REFERENCES evidence (id),
          withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX claim_evidence_claim ON claim_evidence (claim_id);
        CREATE INDEX claim_evidence_evidence ON claim_evidence (evidence_id);

        -- What the person said of a line of a note: a result, what they want next, or neither. The id is that of the note
        -- and a hash of the line.
        CREATE TABLE note_answer (
          id TEXT PRIMARY KEY NOT NULL,
          evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
          answer TEXT NOT NULL CHECK (answer IN ('result', 'next', 'no'))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX note_answer_evidence ON note_answer (evidence_id);

        CREATE TABLE telling (
          id TEXT PRIMARY KEY NOT NULL,
          claim_id INTEGER NOT NULL REFERENCES claim (id),
          person TEXT NOT NULL CHECK (person <> ''),
          at INTEGER NOT NULL,
          heard TEXT,
          withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE open_timer (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          at INTEGER NOT NULL,
          content TEXT NOT NULL
        ) STRICT;

        CREATE TABLE hand_action (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          device TEXT NOT NULL,
          at INTEGER NOT NULL,
          verb TEXT NOT NULL,
          subject TEXT NOT NULL,
          before TEXT NOT NULL,
          undone_by TEXT
        ) STRICT;
        CREATE INDEX hand_action_subject ON hand_action (subject) WHERE subject <> '';

        -- Salted hashes of pieces, names and addresses; the identity that stands for a person, how many words a name has.
        CREATE TABLE forgotten (
          hash TEXT PRIMARY KEY NOT NULL,
          stands TEXT NOT NULL DEFAULT '',
          words INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        -- Derived: can be thrown away and computed again.
        CREATE TABLE shard (
          day INTEGER PRIMARY KEY,
          dirty_seq INTEGER NOT NULL,
          derived_seq INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX shard_dirty ON shard (day) WHERE dirty_seq > derived_seq;

        CREATE TABLE meaning (
          id INTEGER PRIMARY KEY,
          arena TEXT NOT NULL,
          responsibility TEXT NOT NULL,
          objective TEXT NOT NULL,
          worth TEXT NOT NULL,
          UNIQUE (arena, responsibility, objective, worth)
        ) STRICT;

        CREATE TABLE segment (
          shard INTEGER NOT NULL,
          start INTEGER NOT NULL,
          until INTEGER NOT NULL CHECK (until > start),
          grade INTEGER NOT NULL,
          layer INTEGER NOT NULL,
          evidence_id INTEGER NOT NULL,
          PRIMARY KEY (shard, start)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reading (
          evidence_id INTEGER PRIMARY KEY,
          shard INTEGER NOT NULL,
          at INTEGER NOT NULL,
          meaning_id INTEGER NOT NULL,
          source_id INTEGER NOT NULL,
          skills TEXT NOT NULL DEFAULT '',
          is_work INTEGER NOT NULL,
          -- What it shows of a running system, such as an incident; 0 for nothing.
          sign INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX reading_shard ON reading (shard);
        CREATE INDEX reading_sign ON reading (at) WHERE sign <> 0;
        CREATE INDEX reading_meaning ON reading (meaning_id, at);

        -- What a year is read from: the cells of a civil day, and the segments and contacts of a shard, packed.
        CREATE TABLE day_cells (
          day INTEGER PRIMARY KEY,
          cells BLOB NOT NULL
        ) STRICT;

        CREATE TABLE digest (
          shard INTEGER PRIMARY KEY,
          segments BLOB NOT NULL,
          skilled BLOB NOT NULL,
          contacts BLOB NOT NULL
        ) STRICT;

        -- Whom the pieces of a shard name, packed: how many of each, and the last.
        CREATE TABLE tally (
          shard INTEGER PRIMARY KEY,
          people BLOB NOT NULL
        ) STRICT;

        -- One row for all occurrences of a series that say the same.
        CREATE VIRTUAL TABLE search USING fts5 (title, body, people, tags, tokenize = 'unicode61 remove_diacritics 2');
        """
}
