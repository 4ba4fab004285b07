import LedgerModel
import TestSupport
import Testing

@testable import LocalServer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("The file of a running server")
struct ServeFileTests {
    let folder = TemporaryFolder()
    var ledger: String { folder.file("ledger.sqlite") }
    let content = ServeFile.Content(port: 7017, pid: 4711, secret: String(repeating: "k", count: 50))

    @Test("It is only its owner's, says where the server runs, and goes with it")
    func file() throws {
        #expect(ServeFile.running(ledger) == nil)
        let file = try ServeFile(beside: ledger)
        try file.write(content)
        var status = stat()
        #expect(stat(ServeFile.path(beside: ledger), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(ServeFile.running(ledger)?.port == 7017)
        #expect(ServeFile.running(ledger)?.secret == content.secret)
        file.end()
        #expect(stat(ServeFile.path(beside: ledger), &status) != 0)
        #expect(ServeFile.running(ledger) == nil)
    }

    @Test("A second server is told where the first one runs")
    func second() throws {
        let first = try ServeFile(beside: ledger)
        try first.write(content)
        let error = #expect(throws: LedgerError.self) { try ServeFile(beside: ledger) }
        #expect(error?.code == .ledgerServed)
        #expect(error?.message.contains("http://127.0.0.1:7017") == true)
        first.end()
        _ = try ServeFile(beside: ledger)
    }

    @Test("What a killed server left behind does not count, and is taken over with its mode mended")
    func leftBehind() throws {
        folder.write("ledger.sqlite.serve", content.text)
        chmod(ServeFile.path(beside: ledger), 0o644)
        #expect(ServeFile.running(ledger) == nil)
        #expect(throws: LedgerError.self) { try LocalServer.newLink(ledger: ledger) }
        let file = try ServeFile(beside: ledger)
        try file.write(content)
        var status = stat()
        #expect(stat(ServeFile.path(beside: ledger), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let link = try LocalServer.newLink(ledger: ledger).link
        #expect(link.hasPrefix("http://127.0.0.1:7017/enter?token="))
        file.end()
    }

    @Test("A link in place of the file is not followed")
    func symbolicLink() throws {
        let elsewhere = folder.write("elsewhere", "7")
        #expect(symlink(elsewhere, ServeFile.path(beside: ledger)) == 0)
        #expect(throws: LedgerError.self) { try ServeFile(beside: ledger) }
    }

    @Test("A file with a second name is not written to")
    func hardLink() throws {
        let elsewhere = folder.write("elsewhere", "precious")
        #expect(hardLinked(elsewhere, ServeFile.path(beside: ledger)) == 0)
        #expect(throws: LedgerError.self) { try ServeFile(beside: ledger) }
        #expect(ServeFile.running(ledger) == nil)
        #expect(unlink(elsewhere) == 0)
        try ServeFile(beside: ledger).end()
    }

    @Test("A file of somebody else is not trusted", .enabled(if: geteuid() == 0, "only root can give a file away"))
    func foreignFile() throws {
        folder.write("ledger.sqlite.serve", content.text)
        let path = ServeFile.path(beside: ledger)
        #expect(chown(path, 65_534, 65_534) == 0)
        let held = open(path, O_RDWR)
        #expect(flock(held, LOCK_EX) == 0)
        #expect(ServeFile.running(ledger) == nil)
        #expect(throws: LedgerError.self) { try ServeFile(beside: ledger) }
        #expect(chown(path, 0, 0) == 0)
        #expect(ServeFile.running(ledger)?.port == 7017)
        close(held)
    }

    @Test("A ledger opened by another name is the same ledger")
    func otherName() throws {
        folder.write("ledger.sqlite", "")
        let name = folder.file("other.sqlite")
        #expect(symlink(ledger, name) == 0)
        let file = try ServeFile(beside: ledger)
        try file.write(content)
        #expect(throws: LedgerError.self) { try ServeFile(beside: name) }
        file.end()
    }
}

private func hardLinked(_ old: String, _ new: String) -> Int32 { link(old, new) }
