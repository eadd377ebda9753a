package import Routing
package import Time

/// A line for the display of the phone that rings: whose call it is, `Noord: K. Smit (for Joke)`.
///
/// Every answer has one, so it is found as places in the names, and no text is put together for it.
package struct PhoneDisplay: Sendable {
    /// What a desk phone shows of a caller's name.
    package static let limit = 40
    /// So much of the client's name is shown at least.
    private static let leastOfClient = 10

    /// A name, and the bytes of it that are shown.
    private struct Piece: Sendable {
        let name: String
        let bytes: Range<Int>

        func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
            guard !bytes.isEmpty else { return }
            _ = name.utf8.withContiguousStorageIfAvailable {
                body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[bytes]))
            }
        }
    }

    private let client: Piece
    private let isCut: Bool
    /// The initial of a contact's first name, where there are others behind it.
    private let initial: Piece
    private let contact: Piece
    private let link: StaticString
    /// The first name of whose call it would be.
    private let agent: Piece
    /// Whether the bytes are shown as they are; else those that steer a screen become blanks, and `|` becomes `/`.
    package let isPlain: Bool

    /// Nil for a call of nobody who is known.
    ///
    /// - Parameter primary: Whose call it would be, where that is said.
    package init?(_ answer: Decision.Answer, insteadOf primary: AgentEntry?) {
        guard let client = answer.client?.client.name else { return nil }
        self.init(client: client, contact: answer.contactName, insteadOf: primary?.agent.name, answer.language)
    }

    package init(client name: String, contact: String?, insteadOf agent: String?, _ language: Language) {
        let (clientName, contactName, agentName) = (name, contact ?? "", agent ?? "")
        let (clientLetters, contactLetters, agentLetters) = (
            Letters(clientName), Letters(contactName), Letters(agentName)
        )
        isPlain = clientLetters.isPlain && contactLetters.isPlain && agentLetters.isPlain

        let firstName = agentLetters.firstBlank() ?? agentLetters.byteCount
        let shownAgent = 0..<min(firstName, agentLetters.end(of: Self.limit / 4, from: 0))
        link = shownAgent.isEmpty ? "" : language == .nl ? " (voor " : " (for "
        let linkLength =
            shownAgent.isEmpty ? 0 : link.utf8CodeUnitCount + agentLetters.count(in: shownAgent) + 1
        self.agent = Piece(name: agentName, bytes: shownAgent)

        let gap = contactLetters.firstBlank()
        let firstLetter = gap.map { $0 > 0 } ?? false ? contactLetters.end(of: 1, from: 0) : 0
        let start = gap.map { $0 + 1 } ?? 0
        // `: ` before the contact, and `. ` behind an initial.
        let before = 2 + (firstLetter > 0 ? 3 : 0)
        let contactEnd = contactLetters.byteCount
        // A letter has a byte at least: nearly always that tells that all of it fits.
        let bytes = clientLetters.byteCount + linkLength + (contactEnd > start ? before + contactEnd - start : 0)
        guard bytes > Self.limit else {
            client = Piece(name: clientName, bytes: 0..<clientLetters.byteCount)
            isCut = false
            self.contact = Piece(name: contactName, bytes: start..<contactEnd)
            initial = Piece(name: contactName, bytes: 0..<(contactEnd > start ? firstLetter : 0))
            return
        }

        let lastWord = clientLetters.lastBlank.map { $0 + 1 } ?? 0
        let lastLength = clientLetters.count(in: lastWord..<clientLetters.byteCount)
        let left = Self.limit - linkLength - min(max(lastLength, 3), Self.leastOfClient)
        let end = contactEnd == 0 ? 0 : contactLetters.end(of: max(left - before, 0), from: start)
        let shownContact = start..<max(end, start)
        initial = Piece(name: contactName, bytes: 0..<(shownContact.isEmpty ? 0 : firstLetter))
        self.contact = Piece(name: contactName, bytes: shownContact)
        let contactLength = shownContact.isEmpty ? 0 : before + contactLetters.count(in: shownContact)
        let (shownClient, isCut) = Self.shortened(clientLetters, to: Self.limit - linkLength - contactLength)
        client = Piece(name: clientName, bytes: shownClient..<clientLetters.byteCount)
        self.isCut = isCut
    }

    /// Where the last words of a name begin that fit: the beginnings of schools' names are alike, and their ends are not.
    private static func shortened(_ name: Letters, to room: Int) -> (start: Int, isCut: Bool) {
        guard name.byteCount > room, name.count(in: 0..<name.byteCount) > room else { return (0, false) }
        // One more than fits, so that a word that fits to its beginning is seen.
        let tail = name.start(ofLast: room + 1)
        guard let gap = name.firstBlank(from: tail), gap + 1 < name.byteCount else {
            return (name.start(ofLast: max(room - 1, 1)), true)
        }
        return (gap + 1, false)
    }

    /// How many bytes there are.
    package var byteCount: Int {
        var count = 0
        forEachPiece { count &+= $0.count }
        return count
    }

    /// The bytes, one piece after the other.
    package func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
        func literal(_ text: StaticString) {
            text.withUTF8Buffer { body(UnsafeRawBufferPointer($0)) }
        }
        if isCut { literal("…") }
        client.withBytes(body)
        if !contact.bytes.isEmpty {
            literal(": ")
            if !initial.bytes.isEmpty {
                initial.withBytes(body)
                literal(". ")
            }
            contact.withBytes(body)
        }
        guard !agent.bytes.isEmpty else { return }
        literal(link)
        agent.withBytes(body)
        literal(")")
    }

    /// With blanks in place of what steers a screen, and without what parts a list of them.
    package var text: String {
        var bytes: [UInt8] = []
        forEachPiece { bytes += $0.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 == 0x7C ? 0x2F : $0 } }
        return String(decoding: bytes, as: UTF8.self)
    }
}
