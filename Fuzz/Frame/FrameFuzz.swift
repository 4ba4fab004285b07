import LedgerModel
import TraceFormats

/// What libFuzzer calls: text that may be *My job*.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFrame(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    guard let frame = try? FrameYAML.read(text, fileName: "fuzz.yaml").frame else { return 0 }
    // What was read is written so that it reads the same.
    let written = FrameYAML.write(frame)
    let again = try? FrameYAML.read(written, fileName: "again.yaml").frame
    precondition(again == frame)
    return 0
}
