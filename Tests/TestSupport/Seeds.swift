import Foundation

/// Which seeds a test draws from: the same in every run, so that a failure comes again.
package enum Seeds {
    /// Those that `LIMELIGHT_SEEDS=100-200` names, else the usual ones.
    package static func or(_ usual: ClosedRange<UInt64>) -> ClosedRange<UInt64> {
        let ends = ProcessInfo.processInfo.environment["LIMELIGHT_SEEDS"]?.split(separator: "-").compactMap {
            UInt64($0)
        }
        guard let first = ends?.first, let last = ends?.last, first <= last else { return usual }
        return first...last
    }
}
