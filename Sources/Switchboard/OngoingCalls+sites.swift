import Records
import Routing
import Time

// What other sites are told, and tell.
extension OngoingCalls {
    /// The calls of this site.
    var marks: [BusyMark] {
        calls.map { callID, holding in
            BusyMark(
                call: CallMark(callID), agent: holding.agent, since: holding.since, until: holding.until,
                isAnswered: holding.isAnswered)
        }
    }

    mutating func take(_ news: BusyNews) {
        if news.isAll {
            for call in elsewhere[news.site, default: [:]].keys { release(call, of: news.site) }
        }
        for call in news.released { release(call, of: news.site) }
        for passing in news.agents { take(passing) }
        for mark in news.held {
            release(mark.call, of: news.site)
            guard elsewhere[news.site]?.count ?? 0 < Self.capacity else { return }
            elsewhere[news.site, default: [:]][mark.call] = Holding(
                agent: mark.agent, since: mark.since, until: mark.until, isAnswered: mark.isAnswered)
            busy.add(mark.agent)
            earliestEnd = min(earliestEnd, mark.until)
        }
    }

    /// Of two sites' news that stands which came about last, whichever is heard of last.
    private mutating func take(_ news: AgentNews) {
        let end: Instant
        switch news {
        case .wrapsUp(let agent, let wrapUp):
            guard busy.wrapUp(of: agent).map({ $0.since <= wrapUp.since }) ?? true else { return }
            busy.wrapUp(agent, wrapUp)
            end = wrapUp.until
        case .calledBack(let number, let back):
            guard busy.lastCallBack(to: number).map({ $0.since <= back.since }) ?? true else { return }
            busy.callBack(to: number, back)
            end = back.until
        case .phone(let agent, let until):
            busy.note(agent, unreachableUntil: until)
            if until == nil { self.news?.noteReachable(agent) }
            end = until ?? .latest
        }
        earliestEnd = min(earliestEnd, end)
    }

    /// Takes what the records say of other sites' calls, for what was not heard: those that keep agents busy, and nobody is by any other.
    mutating func takeUp(_ news: [BusyNews]) {
        let told = Set(news.map(\.site))
        for site in elsewhere.keys where !told.contains(site) { take(BusyNews(site: site, isAll: true)) }
        for news in news { take(news) }
    }

    /// What sites are to be told that an agent is let go from their calls.
    func releases(of agent: AgentID) -> [BusyRelease] {
        elsewhere.compactMap { site, calls in
            let own = calls.filter { $0.value.agent == agent }.map(\.key)
            return own.isEmpty ? nil : BusyRelease(site: site, agent: agent, calls: own)
        }
    }

    mutating func take(_ release: BusyRelease) {
        for call in release.calls where elsewhere[release.site]?[call]?.agent == release.agent {
            self.release(call, of: release.site)
        }
    }

    mutating func release(_ call: CallMark, of site: String) {
        guard let holding = elsewhere[site]?.removeValue(forKey: call) else { return }
        busy.remove(holding.agent)
    }
}
