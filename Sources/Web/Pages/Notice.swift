import Wording

/// What came of something that was entered, above the page on which it was.
struct Notice: Sendable {
    let lines: [String]
    let isDone: Bool
    /// What the form said, kept where it was not taken.
    var kept: Form?
    /// What can be entered next, such as a request in place of leave that is refused: hidden fields and a button's text.
    var next: [Offer] = []
    /// Where the form was sent to.
    var place = ""
    /// Of the answer (RFC 9110, section 15).
    var status = 200

    /// What the form at an address said, where it is this one that was not taken.
    func kept(of place: String) -> Form? { self.place == place ? kept : nil }

    struct Offer: Sendable {
        let action: String
        let fields: [(name: String, value: String)]
        let text: String
        /// What is asked for beside it, and was typed already.
        var asked: [Asked] = []
    }

    /// A field that is filled in by hand.
    struct Asked: Sendable {
        let name: String
        let label: PageWords.Label
        var type = "text"
        var value = ""
        /// In characters.
        var limit: Int?
        var isNeeded = false
        /// The id of the suggestions on the page.
        var list = ""

        static let reason = Asked(name: "reason", label: .reason, limit: 200, isNeeded: true)
    }

    func values(_ context: PageContext) -> Templates.Values {
        [
            "lines": lines, "isDone": isDone, "say": context.say, "offers": next.map { $0.values(context) },
        ]
    }
}

extension Notice.Offer {
    func values(_ context: PageContext) -> Templates.Values {
        [
            "action": action, "text": text, "token": context.token,
            "fields": fields.map { ["name": $0.name, "value": $0.value] as Templates.Values },
            "asked": asked.map { asked -> Templates.Values in
                [
                    "name": asked.name, "label": context.words.label(asked.label), "type": asked.type,
                    "value": asked.value, "limit": asked.limit.map(String.init) ?? "", "isNeeded": asked.isNeeded,
                    "list": asked.list,
                ]
            },
        ]
    }
}
