import LedgerModel
import Testing

@testable import LedgerOperations

@Suite("The list of what reads sources")
struct SourceReaderTests {
    @Test("Every kind is read by one reader, but for what is written by hand")
    func complete() {
        let kinds = SourceReader.all.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        #expect(Set(kinds) == Set(SourceKind.allCases).subtracting([.hand]))
        #expect(SourceReader.of(.hand)?.kind == nil)
    }
}
