package import Varlink

/// What the methods that enter an absence answer with, which is the same for each.
package protocol EnteredReply: VarlinkMessage {
    var absence: RosterAPI.Absence { get }
    var away: RosterAPI.Away? { get }
    var takeovers: [RosterAPI.Takeover] { get }
    var gaps: [RosterAPI.Gap] { get }
    var moreClients: Int? { get }
    var details: RosterAPI.Details? { get }

    init(
        absence: RosterAPI.Absence, away: RosterAPI.Away?, takeovers: [RosterAPI.Takeover], gaps: [RosterAPI.Gap],
        moreClients: Int?, generation: Int, details: RosterAPI.Details?)
}

extension RosterAPI.ReportSick.Reply: EnteredReply {}
extension RosterAPI.PlanLeave.Reply: EnteredReply {}
extension RosterAPI.Pause.Reply: EnteredReply {}
extension RosterAPI.Give.Reply: EnteredReply {}
extension RosterAPI.ChangeAbsence.Reply: EnteredReply {}
extension RosterAPI.Approve.Reply: EnteredReply {}

/// What the methods that end absences answer with, which is the same for each.
package protocol EndedReply: VarlinkMessage {
    var agentName: String { get }
    var ended: [RosterAPI.Absence] { get }
    var away: RosterAPI.Away? { get }
    var left: [RosterAPI.Deputyship]? { get }

    init(
        agent: String, agentName: String, ended: [RosterAPI.Absence], away: RosterAPI.Away?, generation: Int,
        left: [RosterAPI.Deputyship]?)
}

extension RosterAPI.Return.Reply: EndedReply {}
extension RosterAPI.Cancel.Reply: EndedReply {}
