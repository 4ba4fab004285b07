/// How long a program may run and be silent, and how much it may print; nil where there is no limit.
package struct ProgramLimits: Hashable, Sendable {
    /// From its start to its end.
    package var time: Duration?
    /// Without a byte of output while somebody waits for it. A program that is seen at work (on Linux: that uses the
    /// processor) may be silent ten times as long: a huge history on a slow disk is no program that hangs.
    package var silence: Duration?
    /// Bytes on standard output.
    package var output: Int?

    /// Bytes on standard error. What is said there is kept only in part, so this limit is for what never ends.
    static let complaint = 64 << 20

    package init(time: Duration? = nil, silence: Duration? = nil, output: Int? = nil) {
        self.time = time
        self.silence = silence
        self.output = output
    }

    /// How often the limits are looked at: nil if there is nothing to look at.
    var slice: Duration? {
        guard let shortest = [time, silence].compactMap({ $0 }).min() else { return nil }
        return min(max(shortest / 10, .milliseconds(1)), .seconds(1))
    }
}
