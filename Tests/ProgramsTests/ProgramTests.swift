import Programs
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Running a program")
struct ProgramTests {
    private func shell(_ script: String) -> [String] { ["-c", script] }

    private func program(_ name: String = "sh") async throws -> Program { try await Program(named: name) }

    @Test("what it prints, says and ends with comes back")
    func runs() async throws {
        let sh = try await program()
        let (bytes, end) = try await sh.collect(
            shell("echo $A $B; echo oh >&2; exit 3"), environment: ["A": "x", "B": "y"], limits: ProgramLimits())
        #expect(bytes == Array("x y\n".utf8))
        #expect(end.complaint == Array("oh\n".utf8))
        #expect(end.exitCode == 3 && !end.isSuccess)
        #expect(try await sh.collect(shell("kill -9 $$"), limits: ProgramLimits()).end.exitCode == nil)
    }

    @Test("of a long complaint the end is kept")
    func complaints() async throws {
        let end = try await program().collect(
            shell("i=0; while [ $i -lt 20000 ]; do echo $i >&2; i=$((i+1)); done"), limits: ProgramLimits()
        ).end
        #expect(end.complaint.count == 4096)
        #expect(end.complaint.suffix(6) == Array("19999\n".utf8))
    }

    @Test("a program that is not there is told apart")
    func missing() async throws {
        await #expect(throws: ProgramError.notFound) { try await Program(named: "no-such-program") }
        let empty = TemporaryFolder()
        await #expect(throws: ProgramError.notFound) {
            try await Program(named: "sh", environment: ["PATH": empty.path])
        }
    }

    @Test("one that the system does not start is told apart")
    func broken() async throws {
        let folder = TemporaryFolder()
        let file = folder.write("broken", "#!/no/such/interpreter\n")
        chmod(file, 0o700)
        let broken = try await Program(named: "broken", environment: ["PATH": folder.path])
        await #expect(throws: ProgramError.self) { try await broken.collect([], limits: ProgramLimits()) }
    }

    @Test("input of any length arrives, and may be left unread")
    func input() async throws {
        let input = (0..<1 << 20).map { UInt8(truncatingIfNeeded: $0) }
        var printed: [UInt8] = []
        let end = try await program("cat").run([], input: input, limits: ProgramLimits()) { chunk in
            chunk.withUnsafeBytes { printed.append(contentsOf: $0) }
        }
        #expect(end.isSuccess && printed == input)
        #expect(try await program().run(shell("exit 0"), input: input, limits: ProgramLimits()) { _ in }.isSuccess)
    }

    @Test("it is talked to, and ended when the talk is over")
    func conversation() async throws {
        let heard = try await program().converse(
            shell("read a; echo $a; read b; echo $b; exec yes"), limits: ProgramLimits()
        ) { sh in
            var heard: [UInt8] = []
            for word in ["one\n", "two\n"] {
                await sh.input.write(Array(word.utf8))
                try await sh.next()?.withUnsafeBytes { heard.append(contentsOf: $0.prefix(4)) }
            }
            return heard
        }.result
        #expect(heard == Array("one\ntwo\n".utf8))
    }

    @Test("it has a session of its own: no terminal to ask at")
    func session() async throws {
        let leader = try await program().converse(shell("echo $$; read x"), limits: ProgramLimits()) { sh in
            var line: [UInt8] = []
            try await sh.next()?.withUnsafeBytes { line.append(contentsOf: $0) }
            let number = try #require(Int32(String(decoding: line.dropLast(), as: UTF8.self)))
            #expect(getsid(number) == number)
            return number
        }.result
        #expect(leader != getsid(0))
    }
}
