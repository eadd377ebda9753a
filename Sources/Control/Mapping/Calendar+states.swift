import MajorAPI
import Records
import Routing
import Switchboard
import Time

// How calendars are read, to messages of `org.majord.Calendar` and `org.majord.Roster`.

extension CalendarAPI.ReadCalendar {
    init(_ state: CalendarState, in table: RoutingTable, for requester: Requester) {
        self.init(
            agent: state.calendar.agent.description, agentName: state.agentName, source: state.calendar.source,
            read: state.read.map(table.clock.rfc3339), changed: state.changed.map(table.clock.rfc3339),
            why: state.failure, kept: state.kept(in: table, for: requester))
    }
}

extension RosterAPI.ReadCalendar {
    init(_ state: CalendarState, in table: RoutingTable, for requester: Requester) {
        self.init(
            agent: state.calendar.agent.description, agentName: state.agentName, source: state.calendar.source,
            read: state.read.map(table.clock.rfc3339), changed: state.changed.map(table.clock.rfc3339),
            why: state.failure, kept: state.kept(in: table, for: requester))
    }
}

extension CalendarState {
    /// That it is leave that keeps an agent away is for those who may read why.
    fileprivate func kept(in table: RoutingTable, for requester: Requester) -> [String] {
        requester.mayReadWhy(table.agent(calendar.agent)?.agent) ? kept.map(String.init) : []
    }
}
