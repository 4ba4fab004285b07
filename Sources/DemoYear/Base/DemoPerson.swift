import LedgerModel

/// Someone in the invented year.
struct DemoPerson: Hashable, Sendable {
    var key: String
    var name: String
    var mail: String
    var role: MyJobPerson.Role?
}

/// Dana Ortiz and the people around her.
enum DemoPeople {
    static let dana = DemoPerson(key: "dana", name: "Dana Ortiz", mail: "dana.ortiz@example.com", role: nil)
    /// Dana with the address of her side project.
    static let danaAtHome = DemoPerson(key: "dana", name: "Dana Ortiz", mail: "dana@example.org", role: nil)

    static let maria = DemoPerson(
        key: "maria", name: "Maria Keller", mail: "maria.keller@example.com", role: .decider)
    static let leon = DemoPerson(key: "leon", name: "Leon Fischer", mail: "leon.fischer@example.com", role: .decider)
    static let ruth = DemoPerson(key: "ruth", name: "Ruth Adler", mail: "ruth.adler@example.com", role: .advocate)
    static let sofia = DemoPerson(key: "sofia", name: "Sofia Marques", mail: "sofia.marques@example.com", role: .ally)
    static let helen = DemoPerson(key: "helen", name: "Helen Brandt", mail: "helen.brandt@example.org", role: .mentor)
    static let amira = DemoPerson(key: "amira", name: "Amira Saleh", mail: "amira.saleh@example.com", role: .mentee)
    static let karim = DemoPerson(
        key: "karim", name: "Karim Haddad", mail: "karim.haddad@example.com", role: .colleague)
    static let bernd = DemoPerson(key: "bernd", name: "Bernd Kraus", mail: "bernd.kraus@example.com", role: .colleague)
    static let nina = DemoPerson(
        key: "nina", name: "Nina Holt", mail: "nina.holt@storage.example.org", role: .colleague)

    static let jonas = DemoPerson(key: "jonas", name: "Jonas Wirth", mail: "jonas.wirth@example.com", role: .colleague)
    static let priya = DemoPerson(key: "priya", name: "Priya Nair", mail: "priya.nair@example.com", role: .colleague)
    /// Joins the team in mid-year.
    static let tomas = DemoPerson(key: "tomas", name: "Tomás Lima", mail: "tomas.lima@example.com", role: .colleague)

    static let ines = DemoPerson(key: "ines", name: "Ines Vogt", mail: "ines.vogt@example.com", role: nil)
    static let piet = DemoPerson(key: "piet", name: "Piet Janssen", mail: "piet.janssen@example.com", role: nil)
    static let clara = DemoPerson(key: "clara", name: "Clara Weiss", mail: "clara.weiss@example.com", role: nil)
    static let omar = DemoPerson(key: "omar", name: "Omar Rahimi", mail: "omar.rahimi@example.com", role: nil)

    static let named = [
        maria, leon, ruth, sofia, helen, amira, karim, bernd, nina, jonas, priya, tomas,
    ]
    static let house = [maria, leon, ruth, sofia, karim, bernd, jonas, priya, ines, piet, clara, omar, amira]
}
