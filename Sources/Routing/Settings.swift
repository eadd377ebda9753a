package import Foundation
package import Time

/// What `majord.yaml` says of the service as a whole.
///
/// A setting is declared here, with the value that it has where the file says nothing. Its key, and how it is read, is a row of
/// `SettingsReader.settings` in DirectoryFiles; what a reload says to have changed follows from that row.
package struct Settings: Sendable {
    /// ISO 3166 code of the region in whose national form numbers are written, such as `NL`.
    package var region = "NL"
    package var timeZone: TimeZone
    /// The Major Accounts numbers: calls to any other are passed on.
    package var exclusiveNumbers: [ExclusiveNumber] = []
    /// How long each target rings before the next is tried.
    package var ring = Milliseconds.seconds(20)
    package var whenBusy = WhenBusy.backup
    /// After how long a call without an end stops counting as busy.
    package var maxCall = Milliseconds.hours(4)
    package var overflow: Overflow
    package var levels: [ServiceLevel] = []
    package var capacity = Capacity()
    package var retention = Retention()
    package var logNumbers = LogNumbers.masked
    /// Of texts for people where nothing else says so, such as those for the displays of desk phones.
    package var language = Language.en

    /// Where morning ends and afternoon begins, when people type days and times.
    package var noon = LocalTime.noon

    /// Settings of which the file says only what it has to.
    package init(timeZone: TimeZone, overflow: Overflow) {
        self.timeZone = timeZone
        self.overflow = overflow
    }

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
}
