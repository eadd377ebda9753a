package import Records
package import Routing
import Synchronization
package import Time

/// Which calls keep agents busy, told to other sites and by them.
extension Desk {
    /// The calls of this site that keep agents busy.
    package var marks: [BusyMark] {
        let instant = now()
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            return memory.ongoing.marks
        }
    }

    /// What came to be known here of agents and other sites were not told, in its order; it counts as told from then on.
    package func takeNews() -> [AgentNews] { memory.withLock { $0.ongoing.news?.take() ?? [] } }

    /// What is known here of agents, for a site that has heard nothing, where it is not in the records.
    package var currentNews: [AgentNews] {
        let instant = now()
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            return memory.ongoing.news?.current ?? []
        }
    }

    /// Takes what another site tells of its calls and agents.
    package func take(_ news: BusyNews) {
        let instant = now()
        memory.withLock { memory in
            memory.ongoing.take(news)
            for mark in news.held where mark.isAnswered {
                memory.lastCalls.note(mark.agent, nil, .failure(.elsewhere), at: mark.since, now: instant)
            }
        }
    }

    /// Since when calls of other sites are looked up.
    package var lookUp: TakeUp {
        let (instant, settings) = (now(), current.value.table.directory.settings)
        return TakeUp(
            decided: instant.advanced(by: Milliseconds(-Self.callBackMemory.count)),
            ended: settings.wrapUp.count > 0 ? instant.advanced(by: Milliseconds(-settings.wrapUp.count)) : .latest,
            held: instant.advanced(by: Milliseconds(-settings.maxCall.count)))
    }

    /// Takes what the records say of other sites' calls, which those sites may have told while nobody heard it: nobody is busy any more with one that is
    /// over.
    package func takeUp(_ calls: CallsOfSites) {
        let (instant, table) = (now(), current.value.table)
        var news = [
            BusyNews(
                site: "",
                agents: calls.dialled.compactMap { call in
                    call.callBack(in: table, at: instant).map { AgentNews.calledBack($0.to, $0.1) }
                })
        ]
        for (site, records) in calls.others {
            let held = records.compactMap { record in
                OngoingCalls.Holding(record, in: table, lastNoted: .latest, at: instant).map {
                    BusyMark(
                        call: CallMark(record.callID), agent: $0.agent, since: $0.since, until: $0.until,
                        isAnswered: $0.isAnswered)
                }
            }
            let wrapUps = records.flatMap { $0.wrapUps(for: table.directory.settings.wrapUp, at: instant) }
            news.append(
                BusyNews(site: site, held: held, agents: wrapUps.map { .wrapsUp($0.agent, $0.1) }, isAll: true))
        }
        memory.withLock { $0.ongoing.takeUp(news) }
    }

    /// The calls of this site that keep agents busy, with since when they do.
    package var held: [String: Instant] {
        let instant = now()
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            return memory.ongoing.calls.mapValues(\.since)
        }
    }

    /// Lets go whoever is held for calls that keep nobody busy in the records, as where somebody was freed at another site while this one could not
    /// hear it.
    ///
    /// - Parameters:
    ///   - calls: As `held` had them; what was reported of one since stands.
    ///   - recorded: Those that keep somebody busy there.
    /// - Returns: Who is let go from which call.
    package func letGo(_ calls: [String: Instant], but recorded: Set<String>) -> [(agent: AgentID, call: String)] {
        let over = memory.withLock { memory in
            let over = calls.compactMap { call, since -> (agent: AgentID, call: String)? in
                guard !recorded.contains(call), let holding = memory.ongoing.calls[call], holding.since == since else {
                    return nil
                }
                return (holding.agent, call)
            }
            for (_, call) in over {
                memory.ongoing.release(call)
                memory.followed.free(RecentCalls.Key(call))
            }
            return over
        }
        if !over.isEmpty { tellBusy?() }
        return over
    }

    /// Lets an agent go as somebody wants it at another site.
    ///
    /// - Parameter isOwn: Whether the calls are of this site.
    package func take(_ release: BusyRelease, isOwn: Bool) {
        guard isOwn else { return memory.withLock { $0.ongoing.take(release) } }
        _ = free(release.agent, only: Set(release.calls))
    }

    /// Lets an agent go from the calls of other sites that keep him busy.
    ///
    /// - Returns: The calls, the oldest first, and what those sites are to be told.
    package func freeElsewhere(_ agent: AgentID) -> (calls: [OngoingCalls.Call], releases: [BusyRelease]) {
        let instant = now()
        return memory.withLock { memory in
            memory.ongoing.expire(at: instant)
            let calls = (memory.ongoing.byAgent[agent] ?? []).filter(\.isElsewhere)
            let releases = memory.ongoing.releases(of: agent)
            for release in releases { memory.ongoing.take(release) }
            return (calls, releases)
        }
    }
}
