import Wording

/// A form that was not taken, once more with what was typed in it; what else a form carries goes along unseen. Nothing of it is entered until it is sent again.
enum FormAgain {
    /// - Parameter address: Where it was sent to; nothing is offered for one that no form of the pages has.
    static func offer(_ address: String, _ form: Form, _ words: PageWords) -> [Notice.Offer] {
        let isPlain = address.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || "/-".utf8.contains(byte)
        }
        guard isPlain else { return [] }
        let asked = FormField.all.filter { form.has($0.name) }.map { field in
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
