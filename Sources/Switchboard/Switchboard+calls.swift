import Records
package import Routing
package import Time

/// What came, who got it, and why: from the records, on threads that nobody waits for.
extension Switchboard {
    /// Which calls somebody asks for; what is nil limits nothing.
    package struct CallsWish: Sendable {
        package var client: String?
        package var agent: String?
        /// As `CallRecord.Outcome.word`.
        package var outcome: String?
        package var from: Instant?
        package var until: Instant?
        package var limit: Int

        package init(
            client: String? = nil, agent: String? = nil, outcome: String? = nil, from: Instant? = nil,
            until: Instant? = nil, limit: Int = 200
        ) {
            self.client = client
            self.agent = agent
            self.outcome = outcome
            self.from = from
            self.until = until
            self.limit = limit
        }
    }

    /// A call as it is told.
    package struct ToldCall: Sendable {
        package let record: CallRecord
        package let outcome: CallRecord.Outcome
        package let missed: Int64?
    }

    /// So many are read together.
    private static let callsTogether = 500
    /// So many are looked through for an outcome at the most.
    private static let callsLookedThrough = 200_000

    /// Calls, the newest first: all for managers, those of his clients and his own for an agent.
    ///
    /// - Returns: Also whether there are more.
    package nonisolated func calls(
        _ wish: CallsWish, by requester: Requester
    ) async throws(CaseRefusal) -> (calls: [ToldCall], areMore: Bool) {
        var query = CallQuery(from: wish.from, until: wish.until, limit: Self.callsTogether)
        query.clients = try await clients(wish.client, requester, .seeCalls)
        if let name = wish.agent {
            query.agent = try await recordedAgent(name, requester)
        }
        let (calls, present, maxCall) = (ledger.calls, now(), table.directory.settings.maxCall)
        let (asked, outcome, limit) = (query, wish.outcome, wish.limit)
        let read = await BackgroundThread.run("majord-calls") {
            Result { () throws(LedgerError) in
                var (query, found, looked): (CallQuery, [ToldCall], Int) = (asked, [], 0)
                while found.count <= limit, looked < Self.callsLookedThrough {
                    let some = try calls.calls(query)
                    looked += some.count
                    for call in some {
                        let what = call.record.outcome(at: present, maxCall: maxCall)
                        guard outcome == nil || what.word == outcome else { continue }
                        found.append(ToldCall(record: call.record, outcome: what, missed: call.missed))
                    }
                    guard some.count == query.limit, let last = some.last else { break }
                    query.before = (last.record.noted, last.row)
                }
                return found
            }
        }
        do throws(LedgerError) {
            let found = try read.get()
            return (Array(found.prefix(limit)), found.count > limit)
        } catch {
            throw .ledger(error)
        }
    }

    /// The calls with an id of the PBX or of a decision, the newest first, each with the version of the directory that decided it.
    package nonisolated func calls(
        named name: String, by requester: Requester
    ) async throws(CaseRefusal) -> [(call: ToldCall, version: (number: Int64, since: Instant)?)] {
        let clients = try await clients(nil, requester, .seeCalls)
        let (calls, directories, present) = (ledger.calls, ledger.directories, now())
        let maxCall = table.directory.settings.maxCall
        let read = await BackgroundThread.run("majord-calls") {
            Result { () throws(LedgerError) in
                var told: [(call: ToldCall, version: (number: Int64, since: Instant)?)] = []
                for call in try calls.calls(named: name, limit: 50) {
                    let outcome = call.record.outcome(at: present, maxCall: maxCall)
                    let version = try directories.version(at: call.record.noted)
                    told.append((ToldCall(record: call.record, outcome: outcome, missed: call.missed), version))
                }
                return told
            }
        }
        do throws(LedgerError) {
            let own = try read.get().filter { told in
                guard let clients else { return true }
                return told.call.record.client.map(clients.contains) ?? false
            }
            guard !own.isEmpty else { throw LedgerError.unknownCall(name) }
            return own
        } catch {
            if case .unknownCall(let name) = error { throw .unknownCall(name) }
            throw .ledger(error)
        }
    }

    /// The clients of whom somebody may see what is recorded; nil: all.
    ///
    /// - Parameter right: What he lacks who may not.
    nonisolated func clients(
        _ name: String?, _ requester: Requester, _ right: Right
    ) async throws(CaseRefusal) -> [ClientID]? {
        let (table, instant) = (table, now())
        guard requester.isManager || requester.agent(in: table) != nil else { throw .notAllowed(right) }
        if let name {
            let client = ClientID(name)
            guard table.client(client) != nil else {
                guard requester.isManager, try await isRecorded(client) else {
                    throw .unknownClient(name, nearest: Self.nearestClient(to: name, table))
                }
                return [client]
            }
            guard requester.worksFor(client, in: table, at: instant) else { throw .notAllowed(right) }
            return [client]
        }
        guard !requester.isManager else { return nil }
        return table.clients.map(\.client.id).filter { requester.worksFor($0, in: table, at: instant) }
    }
}

extension CallRecord {
    /// Whose call it was, where that was known, or whom an agent dialled.
    package var client: ClientID? { decided?.client ?? dialled?.client }
}
