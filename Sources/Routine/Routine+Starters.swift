package import LedgerModel
import LocalFiles

extension Routine {
    /// The starter that fits this machine. Throws `.schedulerFailed` if there is none.
    package func usualStarter() async throws(LedgerError) -> Starter {
        #if os(macOS)
            return .launchd
        #else
            if try await ask("systemctl", ["--user", "show-environment"])?.isSuccess == true {
                return .systemd
            }
            if try await crontab() != nil { return .cron }
            throw LedgerError(
                .schedulerFailed, "nothing on this machine can start it: neither systemd for users nor cron",
                hint: "Install cron, or run \(offer: .runRoutine) each day in another way.")
        #endif
    }

    /// The person's crontab; `nil` if there is no cron.
    func crontab() async throws(LedgerError) -> Crontab? {
        guard let end = try await ask("crontab", ["-l"]) else { return nil }
        if end.isSuccess { return Crontab(bytes: end.out) }
        // Every cron reports an empty crontab as an error with these words.
        guard end.complaint.contains("no crontab") else {
            throw LedgerError(
                .schedulerFailed, "the crontab cannot be read", hint: "Look at it with `crontab -l`.")
        }
        return Crontab(bytes: nil)
    }

    func install(_ crontab: Crontab) async throws(LedgerError) {
        guard let bytes = crontab.bytes else { return try await order(["crontab", "-r"]) }
        // `crontab` takes the new content as a file.
        let scratch: ScratchFolder
        do { scratch = try ScratchFolder(beside: ledger) } catch { throw LedgerError(error) }
        defer { withExtendedLifetime(scratch) {} }
        let file = scratch.file("crontab")
        try RoutineFile.write(bytes, to: file)
        try await order(["crontab", file])
    }

    /// Runs a command. Throws `.schedulerFailed` with the first line of its error output.
    func order(_ command: [String]) async throws(LedgerError) {
        let end = try await ask(command[0], Array(command.dropFirst()))
        guard let end, end.isSuccess else {
            let said = end?.complaint.split(separator: "\n").first.map { ": \($0.prefix(200))" } ?? ""
            throw LedgerError(
                .schedulerFailed, end == nil ? "\(command[0]) was not found" : "\(command[0]) refused\(said)",
                hint: "Choose another with --using systemd, cron or launchd.")
        }
    }

    /// The commands that tell systemd or launchd what to run. cron needs none, since it reads its table by itself.
    func commands(_ starter: Starter) -> [[String]] {
        switch starter {
        case .systemd:
            [["systemctl", "--user", "daemon-reload"], ["systemctl", "--user", "enable", "--now", "\(name).timer"]]
        case .cron: []
        case .launchd: [["launchctl", "bootstrap", "gui/\(ThisProgram.userID)", agentFile]]
        }
    }
}
