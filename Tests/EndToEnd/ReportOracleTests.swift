import Foundation
import Testing
import Time

extension EndToEnd {
    /// Figures of reports, as Python computes them from the ledger by docs/reports.md alone.
    @Suite("Figures of reports")
    struct ReportOracleTests {
        @Test("every figure is what an independent computation makes of the same ledger", .timeLimit(.minutes(3)))
        func figures() throws {
            let office = try Office()
            let now = Instant(clamping: Int64(Date().timeIntervalSince1970 * 1_000))
            let state = office.folder.appending(path: "state")
            let month = try Self.write(office, state, now)
            try office.open()
            let path = state.appending(path: "ledger.sqlite").path
            try eventually("all calls are settled") {
                try office.python(Self.unsettled, path).output == "0\n"
            }
            for number in ["3", "5", "8"] { try office.majorctl("missed", "done", number, "--note", "gebeld") }
            var compared = 0
            let clients = ["noord", "oost", "west", "zuid", "delta", "nieuw"].map { ["--client", $0] }
            let wishes =
                ([[]] + clients).map { ["--month", month] + $0 } + [["--from", "\(month)-03", "--client", "zuid"]]
            for wish in wishes {
                let told = try Running(
                    Programs.majorctl, ["report", "--format", "json"] + wish,
                    environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder
                ).ended()
                try #require(told.status == 0, "\(told.errors)")
                let file = office.folder.appending(path: "told.json")
                try Data(told.output.utf8).write(to: file)
                let script = Programs.repository.appending(path: "Tests/EndToEnd/report.py").path
                let oracle = try Running(Programs.python, [script, path, file.path], folder: office.folder)
                    .ended(within: .seconds(120))
                try #require(oracle.status == 0, "\(oracle.errors)")
                var lines = oracle.output.split(separator: "\n").map(String.init)
                let count = lines.popLast().flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
                #expect(lines.isEmpty, "\(wish): \(lines.count) differ:\n\(lines.prefix(40).joined(separator: "\n"))")
                compared += count
            }
            // A ledger in which nothing happens would prove nothing.
            #expect(compared > 900)
        }

        /// Nobody has the ledger once it is written.
        private static func write(_ office: Office, _ state: URL, _ now: Instant) throws -> String {
            var ledger = try GeneratedLedger(seed: 20, folder: office.folder, state: state, now: now)
            try ledger.write()
            return "\(ledger.month)"
        }

        private static let unsettled =
            "import sqlite3, sys; print(sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True).execute('SELECT count(*) FROM unsettled').fetchone()[0])"
    }
}
