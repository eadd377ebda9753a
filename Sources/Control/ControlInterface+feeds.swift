package import MajorAPI
import Records
import Routing
import Switchboard
import Time
package import Varlink

// Calendars for programs outside.
extension ControlInterface {
    package func feedAddress(
        _ request: CalendarAPI.FeedAddress, _ caller: VarlinkCaller<CalendarAPI.FeedAddress>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.FeedAddress.Reply {
        let (isDesk, renews, ends) = (request.desk == true, request.renew == true, request.end == true)
        if isDesk, request.agent != nil { throw .invalidParameter("desk") }
        if renews, ends { throw .invalidParameter("end") }
        let requester = await identify(caller.peer)
        do throws(Switchboard.FeedRefusal) {
            let feed = try await switchboard.feed(
                of: request.agent, isDesk: isDesk, renews ? .renew : ends ? .end : .look, by: requester)
            let clock = switchboard.table.clock
            return CalendarAPI.FeedAddress.Reply(
                key: feed?.key, made: feed.map { clock.rfc3339($0.made) }, timeZone: clock.zone)
        } catch {
            throw answer(error, requester, caller)
        }
    }

    package func showFeed(
        _ request: CalendarAPI.ShowFeed, _ caller: VarlinkCaller<CalendarAPI.ShowFeed>
    ) async throws(CalendarAPI.Failure) -> CalendarAPI.ShowFeed.Reply {
        let owner: Feed.Owner?
        do throws(Switchboard.FeedRefusal) {
            owner = try await switchboard.feed(withKey: request.key)
        } catch {
            throw answer(error, await identify(caller.peer), caller)
        }
        let (table, now) = (switchboard.table, self.now())
        let clock = table.clock
        let end = clock.instant(clock.day(of: now).advanced(by: 365), .startOfDay)
        guard let owner, let year = Interval(from: now, until: end) else { throw .unknownFeed }
        var agents = Array(table.agents)
        var name: String?
        if case .agent(let id) = owner {
            // Of somebody who has left the directory there is nothing to show.
            guard let agent = table.agent(id) else { throw .unknownFeed }
            (agents, name) = ([agent], agent.agent.name)
        }
        let away = table.calendar(of: agents, over: year, limit: Self.mostAwayInFeed).told.map { away in
            var told = CalendarAPI.Away(away, clock)
            told.covers = []
            return told
        }
        return CalendarAPI.ShowFeed.Reply(
            timeZone: clock.zone, now: clock.rfc3339(now), until: clock.rfc3339(end),
            language: table.directory.settings.language.rawValue, name: name, away: away)
    }

    /// How many stretches of absence a feed tells.
    private static let mostAwayInFeed = 2_000

    private func answer<Request: VarlinkRequest>(
        _ refusal: Switchboard.FeedRefusal, _ requester: Requester, _ caller: VarlinkCaller<Request>
    ) -> CalendarAPI.Failure where Request.Failure == CalendarAPI.Failure {
        switch refusal {
        case .notAllowed(let right): denied(right, requester, caller)
        case .notAnAgent: CalendarAPI.Failure(RosterAPI.Failure.notAnAgent(.init(user: requester.user)).error)
        case .unknownAgent(let name): CalendarAPI.Failure(unknownAgent(name, in: switchboard.table).error)
        case .ledger(let error):
            CalendarAPI.Failure(RosterAPI.Failure.ledgerUnavailable(.init(cause: "\(error)")).error)
        }
    }
}
