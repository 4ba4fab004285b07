import LocalFiles
import Testing

@Suite("Errors of files")
struct FileErrorTests {
    @Test("an error names its path")
    func path() {
        #expect(FileError(.full, "the disk is full", path: "/a", hint: "Free some space.").path == "/a")
    }
}
