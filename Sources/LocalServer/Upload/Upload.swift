import LedgerModel
import LedgerOperations

/// A form with files while it arrives. Nothing is written before its token has been checked.
struct Upload {
    private var reader: MultipartReader
    private let session: Session

    private var fields: [(name: String, value: String)] = []
    /// `nil` once it is discarded.
    private var form: IncomingForm?
    private var isOurs = false
    /// What the open part belongs to.
    private var open = Open.nothing
    private var fieldBytes = 0
    private var fileBytes = 0

    private enum Open {
        case nothing
        case field(String, [UInt8])
        case file
    }

    private static let mostFiles = 20
    private static let longestFields = 65_536

    init(_ reader: MultipartReader, _ session: Session, _ ledger: Ledger) {
        self.reader = reader
        self.session = session
        form = ledger.importing.receive()
    }

    /// Throws a `Refusal` or a `LedgerError`.
    mutating func take(_ bytes: some Sequence<UInt8>) throws {
        let events: [MultipartReader.Event]
        do { events = try reader.feed(bytes) } catch { throw Refusal.notAForm }
        for event in events {
            switch event {
            case .begin(let part): try begin(part)
            case .bytes(let bytes): try add(bytes)
            case .end: try end()
            }
        }
    }

    /// Throws if the form is incomplete or lacks its token.
    mutating func finish() throws -> (fields: Fields, received: ReceivedFiles?) {
        defer { discard() }
        guard reader.isOver, isOurs else { throw reader.isOver ? Refusal.staleForm : Refusal.notAForm }
        return (Fields(fields), try form?.finish())
    }

    /// Deletes what was written so far, as the end of an incomplete upload does.
    mutating func discard() {
        open = .nothing
        form = nil
    }

    private mutating func begin(_ part: MultipartReader.Part) throws {
        guard let fileName = part.fileName else {
            open = .field(part.name, [])
            return
        }
        // Our forms send the token before the files.
        guard isOurs else { throw Refusal.staleForm }
        guard !fileName.isEmpty else {
            open = .nothing
            return
        }
        guard let form, form.count < Self.mostFiles else {
            throw LedgerError(
                .tooLarge, "there are more than \(Self.mostFiles) files", hint: "Drop fewer at a time.")
        }
        try form.begin(fileName)
        open = .file
    }

    private mutating func add(_ bytes: [UInt8]) throws {
        switch open {
        case .nothing: return
        case .field(let name, var value):
            fieldBytes += bytes.count
            guard fieldBytes <= Self.longestFields else { throw Refusal.tooLarge }
            value += bytes
            open = .field(name, value)
        case .file:
            fileBytes += bytes.count
            guard fileBytes <= Importing.largestDrop else {
                throw LedgerError(
                    .tooLarge, "the upload is larger than \(Importing.largestDrop >> 20) MB",
                    hint: "Nothing was saved. Read a larger calendar from its place: \(offer: .calendarFile)")
            }
            try form?.write(bytes)
        }
    }

    private mutating func end() throws {
        switch open {
        case .nothing: break
        case .field(let name, let value):
            let text = String(decoding: value, as: UTF8.self)
            if name == "csrf" {
                if Secret.matches(text, session.demoToken) { throw LedgerError.notIntoDemo }
                guard Secret.matches(text, session.token) else { throw Refusal.staleForm }
                isOurs = true
            }
            fields.append((name, text))
        case .file: try form?.end()
        }
        open = .nothing
    }
}
