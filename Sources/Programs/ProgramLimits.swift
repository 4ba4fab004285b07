/// How long a program may run and be silent, and how much it may print.
package struct ProgramLimits: Hashable, Sendable {
    /// Seconds from its start to its end; nil where only silence ends it.
    package var seconds: Int64?
    /// Seconds without a byte of output.
    package var silence: Int64
    /// Bytes of output.
    package var output: Int

    package init(seconds: Int64?, silence: Int64, output: Int) {
        self.seconds = seconds
        self.silence = silence
        self.output = output
    }
}
