import LedgerModel
import TraceFormats

/// Notes of any shape: each entry is one of its own and says something, and twice the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNotes(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let zones = ZoneHistory(.utc)
    func read() -> NotesReading? {
        try? NotesReader.read(bytes, fileName: "f", zones: zones, today: CivilDay(number: 20_529), isDaily: true)
    }
    guard let reading = read() else { return 0 }
    let again = read()
    precondition(again?.entries == reading.entries, "read twice, read differently")
    precondition(Set(reading.entries.map(\.externalID)).count == reading.entries.count, "two entries are one")
    for entry in reading.entries {
        precondition(!entry.title.isEmpty, "an entry without words")
        precondition(entry.title.count + entry.body.count <= NotesReader.longestEntry, "an entry beyond its bound")
    }
    precondition(reading.diagnostics.total >= reading.skipped, "left out without a word")
    return 0
}
