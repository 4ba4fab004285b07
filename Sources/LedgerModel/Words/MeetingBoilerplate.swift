/// The blocks that meeting programs put into descriptions: how to join, with links, ids and passcodes.
///
/// Teams, Zoom, Meet and Webex set them off by a rule or a sentence of their own; what people wrote before and after
/// stays.
package enum MeetingBoilerplate {
    /// The description without such blocks.
    package static func cut(_ text: String) -> String {
        guard isMarked(text) else { return text }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while let block = block(in: lines) { lines.removeSubrange(block) }
        return trimmed(lines).joined(separator: "\n")
    }

    /// What the programs cannot leave out, to tell most descriptions from those with a block at a glance.
    private static let marks = [
        "teams.microsoft.com", "teams.live.com", "zoom.us/", "zoomgov.com/", "meet.google.com", "webex.com", "-::~:~::",
        // Teams under an address of the company's own, or with its links rewritten.
        "/l/meetup-join/", "%2fl%2fmeetup-join%2f",
    ]

    private static let markBytes = marks.map { Array($0.utf8) }
    private static let isFirst = (0..<256).map { byte in markBytes.contains { $0.first == UInt8(byte) } }

    /// Whether one of the marks is in a text, byte by byte: most descriptions have none, and a calendar has thousands.
    private static func isMarked(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { start in
                isFirst[Int(bytes[start])]
                    && markBytes.contains { mark in
                        start + mark.count <= bytes.count
                            && mark.indices.allSatisfy { mark[$0] == bytes[start + $0] }
                    }
            }
        }
    }

    /// From the rule or the sentence that opens a block to the rule or the line that ends it.
    private static func block(in lines: [String]) -> Range<Int>? {
        guard let mark = lines.firstIndex(where: isMarked) else { return nil }
        var start = mark
        var end = mark + 1
        // Upwards over what belongs to it: a rule, an opening sentence, ids.
        while start > 0, belongs(lines[start - 1]) { start -= 1 }
        while end < lines.count, belongs(lines[end]) { end += 1 }
        return start..<end
    }

    /// A line of such a block: a rule, a link, a number to dial, an id, a passcode, a sentence of the program’s own, or
    /// nothing.
    private static func belongs(_ line: String) -> Bool {
        let words = line.folded.filter { !"*_~<>|".contains($0) }.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ").drop { !$0.isLetter && !$0.isNumber && $0 != "+" }
        if text.isEmpty { return true }
        // A number to dial, with its country behind it or without.
        if text.count(where: \.isNumber) >= 6, text.first == "+" || !text.contains(where: \.isLetter) { return true }
        if isMarked(line) || text.contains("aka.ms/") || text.hasPrefix("http") {
            return true
        }
        return sentences.contains { text.hasPrefix($0) }
    }

    private static func trimmed(_ lines: [String]) -> [String] {
        var lines = lines[...]
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines = lines.dropFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
        return Array(lines)
    }

    /// How lines of the programs begin, in the languages in which they write them.
    private static let sentences = [
        // Teams
        "microsoft teams", "join on your computer", "join the meeting now", "join the meeting", "join on the web",
        "click here to join", "meeting id:", "meeting id ", "passcode:", "passcode ", "download teams",
        "or call in", "dial in by phone", "dial-in by phone", "find a local number", "phone conference id",
        "for organizers:", "meeting options", "reset dial-in pin", "reset pin", "learn more", "need help?",
        "join with a video conferencing device", "video id:", "video conference id:", "tenant key:", "more info",
        "more instructions", "alternate vtc", "system reference", "privacy and security", "join in person",
        "besprechungs-id:", "kenncode:", "kennung:", "hier klicken, um an der besprechung", "an besprechung teilnehmen",
        "jetzt an der besprechung teilnehmen", "nehmen sie am computer", "auf ihrem computer", "teams herunterladen",
        "oder anrufen", "weitere infos", "besprechungsoptionen", "hilfe", "per telefon einwahlen",
        "lokale nummer suchen",
        "telefonkonferenz-id", "fur organisatoren:", "einwahl-pin zurucksetzen", "benotigen sie hilfe?",
        "reunion microsoft teams", "reunion de microsoft teams", "rejoindre", "rejoignez", "id de reunion",
        "id de la reunion", "code secret:", "code secret :", "besoin d'aide", "participez", "pour les organisateurs",
        "options de reunion", "unirse", "haga clic aqui", "codigo de acceso", "opciones de la reunion",
        "mas informacion",
        "riunione di microsoft teams", "riunione in microsoft teams", "partecipa", "id riunione", "passcode",
        "fai clic qui",
        "vergadering-id", "deelnemen", "wachtwoordcode", "spotkanie w aplikacji microsoft teams", "dolacz",
        // Zoom
        "join zoom meeting", "zoom-meeting beitreten", "is inviting you to a scheduled zoom meeting",
        "one tap mobile", "dial by your location", "join by sip", "join by h.323", "join by skype", "join from pc",
        "meeting-id:", "schnelleinwahl mobil", "einwahl nach aktuellem standort", "participer a la reunion zoom",
        "find your local number", "ortseinwahl suchen", "password:", "passwort:", "mot de passe",
        // Meet
        "join with google meet", "mit google meet teilnehmen", "join by phone", "more phone numbers", "pin:",
        "or dial:", "oder wahle:", "more joining options", "weitere beitrittsoptionen", "weitere telefonnummern",
        "learn more about meet", "learn more about google meet", "weitere informationen zu meet",
        "please do not edit this section",
        "bitte andern sie diesen abschnitt nicht", "participer avec google meet", "video call link",
        // Webex
        "webex meeting", "meeting number", "meeting link", "meeting password", "join webex meeting",
        "join from the meeting link",
        "tap to join", "join from a video", "join by meeting number", "host key", "global call-in numbers", "toll-free",
        "access code", "when it's time, join", "join meeting", "need help",
        "do not delete or change any of the following",
        "tap to call in", "call-in toll number", "video address", "you can also dial", "host pin",
    ]
}
