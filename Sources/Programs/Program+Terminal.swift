import Subprocess

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

extension Program {
    /// Runs it at the terminal as a shell would, for a person to use as long as they like: no limit holds.
    ///
    /// Ctrl-C is meanwhile the program's alone. Throws `.notStarted`. True if it ended well.
    package func runAtTerminal(_ arguments: [String]) async throws(ProgramError) -> Bool {
        let numbers = [SIGINT, SIGQUIT]
        let before = numbers.map { signal($0, SIG_IGN) }
        defer { for (number, handler) in zip(numbers, before) { _ = signal(number, handler) } }
        do {
            return try await Subprocess.run(
                Configuration(executable: executable, arguments: Arguments(arguments), environment: environment),
                input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
            ).terminationStatus.isSuccess
        } catch {
            throw .notStarted
        }
    }
}
