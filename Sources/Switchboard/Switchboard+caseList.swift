package import Records
import Routing

extension Switchboard {
    /// Cases, those that were opened last first: all for managers, those of his clients and his own for an agent.
    ///
    /// - Returns: Also whether there are more.
    package nonisolated func cases(
        client: String?, agent: String?, areClosedTold: Bool, by requester: Requester
    ) async throws(CaseRefusal) -> (cases: [KeptCaseFile], areMore: Bool) {
        let limit = 200
        var query = CaseQuery(areClosedTold: areClosedTold, limit: limit + 1)
        query.clients = try await clients(client, requester, .workForClient)
        if let agent {
            query.holder = try await recordedAgent(agent, requester)
        }
        let (records, asked) = (ledger.cases, query)
        let read = await BackgroundThread.run("majord-cases") {
            Result { () throws(LedgerError) in try records.cases(asked) }
        }
        do throws(LedgerError) {
            let found = try read.get()
            return (Array(found.prefix(limit)), found.count > limit)
        } catch {
            throw .ledger(error)
        }
    }
}
