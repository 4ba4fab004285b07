import LedgerModel
import TraceFormats

private let berlin = Zone(
    name: "Europe/Berlin", initial: 3600, tail: PosixRule("CET-1CEST,M3.5.0,M10.5.0/3"))

private let spoken = SpokenTime(now: Instant(1_773_748_800), zones: ZoneHistory(berlin))

/// What libFuzzer calls: bytes that may be a file of notes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInbox(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    // What is no text is refused.
    guard let reading = try? InboxReader.read(bytes, fileName: "fuzz.txt", spoken: spoken) else { return 0 }
    precondition(reading.lines.count <= bytes.count(where: { $0 == 10 }) + 1)
    // Each note is one of its own, says something, and ends where a clock can show it.
    precondition(Set(reading.lines.map(\.externalID)).count == reading.lines.count)
    for line in reading.lines {
        precondition(!line.text.isEmpty && line.length ?? 1 > 0)
        if let at = line.at { _ = berlin.offset(at: at + (line.length ?? 0)) }
    }
    let again = try? InboxReader.read(bytes, fileName: "fuzz.txt", spoken: spoken)
    precondition(again?.lines == reading.lines)
    return 0
}
