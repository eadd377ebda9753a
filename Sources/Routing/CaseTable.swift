package import Time

/// The open cases of a roster by client, ready to be asked who comes first for a call.
struct CaseTable: Sendable {
    /// A case with the position of its holder.
    private struct Entry: Sendable {
        let file: CaseFile
        let holder: Int
        let pinnedUntil: Instant
    }

    /// By the client's position, the newest first.
    private var ofClients: [Int: [Entry]] = [:]

    /// Whether no case pins anybody.
    var isEmpty: Bool { ofClients.isEmpty }

    /// Cases of clients, or with holders, whom the directory does not have pin nobody.
    ///
    /// - Parameter pin: How long a case pins that nobody touches.
    init(_ cases: [Case], _ positions: Positions, pin: Milliseconds) {
        for file in cases.sorted(by: { $0.id > $1.id }) {
            guard let client = positions.clients[file.client], let holder = positions.agents[file.holder] else {
                continue
            }
            ofClients[client, default: []].append(
                Entry(file: CaseFile(file), holder: holder, pinnedUntil: file.pinned(for: pin)))
        }
    }

    /// Gives a client these cases in the place of those that it has.
    mutating func replace(_ cases: [Case], of client: Int, _ positions: Positions, pin: Milliseconds) {
        let entries = cases.sorted { $0.id > $1.id }.compactMap { file in
            positions.agents[file.holder].map {
                Entry(file: CaseFile(file), holder: $0, pinnedUntil: file.pinned(for: pin))
            }
        }
        ofClients[client] = entries.isEmpty ? nil : entries
    }

    /// Those who hold a client's cases and come first for a call: first the holders of cases of this contact or caller, then those of cases
    /// without a contact, of these the primary before the others; the newest case first.
    ///
    /// - Parameter caller: Who calls, where that is a number.
    func forEachHolder(
        of client: Int, contact: String?, caller: PhoneNumber?, primary: Int?, at instant: Instant,
        _ body: (_ holder: Int, _ file: CaseFile) -> Void
    ) {
        guard let cases = ofClients[client] else { return }
        func isOwn(_ file: Case) -> Bool {
            file.contact != nil && file.contact == contact || file.caller != nil && file.caller == caller
        }
        let pinning = cases.filter { instant < $0.pinnedUntil }
        for entry in pinning where isOwn(entry.file.file) { body(entry.holder, entry.file) }
        let others = pinning.filter { $0.file.file.contact == nil && !isOwn($0.file.file) }
        for entry in others where entry.holder == primary { body(entry.holder, entry.file) }
        for entry in others where entry.holder != primary { body(entry.holder, entry.file) }
    }
}

/// An open case as a decision refers to it.
package final class CaseFile: Sendable {
    package let file: Case

    init(_ file: Case) {
        self.file = file
    }
}

extension AgentEntry {
    /// When an agent is back who is away for longer than a day; `.latest` where that is not known. Nil where he is not.
    package func longAbsenceEnd(at instant: Instant) -> Instant? {
        guard let end = absenceEnd(at: instant), end.since(instant) > .days(1) else { return nil }
        return end
    }
}
