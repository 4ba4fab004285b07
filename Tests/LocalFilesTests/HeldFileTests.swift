import LocalFiles
import TestSupport
import Testing

@Suite("A file that says who holds something")
struct HeldFileTests {
    private let folder = TemporaryFolder()
    private var path: String { folder.file("held") }

    private func refusal(_ work: () throws(HeldFile.Refusal) -> Void) -> String {
        do throws(HeldFile.Refusal) { try work() } catch {
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
            let file = try HeldFile(path)
            #expect(file.write(Array("dana\n".utf8)) && file.write(Array("eva".utf8)))
            #expect(HeldFile.content(ofHeld: path) == Array("eva".utf8))
            #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(path) } == "held: eva")
            #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile.keepFree(path) } == "held: eva")
        }
        #expect(FileFacts(path)?.isPrivate == true)
        #expect(HeldFile.content(ofHeld: path) == nil)
        #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(path) } == "none")
    }

    @Test("What is kept free cannot be taken until that ends, and what is not there need not be kept free")
    func keptFree() throws {
        #expect(try HeldFile.keepFree(path) == nil)
        #expect(!fileExists(path))
        folder.write("held", "left behind")
        do {
            let guardian = try #require(try HeldFile.keepFree(path))
            #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(path) } == "held: left behind")
            withExtendedLifetime(guardian) {}
        }
        #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(path) } == "none")
    }

    @Test("A name that was taken away while it was held is free for the next")
    func ended() throws {
        let file = try HeldFile(path)
        file.removeName()
        #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(path) } == "none")
        withExtendedLifetime(file) {}
    }

    @Test("A file with a second name may be another’s, and a folder that is missing takes none")
    func refused() {
        folder.write("other", "theirs")
        #expect(FileName.add(path, for: folder.file("other")))
        #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(path) } == "foreign")
        #expect(HeldFile.content(ofHeld: path) == nil)
        #expect(refusal { () throws(HeldFile.Refusal) in _ = try HeldFile(folder.file("no/held")) } == "unwritable")
    }
}
