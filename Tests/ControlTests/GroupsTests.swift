import Accounts
import Control
import Sockets
import Switchboard
import Synchronization
import Testing
import Varlink

@Suite("Groups")
struct GroupsTests {
    private let groups = Groups(
        admin: "majord-admin", pbx: "majord-pbx",
        users: UserDatabase(
            NameService(
                userName: { $0 == 1_000 ? .found("joke") : .missing }, userNumber: { _ in .missing },
                groupNumber: { ["majord-admin": .found(50), "majord-pbx": .found(60)][$0] ?? .missing },
                groupName: { _ in .missing })))

    @Test(
        "managers are root and the members of their group, PBXs those of theirs",
        arguments: [
            (0, 0, [], "root", true, false), (1_000, 1_000, [50], "joke", true, false),
            (1_000, 50, [], "joke", true, false), (1_001, 1_001, [60], "1001", false, true),
            (1_001, 60, [50], "1001", true, true), (1_000, 1_000, [27], "joke", false, false),
        ] as [(UInt32, UInt32, [UInt32], String, Bool, Bool)])
    func requester(
        user: UInt32, group: UInt32, others: [UInt32], name: String, isManager: Bool, isPBX: Bool
    ) async {
        let peer = PeerCredentials(processID: 7, userID: user, groupID: group, groups: others)
        let requester = await groups.requester(peer)
        #expect(requester.user == name)
        #expect(requester.uid == user)
        #expect(requester.isManager == isManager)
        #expect(requester.isPBX == isPBX)
    }

    @Test("the group of a program that is installed just now is known when the program asks first")
    func newGroup() async {
        let numbers = Mutex<[String: UInt32]>([:])
        let service = NameService(
            userName: { _ in .found("web") }, userNumber: { _ in .missing },
            groupNumber: { name in numbers.withLock { $0[name] }.map(Known.found) ?? .missing })
        let groups = Groups(admin: "majord-admin", pbx: "majord-pbx", users: UserDatabase(service))
        var peer = PeerCredentials(processID: 7, userID: 900, groupID: 70, groups: [70])
        peer.speaksFor = "joke"
        #expect(await !groups.requester(peer).maySpeakForOthers)
        numbers.withLock { $0["majord-web"] = 70 }
        #expect(await groups.requester(peer).maySpeakForOthers)
    }

    @Test("while the name service does not answer, people are their numbers and nobody but root is a manager")
    func silence() async {
        let silent = NameService(
            userName: { _ in .unknown }, userNumber: { _ in .unknown }, groupNumber: { _ in .unknown },
            groupName: { _ in .unknown })
        let groups = Groups(admin: "majord-admin", pbx: "majord-pbx", users: UserDatabase(silent))
        let peer = PeerCredentials(processID: 7, userID: 1_000, groupID: 50, groups: [50, 60])
        let requester = await groups.requester(peer)
        #expect(requester.user == "1000")
        #expect(!requester.isManager && !requester.isPBX)
    }
}
