package import MajorAPI
import Routing
import Switchboard
package import Varlink

extension ControlInterface {
    package func digest(
        _ request: ReportsAPI.Digest, _ caller: VarlinkCaller<ReportsAPI.Digest>
    ) async throws(ReportsAPI.Failure) -> ReportsAPI.Digest.Reply {
        let requester = await identify(caller.peer)
        guard requester.mayReadDigest else { throw denied(.readDigest, requester, caller) }
        let table = switchboard.table
        let now = self.now()
        return ReportsAPI.Digest.Reply(
            table.digest(at: now), stale: switchboard.calendars.stale(table, at: now),
            missed: switchboard.missedCalls.open, in: table, at: now)
    }
}
