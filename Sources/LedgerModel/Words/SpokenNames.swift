/// Names of months and days in the languages that people write notes in: lower case, without diacritics.
package enum SpokenNames {
    /// 1 to 12: a whole name, or an abbreviation of three letters or more.
    static func month(_ name: String) -> Int? {
        if let number = exactMonths[name] { return number }
        guard name.utf8.count >= 3 else { return nil }
        let starts = monthStarts.filter { name.utf8.count <= 4 && $0.name.hasPrefix(name) }
        return Set(starts.map(\.number)).count == 1 ? starts[0].number : nil
    }

    /// - Parameter isShort: whether two letters are enough, as in `Mo-Fr`. At the beginning of a sentence they are
    ///   not: *we*, *do* and *so* are words.
    package static func weekday(_ name: String, isShort: Bool) -> Weekday? {
        if let day = exactWeekdays[name] { return day }
        if isShort, name.utf8.count == 2 { return twoLetters[name] ?? Weekday(name) }
        return name.utf8.count >= 3 ? Weekday(name) : nil
    }

    /// Days from today on.
    static let relative: [String: Int64] = [
        "today": 0, "yesterday": -1, "tomorrow": 1, "heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1,
        "ubermorgen": 2, "uebermorgen": 2, "ayer": -1, "ieri": -1, "gisteren": -1, "ontem": -1,
    ]

    static let last: Set<String> = [
        "last", "letzte", "letzten", "letzter", "letztes", "letztem", "vergangene", "vergangenen", "vorige", "vorigen",
        "voriges",
    ]
    static let this: Set<String> = ["this", "diese", "diesen", "dieser", "dieses", "diesem"]
    static let next: Set<String> = [
        "next", "nachste", "nachsten", "nachster", "nachstes", "naechste", "naechsten", "kommende", "kommenden",
        "coming",
    ]

    static let units: [String: SpokenDate.Unit] = [
        "week": .week, "woche": .week, "month": .month, "monat": .month, "quarter": .quarter, "quartal": .quarter,
        "year": .year, "jahr": .year,
    ]
    static let weekWords: Set<String> = ["week", "wk", "kw", "woche", "kalenderwoche"]

    /// Words before a date that add nothing to it.
    static let before: Set<String> = [
        "on", "at", "the", "am", "um", "den", "dem", "der", "in", "im", "since", "seit", "von", "from",
    ]

    private static let exactMonths: [String: Int] = {
        var table = ["sept": 9, "mrz": 3, "maerz": 3, "feber": 2, "janner": 1, "jaenner": 1, "dez": 12, "okt": 10]
        for names in months {
            for (index, name) in names.split(separator: " ").enumerated() { table[String(name)] = index + 1 }
        }
        return table
    }()

    /// Only English and German are known by their beginnings: `mar` would be any of three things else.
    private static let monthStarts = months.prefix(2).flatMap { names in
        names.split(separator: " ").enumerated().map { (name: String($0.element), number: $0.offset + 1) }
    }

    private static let months = [
        "january february march april may june july august september october november december",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    ]

    private static let twoLetters: [String: Weekday] = [
        "di": .tuesday, "mi": .wednesday, "do": .thursday, "so": .sunday,
    ]

    private static let exactWeekdays: [String: Weekday] = {
        var table: [String: Weekday] = ["sonnabend": .saturday]
        for names in [
            "montag dienstag mittwoch donnerstag freitag samstag sonntag",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "lunes martes miercoles jueves viernes sabado domingo",
            "lunedi martedi mercoledi giovedi venerdi sabato domenica",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        ] {
            for (name, day) in zip(names.split(separator: " "), Weekday.allCases) { table[String(name)] = day }
        }
        return table
    }()
}
