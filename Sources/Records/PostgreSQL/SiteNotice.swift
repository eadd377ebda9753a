/// What a site tells the others of a change as it is committed, so that they need not ask: a hint, which may be lost with a connection.
struct SiteNotice: Equatable {
    /// The channels of NOTIFY.
    static let (changes, busy) = ("majord", "majord-busy")

    let part: SharedPart
    /// How often the part was changed by then.
    let number: Int64
    let site: String

    init(_ part: SharedPart, _ number: Int64, by site: String) {
        (self.part, self.number, self.site) = (part, number, site)
    }

    var text: String { "\(part.rawValue) \(number) \(site)" }

    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, let part = SharedPart(rawValue: words[0]), let number = Int64(words[1]) else {
            return nil
        }
        self.init(part, number, by: words[2])
    }
}
