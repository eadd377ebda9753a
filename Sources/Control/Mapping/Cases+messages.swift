import MajorAPI
import Routing
import Time

// Domain types to messages of `org.majord.Cases`.

extension CasesAPI.Case {
    /// - Parameter closed: By whom and when; nil while it is open.
    init(_ file: Case, closed: (by: String, at: Instant)?, in table: RoutingTable, at now: Instant) {
        let holder = table.agent(file.holder)
        let settings = table.directory.settings
        let isOpen = closed == nil
        let end = isOpen ? holder?.longAbsenceEnd(at: now) : nil
        let isHolderGone = holder?.agent.hasLeft(on: table.clock.day(of: now)) ?? true
        self.init(
            case: String(file.id), client: file.client.description,
            clientName: table.client(file.client)?.client.name ?? file.client.description,
            holder: file.holder.description, holderName: holder?.agent.name ?? file.holder.description,
            kind: file.kind == .incident ? .incident : .request, reference: file.reference, contact: file.contact,
            caller: file.caller?.description, openedBy: file.openedBy, openedAt: table.clock.rfc3339(file.openedAt),
            touchedAt: table.clock.rfc3339(file.touched),
            pinning: isOpen && !isHolderGone && now < file.pinned(for: settings.pin),
            holderGone: isOpen && isHolderGone,
            awayUntil: end.flatMap { $0 == .latest ? nil : table.clock.rfc3339($0) }, closedBy: closed?.by,
            closedAt: closed.map { table.clock.rfc3339($0.at) }, away: end == nil ? nil : true)
    }
}
