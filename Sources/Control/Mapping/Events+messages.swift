import MajorAPI
import Routing
import Switchboard
import Time
import Wording

// Events to messages of `org.majord.Events`.

extension EventsAPI.Event {
    init(
        _ event: Event, _ language: Language, to recipients: [Switchboard.Recipient], contact: String?,
        in table: RoutingTable, at now: Instant
    ) {
        let (about, clock) = (event.about, table.clock)
        let client = about.client.map { table.client($0)?.client.name ?? $0.description }
        let agent = about.agent.map { table.agent($0)?.agent.name ?? $0.description }
        let (start, end) = (about.start.map(clock.rfc3339), about.end.map(clock.rfc3339))
        let number = about.absence ?? about.deputyship ?? about.missed ?? about.file
        let words = EventWords(TimeWords(language, now: clock.local(now), clock: clock))
        self.init(
            event: Int(event.number), at: clock.rfc3339(event.at), kind: event.kind.rawValue,
            text: words.sentence(
                event.kind,
                EventWords.Told(
                    client: client, agent: agent, start: start, end: end, number: number.map(String.init),
                    contact: contact, detail: about.detail)), client: about.client?.description, clientName: client,
            agent: about.agent?.description, agentName: agent, absence: about.absence.map(String.init),
            deputyship: about.deputyship.map(String.init), missed: about.missed.map(String.init),
            case: about.file.map(String.init), from: start, until: end, detail: about.detail,
            to: recipients.map { EventsAPI.Recipient(name: $0.name, user: $0.user, email: $0.email) }, contact: contact)
    }
}
