package import Time

/// When clients are to be called back, and who has.
extension RoutingTable {
    /// When somebody has to have called back a client whose call was missed; nil where service is not open for so long, or there is no such client.
    package func callBackDue(of client: ClientID, after instant: Instant) -> Instant? {
        self.client(client)?.service.instant(after: directory.settings.callbackWithin, from: instant)
    }

    /// Until when a call from a number goes first to an agent who has dialled it: the end of the next day of service. Nil where he neither is in
    /// the client's pair nor stands in there.
    package func callBackEnd(of agent: AgentID, to client: ClientEntry, at instant: Instant) -> Instant? {
        stands(agent, for: client, at: instant) ? client.service.endOfNextDay(after: instant) : nil
    }

    /// Whose number somebody dials or calls from.
    package func owner(of number: PhoneNumber) -> (client: ClientEntry, contact: String?)? {
        match(.number(number)).map { ($0.client, $0.contact?.name) }
    }
}
