import Sockets
import Testing

@testable import Varlink

@Suite("Who makes room")
struct ConnectionPlacesTests {
    private typealias Places = ConnectionPlaces<Int>

    private var places = Places(AdmissionLimits(connections: 4, connectionsPerPeer: 3, root: .apart(4)))
    private let room = Places.Answer.admitted(closing: nil)

    /// Lets in connections of users, numbered from 0.
    private mutating func fill(_ users: UInt32...) {
        for (id, user) in users.enumerated() { #expect(places.admit(id, user: user) == room) }
    }

    @Test("the limits are those of every listener, and root makes no room")
    mutating func limits() {
        fill(1, 1, 1, 0, 0)
        #expect(places.admit(5, user: 1) == .refused(.tooManyOfUser))
        #expect(places.admit(5, user: 2) == room)
        places.leave(0)
        places.leave(1)
        #expect(places.admit(6, user: 3) == room)
        #expect(places.admit(7, user: 4) == room)
        #expect(places.admit(8, user: 5) == .refused(.tooMany))
    }

    @Test("whoever has fewer than the one who has most is let in, for one of the latter's")
    mutating func makesRoom() {
        fill(1, 1, 1, 2)
        #expect(places.admit(4, user: 3) == .admitted(closing: 0))
        // It leaves once more when it has been closed.
        places.leave(0)
        #expect(places.admit(5, user: 4) == .admitted(closing: 1))
        #expect(places.admit(6, user: 5) == .refused(.tooMany), "all have one")
    }

    @Test("those who have as many, or one more, do not drive out each other")
    mutating func equals() {
        fill(1, 1, 2, 2)
        #expect(places.admit(4, user: 1) == .refused(.tooMany))
        #expect(places.admit(4, user: 3) == .admitted(closing: 0))
        #expect(places.admit(5, user: 1) == .refused(.tooMany))
        #expect(places.admit(5, user: 3) == .refused(.tooMany))
    }

    @Test("four users with all places, and the others come in one after the other up to a fair share")
    func fairShare() {
        var places = Places(VarlinkLimits().admission)
        for id in 0..<256 { #expect(places.admit(id, user: UInt32(1 + id / 64)) == room) }
        var closed: Set<Int> = []
        var id = 256
        while case .admitted(let closing?) = places.admit(id, user: 9) {
            closed.insert(closing)
            id += 1
        }
        #expect(closed.count == 51, "a fifth")
        #expect(closed.allSatisfy { $0 < 256 })
        for user: UInt32 in 1...4 { #expect(places.admit(id, user: user) == .refused(.tooMany)) }
        guard case .admitted(closing: _?) = places.admit(id, user: 10) else {
            Issue.record("a newcomer was refused")
            return
        }
    }

    @Test("first those make room that have waited longest, then streams from the newest, then calls")
    func order() {
        var places = Places(AdmissionLimits(connections: 8, connectionsPerPeer: 64, root: .asOthers))
        for id in 0..<8 { #expect(places.admit(id, user: 1) == room) }
        for id in [2, 3] { places.note(.streaming, of: id) }
        for id in [0, 4, 5, 6, 7] { places.note(.calling, of: id) }
        places.note(.waiting, of: 0)
        #expect(places.admit(8, user: 2) == .admitted(closing: 1))
        #expect(places.admit(9, user: 3) == .admitted(closing: 0))
        #expect(places.admit(10, user: 4) == .admitted(closing: 3))
        #expect(places.admit(11, user: 5) == .admitted(closing: 2))
        #expect(places.admit(12, user: 6) == .admitted(closing: 7))
    }

    @Test("a connection that was not admitted cannot leave")
    mutating func strangersDoNotCount() {
        places.leave(9)
        places.note(.calling, of: 9)
        fill(1, 1, 1, 2)
        #expect(places.admit(5, user: 1) == .refused(.tooManyOfUser))
    }

    @Test("nobody comes in after the end")
    mutating func closed() {
        places.close()
        #expect(places.admit(1, user: 1) == .refused(.shuttingDown))
    }
}
