import LedgerModel

/// The texts that start the routine, each escaped for its reader.
extension Routine {
    var serviceFile: String { unitFolder + "/\(name).service" }
    var timerFile: String { unitFolder + "/\(name).timer" }
    var unitFolder: String { place.config + "/systemd/user" }
    var agentFile: String { place.home + "/Library/LaunchAgents/\(agentLabel).plist" }
    var agentLabel: String { "dev.limelight.\(mark)" }

    /// Tells someone who finds the unit where it comes from. It names commands although this is not a surface, because
    /// it is installed.
    private static let origin = "# Written by `limelight routine on`; taken away by `limelight routine off`."

    /// systemd.service(5): words in double quotes with `%` doubled. The colon keeps `$` unchanged.
    var service: String {
        """
        \(Self.origin)
        [Unit]
        Description=Limelight reads its sources again and writes the weekly review

        [Service]
        Type=oneshot
        ExecStart=:\(words.map(Self.unitWord).joined(separator: " "))
        StandardOutput=null

        """
    }

    static func unitWord(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
        return "\"\(escaped)\""
    }

    /// - Parameter folders: The number of folders that were created for it, to be removed with it.
    func timer(folders: Int) -> String {
        """
        \(Self.origin)
        [Unit]
        Description=Limelight, every day

        [Timer]
        OnCalendar=*-*-* \(clock):00
        Persistent=true

        [Install]
        WantedBy=timers.target

        [X-Limelight]
        Folders=\(folders)

        """
    }

    /// crontab(5): single quotes for the shell, and a backslash before each `%` for cron, outside of the quotes.
    func cronCommand() throws(LedgerError) -> String {
        guard !words.contains(where: { $0.utf8.contains(UInt8(ascii: "\\")) }) else {
            throw LedgerError(
                .usage, "cron cannot hold a path with a backslash",
                hint: "Put the ledger and the program where their paths are plain.")
        }
        let command = words.map(Self.shellWord).joined(separator: " ") + " >/dev/null 2>&1"
        let line = "\(minute % 60) \(minute / 60) * * * " + command.replacing("%", with: "'\\%'")
        guard line.utf8.count < 900 else {
            throw LedgerError(
                .usage, "that is too long for a line of cron", hint: "Put the ledger where its path is shorter.")
        }
        return line
    }

    static func shellWord(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "/-_.,:@".utf8.contains(byte)
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    var agent: String {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
              <key>Label</key><string>\(agentLabel)</string>
              <key>ProgramArguments</key>
              <array>
            \(words.map { "    <string>\(escaped($0))</string>" }.joined(separator: "\n"))
              </array>
              <key>StartCalendarInterval</key>
              <dict><key>Hour</key><integer>\(minute / 60)</integer><key>Minute</key><integer>\(minute % 60)</integer></dict>
              <key>StandardOutPath</key><string>/dev/null</string>
            </dict>
            </plist>

            """
    }
}
