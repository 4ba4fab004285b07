import LedgerModel
import TraceFormats

/// What libFuzzer calls: text that may be *My job*.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJob(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    guard let myJob = try? MyJobYAML.read(text, fileName: "fuzz.yaml").myJob else { return 0 }
    // What was read is written so that it reads the same.
    let written = MyJobYAML.write(myJob)
    let again = try? MyJobYAML.read(written, fileName: "again.yaml").myJob
    precondition(again == myJob)
    return 0
}
