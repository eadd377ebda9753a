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
    /// For how long after a call its agent comes behind the other of the pair; zero: not at all.
    package var wrapUp = Milliseconds(0)
    package var diverted = Diverted.caller
    /// A case that nobody touches for so long pins nobody.
    package var pin = Milliseconds.days(14)
    /// Of service time: when a missed call is overdue.
    package var callbackWithin = Milliseconds.hours(1)
    package var overflow: Overflow
    package var levels: [ServiceLevel] = []
    package var capacity = Capacity()
    package var retention = Retention()
    /// A sickness that lasts longer is asked after.
    package var reviewAfter = Milliseconds.days(14)
    /// A calendar that was read longer ago is stale.
    package var staleAfter = Milliseconds.days(7)
    package var logNumbers = LogNumbers.masked
    /// Of texts for people where nothing else says so, such as those for the displays of desk phones.
    package var language = Language.en
    package var managers: [Manager] = []
    /// Televisions that read who is there and which clients have nobody.
    package var walls: [Wall] = []
    /// Where the records are, in libpq's words; nil: in a file of the state folder. It counts at a start.
    package var records: String?
    /// By which people know this site, where records are in a database; nil: as the machine is called. It counts at a start.
    package var site: String?

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

    /// Whose number counts when a call was forwarded to the exclusive number.
    package enum Diverted: String, CaseIterable, Sendable {
        /// Who called first.
        case caller
        /// Who forwarded the call, where the PBX tells it.
        case diverter
    }

    /// How telephone numbers appear in the journal.
    package enum LogNumbers: String, CaseIterable, Sendable {
        case masked, full, none
    }

    /// How long the ledger keeps what it knows of calls and absences.
    package struct Retention: Hashable, Sendable {
        package var calls: Milliseconds
        package var numbers: Milliseconds
        /// Counted from their end.
        package var absences: Milliseconds
        package var events: Milliseconds

        package init(
            calls: Milliseconds = .days(400), numbers: Milliseconds = .days(90), absences: Milliseconds = .days(730),
            events: Milliseconds = .days(400)
        ) {
            self.events = events
            self.calls = calls
            self.numbers = numbers
            self.absences = absences
        }
    }
}
