package import Routing
package import Time

/// What is kept of cases; open ones are in the roster, too. The methods block, as those of `RosterRecords`.
package protocol CaseRecords: Sendable {
    /// Cases, those that were opened last first. Changes go on meanwhile.
    func cases(_ query: CaseQuery) throws(LedgerError) -> [KeptCaseFile]
}

/// A case, and how it was closed.
package struct KeptCaseFile: Sendable, Equatable {
    package let file: Case
    /// Nil while it is open.
    package let closed: (by: String, at: Instant)?

    package init(_ file: Case, closed: (by: String, at: Instant)?) {
        self.file = file
        self.closed = closed
    }

    package static func == (one: KeptCaseFile, other: KeptCaseFile) -> Bool {
        one.file == other.file && one.closed?.by == other.closed?.by && one.closed?.at == other.closed?.at
    }
}

/// Which cases are asked for; what is nil limits nothing.
package struct CaseQuery: Sendable, Equatable {
    package var clients: [ClientID]?
    package var holder: AgentID?
    package var id: Int64?
    package var reference: String?
    package var areClosedTold: Bool
    package var limit: Int

    package init(
        clients: [ClientID]? = nil, holder: AgentID? = nil, id: Int64? = nil, reference: String? = nil,
        areClosedTold: Bool = false, limit: Int = 200
    ) {
        self.clients = clients
        self.holder = holder
        self.id = id
        self.reference = reference
        self.areClosedTold = areClosedTold
        self.limit = limit
    }
}

/// Which calls are asked for; what is nil limits nothing.
package struct CallQuery: Sendable, Equatable {
    package var clients: [ClientID]?
    /// One who answered, or was to be dialled, or has dialled.
    package var agent: AgentID?
    package var from: Instant?
    package var until: Instant?
    /// Only those behind this one.
    package var before: CallPosition?
    package var limit: Int

    package init(
        clients: [ClientID]? = nil, agent: AgentID? = nil, from: Instant? = nil, until: Instant? = nil,
        before: CallPosition? = nil, limit: Int = 200
    ) {
        self.clients = clients
        self.agent = agent
        self.from = from
        self.until = until
        self.before = before
        self.limit = limit
    }
}

/// A call's record with the ledger's number of it, and the missed call of which it is part.
package struct KeptCall: Sendable, Equatable {
    package let row: Int64
    package let record: CallRecord
    package let missed: Int64?

    package var position: CallPosition { CallPosition(noted: record.noted, row: row) }
}
