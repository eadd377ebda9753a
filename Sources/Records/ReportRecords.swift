package import Routing
package import Time

/// What reports read of the records. The methods block; calls and changes go on meanwhile.
package protocol ReportRecords: Sendable {
    /// The next calls of a time in the order in which they were noted, told one by one: a report looks at very many, and keeps none.
    ///
    /// - Parameters:
    ///   - client: Only his; nil: all.
    ///   - place: Behind this one; nil: from the first on.
    ///   - limit: So many at the most, that nobody else waits long who reads.
    ///   - take: Takes a call, and who called where nobody knows him.
    /// - Returns: Where it goes on; nil where there are no more.
    func calls(
        of client: ClientID?, in interval: Interval, behind place: CallPlace?, limit: Int,
        _ take: (CallFacts, PhoneNumber?) -> Void
    ) throws(LedgerError) -> CallPlace?

    /// The missed calls whose first call came in an interval.
    func missedCalls(of client: ClientID?, in interval: Interval) throws(LedgerError) -> [MissedCall]

    /// The cases that were open at some time of an interval.
    func cases(of client: ClientID?, in interval: Interval) throws(LedgerError) -> [KeptCaseFile]

    /// Everybody's absences and deputyships of an interval, as they are known now.
    func roster(over interval: Interval) throws(LedgerError) -> Roster

    /// The versions of the directory that decided in an interval, with when each began to, in order.
    func versions(over interval: Interval) throws(LedgerError) -> [(number: Int64, since: Instant)]

    /// Whether there are calls, missed calls or cases of a client.
    func isRecorded(_ client: ClientID) throws(LedgerError) -> Bool

    /// Whether an agent has answered or dialled a call, holds or held a case, or was away.
    func isRecorded(_ agent: AgentID) throws(LedgerError) -> Bool

    /// When the records begin: with the first directory or the first call that is kept; nil: there are none.
    func begin() throws(LedgerError) -> Instant?

    /// A version of the directory.
    func directory(version: Int64) throws(LedgerError) -> KeptDirectory?
}

/// Where a call stands among those of a report.
package struct CallPlace: Sendable, Equatable {
    package let noted: Instant
    let row: Int64
}
