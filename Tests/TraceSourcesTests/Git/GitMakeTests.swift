import LedgerModel
import TestSupport
import Testing
import TraceSources

@Suite("Repositories that are made, for the demo")
struct GitMakeTests {
    private static let stream = Array(
        """
        commit refs/heads/main
        committer Mina Weber <mina@example.org> 1772442000 +0100
        data 5
        Begin
        M 100644 inline a.txt
        data 3
        one

        """.utf8)

    @Test("One that could not be filled is none, and is made whole the next time")
    func half() async throws {
        let folder = TemporaryFolder()
        let path = folder.file("runbooks")
        let error = await #expect(throws: LedgerError.self) {
            try await GitRepository.make(at: path, from: Array("nonsense\n".utf8))
        }
        #expect(error?.code == .gitFailed)
        await #expect(throws: LedgerError.self) { try await GitRepository.open(path) }
        try await GitRepository.make(at: path, from: Self.stream)
        #expect(try await GitRepository.open(path).rootCommit() != nil)
        // One that is there stays.
        try await GitRepository.make(at: path, from: [])
        #expect(try await GitRepository.open(path).rootCommit() != nil)
    }
}
