import Logging
import Records
package import Routing
import Time

extension Switchboard {
    /// Settles the calls of which it may be known by now what their callers got. To be called every second or so.
    package func settleCalls() async {
        guard isTeller else { return }
        let missedCalls = missedCalls
        if await BackgroundThread.run("majord-settle", { missedCalls.settle() }) { noteChange() }
    }

    /// Missed calls: the open ones in the order in which they were missed, or with closed ones the newest first. All for managers, those of his
    /// clients for an agent.
    ///
    /// - Parameters:
    ///   - client: Only his.
    ///   - isOwn: Only those of clients for whom the requester, an agent, stands.
    /// - Returns: Also whether there are more.
    package nonisolated func missedCalls(
        client: String? = nil, isOwn: Bool, areClosedTold: Bool, by requester: Requester
    ) async throws(CaseRefusal) -> (missed: [MissedCall], areMore: Bool) {
        let limit = 200
        if requester.isWall, client == nil, !areClosedTold { return (missedCalls.open, false) }
        var allowed = try await clients(client, requester, .workForClient)
        if isOwn, let own = requester.agent(in: table)?.agent.id {
            let (table, instant) = (table, now())
            let ownClients = table.clients.filter { table.stands(own, for: $0, at: instant) }.map(\.client.id)
            allowed = allowed.map { $0.filter(ownClients.contains) } ?? ownClients
        }
        guard areClosedTold else {
            return (missedCalls.open.filter { missed in allowed.map { $0.contains(missed.client) } ?? true }, false)
        }
        let (records, query) = (ledger.missed, MissedQuery(clients: allowed, limit: limit + 1))
        let read = await BackgroundThread.run("majord-missed") {
            Result { () throws(LedgerError) in try records.missedCalls(query) }
        }
        do throws(LedgerError) {
            let found = try read.get()
            return (Array(found.prefix(limit)), found.count > limit)
        } catch {
            throw .ledger(error)
        }
    }

    /// Closes a missed call by hand.
    ///
    /// - Parameter name: Its number, as somebody has written it.
    package func closeMissedCall(
        _ name: String, note: String?, by requester: Requester
    ) async throws(CaseRefusal) -> MissedCall {
        let allowed = try await clients(nil, requester, .workForClient)
        // Of a client that is none of his it is not told whether there is such a call.
        guard let id = AbsenceNumber.read(name), let missed = try await missedCall(id),
            allowed.map({ $0.contains(missed.client) }) ?? true
        else { throw .unknownMissedCall(name) }
        if let closing = missed.closing { throw .doneMissedCall(name, closing) }
        try checkCase(note: note)
        let (missedCalls, user) = (missedCalls, requester.user)
        let closed = await BackgroundThread.run("majord-missed") {
            Result { () throws(LedgerError) in try missedCalls.close(id, by: user, note: note) }
        }
        do throws(LedgerError) {
            let closed = try closed.get()
            noteChange()
            logger.report(
                .missedClosed, "Missed call \(id) is done, says \(requester.user)",
                requester.fields.merging(["missed": "\(id)", "client": "\(missed.client)", "how": "by-hand"]) {
                    own, _ in own
                })
            return closed
        } catch {
            tellRefusal("The ledger refused a change", error)
            if case .unknownMissedCall = error { throw .unknownMissedCall(name) }
            throw .ledger(error)
        }
    }

    /// One that is open, or was.
    private nonisolated func missedCall(_ id: Int64) async throws(CaseRefusal) -> MissedCall? {
        if let open = missedCalls.open.first(where: { $0.id == id }) { return open }
        let records = ledger.missed
        let read = await BackgroundThread.run("majord-missed") {
            Result { () throws(LedgerError) in try records.missedCalls(MissedQuery(id: id, limit: 1)) }
        }
        do throws(LedgerError) {
            return try read.get().first
        } catch {
            throw .ledger(error)
        }
    }
}
