package import Time

/// Something worth telling somebody at once: a line of an append-only list.
package struct Event: Hashable, Sendable {
    /// The words that are kept.
    package enum Kind: String, CaseIterable, Sendable {
        /// Nobody is there for a client in service, now or by a change that was made.
        case clientUncovered = "client-uncovered"
        case callMissed = "call-missed"
        /// Nobody has called back in time.
        case callOverdue = "call-overdue"
        /// A client's call in service went to the overflow at once.
        case overflowTaken = "overflow-taken"
        /// The directory has errors, and the one before stays in force.
        case directoryRefused = "directory-refused"
        /// majord was started with the last good directory.
        case directoryDegraded = "directory-degraded"
        /// The ledger could not be written for a while; told once it can be again.
        case ledgerUnavailable = "ledger-unavailable"
        /// The ledger was damaged and set aside.
        case ledgerSetAside = "ledger-set-aside"
        case calendarStale = "calendar-stale"
        case calendarRefused = "calendar-refused"
        /// Leave was asked for that a manager has to decide.
        case requestWaiting = "request-waiting"
        /// Nobody has decided it, and it begins soon.
        case requestUrgent = "request-urgent"
        case deputyNamed = "deputy-named"
        /// A client's next pair takes over soon.
        case handoverAhead = "handover-ahead"
        case agreementEnding = "agreement-ending"
        case phoneUnreachable = "phone-unreachable"
        /// An absence cannot take effect, because the directory does not have its agent any more.
        case absenceOrphaned = "absence-orphaned"

        /// Whether it tells of something that holds for a while: once, until it is over.
        package var isCondition: Bool {
            switch self {
            case .clientUncovered, .directoryRefused, .directoryDegraded, .calendarStale, .calendarRefused,
                .requestUrgent, .handoverAhead, .agreementEnding, .absenceOrphaned:
                true
            case .callMissed, .callOverdue, .overflowTaken, .ledgerUnavailable, .ledgerSetAside, .requestWaiting,
                .deputyNamed, .phoneUnreachable:
                false
            }
        }

        /// Whether those are told whom it is about, and not managers alone.
        package var concernsAgents: Bool {
            switch self {
            case .clientUncovered, .callMissed, .callOverdue, .overflowTaken, .deputyNamed, .handoverAhead,
                .agreementEnding, .phoneUnreachable, .calendarStale, .calendarRefused:
                true
            case .directoryRefused, .directoryDegraded, .ledgerUnavailable, .ledgerSetAside, .requestWaiting,
                .requestUrgent, .absenceOrphaned:
                false
            }
        }
    }

    /// What it is about; what is nil it is not about.
    package struct About: Hashable, Sendable {
        package var client: ClientID?
        package var agent: AgentID?
        /// An absence's or a request's number.
        package var absence: Int64?
        package var deputyship: Int64?
        package var missed: Int64?
        package var file: Int64?
        /// The time that it is about, as of a gap; of one that has no end only the start.
        package var start: Instant?
        package var end: Instant?
        /// In words for people, such as why a directory was refused.
        package var detail: String?

        package init(
            client: ClientID? = nil, agent: AgentID? = nil, absence: Int64? = nil, deputyship: Int64? = nil,
            missed: Int64? = nil, file: Int64? = nil, start: Instant? = nil, end: Instant? = nil, detail: String? = nil
        ) {
            self.client = client
            self.agent = agent
            self.absence = absence
            self.deputyship = deputyship
            self.missed = missed
            self.file = file
            self.start = start
            self.end = end
            self.detail = detail
        }
    }

    /// Later events have greater ones.
    package let number: Int64
    package let at: Instant
    package let kind: Kind
    package let about: About

    package init(number: Int64, at: Instant, kind: Kind, about: About) {
        self.number = number
        self.at = at
        self.kind = kind
        self.about = about
    }
}
