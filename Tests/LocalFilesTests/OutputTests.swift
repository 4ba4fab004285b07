import Testing

@testable import LocalFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Output: whole, or with the reason")
struct OutputTests {
    /// Without it a pipe whose reader is gone would end the tests.
    init() { Output.begin() }

    private func pipeEnds() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    @Test("A reader that went away is told apart, from large texts and small pieces")
    func readerGone() throws {
        let ends = try pipeEnds()
        close(ends.reading)
        defer { close(ends.writing) }
        let output = Output(descriptor: ends.writing)
        #expect(throws: OutputError.readerGone) { try output.write("x") }
        let pieces = OutputPieces(output)
        try pieces.write("x")
        #expect(throws: OutputError.readerGone) { try pieces.finish() }
    }

    @Test("The last piece and the closing are told too")
    func last() throws {
        let full = open("/dev/full", O_WRONLY)
        try #require(full >= 0)
        let output = Output(descriptor: full)
        let pieces = OutputPieces(output)
        try pieces.write("gathered")
        #expect(throws: OutputError.failed("the disk is full")) { try pieces.finish() }
        try output.close()
        #expect(throws: OutputError.self) { try Output(descriptor: -1).close() }
        #expect(throws: OutputError.failed("stdout is closed")) { try Output(descriptor: -1).write("x") }
    }
}
