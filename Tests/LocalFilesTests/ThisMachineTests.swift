import LocalFiles
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

@Suite("This machine and this process")
struct ThisMachineTests {
    @Test("The program’s own path is a file")
    func path() {
        #expect(ThisProgram.path.hasPrefix("/") && FileKind(at: ThisProgram.path) == .file)
    }

    @Test("A port is taken or forbidden, or refused for another reason")
    func ports() {
        #expect(PortRefusal(errorNumber: EADDRINUSE) == .taken)
        #expect(PortRefusal(errorNumber: EACCES) == .forbidden)
        #expect(PortRefusal(errorNumber: EADDRNOTAVAIL) == .noAddress)
        #expect(PortRefusal(errorNumber: EINVAL) == nil)
    }

    @Test(
        "Bytes are found where they first stand",
        arguments: [
            ("abcabd", "abd", 3), ("aaab", "ab", 2), ("ab", "ab", 0), ("ab", "abc", nil), ("", "a", nil),
            ("ab", "", nil), ("xab", "ab", 1), ("aab", "b", 2),
        ] as [(String, String, Int?)])
    func search(hay: String, needle: String, place: Int?) {
        #expect(Array(hay.utf8).position(of: Array(needle.utf8)) == place)
    }
}
