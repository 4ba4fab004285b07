import Testing

@testable import LocalFiles

@Suite("Where a person's own files lie")
struct PersonalFoldersTests {
    func folders(_ variables: [String: String], account: String? = "/home/mina") -> PersonalFolders {
        PersonalFolders({ variables[$0] }, accountHome: { account })
    }

    @Test("HOME counts, then the account; empty and relative ones do not", arguments: [nil, "", "mina", "./mina", "~"])
    func home(value: String?) {
        #expect(folders(["HOME": "/srv/mina"]).home == "/srv/mina")
        var variables: [String: String] = [:]
        variables["HOME"] = value
        #expect(folders(variables).home == "/home/mina")
        #expect(folders(variables, account: nil).home == nil)
        #expect(folders(variables, account: "").home == nil)
        #expect(folders(variables, account: nil).config == nil)
    }

    @Test("An XDG variable that is empty or relative is ignored", arguments: [nil, "", "data", "./data", "~/data"])
    func variables(value: String?) {
        var variables = ["HOME": "/srv/mina"]
        variables["XDG_DATA_HOME"] = value
        variables["XDG_CONFIG_HOME"] = value
        #expect(folders(variables).chosenData == nil)
        #expect(folders(variables).config == "/srv/mina/.config")
        let set = folders(["XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"], account: nil)
        #expect(set.chosenData == "/data")
        #expect(set.config == "/config")
    }

    @Test("The home of this account is a folder")
    func account() {
        if let home = PersonalFolders({ _ in nil }, accountHome: PersonalFolders.accountHome).home {
            #expect(FileKind(at: canonicalPath(home) ?? "") == .folder)
        }
    }
}
