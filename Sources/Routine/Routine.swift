package import LedgerModel
import LocalFiles
import Programs

/// The daily routine, which reads the sources again and writes reviews beside the ledger.
package struct Routine: Sendable {
    /// Where it is installed: the person's folders, and the program to start.
    package struct Place: Sendable {
        package var home: String
        /// `$XDG_CONFIG_HOME`, else `.config` in the home folder.
        package var config: String
        /// `$XDG_DATA_HOME`, else `.local/share` in the home folder.
        package var data: String
        /// The absolute path of the program.
        package var binary: String

        package init(home: String, config: String, data: String, binary: String) {
            self.home = home
            self.config = config
            self.data = data
            self.binary = binary
        }
    }

    /// What starts the routine.
    package enum Starter: String, Sendable, CaseIterable {
        case systemd, cron, launchd
    }

    package let place: Place
    /// The absolute path of the ledger.
    package let ledger: String
    /// The time at which it runs, in minutes after midnight of the machine's clock.
    package let minute: Int

    /// Throws `.usage` if a path cannot be written into a unit file or crontab.
    package init(_ place: Place, ledger: String, minute: Int = 900) throws(LedgerError) {
        self.place = place
        self.ledger = Folders.absolute(ledger)
        self.minute = minute
        for path in [place.binary, self.ledger] {
            guard path.hasPrefix("/"), path.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }),
                path.utf8.count <= 400
            else {
                throw LedgerError(
                    .usage, "a path with control characters or more than 400 bytes cannot be started automatically",
                    hint: "Put the ledger and the program where their paths are plain.")
            }
        }
    }

    /// Tells the routines of several ledgers apart.
    var mark: String { String(contentHash(ledger).prefix(8)) }

    /// `limelight-0a1b2c3d`
    package var name: String { "limelight-\(mark)" }

    /// The folder for reviews, beside the ledger.
    package var folder: String { ledger + ".reviews" }

    package var clock: String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

    /// The command to start, as words.
    var words: [String] { [place.binary, "routine", "run", "--ledger", ledger] }

    /// The text of a file to write, or of a change to the crontab.
    package struct Text: Sendable, Hashable {
        /// A path, or `crontab`.
        package var place: String
        package var text: String
    }

    /// Exactly what turning it on writes and runs.
    package struct Installation: Sendable {
        package var starter: Starter
        package var texts: [Text]
        package var commands: [[String]]
    }
}

extension Routine {
    /// How a helper program of the system ended.
    struct End: Sendable {
        var isSuccess: Bool
        var out: [UInt8]
        var complaint: String
    }

    private static let limits = ProgramLimits(time: .seconds(60), output: 1 << 20)

    /// Runs a program; `nil` if it is not on `PATH`. Throws `.schedulerFailed` if it cannot be run, does not end within
    /// a minute or prints more than a megabyte.
    func ask(_ name: String, _ arguments: [String]) async throws(LedgerError) -> End? {
        guard let program = try? await Program(named: name, environment: ["LC_ALL": "C"]) else { return nil }
        do {
            let (bytes, end) = try await program.collect(arguments, limits: Self.limits)
            return End(
                isSuccess: end.isSuccess, out: bytes, complaint: String(decoding: end.complaint, as: UTF8.self))
        } catch {
            let message =
                switch error as? ProgramError {
                case .tookTooLong: "\(name) gave no answer within a minute"
                default: "\(name) could not be run"
                }
            throw LedgerError(.schedulerFailed, message, hint: "Run it yourself, then turn the routine on again.")
        }
    }
}
