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

    @Test("Every kind has a descriptor of its own, which says what a reader reads")
    func descriptors() {
        #expect(SourceDescriptor.all.map(\.kind) == SourceKind.allCases)
        #expect(Set(SourceDescriptor.all.map(\.label)).count == SourceKind.allCases.count)
        #expect(SourceDescriptor.all.filter(\.isRead).map(\.kind) == SourceReader.all.map(\.kind))
    }

    @Test("Only what says how things will be is true as of a moment", arguments: SourceKind.allCases)
    func asOf(kind: SourceKind) {
        let read = Instant(1_773_700_000)
        let source = Source(
            rowID: 1, id: Source.id(kind: kind, locator: "/here"), kind: kind, locator: "/here", name: "here",
            arena: nil, isPrivate: false, plansCount: false, state: "", lastImport: read)
        #expect(source.asOf == (kind.descriptor.isForetelling ? read : nil))
        #expect(source.canBeReadAgain == kind.descriptor.isRead)
    }
}
