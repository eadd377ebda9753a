package import Records
package import Routing
import Synchronization

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

    /// Takes what another site tells of its calls.
    package func take(_ news: BusyNews) {
        let instant = now()
        memory.withLock { memory in
            memory.ongoing.take(news)
            for mark in news.held where mark.isAnswered {
                memory.lastCalls.note(mark.agent, nil, .failure(.elsewhere), at: mark.since, now: instant)
            }
        }
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
