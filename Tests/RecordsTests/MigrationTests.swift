import Foundation
import GRDB
import Routing
import Testing
import Time

@testable import Records

@Suite("Ledgers of earlier versions")
struct MigrationTests {
    @Test("a call that an agent had is his, and one that is over is nobody's")
    func whoHasACall() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "migration-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        do {
            let queue = try DatabaseQueue(path: folder + "/ledger.sqlite")
            try Migrations.all.migrate(queue, upTo: "absences given")
            try queue.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO call (call_id, noted_at, answered_by, agent, answered_at, ended, ended_at) VALUES
                            ('up', 1000, '2101', 'joke', 2000, NULL, NULL),
                            ('over', 1000, '2102', 'mark', 2000, 'answered', 3000),
                            ('overflow', 1000, '2000', NULL, 2000, NULL, NULL), ('rings', 1000, NULL, NULL, NULL, NULL, NULL)
                        """)
            }
            try queue.close()
        }
        let held = try Ledger(folder: folder).calls.heldCalls(from: .earliest, until: .latest)
        #expect(held.map(\.callID) == ["up"])
        #expect(held.first?.agent == AgentID("joke"))
        #expect(held.first?.since == Instant(clamping: 2_000))
        #expect(
            held.first?.progress
                == RecordedProgress(rang: [], answeredBy: "2101", released: [], heldAt: "2101", ended: nil))
    }
}
