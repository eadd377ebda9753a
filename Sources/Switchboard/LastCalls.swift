import Records
package import Routing
import Time

/// Whose call it is: the client's, with who is at his end, as far as that is known.
package struct Served: Sendable, Equatable {
    package let client: ClientID
    package let contact: String?
    /// The number that called, or was dialled.
    package let caller: PhoneNumber?

    package init(client: ClientID, contact: String?, caller: PhoneNumber?) {
        (self.client, self.contact, self.caller) = (client, contact, caller)
    }

    /// Nil for a call that was no client's.
    init?(_ decided: CallRecord.Decided) {
        guard let client = decided.client else { return nil }
        self.init(client: client, contact: decided.contact, caller: decided.caller?.number)
    }

    init(_ dialled: CallRecord.Dialled) {
        self.init(client: dialled.client, contact: dialled.contact, caller: dialled.number)
    }

    /// The same without what is forgotten.
    func without(_ identifier: Erasure.Term.Identifier) -> Served {
        switch identifier {
        case .number(let number):
            caller == number ? Served(client: client, contact: contact, caller: nil) : self
        case .contact(let name, let owner):
            client == owner && contact.map { ContactName.isSame($0, name) } == true
                ? Served(client: client, contact: nil, caller: caller) : self
        }
    }
}

/// Why it is not known which client an agent spoke with last.
package enum NoClientsCall: Error {
    /// He had no call.
    case noCall
    /// His last one was no client's.
    case nobodys
    /// His last one was another site's, which alone knows whose it is.
    case elsewhere
}

/// The call that each agent had last: he answered it, or dialled it himself. What is told late comes in its own time.
struct LastCalls: Sendable {
    typealias Whose = Result<Served, NoClientsCall>

    private struct Last: Sendable {
        /// Nil for another site's.
        let call: RecentCalls.Key?
        var whose: Whose
        /// The last moment at which he is known to have had it.
        let instant: Instant
    }

    private var calls: [AgentID: Last] = [:]

    subscript(agent: AgentID) -> Whose { calls[agent]?.whose ?? .failure(.noCall) }

    /// An agent has a call, or had it until then.
    ///
    /// - Parameters:
    ///   - call: Nil for another site's.
    ///   - present: A call of the future, such as a clock that was wrong gives, is not the last.
    mutating func note(
        _ agent: AgentID, _ call: RecentCalls.Key?, _ whose: Whose, at instant: Instant, now present: Instant
    ) {
        if let last = calls[agent], last.instant > instant, last.instant <= present {
            // Whose call it is may be told after he had it.
            if call != nil, last.call == call { calls[agent]?.whose = whose }
            return
        }
        calls[agent] = Last(call: call, whose: whose, instant: instant)
    }

    /// An agent had a call before the daemon was started. The newest are taken up first, and what has been told since comes before them.
    mutating func takeUp(_ agent: AgentID, _ call: RecentCalls.Key, _ whose: Whose, at instant: Instant) {
        if let last = calls[agent], last.instant >= instant { return }
        calls[agent] = Last(call: call, whose: whose, instant: instant)
    }

    mutating func forget(_ identifier: Erasure.Term.Identifier) {
        for (agent, last) in calls {
            calls[agent]?.whose = last.whose.map { $0.without(identifier) }
        }
    }
}

extension LastCalls.Whose {
    /// - Parameter served: Nil for a call that is no client's.
    init(_ served: Served?) { self = served.map(Self.success) ?? .failure(.nobodys) }
}
