package import Routing

/// Who asks for something on the control socket, by the kernel's word.
package struct Requester: Sendable, Equatable {
    /// The Unix user's name, or the number where it has none.
    package let user: String
    package let uid: UInt32
    /// Root, or in the managers' group.
    package let isManager: Bool
    /// In the PBX's group.
    package let isPBX: Bool
    /// The desk phone that was dialled at, when it was one.
    package let phone: Extension?

    package init(user: String, uid: UInt32, isManager: Bool, isPBX: Bool, phone: Extension? = nil) {
        self.user = user
        self.uid = uid
        self.isManager = isManager
        self.isPBX = isPBX
        self.phone = phone
    }

    /// Deciding and explaining calls.
    package var mayAskRouting: Bool { isManager || isPBX }

    /// Reading and exchanging the directory.
    package var mayManageDirectory: Bool { isManager }

    /// Changing an agent's availability.
    package func mayChange(_ agent: Agent) -> Bool {
        isManager || agent.user == user || agent.phone == phone
    }

    /// Reading why an agent is away (leave, sickness or a pause) and the notes of it: himself and managers. A desk phone is no proof of who
    /// stands at it. Nil: an agent that the directory does not have.
    package func mayReadWhy(_ agent: Agent?) -> Bool {
        isManager || agent.map { $0.user == user } ?? false
    }

    /// Seeing agents' extensions and ids, and who is to be away when: agents, PBXs and managers.
    package func maySeeRoster(_ table: RoutingTable) -> Bool {
        isManager || isPBX || table.agent(ofUser: user) != nil
    }
}
