import Testing

@testable import Varlink

@Suite("Admission")
struct AdmissionTests {
    private var admission: Admission = {
        var limits = VarlinkLimits()
        limits.connections = 3
        limits.connectionsPerUser = 2
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
