package import Routing
package import Time

/// A line for the display of the phone that rings: whose call it is, `Noord: K. Smit (for Joke)`.
///
/// It is written byte by byte, since every answer has one: no text is put together for it.
package struct PhoneDisplay: Sendable {
    /// What a desk phone shows of a caller's name.
    package static let limit = 40
    /// So much of the client's name is shown at least.
    private static let leastOfClient = 10

    private let client: Substring
    private let isCut: Bool
    /// The initial of a contact's first name, where there are others behind it.
    private let initial: Character?
    private let contact: Substring
    private let link: StaticString
    /// The first name of whose call it would be.
    private let agent: Substring

    /// Nil for a call of nobody who is known.
    package init?(_ answer: Decision.Answer) {
        guard let client = answer.client?.client.name else { return nil }
        self.init(
            client: client, contact: answer.contact?.name, insteadOf: answer.insteadOf?.agent.name, answer.language)
    }

    package init(client name: String, contact: String?, insteadOf agent: String?, _ language: Language) {
        let contactWords = contact?[...] ?? ""
        let gap = contactWords.firstIndex(of: " ")
        let rest = gap.map { contactWords[contactWords.index(after: $0)...] } ?? contactWords
        let first = agent.map { $0.prefix { $0 != " " } } ?? ""
        let isFor = !first.isEmpty
        link = isFor ? (language == .nl ? " (voor " : " (for ") : ""
        self.agent = first.prefix(Self.limit / 4)
        let linkLength = isFor ? link.utf8CodeUnitCount + self.agent.count + 1 : 0
        let lastWord =
            name.count - (name.lastIndex(of: " ").map { name.distance(from: name.startIndex, to: $0) + 1 } ?? 0)
        let left = Self.limit - linkLength - min(max(lastWord, 3), Self.leastOfClient)
        initial = gap == nil ? nil : contactWords.first
        let contactStart = contactWords.isEmpty ? 0 : 2 + (initial == nil ? 0 : 3)
        self.contact = contactWords.isEmpty ? "" : rest.prefix(max(left - contactStart, 0))
        let contactLength = self.contact.isEmpty ? 0 : contactStart + self.contact.count
        let room = Self.limit - linkLength - contactLength
        (client, isCut) = Self.shortened(name[...], to: room)
    }

    /// The last words of a name that fit: the beginnings of schools' names are alike, and their ends are not.
    private static func shortened(_ name: Substring, to room: Int) -> (Substring, isCut: Bool) {
        guard name.count > room else { return (name, false) }
        // One more than fits, so that a word that fits to its beginning is seen.
        let tail = name.suffix(room + 1)
        guard let gap = tail.firstIndex(of: " "), tail.index(after: gap) < tail.endIndex else {
            return (name.suffix(max(room - 1, 1)), true)
        }
        return (tail[tail.index(after: gap)...], false)
    }

    /// The bytes, one after the other; control characters are blanks.
    package func forEachByte(_ body: (UInt8) -> Void) {
        func write(_ text: Substring) {
            for unit in text.utf8 { body(unit < 0x20 || unit == 0x7F ? 0x20 : unit) }
        }
        if isCut { write("…") }
        write(client)
        if !contact.isEmpty {
            write(": ")
            if let initial {
                for unit in initial.utf8 { body(unit < 0x20 || unit == 0x7F ? 0x20 : unit) }
                write(". ")
            }
            write(contact)
        }
        guard !agent.isEmpty else { return }
        link.withUTF8Buffer { $0.forEach(body) }
        write(agent)
        body(UInt8(ascii: ")"))
    }

    package var text: String {
        var bytes: [UInt8] = []
        forEachByte { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
