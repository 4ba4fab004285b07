package import LedgerModel
import LocalFiles

extension Routine {
    /// What `on` would write and run. Changes nothing.
    package func installation(_ starter: Starter) async throws(LedgerError) -> Installation {
        let texts: [Text] =
            switch starter {
            case .systemd:
                [
                    Text(place: serviceFile, text: service),
                    Text(place: timerFile, text: timer(folders: missingUnitFolders())),
                ]
            case .cron: [Text(place: "crontab", text: try await cronLine() + "\n")]
            case .launchd: [Text(place: agentFile, text: agent)]
            }
        return Installation(starter: starter, texts: texts, commands: commands(starter))
    }

    private func cronLine() async throws(LedgerError) -> String {
        let now = (try await crontab() ?? Crontab(bytes: nil)).removing(name)
        return now.adding(try cronCommand(), name).line(of: name) ?? ""
    }

    /// Installs the routine and replaces an earlier one.
    package func on(_ starter: Starter) async throws(LedgerError) -> Installation {
        let installation = try await installation(starter)
        _ = try await off()
        switch starter {
        case .systemd, .launchd:
            let made = makeFolders(starter)
            do {
                for text in installation.texts { try RoutineFile.write(Array(text.text.utf8), to: text.place) }
                for command in installation.commands { try await order(command) }
            } catch {
                _ = try? await off()
                for folder in made.reversed() { Folders.removeEmpty(folder) }
                throw error
            }
        case .cron:
            guard let old = try await crontab() else {
                throw LedgerError(
                    .schedulerFailed, "there is no cron here", hint: "Install cron, or choose another with --using.")
            }
            try await install(old.adding(try cronCommand(), name))
        }
        return installation
    }

    /// From the outermost to the innermost; systemd creates the last.
    private var unitFolders: [String] {
        [place.config, place.config + "/systemd", unitFolder, unitFolder + "/timers.target.wants"]
    }

    /// How many of them are missing. Folders that an earlier `on` created count as missing.
    private func missingUnitFolders() -> Int {
        max(madeUnitFolders(), unitFolders.count { !Folders.isFolder($0) })
    }

    private func madeUnitFolders() -> Int {
        let line = RoutineFile.lines(timerFile)?.last { $0.hasPrefix("Folders=") }
        return min(unitFolders.count, line.flatMap { Int($0.dropFirst(8)) } ?? 0)
    }

    /// Creates the missing folders and returns them.
    private func makeFolders(_ starter: Starter) -> [String] {
        let folders =
            starter == .systemd
            ? Array(unitFolders.prefix(3)) : [place.home + "/Library", place.home + "/Library/LaunchAgents"]
        return folders.filter { Folders.make($0) }
    }

    /// Removes the routine, whatever starts it, and returns what that was. Only the reviews that it wrote stay.
    package func off() async throws(LedgerError) -> [Starter] {
        var gone: [Starter] = []
        if fileExists(timerFile) || fileExists(serviceFile) {
            let made = madeUnitFolders()
            _ = try await ask("systemctl", ["--user", "disable", "--now", "\(name).timer"])
            FileName.remove(timerFile)
            FileName.remove(serviceFile)
            FileName.remove(unitFolder + "/timers.target.wants/\(name).timer")
            // systemd stores here when the timer last ran.
            FileName.remove(place.data + "/systemd/timers/stamp-\(name).timer")
            for folder in unitFolders.suffix(made).reversed() { Folders.removeEmpty(folder) }
            _ = try await ask("systemctl", ["--user", "daemon-reload"])
            gone.append(.systemd)
        }
        if let table = try await crontab(), table.line(of: name) != nil {
            try await install(table.removing(name))
            gone.append(.cron)
        }
        if fileExists(agentFile) {
            _ = try await ask("launchctl", ["bootout", "gui/\(ThisProgram.userID)", agentFile])
            FileName.remove(agentFile)
            gone.append(.launchd)
        }
        return gone
    }

    /// What starts it now.
    package func starters() async throws(LedgerError) -> [Starter] {
        var found: [Starter] = []
        if fileExists(timerFile) { found.append(.systemd) }
        if try await crontab()?.line(of: name) != nil { found.append(.cron) }
        if fileExists(agentFile) { found.append(.launchd) }
        return found
    }
}
