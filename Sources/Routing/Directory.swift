package import Foundation
package import Time

/// Agents, clients, numbers, agreements, levels, exclusive numbers and overflow targets: what ops configured.
package struct Directory: Sendable {
    /// ISO 3166 code of the region in whose national form numbers are written, such as `NL`.
    package var region: String
    package var timeZone: TimeZone
    /// The Major Accounts numbers: calls to any other are passed on.
    package var exclusiveNumbers: [PhoneNumber]
    /// How long each target rings before the next is tried.
    package var ring: Milliseconds
    package var whenBusy: WhenBusy
    /// After how long a call without an end stops counting as busy.
    package var maxCall: Milliseconds
    package var overflow: Overflow
    package var levels: [ServiceLevel]
    package var capacity: Capacity
    package var retention: Retention
    package var logNumbers: LogNumbers
    /// Of texts for people where nothing else says so, such as those for the displays of desk phones.
    package var language: Language
    package var agents: [Agent]
    package var clients: [Client]

    /// What happens to a call whose agent is on a Major Accounts call.
    package enum WhenBusy: String, CaseIterable, Sendable {
        /// The call goes to the other agent.
        case backup
        /// The agent's phone rings all the same.
        case ring
    }

    /// How telephone numbers appear in the journal.
    package enum LogNumbers: String, CaseIterable, Sendable {
        case masked, full, none
    }

    /// How long the ledger keeps what it knows of calls.
    package struct Retention: Hashable, Sendable {
        package var calls: Milliseconds
        package var numbers: Milliseconds

        package init(calls: Milliseconds = .days(400), numbers: Milliseconds = .days(90)) {
            self.calls = calls
            self.numbers = numbers
        }
    }

    package init(
        region: String = "NL", timeZone: TimeZone, exclusiveNumbers: [PhoneNumber], ring: Milliseconds = .seconds(20),
        whenBusy: WhenBusy = .backup, maxCall: Milliseconds = .hours(4), overflow: Overflow,
        levels: [ServiceLevel] = [], capacity: Capacity = Capacity(), retention: Retention = Retention(),
        logNumbers: LogNumbers = .masked, language: Language = .en, agents: [Agent] = [], clients: [Client] = []
    ) {
        self.region = region
        self.timeZone = timeZone
        self.exclusiveNumbers = exclusiveNumbers
        self.ring = ring
        self.whenBusy = whenBusy
        self.maxCall = maxCall
        self.overflow = overflow
        self.levels = levels
        self.capacity = capacity
        self.retention = retention
        self.logNumbers = logNumbers
        self.language = language
        self.agents = agents
        self.clients = clients
    }
}
