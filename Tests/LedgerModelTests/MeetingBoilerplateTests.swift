import LedgerModel
import Testing

/// Samples made up after what the programs write, one a program and language; ids, links and passcodes are invented.
@Suite("Boilerplate of meeting programs")
struct MeetingBoilerplateTests {
    private static let teamsEnglish = """
        ________________________________________________________________________________
        Microsoft Teams Need help?<https://aka.ms/JoinTeamsMeeting?omkt=en-US>
        Join the meeting now<https://teams.microsoft.com/l/meetup-join/19%3ameeting_INVENTED%40thread.v2/0?context=x>
        Meeting ID: 111 222 333 444
        Passcode: Qq1Ww2
        ________________________________
        Dial in by phone
        +49 30 00000000,,111222333# Germany, Berlin
        Find a local number<https://dialin.teams.microsoft.com/invented>
        Phone conference ID: 111 222 333#
        For organizers: Meeting options<https://teams.microsoft.com/meetingOptions/?x> | Reset dial-in PIN<https://dialin.teams.microsoft.com/x>
        ________________________________________________________________________________
        """
    private static let teamsGerman = """
        ________________________________________________________________________________
        Microsoft Teams Benötigen Sie Hilfe?<https://aka.ms/JoinTeamsMeeting?omkt=de-DE>
        Jetzt an der Besprechung teilnehmen<https://teams.microsoft.com/l/meetup-join/19%3ameeting_ERFUNDEN>
        Besprechungs-ID: 111 222 333 444
        Kenncode: Qq1Ww2
        ________________________________
        Für Organisatoren: Besprechungsoptionen<https://teams.microsoft.com/meetingOptions/?x>
        ________________________________________________________________________________
        """
    private static let teamsFrench = """
        ________________________________________________________________________________
        Réunion Microsoft Teams
        Rejoignez sur votre ordinateur ou application mobile
        Cliquez ici : https://teams.microsoft.com/l/meetup-join/19%3ameeting_INVENTE
        ID de la réunion : 111 222 333 444
        Code secret : Qq1Ww2
        ________________________________________________________________________________
        """
    private static let zoomEnglish = """
        Join Zoom Meeting
        https://example.zoom.us/j/11122233344?pwd=invented

        Meeting ID: 111 2223 3344
        Passcode: 987654
        One tap mobile
        +13010000000,,11122233344#,,,,*987654# US
        Find your local number: https://example.zoom.us/u/invented
        """
    private static let zoomGerman = """
        Zoom-Meeting beitreten
        https://example.zoom.us/j/11122233344?pwd=erfunden

        Meeting-ID: 111 2223 3344
        Kenncode: 987654
        Schnelleinwahl mobil
        +496900000000,,11122233344#,,,,*987654# Deutschland
        Ortseinwahl suchen: https://example.zoom.us/u/erfunden
        """
    private static let meetEnglish = """
        -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
        Join with Google Meet: https://meet.google.com/abc-defg-hij
        Or dial: (US) +1 200-000-0000 PIN: 123456789#
        More phone numbers: https://tel.meet/abc-defg-hij?pin=123456789

        Learn more about Meet at: https://support.google.com/a/users/answer/0

        Please do not edit this section.
        -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
        """
    private static let meetGerman = """
        -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
        Mit Google Meet teilnehmen: https://meet.google.com/abc-defg-hij
        Oder wähle: (DE) +49 40 00000000 PIN: 123456789#
        Weitere Telefonnummern: https://tel.meet/abc-defg-hij?pin=123456789

        Weitere Informationen zu Meet findest du unter https://support.google.com/a/users/answer/0

        Bitte ändern Sie diesen Abschnitt nicht.
        -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
        """
    private static let webex = """
        -- Do not delete or change any of the following text. --

        When it's time, join your Webex meeting here.

        Meeting number (access code): 2222 333 4444
        Meeting password: invented

        Join meeting
        https://example.webex.com/example/j.php?MTID=invented

        Join by phone
        +1-408-000-0000 United States Toll
        Global call-in numbers
        """

    static let samples = [
        ("Teams, English", teamsEnglish), ("Teams, German", teamsGerman), ("Teams, French", teamsFrench),
        ("Zoom, English", zoomEnglish), ("Zoom, German", zoomGerman), ("Meet, English", meetEnglish),
        ("Meet, German", meetGerman), ("Webex, English", webex),
    ]

    @Test("The block goes, what people wrote around it stays", arguments: samples)
    func around(_ name: String, _ block: String) {
        let before = "Agenda: the restore drill.\nWho brings the tapes?"
        let after = "Minutes go to the wiki."
        #expect(MeetingBoilerplate.cut("\(before)\n\n\(block)\n\n\(after)") == "\(before)\n\(after)", "\(name)")
        #expect(MeetingBoilerplate.cut("\(before)\n\(block)") == before, "\(name)")
        #expect(MeetingBoilerplate.cut(block) == "", "\(name)")
    }

    @Test(
        "What only speaks of such programs stays as it is",
        arguments: [
            "Compare Teams and Zoom before we choose.", "Meeting ID: ask Jonas\nPasscode: on the door", "",
            "________________\nBudget 2026\n________________",
        ])
    func untouched(text: String) { #expect(MeetingBoilerplate.cut(text) == text) }
}

@Suite("Unicode in one form")
struct ComposedTests {
    @Test(
        "Text is kept as NFC",
        arguments: [
            ("Zoe\u{308} Mu\u{308}ller", "Zoë Müller"), ("Fu\u{308}hrung", "Führung"), ("plain", "plain"), ("", ""),
            ("\u{212B}", "\u{C5}"), ("\u{1100}\u{1161}", "가"),
        ])
    func composed(text: String, kept: String) {
        #expect(Array(text.composed.unicodeScalars) == Array(kept.unicodeScalars))
    }

    @Test("A query finds what is kept, however it is typed")
    func query() {
        let query = SearchQuery("tag:Fu\u{308}hrung Mu\u{308}ller")
        #expect(query.filters.map { Array($0.value.unicodeScalars) } == [Array("Führung".unicodeScalars)])
        #expect(query.words.map { Array($0.unicodeScalars) } == [Array("Müller".unicodeScalars)])
    }
}
