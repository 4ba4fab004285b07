import GRDB
import LedgerModel

/// Finds every name that ever came with an address: in calendars, older versions, the hand journal, texts and My job.
struct AddressNames {
    private let db: Database
    private let identities: Set<String>
    private var names: Set<String> = []

    static func all(_ db: Database, of identities: Set<String>) throws -> Set<String> {
        var carried = AddressNames(db: db, identities: identities)
        try carried.collect()
        return carried.names
    }

    private init(db: Database, identities: Set<String>) {
        self.db = db
        self.identities = identities
    }

    private mutating func collect() throws {
        try each("series", "record") { carried, record in
            for line in record.split(whereSeparator: \.isNewline) where line.contains("CN=") {
                let line = RecordLine(String(line))
                if carried.identities.contains(line.identity), let name = line.shown { carried.add(name) }
            }
        }
        try each("evidence_version", "content") { carried, text in
            let draft = try Content.read(EvidenceDraft.self, text)
            carried.add(draft.people)
            carried.add(in: draft.body)
        }
        try each("hand_action", "before") { carried, text in
            try ActionJournal.each(in: text) { people, texts in
                carried.add(people)
                for text in texts {
                    carried.add(in: text)
                    carried.add(myJob: text)
                }
            }
        }
        try each("open_timer", "content") { carried, text in
            carried.add(try Content.read(OpenTimer.self, text).people)
        }
        for (table, column) in [("evidence", "title"), ("evidence", "body"), ("claim", "text")] {
            try each(table, column) { carried, text in carried.add(in: text) }
        }
        try each("job_item", "content") { carried, text in carried.add(myJob: text) }
    }

    /// Hands over the rows that contain one of the addresses or names.
    private mutating func each(
        _ table: String, _ column: String, _ take: (inout AddressNames, String) throws -> Void
    ) throws {
        let needles = identities.filter { $0.contains("@") }.sorted()
        guard !needles.isEmpty else { return }
        let condition = needles.map { _ in "instr(lower(\(column)), lower(?)) > 0" }.joined(separator: " OR ")
        let rows = try String.fetchCursor(
            db, sql: "SELECT \(column) FROM \(table) WHERE \(condition)", arguments: StatementArguments(needles))
        while let text = try rows.next() { try take(&self, text) }
    }

    private mutating func add(_ people: [PersonMention]) {
        for person in people where identities.contains(person.identity) { add(person.name) }
    }

    private mutating func add(in text: String) {
        for mailbox in Mailbox.all(in: text) where identities.contains(text[mailbox.address].lowercased()) {
            add(mailbox.name)
        }
    }

    /// Adds the name of a person of My job who has one of the addresses.
    private mutating func add(myJob text: String) {
        guard text.hasPrefix("{"), let person = try? Content.read(MyJobPerson.self, text),
            person.identities.contains(where: { identities.contains($0.lowercased()) })
        else { return }
        add(person.label)
    }

    /// Adds a name, unless it is so long that it must be a sentence.
    private mutating func add(_ name: String) {
        if !name.isEmpty, name.count <= 100 { names.insert(name) }
    }
}
