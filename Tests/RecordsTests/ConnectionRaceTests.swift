import Foundation
import Glibc
import Routing
import TestSupport
import Testing
import Time

@testable import Records

/// How a majord comes to one of several servers, of which some may not answer.
@Suite("Servers that do not answer", .enabled(if: ThrowAwayPostgreSQL.shared != nil, "no PostgreSQL is installed"))
struct ConnectionRaceTests {
    let name = "race-\(UUID())".lowercased()
    let folder: String
    let now = Instant(clamping: 1_800_000_000_000)

    init() throws {
        folder = "/tmp/race-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// A server in the folder who takes every connection and says nothing.
    private func listenSilently() throws -> Int32 {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(folder)/.s.PGSQL.5432".utf8) }
        let bound = withUnsafePointer(to: address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(listener, 100) == 0)
        return listener
    }

    private func server(_ words: String) throws -> PostgreSQLServer {
        try PostgreSQLServer(words, site: .test("a"), passwordFile: nil)
    }

    @Test("one that answers is not waited for behind one that does not")
    func behindSilence() throws {
        let listener = try listenSilently()
        defer { close(listener) }
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        _ = try postgresql.words(name)
        let server = try server(
            "host=\(folder),\(postgresql.folder) dbname=\(name) user=majord target_session_attrs=read-write connect_timeout=20"
        )
        let began = ContinuousClock.now
        for _ in 0..<2 { _ = try server.connect(.reading) }
        #expect(ContinuousClock.now - began < .seconds(10))
    }

    @Test("one that did not answer is asked anew while the answer is still waited for")
    func anew() throws {
        let listener = try listenSilently()
        defer { close(listener) }
        let postgresql = try #require(ThrowAwayPostgreSQL.shared)
        _ = try postgresql.words(name)
        let (folder, real) = (folder, postgresql.folder)
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) {
            unlink("\(folder)/.s.PGSQL.5432")
            symlink("\(real)/.s.PGSQL.5432", "\(folder)/.s.PGSQL.5432")
        }
        let began = ContinuousClock.now
        _ = try server("host=\(folder) dbname=\(name) user=majord connect_timeout=20").connect(.reading)
        #expect(ContinuousClock.now - began < .seconds(10))
    }

    @Test("where none is of use, what each said is told in the order of their names")
    func none() throws {
        let server = try server("host=/nowhere/b,/nowhere/a dbname=x target_session_attrs=read-write")
        #expect {
            try server.connect(.reading)
        } throws: { error in
            let text = "\(error)"
            guard let first = text.firstRange(of: "/nowhere/b/"), let second = text.firstRange(of: "/nowhere/a/") else {
                return false
            }
            return first.lowerBound < second.lowerBound
        }
    }

    @Test("servers are asked each for itself where their order says nothing and the words fit together")
    func places() {
        func hosts(_ words: [String: String]) -> [[String]] {
            PostgreSQLPlace.places(in: words).map { $0.options.map { "\($0.key)=\($0.value)" } }
        }
        let words = ["host": "db1,db2", "port": "6001,6002", "target_session_attrs": "read-write"]
        #expect(hosts(words) == [["host=db1", "port=6001"], ["host=db2", "port=6002"]])
        #expect(hosts(words.merging(["port": "6001"]) { $1 }) == [["host=db1"], ["host=db2"]])
        #expect(hosts(words.merging(["target_session_attrs": "any"]) { $1 }) == [[]])
        #expect(hosts(words.merging(["port": "1,2,3"]) { $1 }) == [[]])
        #expect(hosts(["service": "majord", "target_session_attrs": "read-write"]) == [[]])
    }

    @Test("a state folder that is not there is named")
    func missingFolder() {
        #expect {
            try DatabaseFolder(state: "/nowhere/state").id()
        } throws: { error in
            "\(error)".hasPrefix("cannot open the ledger /nowhere/state: No such file or directory")
        }
    }

    @Test("a start does not wait for a database that does not answer, where there is a copy to begin with")
    func start() throws {
        let state = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        let (place, postgresql) = (DatabaseFolder(state: state), try #require(ThrowAwayPostgreSQL.shared))
        do {
            let ledger = try Ledger(server(try postgresql.words(name)), keeping: place, at: now)
            _ = try ledger.roster.enter(
                NewAbsence(agent: AgentID("joke"), kind: .sickness, start: now, end: nil, note: nil), by: "root",
                at: now)
            ledger.lastKnown?.refresh(at: now)
        }
        let listener = try listenSilently()
        defer { close(listener) }
        let words = "host=\(folder) dbname=\(name) user=majord connect_timeout=20"
        let began = ContinuousClock.now
        var opened: Ledger?
        for _ in 0..<1_000 where opened == nil {
            // The one before lets go of its copy in a moment.
            opened = try? Ledger(server(words), keeping: place, at: now)
            if opened == nil { Thread.sleep(forTimeInterval: 0.005) }
        }
        #expect(ContinuousClock.now - began < .seconds(10))
        let absences = try #require(opened).atStart.roster.load(from: now).absences
        #expect(absences.map(\.agent.description) == ["joke"])
    }
}
