import Testing

@testable import LedgerModel

@Suite("Hashes: published answers")
struct HashTests {
    /// FIPS 180-4 with the examples that NIST publishes for it.
    static let known = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("SHA-256 of short messages, whole and in parts of every length", arguments: known)
    func short(message: String, digest: String) {
        #expect(contentHash(message) == digest)
        let bytes = Array(message.utf8)
        for cut in 0...bytes.count {
            var hash = SHA256()
            hash.update(bytes.prefix(cut))
            // A sequence whose bytes do not lie side by side.
            hash.update(bytes.dropFirst(cut).lazy.map { $0 })
            #expect(hash.finalize().hexadecimal == digest, "\(cut)")
        }
    }

    @Test("SHA-256 of a million times `a`, in parts", arguments: [1_000_000, 999_999, 65_536, 1000, 64, 63, 7])
    func long(part: Int) {
        var hash = SHA256()
        var rest = 1_000_000
        while rest > 0 {
            let count = min(part, rest)
            hash.update(repeatElement(UInt8(ascii: "a"), count: count))
            rest -= count
        }
        #expect(
            hash.finalize().hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test(
        "HMAC over SHA-256: cases 1, 2, 3 and 6 of RFC 4231",
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ])
    func authentication(key: [UInt8], message: [UInt8], code: String) {
        #expect(SHA256.authentication(of: message, key: key).hexadecimal == code)
    }

    /// Worked out apart from this project: ids and hashes in ledgers and exports must never change.
    @Test(
        "Public ids are what they always were",
        arguments: [
            (PublicID.Kind.commit, "a", "cfyzmfmb8xdh62typ"),
            (PublicID.Kind.note, "Übergabe", "n80d1yh033970jrkm"),
            (PublicID.Kind.person, "maria@example.com", "p4rg484rtfawvywta"),
        ])
    func ids(kind: PublicID.Kind, external: String, id: String) {
        #expect(PublicID(kind, external).description == id)
        #expect(PublicID(id) == PublicID(kind, external))
    }

    @Test("So are salted and keyed hashes")
    func hashes() {
        #expect(
            contentHash("Übergabe", salt: "salt") == "ace45095316ea94817f51e34877246dde029c6b25cd8ea83a42139a19b0254e8")
        #expect(
            keyedHash("Übergabe", key: "key") == "1f546c9e1065773e7401d6796d59f041c826233d3bd6ebaf3d58fed0363ae201")
    }
}
