import Wording

/// A form that was not taken, once more with what was typed in it. Nothing of it is entered until it is sent again.
enum FormAgain {
    /// What people fill in, in the order of the pages' forms; what else a form carries goes along unseen.
    private static let fields: [Notice.Asked] = [
        Notice.Asked(name: "agent", label: .agent), Notice.Asked(name: "number", label: .number),
        Notice.Asked(name: "client", label: .client, limit: 100),
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

    /// - Parameter address: Where it was sent to; nothing is offered for one that no form of the pages has.
    static func offer(_ address: String, _ form: Form, _ words: PageWords) -> [Notice.Offer] {
        let isPlain = address.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || "/-".utf8.contains(byte)
        }
        guard isPlain else { return [] }
        let asked = fields.filter { form.has($0.name) }.map { field in
            var field = field
            field.value = form[field.name] ?? ""
            return field
        }
        let seen = Set(asked.map(\.name)).union(["token"])
        let unseen = form.names.filter { !seen.contains($0) }.compactMap { name in
            form[name].map { (name: name, value: $0) }
        }
        return [Notice.Offer(action: address, fields: unseen, text: words.sendAgain, asked: asked)]
    }

    /// Whether a page itself shows what was typed in a form, in the form's own place.
    static func isOnPage(_ address: String, _ form: Form, of visitor: Visitor) -> Bool {
        switch address {
        case "/me/leave": visitor.agent != nil
        case "/manage/deputy": visitor.isManager && form.has("from")
        default: false
        }
    }
}
