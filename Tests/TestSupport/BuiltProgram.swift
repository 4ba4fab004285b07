package import Foundation

/// The program that was built with the tests.
package enum BuiltProgram {
    /// Beside the test bundle, unless `LIMELIGHT_BINARY` names another.
    package static let url: URL? = {
        if let named = ProcessInfo.processInfo.environment["LIMELIGHT_BINARY"] { return URL(fileURLWithPath: named) }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("limelight")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }()
}
