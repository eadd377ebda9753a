import Logging
import Records
package import Routing
import ShownText
import Time
import Wording

extension Switchboard {
    /// What is wished for in a new case.
    package struct CaseWish: Sendable {
        package var client: String
        /// Who is to hold it; nil: the requester, or else the primary.
        package var holder: String?
        package var kind: Case.Kind
        package var reference: String?
        package var contact: String?
        package var caller: PhoneNumber?
        package var note: String?

        package init(
            client: String, holder: String? = nil, kind: Case.Kind = .incident, reference: String? = nil,
            contact: String? = nil, caller: PhoneNumber? = nil, note: String? = nil
        ) {
            self.client = client
            self.holder = holder
            self.kind = kind
            self.reference = reference
            self.contact = contact
            self.caller = caller
            self.note = note
        }
    }

    /// A case that was opened or changed, durable and in force.
    package struct CaseChanged: Sendable {
        /// As it is since, or of one that was closed as it was.
        package let file: Case
        /// False for one that was open under its reference already.
        package let isNew: Bool
        package let generation: UInt64
        /// Whether the note of the wish is a new one of this case.
        package var isNoted = false
    }

    /// How many bytes a note of a case has at the most.
    package static let caseNoteLimit = 2_000
    private static let referenceLimit = 100

    /// Whether a text may be a case's reference: one line that people can read, and no case's number.
    private static func isReference(_ text: String) -> Bool {
        guard isLine(text, limit: referenceLimit), case .reference = CaseName(text) else { return false }
        return true
    }

    /// Opens a case. One that is open under the reference is told, and has the note from then on: whoever asks twice gets the same.
    package func openCase(_ wish: CaseWish, by requester: Requester) async throws(CaseRefusal) -> CaseChanged {
        try await change { () throws(CaseRefusal) in
            let entry = try client(wish.client, requester)
            let reference = wish.reference.map(CaseName.folded)
            if let reference {
                guard Self.isReference(reference) else { throw .invalidReference }
                if let open = Self.open(reference, among: table.roster.cases) {
                    guard open.client == entry.client.id else {
                        // Whose it is is nothing for those who do not work for that client.
                        let isTold = requester.worksFor(open.client, in: table, at: now())
                        throw .referenceTaken(
                            open, clientName: isTold ? table.client(open.client)?.client.name : nil)
                    }
                    return try await opened(open, again: wish.note, by: requester)
                }
            }
            if let contact = wish.contact {
                let known = entry.client.contacts.map(\.name)
                guard known.contains(contact) else { throw .unknownContact(contact, of: entry.client, known: known) }
            }
            try checkCase(note: wish.note)
            let new = NewCase(
                client: entry.client.id, holder: try holder(of: wish, entry, requester), kind: wish.kind,
                reference: reference, contact: wish.contact, caller: wish.caller)
            let writing = RosterWriting(by: requester.user, at: now(), why: wish.note, [.open(new)])
            let made = try await writeCase(writing)
            let file = new.numbered(made.numbers.first ?? 0, by: requester.user, at: writing.instant)
            report(
                .caseOpened, "Case \(CaseName.numbered(file.id)) of \(entry.client.name) is open", file,
                made.generation, by: requester)
            return CaseChanged(
                file: file, isNew: true, generation: made.generation, isNoted: wish.note != nil)
        }
    }

    /// A case that is to be opened and is open: a note that it does not have yet is kept. A ticket system may say the same many times.
    private func opened(
        _ open: Case, again note: String?, by requester: Requester
    ) async throws(CaseRefusal) -> CaseChanged {
        try checkCase(note: note)
        guard let note, try await !hasNote(note, open) else {
            return CaseChanged(file: open, isNew: false, generation: table.generation)
        }
        var changed = try await writeNote(note, of: open, by: requester)
        changed.isNoted = true
        return changed
    }

    private func hasNote(_ note: String, _ file: Case) async throws(CaseRefusal) -> Bool {
        let (records, query) = (ledger.history, HistoryQuery(subject: .file(file.id), limit: 10_000))
        let read = await BackgroundThread.run("majord-history") {
            Result { () throws(LedgerError) in try records.changes(query) }
        }
        do throws(LedgerError) {
            return try read.get().contains { $0.why == note }
        } catch {
            throw .ledger(error)
        }
    }

    /// Gives a case to an agent: one of those who stand for the client takes it himself, a manager gives it to anybody.
    ///
    /// - Parameters:
    ///   - name: Which case, here and below.
    ///   - agent: Nil: the requester himself.
    package func giveCase(
        _ name: CaseName, to agent: String?, by requester: Requester
    ) async throws(CaseRefusal) -> CaseChanged {
        try await change { () throws(CaseRefusal) in
            let file = try await openFile(name, requester)
            let own = requester.agent(in: table)?.agent
            guard let agent = try agent.map({ name throws(CaseRefusal) in try self.agent(name) }) ?? own else {
                throw .noHolder
            }
            guard requester.isManager || agent.id == own?.id else { throw .notAllowed(.giveCases) }
            guard agent.id != file.holder else { throw .alreadyHolds(file, agent) }
            let generation = try await writeCase(
                RosterWriting(by: requester.user, at: now(), [.giveCase(file.id, to: agent.id)])
            ).generation
            let given = table.roster.cases.first { $0.id == file.id } ?? file
            report(
                .caseChanged, "Case \(CaseName.numbered(file.id)) is \(agent.name)'s from now on", given, generation,
                by: requester)
            return CaseChanged(file: given, isNew: false, generation: generation)
        }
    }

    /// Gives all cases of one agent to another, at once; the one need not be in the directory any more.
    package func giveCases(
        of name: String, to receiver: String, by requester: Requester
    ) async throws(CaseRefusal) -> [Case] {
        try await change { () throws(CaseRefusal) in
            guard requester.isManager else { throw .notAllowed(.giveCases) }
            let receiver = try agent(receiver)
            let holder = AgentID(name)
            let files = table.roster.cases.filter { $0.holder == holder }
            guard !files.isEmpty else {
                if table.agent(holder) == nil { _ = try agent(name) }
                throw .holdsNothing(holder)
            }
            guard holder != receiver.id else { throw .alreadyHolds(files[0], receiver) }
            let generation = try await writeCase(
                RosterWriting(by: requester.user, at: now(), files.map { .giveCase($0.id, to: receiver.id) })
            ).generation
            let given = table.roster.cases.filter { file in files.contains { $0.id == file.id } }
            for file in given {
                report(
                    .caseChanged, "Case \(CaseName.numbered(file.id)) is \(receiver.name)'s from now on", file,
                    generation, by: requester)
            }
            return given
        }
    }

    /// Notes something of a case, which is kept in its history.
    package func noteCase(
        _ name: CaseName, _ note: String, by requester: Requester
    ) async throws(CaseRefusal) -> CaseChanged {
        try await change { () throws(CaseRefusal) in
            let file = try await openFile(name, requester)
            try checkCase(note: note)
            return try await writeNote(note, of: file, by: requester)
        }
    }

    private func writeNote(
        _ note: String, of file: Case, by requester: Requester
    ) async throws(CaseRefusal) -> CaseChanged {
        let generation = try await writeCase(
            RosterWriting(by: requester.user, at: now(), why: note, [.noteCase(file.id)])
        ).generation
        let noted = table.roster.cases.first { $0.id == file.id } ?? file
        report(.caseChanged, "Something was noted of case \(file.id)", noted, generation, by: requester)
        return CaseChanged(file: noted, isNew: false, generation: generation)
    }

    /// Closes a case.
    package func closeCase(
        _ name: CaseName, note: String? = nil, by requester: Requester
    ) async throws(CaseRefusal) -> CaseChanged {
        try await change { () throws(CaseRefusal) in
            let file = try await openFile(name, requester)
            try checkCase(note: note)
            let generation = try await writeCase(
                RosterWriting(by: requester.user, at: now(), why: note, [.closeCase(file.id)])
            ).generation
            report(.caseClosed, "Case \(CaseName.numbered(file.id)) is closed", file, generation, by: requester)
            return CaseChanged(file: file, isNew: false, generation: generation)
        }
    }

    /// Who is to hold a new case.
    private func holder(
        of wish: CaseWish, _ entry: ClientEntry, _ requester: Requester
    ) throws(CaseRefusal) -> AgentID {
        let own = requester.agent(in: table)?.agent.id
        guard let name = wish.holder else { return own ?? entry.client.pair(on: table.clock.day(of: now())).primary }
        let agent = try agent(name)
        guard requester.isManager || agent.id == own || requester.phone == agent.phone else {
            throw .notAllowed(.giveCases)
        }
        return agent.id
    }

    /// An open case as somebody names it, of a client for which he works.
    private func openFile(_ name: CaseName, _ requester: Requester) async throws(CaseRefusal) -> Case {
        // Whether a case is there is told only to those who may see cases at all.
        guard requester.isManager || requester.agent(in: table) != nil || requester.phone != nil else {
            throw .notAllowed(.workForClient)
        }
        let named: KeptCaseFile?
        do throws(LedgerError) {
            named = try await caseFile(name)
        } catch {
            throw .ledger(error)
        }
        // Of a client that is none of his it is not told whether there is such a case.
        guard let kept = named, requester.worksFor(kept.file.client, in: table, at: now()) else {
            throw .unknownCase(name.text)
        }
        guard kept.closed == nil else { throw .closedCase(name.text, kept) }
        return kept.file
    }

    private func client(_ name: String, _ requester: Requester) throws(CaseRefusal) -> ClientEntry {
        guard let entry = table.client(ClientID(name)) else {
            guard requester.maySeeCoverage(table) else { throw .notAllowed(.workForClient) }
            throw .unknownClient(name, nearest: Self.nearestClient(to: name, table))
        }
        guard requester.worksFor(entry.client.id, in: table, at: now()) else { throw .notAllowed(.workForClient) }
        return entry
    }

    private func agent(_ name: String) throws(CaseRefusal) -> Agent {
        guard let agent = table.agent(AgentID(name))?.agent else {
            throw .unknownAgent(name, known: table.agents.map(\.agent.id.description))
        }
        return agent
    }

    static func nearestClient(to name: String, _ table: RoutingTable) -> String? {
        NearestWord.nearest(to: name, among: table.directory.clients.map(\.id.description))
    }

    func checkCase(note: String?) throws(CaseRefusal) {
        guard let note else { return }
        guard Self.isLine(note, limit: Self.caseNoteLimit) else { throw .invalidNote }
    }

    private static func isLine(_ text: String, limit: Int) -> Bool {
        // U+FFFD stands for what was no UTF-8.
        text.utf8.count <= limit && text.isShowable && !text.unicodeScalars.contains("\u{FFFD}")
            && !text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.isInvisible }
    }

    private func writeCase(_ writing: RosterWriting) async throws(CaseRefusal) -> Made<Void> {
        do throws(LedgerError) {
            return try await commit(writing) { _, _ in ((), []) }
        } catch {
            throw .ledger(error)
        }
    }

    private func report(
        _ message: JournalMessage, _ text: String, _ file: Case, _ generation: UInt64, by requester: Requester
    ) {
        var fields: Logger.Metadata = [
            "case": "\(file.id)", "client": "\(file.client)", "agent": "\(file.holder)", "generation": "\(generation)",
        ]
        if let reference = file.reference { fields["reference"] = "\(reference)" }
        logger.report(message, text, requester.fields.merging(fields) { own, _ in own })
    }
}
