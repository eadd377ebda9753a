import Testing

@testable import Varlink

@Suite("Admission")
struct AdmissionTests {
    private typealias Answer = Admission<Int>.Answer

    private var admission: Admission<Int> = {
        var limits = VarlinkLimits()
        limits.connections = 4
        limits.connectionsPerUser = 3
        limits.privilegedConnections = 4
        return Admission(limits)
    }()
    private let room = Answer.admitted(closing: nil)

    /// Lets in connections of users, numbered from 0.
    private mutating func fill(_ users: UInt32...) {
        for (id, user) in users.enumerated() { #expect(admission.admit(id, user: user) == room) }
    }

    @Test("a user has a share, and all users have one")
    mutating func limits() {
        fill(1, 1, 1)
        #expect(admission.admit(3, user: 1) == .refused(.tooManyOfUser))
        #expect(admission.admit(3, user: 2) == room)
        admission.leave(0)
        #expect(admission.admit(4, user: 1) == room)
        #expect(admission.total == 4)
    }

    @Test("root has room however many others there are, and others have it however many root has")
    mutating func root() {
        fill(1, 2, 3, 4)
        #expect(admission.admit(4, user: 5) == .refused(.tooManyConnections))
        for id in 10..<14 { #expect(admission.admit(id, user: 0) == room) }
        #expect(admission.admit(14, user: 0) == .refused(.tooManyOfUser))
        #expect(admission.admit(4, user: 5) == .refused(.tooManyConnections), "root makes no room")
        admission.leave(3)
        #expect(admission.admit(4, user: 5) == room)
        admission.leave(10)
        #expect(admission.admit(14, user: 0) == room)
    }

    @Test("whoever has fewer than the one who has most is let in, for one of the latter's")
    mutating func makesRoom() {
        fill(1, 1, 1, 2)
        #expect(admission.admit(4, user: 3) == .admitted(closing: 0))
        #expect(admission.total == 4)
        // It leaves once more when it has been closed.
        admission.leave(0)
        #expect(admission.total == 4)
        #expect(admission.admit(5, user: 4) == .admitted(closing: 1))
        #expect(admission.admit(6, user: 5) == .refused(.tooManyConnections), "all have one")
    }

    @Test("those who have as many, or one more, do not drive out each other")
    mutating func equals() {
        fill(1, 1, 2, 2)
        #expect(admission.admit(4, user: 1) == .refused(.tooManyConnections))
        #expect(admission.admit(4, user: 3) == .admitted(closing: 0))
        #expect(admission.admit(5, user: 1) == .refused(.tooManyConnections))
        #expect(admission.admit(5, user: 3) == .refused(.tooManyConnections))
    }

    @Test("four users with all places, and the others come in one after the other up to a fair share")
    mutating func fairShare() {
        var admission = Admission<Int>(VarlinkLimits())
        for id in 0..<256 { #expect(admission.admit(id, user: UInt32(1 + id / 64)) == room) }
        var closed: Set<Int> = []
        var id = 256
        while case .admitted(let closing?) = admission.admit(id, user: 9) {
            closed.insert(closing)
            id += 1
        }
        #expect(closed.count == 51, "a fifth")
        #expect(closed.allSatisfy { $0 < 256 })
        for user: UInt32 in 1...4 { #expect(admission.admit(id, user: user) == .refused(.tooManyConnections)) }
        guard case .admitted(closing: _?) = admission.admit(id, user: 10) else {
            Issue.record("a newcomer was refused")
            return
        }
        #expect(admission.total == 256)
    }

    @Test("first those make room that have waited longest, then streams from the newest, then calls")
    mutating func order() {
        var limits = VarlinkLimits()
        limits.connections = 8
        var admission = Admission<Int>(limits)
        for id in 0..<8 { #expect(admission.admit(id, user: 1) == room) }
        for id in [2, 3] { admission.note(.streaming, of: id) }
        for id in [0, 4, 5, 6, 7] { admission.note(.calling, of: id) }
        admission.note(.waiting, of: 0)
        #expect(admission.admit(8, user: 2) == .admitted(closing: 1))
        #expect(admission.admit(9, user: 3) == .admitted(closing: 0))
        #expect(admission.admit(10, user: 4) == .admitted(closing: 3))
        #expect(admission.admit(11, user: 5) == .admitted(closing: 2))
        #expect(admission.admit(12, user: 6) == .admitted(closing: 7))
    }

    @Test("a connection that was not admitted cannot leave")
    mutating func strangersDoNotCount() {
        admission.leave(9)
        admission.note(.calling, of: 9)
        #expect(admission.total == 0)
    }

    @Test("nobody comes in after the end")
    mutating func closed() {
        admission.close()
        #expect(admission.admit(1, user: 1) == .refused(.shuttingDown))
    }
}
