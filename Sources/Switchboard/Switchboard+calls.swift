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
        /// Only those behind this one.
        package var before: CallPosition?
        package var limit: Int

        package init(
            client: String? = nil, agent: String? = nil, outcome: String? = nil, from: Instant? = nil,
            until: Instant? = nil, before: CallPosition? = nil, limit: Int = 200
        ) {
            self.client = client
            self.agent = agent
            self.outcome = outcome
            self.from = from
            self.until = until
            self.before = before
            self.limit = limit
        }
    }

    /// A call as it is told.
    package struct ToldCall: Sendable {
        package let record: CallRecord
        package let outcome: CallRecord.Outcome
        package let missed: Int64?
        package let position: CallPosition
    }

    /// So many are read together.
    private static let callsTogether = 500
    /// So many are looked through for an outcome at the most.
    private static let callsLookedThrough = 200_000

    /// Calls, the newest first: all for managers, those of his clients and his own for an agent.
    ///
    /// - Returns: Also where one goes on; nil where there are no more.
    package nonisolated func calls(
        _ wish: CallsWish, by requester: Requester
    ) async throws(CaseRefusal) -> (calls: [ToldCall], next: CallPosition?) {
        var query = CallQuery(
            from: wish.from, until: wish.until, before: wish.before, limit: Self.callsTogether)
        query.clients = try await clients(wish.client, requester, .seeCalls)
        if let name = wish.agent {
            query.agent = try await recordedAgent(name, requester)
        }
        let (calls, present, maxCall) = (ledger.calls, now(), table.directory.settings.maxCall)
        let (asked, outcome, limit) = (query, wish.outcome, wish.limit)
        let read = await BackgroundThread.run("majord-calls") {
            Result { () throws(LedgerError) -> ([ToldCall], CallPosition?) in
                var (query, found, looked): (CallQuery, [ToldCall], Int) = (asked, [], 0)
                while found.count <= limit {
                    let some = try calls.calls(query)
                    looked += some.count
                    for call in some {
                        let what = call.record.outcome(at: present, maxCall: maxCall)
                        guard outcome == nil || what.word == outcome else { continue }
                        found.append(
                            ToldCall(
                                record: call.record, outcome: what, missed: call.missed, position: call.position))
                    }
                    guard some.count == query.limit, let last = some.last else { return (found, nil) }
                    query.before = last.position
                    // Whoever wants more goes on from here.
                    if looked >= Self.callsLookedThrough { return (found, last.position) }
                }
                return (found, nil)
            }
        }
        do throws(LedgerError) {
            let (found, reached) = try read.get()
            return found.count > limit
                ? (Array(found.prefix(limit)), found[limit - 1].position) : (found, reached)
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
                    let one = ToldCall(
                        record: call.record, outcome: outcome, missed: call.missed, position: call.position)
                    told.append((one, version))
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
