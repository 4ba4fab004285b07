/// The words of titles: so many that a pair of them is rare, so few that a single one is not.
enum Words {
    static let verbs = [
        "restore", "repair", "move", "measure", "split", "rename", "review", "plan", "draft", "test", "ship",
        "simplify", "document", "cache", "guard", "trace", "retry", "validate", "sort", "merge", "parse", "render",
        "index", "batch", "stream", "encode", "audit", "archive", "migrate", "deploy", "rotate", "drain", "pin",
        "bump", "revert", "tune", "probe", "sample", "annotate", "schedule",
    ]

    static let nouns = [
        "drill", "runbook", "ledger", "queue", "index", "invoice", "report", "gateway", "session", "token", "cursor",
        "snapshot", "replica", "backup", "calendar", "booking", "shipment", "customer", "contract", "budget",
        "pipeline", "parser", "renderer", "template", "widget", "form", "dialog", "layout", "palette", "sensor",
        "meter", "router", "switch", "firewall", "certificate", "domain", "mailbox", "archive", "volume", "cluster",
        "node", "worker", "scheduler", "handler", "listener", "registry", "catalogue", "glossary", "tutorial",
        "handbook", "onboarding", "interview", "survey", "roadmap", "estimate", "retrospective", "incident",
        "postmortem", "alert", "dashboard", "metric", "histogram", "quota", "limit", "lock", "buffer", "socket",
        "packet", "checksum", "digest", "manifest", "bundle", "package", "release", "branch", "patch", "header",
        "footer", "sidebar", "tooltip", "locale", "timezone", "holiday", "payroll", "vendor", "license", "audit",
        "policy", "consent", "export", "import", "webhook", "callback", "timer", "counter", "ranking", "search",
    ]

    static let prefixes = ["feat", "fix", "perf", "refactor", "docs", "test", "chore", "ci"]

    static let topics = ["stand-up", "planning", "review", "1:1", "sync", "workshop", "demo", "interview", "retro"]
}
