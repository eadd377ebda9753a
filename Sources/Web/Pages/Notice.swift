/// What came of something that was entered, above the page on which it was.
struct Notice: Sendable {
    let lines: [String]
    let isDone: Bool
    /// What the form said, kept where it was not taken.
    var kept: Form?
    /// What can be entered next, such as a request in place of leave that is refused: hidden fields and a button's text.
    var next: [Offer] = []
    /// The form that it belongs to.
    var place = ""

    struct Offer: Sendable {
        let action: String
        let fields: [(name: String, value: String)]
        let text: String
        /// Asked for beside it.
        var reason = false
    }

    func values(_ context: PageContext) -> Templates.Values {
        [
            "lines": lines, "isDone": isDone, "say": context.say,
            "offers": next.map { offer in
                [
                    "action": offer.action, "text": offer.text, "token": context.token, "reason": offer.reason,
                    "fields": offer.fields.map { ["name": $0.name, "value": $0.value] as Templates.Values },
                ] as Templates.Values
            },
        ]
    }
}
