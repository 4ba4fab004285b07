import LedgerModel

/// What calendar programs and people write in titles, by language: prefixes of cancelled meetings, and leave.
///
/// English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Danish, Swedish, Norwegian, Finnish, Czech,
/// Turkish and Japanese. Outlook sets such a prefix in the language of whoever cancelled.
enum CalendarWords {
    /// Whether a title begins as programs mark what was cancelled: `Canceled: Budget round`.
    static func saysCancelled(_ title: String) -> Bool {
        guard let colon = title.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        return cancelled.contains(normal(title[..<colon]))
    }

    /// Whether a title or a category says leave: a word for it at its start, and nothing that makes it about leave, as in
    /// `Leave planning`.
    static func saysLeave(_ text: String) -> Bool {
        let words = text.folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard !words.isEmpty, words.count <= 8 else { return false }
        guard !words.dropFirst().contains(where: about.contains) else { return false }
        if leave.contains(where: { words.starts(with: $0) }) { return true }
        // Japanese has no spaces between words.
        return words[0].unicodeScalars.first.map { $0.value >= 0x3000 } == true
            && unspaced.contains { words[0].hasPrefix($0) || words[0].hasSuffix($0) }
    }

    /// Whether a title says leave and nothing more but numbers: it names nobody else, and no place.
    static func saysLeaveAlone(_ text: String) -> Bool {
        let words = text.folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        let said = words.prefix { !$0.allSatisfy(\.isNumber) }
        guard words.dropFirst(said.count).allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
        return leave.contains(Array(said)) || said.count == 1 && unspaced.contains(said[0])
    }

    /// What holiday calendars write of days on which work goes on.
    static func saysObservance(_ description: String) -> Bool {
        let start = description.prefix(200).folded
        return observances.contains { start.hasPrefix($0) }
    }

    private static func normal(_ text: some StringProtocol) -> String {
        text.folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let cancelled = Set(
        [
            "Canceled", "Cancelled", "Canceled event", "Cancelled event", "Abgesagt", "Annulé", "Annulée", "Cancelado",
            "Cancelada", "Annullato", "Annullata", "Geannuleerd", "Odwołane", "Odwołano", "Anulowano", "Aflyst",
            "Annulleret", "Inställt", "Inställd", "Avlyst", "Peruutettu", "Peruttu", "Zrušeno", "İptal edildi", "İptal",
            "キャンセル済み", "取り消し済み", "キャンセル",
        ].map { normal($0) })

    /// Whether a category is that of public holidays, as Outlook and others call it.
    static func saysPublicHoliday(_ category: String) -> Bool { publicHoliday.contains(normal(category)) }

    private static let publicHoliday = Set(
        [
            "Holiday", "Holidays", "Public holiday", "Public holidays", "Bank holiday", "Feiertag", "Feiertage",
            "Gesetzlicher Feiertag", "Jour férié", "Jours fériés", "Férié", "Día festivo", "Festivo", "Festivos",
            "Festività", "Giorno festivo", "Feriado", "Feriados", "Feestdag", "Feestdagen", "Święto", "Święta",
            "Dzień wolny od pracy", "Helligdag", "Helligdage", "Helgdag", "Helgdagar", "Juhlapyhä", "Pyhäpäivä",
            "Svátek", "Svátky", "Resmi tatil", "祝日", "公休日",
        ].map { normal($0) })

    private static let leave: [[String]] = [
        // English
        "vacation", "annual leave", "on leave", "leave", "holiday", "holidays", "pto", "paid time off", "time off",
        "day off", "days off", "ooo", "out of office", "out of the office", "on vacation", "on holiday", "sick",
        "parental leave", "maternity leave", "paternity leave", "bereavement leave", "unpaid leave",
        // German
        "Urlaub", "Jahresurlaub", "Resturlaub", "Erholungsurlaub", "Sonderurlaub", "im Urlaub", "frei", "freier Tag",
        "abwesend", "Abwesenheit", "krank", "Krankmeldung", "Elternzeit", "Gleittag", "Überstundenabbau",
        "Zeitausgleich", "Ferien",
        // French
        "congé", "congés", "en congé", "vacances", "absent", "absente", "absence", "RTT", "arrêt maladie", "maladie",
        // Spanish
        "vacaciones", "de vacaciones", "ausente", "baja médica", "día libre", "días libres", "permiso",
        "fuera de la oficina",
        // Italian
        "ferie", "in ferie", "permesso", "malattia", "assente", "fuori ufficio",
        // Portuguese
        "férias", "de férias", "folga", "licença", "baixa médica", "fora do escritório",
        // Dutch
        "vakantie", "op vakantie", "verlof", "vrij", "vrije dag", "ziek", "afwezig", "snipperdag",
        // Polish
        "urlop", "wolne", "dzień wolny", "zwolnienie lekarskie", "chorobowe", "nieobecny", "nieobecna",
        // Danish, Swedish and Norwegian
        "fri", "fridag", "feriefridag", "på ferie", "syg", "sygedag", "fravær", "barsel", "semester", "ledig",
        "ledighet", "sjuk", "sjukskriven", "föräldraledig", "frånvarande", "VAB", "syk", "sykemelding", "permisjon",
        "avspasering",
        // Finnish
        "loma", "vuosiloma", "kesäloma", "talviloma", "lomalla", "vapaa", "vapaapäivä", "sairas", "sairasloma",
        "poissa",
        "vanhempainvapaa",
        // Czech
        "dovolená", "volno", "náhradní volno", "nemoc", "nemocenská", "nepřítomen", "nepřítomna",
        // Turkish
        "izin", "izinli", "yıllık izin", "tatil", "raporlu", "ofis dışında",
    ].map { $0.folded.split(separator: " ").map(String.init) }

    private static let unspaced = [
        "休暇", "有給", "有休", "年休", "休み", "夏休み", "冬休み", "代休", "振休", "病欠", "不在", "産休", "育休",
    ]

    /// Words behind one for leave that make it something else.
    private static let about = Set(
        [
            "planning", "plan", "plans", "policy", "request", "requests", "approval", "calendar", "deadline", "meeting",
            "party", "handover", "balance", "form", "review", "budget", "tracker", "overview", "cover", "coverage",
            "planung", "planen", "antrag", "anträge", "kalender", "übergabe", "feier", "übersicht", "vertretung",
            "planification", "demande", "calendrier", "fête", "planificación", "solicitud", "calendario", "fiesta",
            "pianificazione", "richiesta", "festa", "planeamento", "pedido", "planning", "aanvraag", "feest",
            "planowanie", "wniosek", "planlægning", "planering", "ansökan", "planlegging", "søknad", "suunnittelu",
            "plánování", "žádost", "planlama", "talebi", "training", "conference", "konferenz", "schulung",
        ].map { $0.folded })

    private static let observances = [
        "observance", "gedenktag", "feiertag ohne arbeitsfreiheit", "jour de fete", "celebracion",
    ]
    .map { $0.folded }
}
