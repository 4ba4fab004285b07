extension StringProtocol {
    /// Decodes `%20` to a space (RFC 3986, 2.1). Malformed escapes stay as they are, and invalid UTF-8 is replaced.
    package var percentDecoded: String { bytesPercentDecoded(utf8, plusIsBlank: false) }

    /// Escapes every byte except RFC 3986's unreserved characters and, if asked, slashes.
    package func percentEncoded(keepingSlashes: Bool = false) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            case UInt8(ascii: "/") where keepingSlashes: bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// - Parameter plusIsBlank: Whether `+` means a space, as in forms.
func bytesPercentDecoded(_ text: some Sequence<UInt8>, plusIsBlank: Bool) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
        case UInt8(ascii: "%"):
            let start = rest.startIndex
            if rest.count >= 2, let high = digit(rest[start]), let low = digit(rest[start + 1]) {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
