import MajorAPI
import Routing
import Sockets
import Switchboard
import Varlink

extension ControlInterface {
    /// Why somebody may not call a method, as far as that does not hang on what only the method looks up. It is asked before parameters are
    /// read, so that nobody is told how to ask for what he may not have.
    @Sendable func denial(_ call: VarlinkCall, _ peer: PeerCredentials) async -> VarlinkError? {
        let needed = Self.needed(by: call.method)
        guard needed != nil || peer.speaksFor != nil else { return nil }
        let requester = await identify(peer)
        switch requester.voice {
        case .refused: return denied(.speakForOthers, requester, method: call.method)
        case .nobody where !Self.isForAnybody(call.method): return denied(.beKnown, requester, method: call.method)
        case .own, .user, .nobody: break
        }
        guard let needed else { return nil }
        let table = switchboard.table
        switch needed {
        case .right(let right, let isHeld):
            return isHeld(requester, table) ? nil : denied(right, requester, method: call.method)
        case .agent(let right):
            return denial(right, of: call, requester, table)
        }
    }

    /// What a method asks of whoever calls it.
    private enum Needed {
        case right(Right, (Requester, RoutingTable) -> Bool)
        /// To be the agent whom the call names, or one at all where it names none; managers may be anybody.
        case agent(Right)
    }

    /// What tells nothing of anybody, or leaves it out for whoever says that he is nobody.
    private static func isForAnybody(_ method: String) -> Bool {
        let own = [
            RosterAPI.Status.method, RosterAPI.WhoAmI.method, ReportsAPI.Figures.method, ReportsAPI.Metrics.method,
            CalendarAPI.ShowFeed.method,
        ]
        return own.contains(method) || method.hasPrefix("org.varlink.service.")
    }

    private static func needed(by method: String) -> Needed? {
        switch method {
        case RoutingAPI.Decide.method, RoutingAPI.Explain.method: .right(.askRouting) { who, _ in who.mayAskRouting }
        case DirectoryAPI.Check.method, DirectoryAPI.Reload.method:
            .right(.manageDirectory) { who, _ in who.mayManageDirectory }
        case DirectoryAPI.Replay.method: .right(.replayCalls) { who, _ in who.mayManageDirectory }
        case RosterAPI.ListAbsences.method: .right(.seeAbsences) { who, table in who.maySeeRoster(table) }
        case ReportsAPI.Report.method: .right(.readReports) { who, table in who.maySeeCoverage(table) }
        case ReportsAPI.Digest.method: .right(.readDigest) { who, _ in who.mayReadDigest }
        case DirectoryAPI.ListAgents.method, DirectoryAPI.ListClients.method, ReportsAPI.Capacity.method,
            CalendarAPI.Show.method:
            .right(.seeCoverage) { who, table in who.maySeeCoverage(table) }
        case NumbersAPI.Unknown.method, NumbersAPI.List.method, NumbersAPI.Add.method, NumbersAPI.Refuse.method,
            NumbersAPI.Remove.method:
            .right(.manageNumbers) { who, _ in who.isManager }
        case LedgerAPI.Backup.method, LedgerAPI.NoteSeen.method, LedgerAPI.Forget.method:
            .right(.manageLedger) { who, _ in who.isManager }
        case RosterAPI.Cancel.method, RosterAPI.ChangeAbsence.method, RosterAPI.Withdraw.method:
            .right(.changeAvailability) { who, table in who.maySeeRoster(table) }
        case RosterAPI.ListRequests.method:
            .right(.seeRequests) { who, table in who.isManager || who.agent(in: table) != nil }
        case RosterAPI.Approve.method, RosterAPI.Decline.method, RosterAPI.Reopen.method:
            .right(.manageRequests) { who, _ in who.isManager }
        case RosterAPI.AddDeputy.method: .right(.manageDeputies) { who, _ in who.isManager }
        case RosterAPI.CancelDeputy.method: .right(.manageDeputies) { who, table in who.maySeeRoster(table) }
        case RosterAPI.ListDeputies.method: .right(.seeAbsences) { who, table in who.maySeeRoster(table) }
        case RosterAPI.History.method:
            .right(.seeHistory) { who, table in who.isManager || who.agent(in: table) != nil }
        case CalendarAPI.FeedAddress.method: .right(.manageFeeds) { who, table in who.maySeeCoverage(table) }
        case RosterAPI.Give.method: .right(.manageOrphans) { who, _ in who.isManager }
        case RosterAPI.ReportSick.method, RosterAPI.PlanLeave.method, RosterAPI.Pause.method, RosterAPI.Return.method,
            RosterAPI.Release.method:
            .agent(.changeAvailability)
        case RoutingAPI.WatchCalls.method: .agent(.watchCalls)
        default: nil
        }
    }

    private func denial(
        _ right: Right, of call: VarlinkCall, _ requester: Requester, _ table: RoutingTable
    ) -> VarlinkError? {
        guard !requester.isManager else { return nil }
        guard case .string(let name) = call.parameters["agent"] else {
            guard requester.agent(in: table) == nil else { return nil }
            // Who watches names nobody, and changes nothing.
            return right == .watchCalls
                ? denied(right, requester, method: call.method)
                : RosterAPI.Failure.notAnAgent(RosterAPI.NotAnAgent(user: requester.user)).error
        }
        guard let agent = table.agent(AgentID(name))?.agent else {
            return requester.maySeeRoster(table)
                ? unknownAgent(name, in: table).error : denied(right, requester, method: call.method)
        }
        return requester.mayChange(agent) ? nil : denied(right, requester, method: call.method)
    }
}
