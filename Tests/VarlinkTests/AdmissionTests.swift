import Testing

@testable import Varlink

@Suite("Admission")
struct AdmissionTests {
    private var admission: Admission = {
        var limits = VarlinkLimits()
        limits.connections = 3
        limits.connectionsPerUser = 2
        limits.privilegedConnections = 4
        return Admission(limits)
    }()

    @Test("a user has a share, and all users have one")
    mutating func limits() {
        #expect(admission.admit(user: 1) == nil)
        #expect(admission.admit(user: 1) == nil)
        #expect(admission.admit(user: 1) == .tooManyOfUser)
        #expect(admission.admit(user: 2) == nil)
        #expect(admission.admit(user: 3) == .tooManyConnections)
        admission.leave(user: 1)
        #expect(admission.admit(user: 1) == nil)
        #expect(admission.total == 3)
    }

    @Test("root has room however many others there are, and others have it however many root has")
    mutating func root() {
        for user: UInt32 in 1...3 { #expect(admission.admit(user: user) == nil) }
        #expect(admission.admit(user: 4) == .tooManyConnections)
        for _ in 0..<4 { #expect(admission.admit(user: 0) == nil) }
        #expect(admission.admit(user: 0) == .tooManyOfUser)
        admission.leave(user: 3)
        #expect(admission.admit(user: 4) == nil)
        admission.leave(user: 0)
        #expect(admission.admit(user: 0) == nil)
    }

    @Test("a user who was not admitted cannot leave")
    mutating func strangersDoNotCount() {
        admission.leave(user: 9)
        #expect(admission.total == 0)
    }

    @Test("nobody comes in after the end")
    mutating func closed() {
        admission.close()
        #expect(admission.admit(user: 1) == .shuttingDown)
    }
}
