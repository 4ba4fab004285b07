import LedgerModel
import TraceFormats

/// What libFuzzer calls: bytes that git may have printed. The first says which of its programs, the second how
/// large the pieces are in which they arrive.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGit(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    guard size > 2 else { return 0 }
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(start: data, count: size))
    let rest = UnsafeRawBufferPointer(rebasing: bytes[2...])
    let step = Int(bytes[1] % 61) + 1
    switch bytes[0] % 4 {
    case 0: log(rest, step)
    case 1: changes(.lineCounts, rest, step)
    case 2: changes(.names, rest, step)
    default: objects(rest, step)
    }
    return 0
}

private func pieces(_ bytes: UnsafeRawBufferPointer, _ step: Int, _ feed: (UnsafeRawBufferPointer) -> Void) {
    for start in stride(from: 0, to: bytes.count, by: step) {
        feed(UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + step)]))
    }
}

private func log(_ bytes: UnsafeRawBufferPointer, _ step: Int) {
    func read(_ step: Int) -> [String] {
        var parser = GitLogParser()
        var mapper = CommitMapper(
            project: "fuzz", me: ["mina@example.org", "Mina Weber"], othersBetween: nil,
            now: Instant(1_773_748_800))
        var seen: [String] = []
        pieces(bytes, step) { piece in
            _ = parser.feed(piece) { record in
                switch mapper.map(record) {
                case .own(let draft), .naming(let draft):
                    precondition(!draft.title.isEmpty && draft.externalID.utf8.count >= 40)
                    _ = CivilDay(number: floorDivision(draft.at.seconds + Int64(draft.utcOffset), 86_400)).components
                    seen.append(draft.externalID + draft.title)
                case .other(let other): seen.append(other.sha + "\(other.quarter)")
                case .outside: preconditionFailure("nothing was left out")
                }
            }
        }
        return seen
    }
    precondition(read(step) == read(bytes.count))
}

private func changes(_ style: GitChangesParser.Style, _ bytes: UnsafeRawBufferPointer, _ step: Int) {
    func read(_ step: Int) -> [GitChanges] {
        var parser = GitChangesParser(style)
        pieces(bytes, step) { _ = parser.feed($0) }
        return parser.isBroken ? [] : parser.finished
    }
    let whole = read(bytes.count)
    precondition(read(step) == whole)
    for change in whole { precondition(change.added >= 0 && change.deleted >= 0 && change.files >= change.paths.count) }
}

private func objects(_ bytes: UnsafeRawBufferPointer, _ step: Int) {
    func read(_ step: Int) -> [GitObjectParser.Object] {
        var parser = GitObjectParser()
        pieces(bytes, step) { parser.feed($0) }
        return parser.takeFinished()
    }
    precondition(read(step) == read(bytes.count))
    for commit in GitBlobNames.parse(Array(bytes)) { precondition(commit.sha.utf8.count >= 40) }
}
