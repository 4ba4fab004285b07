import LocalFiles
import TestSupport
import Testing

@Suite("A file that says who holds something")
struct LockFileTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.file("held") }

    private func refusal(_ work: () throws(LockFile.Refusal) -> Void) -> String {
        do throws(LockFile.Refusal) { try work() } catch {
            return switch error {
            case .held(let bytes): "held: " + String(decoding: bytes, as: UTF8.self)
            case .foreign: "foreign"
            case .unwritable: "unwritable"
            }
        }
        return "none"
    }

    @Test("While it is held, others are told by whom; afterwards it can be had, whatever is left of it")
    func held() throws {
        do {
            let file = try LockFile(path)
            #expect(file.write(Array("dana\n".utf8)) && file.write(Array("eva".utf8)))
            #expect(LockFile.content(ofHeld: path) == Array("eva".utf8))
            #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(path) } == "held: eva")
            #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile.keepFree(path) } == "held: eva")
        }
        #expect(FileFacts(path)?.isPrivate == true)
        #expect(LockFile.content(ofHeld: path) == nil)
        #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(path) } == "none")
    }

    @Test("What is kept free cannot be taken until that ends, and what is not there need not be kept free")
    func keptFree() throws {
        #expect(try LockFile.keepFree(path) == nil)
        #expect(!fileExists(path))
        folder.write("held", "left behind")
        do {
            let guardian = try #require(try LockFile.keepFree(path))
            #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(path) } == "held: left behind")
            withExtendedLifetime(guardian) {}
        }
        #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(path) } == "none")
    }

    @Test("A name that was taken away while it was held is free for the next")
    func ended() throws {
        let file = try LockFile(path)
        file.removeName()
        #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(path) } == "none")
        withExtendedLifetime(file) {}
    }

    @Test("A file with a second name may be another’s, and a folder that is missing takes none")
    func refused() {
        folder.write("other", "theirs")
        #expect(FileName.add(path, for: folder.file("other")))
        #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(path) } == "foreign")
        #expect(LockFile.content(ofHeld: path) == nil)
        #expect(refusal { () throws(LockFile.Refusal) in _ = try LockFile(folder.file("no/held")) } == "unwritable")
    }
}
