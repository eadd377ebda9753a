import Wording

/// What people fill in on the pages' forms, in their order.
enum FormField {
    static let all: [Notice.Asked] = [
        Notice.Asked(name: "agent", label: .agent), Notice.Asked(name: "number", label: .number),
        Notice.Asked(name: "client", label: .client, limit: 100, list: "clients"),
        Notice.Asked(name: "contact", label: .contact, limit: 100), Notice.Asked(name: "deputy", label: .deputy),
        Notice.Asked(name: "whom", label: .whom),
        Notice.Asked(name: "from", label: .from, type: "date", isNeeded: true),
        Notice.Asked(name: "through", label: .through, type: "date"),
        Notice.Asked(name: "from_time", label: .partOfDay, type: "time"),
        Notice.Asked(name: "until_time", label: .untilTime, type: "time"),
        Notice.Asked(name: "until", label: .backOn, type: "date"),
        Notice.Asked(name: "reason", label: .reason, limit: 200),
        Notice.Asked(name: "why", label: .reason, limit: 200, isNeeded: true),
        Notice.Asked(name: "note", label: .note, limit: 500),
    ]

    /// What is said of a field without which nothing can be done, and which is empty.
    static func missing(_ name: String, _ words: PageWords) -> PageWords.Mistake {
        all.first { $0.name == name }.map { .missing(words.label($0.label)) } ?? .badInput
    }
}
