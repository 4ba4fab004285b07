import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("A ledger without a home")
struct HomelessTests {
    /// A number that belongs to no account, if this machine lets us be it.
    static let nobody: String? = {
        let launcher = "setpriv --reuid 54321 --clear-groups"
        let isUnknown = getpwuid(54_321) == nil
        guard isUnknown, let binary = TranscriptTests.binary?.path else { return nil }
        return NetworkCut.shell("PATH=/usr/bin:/bin; \(launcher) test -x '\(binary)'") == "" ? launcher : nil
    }()

    @Test(
        "Where no home is known it says what to do, and begins nothing in the working folder",
        .enabled(if: nobody != nil, "this machine does not let us be somebody without an account (setpriv)"),
        arguments: [nil, "", "home"])
    func none(home: String?) throws {
        let world = try BinaryWorld()
        let launcher = try #require(Self.nobody)
        var environment = world.environment
        environment["LIMELIGHT_LEDGER"] = nil
        environment["HOME"] = home
        environment["XDG_DATA_HOME"] = home
        #expect(chmod(world.folder.path, 0o777) == 0)
        for command in ["log x", "setup --judged-on x", "demo", "scope", "routine status", "doctor"] {
            let end = try world.run("\(launcher) \"$LIMELIGHT\" \(command)", environment: environment)
            #expect(end.code == 2, "\(command)")
            #expect(end.complaint.contains("no home folder is known"), "\(command): \(end.complaint)")
            #expect(end.complaint.contains("--ledger FILE, or set LIMELIGHT_LEDGER"), "\(command)")
        }
        #expect(world.names().isEmpty)
        let named = try world.run("\(launcher) \"$LIMELIGHT\" log x --ledger own.sqlite", environment: environment)
        #expect(named.code == 0)
    }

    @Test("A relative or empty XDG_DATA_HOME is ignored", arguments: ["", "data", "./data"])
    func relative(data: String) throws {
        let world = try BinaryWorld()
        var environment = world.environment
        environment["LIMELIGHT_LEDGER"] = nil
        environment["XDG_DATA_HOME"] = data
        #expect(try world.run("limelight log x", environment: environment).code == 0)
        #expect(world.names() == [".local"])
        #expect(world.names(".local/share/limelight").contains("ledger.sqlite"))
    }
}
