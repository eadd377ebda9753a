import Records
import Routing

/// Those whom the directory does not have any more, and of whom there are records: managers ask for these as before.
extension Switchboard {
    /// Whether anything is recorded of a client.
    nonisolated func isRecorded(_ client: ClientID) async throws(CaseRefusal) -> Bool {
        try await isRecorded { records throws(LedgerError) in try records.isRecorded(client) }
    }

    /// An agent of the directory, or one of whom there are records.
    nonisolated func recordedAgent(_ name: String, _ requester: Requester) async throws(CaseRefusal) -> AgentID {
        let (agent, table) = (AgentID(name), table)
        if table.agent(agent) != nil || table.roster.cases.contains(where: { $0.holder == agent }) { return agent }
        guard requester.isManager,
            try await isRecorded({ records throws(LedgerError) in try records.isRecorded(agent) })
        else { throw .unknownAgent(name, known: table.agents.map(\.agent.id.description)) }
        return agent
    }

    private nonisolated func isRecorded(
        _ look: @escaping @Sendable (any ReportRecords) throws(LedgerError) -> Bool
    ) async throws(CaseRefusal) -> Bool {
        let records = ledger.reports
        let read = await BackgroundThread.run("majord-departed") {
            Result { () throws(LedgerError) in try look(records) }
        }
        do throws(LedgerError) {
            return try read.get()
        } catch {
            throw .ledger(error)
        }
    }
}
