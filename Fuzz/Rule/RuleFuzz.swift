import Attribution
import LedgerModel

/// What libFuzzer calls: an expression on the first line, and a text after it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRule(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: data, count: size)
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let expression = String(decoding: line, as: UTF8.self)
    let text = String(decoding: bytes.dropFirst(line.count + 1), as: UTF8.self)
    _ = Glob(expression).matches(text)
    guard let pattern = try? Pattern(expression) else { return 0 }
    let isMatch = pattern.matches(text)
    // What it has learnt changes nothing.
    precondition(pattern.matches(text) == isMatch)
    // A title's own expression matches it.
    precondition((try? Pattern(TitlePattern.exact(text)))?.matches(text) == true)
    return 0
}
