import Logging
package import Routing
package import Time

/// Who asks for something, by the kernel's word.
package struct Requester: Sendable, Equatable {
    /// Over which socket he asks.
    package enum Socket: String, Sendable {
        case control = "control.sock"
        case pbx = "pbx.sock"
        case fastAGI = "fastagi"
    }

    /// The Unix user's name, or the number where it has none; of a desk phone what the ledger keeps of it: the phone, the socket, and
    /// the PBX's user, such as `phone 2101 (pbx.sock, uid 112 asterisk)`.
    package let user: String
    /// Nil over TCP, where nobody knows.
    package let uid: UInt32?
    package let socket: Socket
    /// Root, in the managers' group, or named as a manager by the directory.
    package let isManager: Bool
    /// In the PBX's group.
    package let isPBX: Bool
    /// The desk phone that was dialled at, when it was one.
    package let phone: Extension?
    /// Whether it is a program that may ask for others.
    package let maySpeakForOthers: Bool
    /// For whom it asks.
    package let voice: Voice
    /// Whether it is a television that reads who is there and which clients have nobody, and may do nothing.
    package let isWall: Bool

    package init(
        user: String, uid: UInt32, isManager: Bool, isPBX: Bool, maySpeakForOthers: Bool = false,
        voice: Voice = .own, isWall: Bool = false
    ) {
        self.isWall = isWall
        self.maySpeakForOthers = maySpeakForOthers
        self.voice = voice
        self.user = user
        self.uid = uid
        socket = .control
        self.isManager = isManager
        self.isPBX = isPBX
        phone = nil
    }

    /// The same person with what the directory says of him.
    package func recognised(by directory: Directory) -> Requester {
        guard !isManager, phone == nil, let uid, directory.settings.managers.contains(where: { $0.user == user }) else {
            return self
        }
        return Requester(
            user: user, uid: uid, isManager: true, isPBX: isPBX, maySpeakForOthers: maySpeakForOthers)
    }

    /// Who speaks at a desk phone: its agent.
    ///
    /// - Parameters:
    ///   - peer: The PBX that it belongs to.
    ///   - userName: The name of the PBX's Unix user, where it is known.
    package init(phone: Extension, peer: PBXPeer, userName: String?) {
        socket =
            switch peer.socket {
            case .pbx: .pbx
            case .fastagi: .fastAGI
            }
        let who = peer.user.map { [", uid \($0)", userName].compactMap(\.self).joined(separator: " ") } ?? ""
        user = "phone \(phone) (\(socket.rawValue)\(who))"
        uid = peer.user
        isManager = false
        isPBX = true
        maySpeakForOthers = false
        voice = .own
        isWall = false
        self.phone = phone
    }

    /// As the journal has it: `MAJORD_USER=`, `MAJORD_SOCKET=` and, where they are known, `MAJORD_UID=` and `MAJORD_PHONE=`.
    var fields: Logger.Metadata {
        var fields: Logger.Metadata = ["user": "\(user)", "socket": "\(socket.rawValue)"]
        if let uid { fields["uid"] = "\(uid)" }
        if let phone { fields["phone"] = "\(phone)" }
        return fields
    }

    /// Deciding and explaining calls.
    package var mayAskRouting: Bool { isManager || isPBX }

    /// Reading and exchanging the directory.
    package var mayManageDirectory: Bool { isManager }

    /// Changing an agent's availability.
    package func mayChange(_ agent: Agent) -> Bool {
        isManager || isAgent(agent) || agent.phone == phone
    }

    /// The user of `majord-calendar@.service`, who may do nothing but have calendars read.
    private static let calendarReader = "majord-calendar"

    var isCalendarReader: Bool { user == Self.calendarReader && socket == .control }

    /// The user of `majord-notify.service`, who reads events and how far programs were told of them, and may do nothing else.
    private static let notifier = "majord-notify"

    /// Reading all events, and keeping how far programs were told of them.
    package var mayNotify: Bool { isManager || user == Self.notifier && socket == .control }

    /// Having somebody's calendar taken as leave.
    package func mayImportLeave(_ table: RoutingTable) -> Bool {
        isManager || isCalendarReader || agent(in: table) != nil
    }

    /// Having an agent's calendar taken as leave: himself and managers; of the one that his entry names also the service that fetches it. Nobody
    /// dials that at a desk phone.
    ///
    /// - Parameter source: From where; nil: where that is.
    package func mayImport(_ agent: Agent, from source: String?) -> Bool {
        if isManager || isAgent(agent) { return true }
        return isCalendarReader && agent.calendar.map { source == nil || $0.source == source } ?? false
    }

    /// Reading why an agent is away (leave, sickness or a pause) and the notes of it: himself and managers. A desk phone is no proof of who
    /// stands at it. Nil: an agent that the directory does not have.
    package func mayReadWhy(_ agent: Agent?) -> Bool {
        isManager || agent.map(isAgent) ?? false
    }

    /// Seeing and closing a client's cases and missed calls: those who stand for it, and managers; at a desk phone its agent.
    package func worksFor(_ client: ClientID, in table: RoutingTable, at instant: Instant) -> Bool {
        if isManager { return true }
        let own = phone.flatMap { table.agent(at: $0) } ?? agent(in: table)
        guard let own, let entry = table.client(client) else { return false }
        return table.stands(own.agent.id, for: entry, at: instant)
            || table.roster.cases.contains { $0.client == client && $0.holder == own.agent.id }
    }

    /// Seeing every client's pair and coverage, and what agents carry: agents and managers.
    package func maySeeCoverage(_ table: RoutingTable) -> Bool {
        isManager || agent(in: table) != nil
    }

    /// Seeing when clients have nobody, and missed calls without the caller: agents, managers and walls.
    package func maySeeGaps(_ table: RoutingTable) -> Bool {
        isWall || maySeeCoverage(table)
    }

    /// Seeing that somebody has asked to be away: managers, himself, and those who have clients with him.
    package func maySeeRequest(of agent: AgentID, in table: RoutingTable) -> Bool {
        if isManager { return true }
        guard let own = self.agent(in: table)?.agent.id else { return false }
        if own == agent { return true }
        let clients = Set(table.clientsConcerned(by: own).map(\.client.id))
        return table.clientsConcerned(by: agent).contains { clients.contains($0.client.id) }
    }

    /// Reading what managers have to know: requests and sicknesses of everybody.
    package var mayReadDigest: Bool { isManager }

    /// Seeing agents' extensions and ids, and who is to be away when: agents, PBXs and managers.
    package func maySeeRoster(_ table: RoutingTable) -> Bool {
        isManager || isPBX || agent(in: table) != nil
    }

    /// Reading a client's numbers, contacts and agreement: those who stand for it, and managers.
    package func mayReadClient(_ client: ClientEntry, in table: RoutingTable, at instant: Instant) -> Bool {
        isManager || agent(in: table).map { table.stands($0.agent.id, for: client, at: instant) } ?? false
    }
}
