/// Makes .zip files in which nothing is compressed, also ones that no program would make.
package struct ZipFile {
    package struct Entry {
        package var name: String
        package var content: String
        /// The kind of file and its rights, as Unix has them.
        package var mode: UInt32 = 0o100644
        package var isEncrypted = false
        /// The length that the list of the archive states, if it is not the true one.
        package var stated: UInt32?

        package init(_ name: String, _ content: String) {
            self.name = name
            self.content = content
        }
    }

    package static func bytes(_ entries: [Entry]) -> [UInt8] {
        var file: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let start = UInt32(file.count)
            let content = Array(entry.content.utf8)
            let name = Array(entry.name.utf8)
            let flags: UInt16 = entry.isEncrypted ? 0x801 : 0x800
            func facts(_ length: UInt32) -> [UInt8] {
                little(UInt16(20)) + little(flags) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0x5C21))
                    + little(checksum(content)) + little(length) + little(length) + little(UInt16(name.count))
                    + little(UInt16(0))
            }
            file += little(UInt32(0x0403_4B50)) + facts(UInt32(content.count)) + name + content
            list += little(UInt32(0x0201_4B50)) + little(UInt16(0x031E)) + facts(entry.stated ?? UInt32(content.count))
            list += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(entry.mode << 16) + little(start)
            list += name
        }
        let end = little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(UInt16(entries.count))
        return file + list + end + little(UInt16(entries.count)) + little(UInt32(list.count))
            + little(UInt32(file.count)) + little(UInt16(0))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    /// CRC-32, as the format asks for it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
