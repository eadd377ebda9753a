import TestSupport
import Testing

@testable import Sockets

@Suite("Who may connect")
struct AdmissionTests {
    /// What happens, in order: somebody comes, or one of his connections goes.
    enum Step: Sendable, CustomTestStringConvertible {
        case comes(UInt32?, RefusalCause? = nil)
        case goes(UInt32?)

        var testDescription: String {
            switch self {
            case .comes(let user, let cause): "\(user.map(String.init) ?? "?") \(cause.map { "\($0)" } ?? "in")"
            case .goes(let user): "\(user.map(String.init) ?? "?") out"
            }
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var root = AdmissionLimits.Root.asOthers
        let steps: [Step]
    }

    private static func arrive(_ users: UInt32?...) -> [Step] { users.map { .comes($0) } }

    /// With five connections in all and three of one user.
    private static let rows = [
        Row(
            testDescription: "one user has nearly all connections, and leaves some to others",
            steps: arrive(1, 1, 1) + [.comes(1, .tooManyOfUser)] + arrive(2, 3) + [.comes(4, .tooMany)]),
        Row(
            testDescription: "whoever has his share is told so, also where all places are taken",
            steps: arrive(1, 1, 1, 2, 2) + [.comes(1, .tooManyOfUser), .comes(2, .tooMany)]),
        Row(
            testDescription: "who leaves makes room for himself and others",
            steps: arrive(1, 1, 1, 2, 2) + [.goes(1), .comes(1), .comes(1, .tooManyOfUser), .goes(2), .comes(3)]),
        Row(
            testDescription: "users who are not known are limited with all others alone",
            steps: arrive(nil, nil, nil, nil, nil) + [.comes(nil, .tooMany), .goes(nil), .comes(1)]),
        Row(testDescription: "root as others", steps: arrive(0, 0, 0) + [.comes(0, .tooManyOfUser)]),
        Row(
            testDescription: "root without a share of his own limit", root: .withoutShare,
            steps: arrive(0, 0, 0, 0, 0) + [.comes(0, .tooMany), .comes(1, .tooMany)]),
        Row(
            testDescription:
                "root apart has room however many others there are, and they have it however many root has",
            root: .apart(2),
            steps: arrive(1, 1, 1, 2, 2) + [.comes(3, .tooMany)] + arrive(0, 0)
                + [.comes(0, .tooManyOfUser), .comes(3, .tooMany), .goes(2), .comes(3), .goes(0), .comes(0)]),
    ]

    @Test("limits", arguments: rows)
    func limits(row: Row) {
        var admission = Admission(AdmissionLimits(connections: 5, connectionsPerPeer: 3, root: row.root))
        for step in row.steps {
            switch step {
            case .comes(let user, let cause): #expect(admission.admit(user.map { .user($0) }) == cause, "\(step)")
            case .goes(let user): admission.leave(user.map { .user($0) })
            }
        }
    }

    @Test("over TCP an address has a share, and is told of as one")
    func addresses() throws {
        var admission = Admission(AdmissionLimits(connections: 5, connectionsPerPeer: 2, root: .withoutShare))
        let one = try #require(SocketAddress(ipv4: "127.0.0.1:1000")?.host)
        let same = try #require(SocketAddress(ipv4: "127.0.0.1:2000")?.host)
        let other = try #require(SocketAddress(ipv4: "127.0.0.2:1000")?.host)
        #expect(admission.admit(.address(one)) == nil)
        #expect(admission.admit(.address(same)) == nil)
        #expect(admission.admit(.address(one)) == .tooManyOfAddress)
        #expect(admission.admit(.address(other)) == nil)
    }

    @Test(
        "the user with most is one who has at least two more than who comes, root's apart left out",
        arguments: [
            ([1, 1, 1, 2], 3, 1), ([1, 1, 2, 2], 3, 1), ([2, 2, 1, 1], 3, 1), ([1, 1, 2, 2], 1, nil),
            ([1, 2, 3], 4, nil),
            ([1, 1, 2], 2, nil), ([0, 0, 0, 1], 2, nil), ([0, 0, 0, 1, 1], 2, 1), ([], 1, nil),
        ] as [([UInt32], UInt32, UInt32?)])
    func most(users: [UInt32], comer: UInt32, expected: UInt32?) {
        var admission = Admission(AdmissionLimits(connections: 9, connectionsPerPeer: 9, root: .apart(9)))
        for user in users { #expect(admission.admit(.user(user)) == nil) }
        #expect(admission.userWithMost(besides: comer) == expected)
    }

    @Test("however they come and go, the counts hold", arguments: 0..<50)
    func property(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let root: AdmissionLimits.Root = [.asOthers, .withoutShare, .apart(2)][Int(seed % 3)]
        var admission = Admission(AdmissionLimits(connections: 5, connectionsPerPeer: 3, root: root))
        var open: [UInt32?] = []
        for _ in 0..<300 {
            if Bool.random(using: &random), let index = open.indices.randomElement(using: &random) {
                let user = open.remove(at: index)
                admission.leave(user.map { .user($0) })
            } else {
                let user: UInt32? = [nil, 0, 1, 2, 3].randomElement(using: &random) ?? nil
                let isApart = root == .apart(2) && user == 0
                let share = user == nil || user == 0 && root == .withoutShare ? Int.max : isApart ? 2 : 3
                let sharing = open.count { !(root == .apart(2) && $0 == 0) }
                let expected: RefusalCause? =
                    open.count { $0 == user } >= share ? .tooManyOfUser : !isApart && sharing == 5 ? .tooMany : nil
                #expect(admission.admit(user.map { .user($0) }) == expected)
                if expected == nil { open.append(user) }
            }
            #expect(admission.total == open.count { !(root == .apart(2) && $0 == 0) })
        }
    }
}
