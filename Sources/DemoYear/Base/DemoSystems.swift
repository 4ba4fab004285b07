/// The systems that the team runs.
enum DemoSystems {
    static let names = [
        "order system", "booking system", "payroll", "mail gateway", "file store", "ticket desk", "warehouse scanner",
        "door control", "phone system", "intranet", "build server", "monitoring",
    ]

    static func slug(_ name: String) -> String {
        String(name.map { $0 == " " ? "-" : $0 })
    }
}
