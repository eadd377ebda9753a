import Records
import Routing
import ShownText
import Wording

/// Cases that agents open and close by feature codes, during a call or after it.
extension Switchboard {
    /// Opens a case of the client whose call the agent has, or had last.
    func openCase(
        of agent: Agent, _ reference: String?, _ words: DeskPhoneWords, by requester: Requester
    ) async -> DeskPhoneAnswer {
        let served: Served
        do throws(NoClientsCall) {
            served = try desk.lastCall(of: agent.id)
        } catch {
            return Self.refused(error, words)
        }
        let wish = CaseWish(
            client: served.client.description, holder: agent.id.description, reference: reference,
            contact: known(served), caller: served.caller)
        do throws(CaseRefusal) {
            let opened = try await openCase(wish, by: requester)
            return DeskPhoneAnswer(
                sentence: words.caseOpened(opened.file.name.shown, client: name(served.client), isNew: opened.isNew),
                state: "open")
        } catch {
            return refused(error, words)
        }
    }

    /// Closes the case with the reference, or else the newest that the agent holds of the client whose call he has, or had last.
    func closeCase(
        of agent: Agent, _ reference: String?, _ words: DeskPhoneWords, by requester: Requester
    ) async -> DeskPhoneAnswer {
        let name: CaseName
        if let reference {
            name = CaseName(reference)
        } else {
            let served: Served
            do throws(NoClientsCall) {
                served = try desk.lastCall(of: agent.id)
            } catch {
                return Self.refused(error, words)
            }
            let own = table.roster.cases.filter { $0.client == served.client && $0.holder == agent.id }
            let file = own.last { Self.isOf($0, served) } ?? own.last
            guard let file else { return Self.refused(words.noCase(of: self.name(served.client))) }
            name = .number(file.id)
        }
        do throws(CaseRefusal) {
            let closed = try await closeCase(name, by: requester)
            return DeskPhoneAnswer(
                sentence: words.caseClosed(closed.file.name.shown, client: self.name(closed.file.client)),
                state: "closed")
        } catch {
            return refused(error, words)
        }
    }

    /// The contact, where the directory has him still.
    private func known(_ served: Served) -> String? {
        let contacts = table.client(served.client)?.client.contacts.map(\.name) ?? []
        return served.contact.flatMap { contacts.contains($0) ? $0 : nil }
    }

    private func name(_ client: ClientID) -> String {
        table.client(client)?.client.name ?? client.description
    }

    /// Whether a case is about who was on the phone.
    private static func isOf(_ file: Case, _ served: Served) -> Bool {
        served.contact.map { $0 == file.contact } == true || served.caller.map { $0 == file.caller } == true
    }

    private static func refused(_ reason: NoClientsCall, _ words: DeskPhoneWords) -> DeskPhoneAnswer {
        switch reason {
        case .noCall: refused(words.noCallBefore)
        case .nobodys: refused(words.lastCallNobodys)
        case .elsewhere: refused(words.lastCallElsewhere)
        }
    }

    private static func refused(_ sentence: String) -> DeskPhoneAnswer {
        DeskPhoneAnswer(sentence: sentence, state: "refused")
    }

    private func refused(_ refusal: CaseRefusal, _ words: DeskPhoneWords) -> DeskPhoneAnswer {
        switch refusal {
        case .ledger: Self.refused(words.notNow)
        case .unknownCase(let name): Self.refused(words.unknownCase(name.shown))
        case .closedCase(_, let kept):
            Self.refused(words.closedAlready(kept.file.name.shown, client: self.name(kept.file.client)))
        case .invalidReference: Self.refused(words.invalidReference)
        case .referenceTaken(let file, let client): Self.refused(words.caseOfAnother(file.name.shown, client: client))
        case .notAllowed: Self.refused(words.notYourClient)
        default: Self.refused(words.notPossible)
        }
    }
}
