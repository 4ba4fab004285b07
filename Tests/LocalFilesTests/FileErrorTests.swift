import LedgerModel
import LocalFiles
import Testing

@Suite("Why a file could not be read or written")
struct FileErrorTests {
    @Test("Each kind bears the name of a ledger's error", arguments: FileError.Kind.allCases)
    func names(kind: FileError.Kind) { #expect(LedgerError.Code(rawValue: kind.rawValue) != nil) }
}
