import Foundation
import Glibc
import Testing

extension EndToEnd {
    /// Damaged ledgers, backups and what puts them back, with the programs as they are shipped.
    @Suite("The ledger as a whole")
    struct LedgerUpkeepTests {
        private func stop(_ office: Office) throws {
            office.majord?.signal(SIGTERM)
            _ = try office.majord?.ended()
        }

        @Test(
            "a ledger that is none is set aside untouched; calls go on, and majord is degraded until somebody says that he has looked"
        )
        func setAside() throws {
            let office = try Office()
            let state = office.folder.appending(path: "state")
            let text = Data(String(repeating: "no ledger\n", count: 1_000).utf8)
            try text.write(to: state.appending(path: "ledger.sqlite"))
            try office.open()
            #expect(try office.route("+31505550100")["action"] == "dial")
            let names = try FileManager.default.contentsOfDirectory(atPath: state.path).filter {
                $0.contains("damaged")
            }
            let name = try #require(names.first)
            #expect(try Data(contentsOf: state.appending(path: name)) == text)
            #expect(office.log.contains("is set aside as \(state.path)/\(name)"), "\(office.log)")
            let status = try office.majorctl("status")
            #expect(status.status == 1 && status.output.contains(name), "\(status.output)")
            #expect(try office.redisCLI("INFO").output.contains("\ndegraded:1"))
            try eventually("the event is told") { try office.majorctl("events").output.contains("ledger-set-aside") }
            // A restart does not make it forgotten, nor tell of it twice.
            try stop(office)
            try office.open()
            #expect(try office.majorctl("status").status == 1)
            #expect(try office.majorctl("seen", user: "games").status == 77)
            let seen = try office.majorctl("seen")
            #expect(seen.status == 0 && seen.output.contains("ledger.sqlite.seen-"), "\(seen)")
            #expect(try office.majorctl("status").status == 0)
            #expect(try office.redisCLI("INFO").output.contains("\ndegraded:0"))
            let events = try office.majorctl("events").output
            #expect(events.components(separatedBy: "ledger-set-aside").count == 2, "\(events)")
        }

        @Test(
            "a backup is made while majord runs, for its owner alone, and replaces nothing unasked; put back, it is what was"
        )
        func backupAndRestore() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            let backup = office.folder.appending(path: "backup.sqlite").path
            let made = try office.majorctl("backup", backup)
            #expect(made.status == 0 && made.output.contains(backup), "\(made)")
            let attributes = try FileManager.default.attributesOfItem(atPath: backup)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try office.majorctl("backup", backup).status == 1)
            #expect(try office.majorctl("backup", "--force", backup).status == 0)
            #expect(try office.majorctl("backup", "/nowhere/backup").status == 73)
            for odd in ["", "-"] { #expect(try office.majorctl("backup", "--", odd).status == 64, "\(odd)") }
            for odd in [String(repeating: "x", count: 300), "/dev/null", ".", "x/"] {
                #expect(try office.majorctl("backup", "--force", odd).status == 73, "\(odd)")
            }
            #expect(try office.majorctl("backup", office.folder.appending(path: "x").path, user: "games").status != 0)
            let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
            #expect(!left.contains { $0.hasPrefix("backup.sqlite.") }, "\(left)")

            let arguments = ["--state", office.folder.appending(path: "state").path, "--restore", backup]
            let running = try Running(Programs.majord, arguments, folder: office.folder).ended()
            #expect(running.status == 69, "\(running)")
            #expect(try office.majorctl("back", "--agent", "joke").status == 0)
            try office.kill()
            let restored = try Running(Programs.majord, arguments, folder: office.folder).ended()
            #expect(restored.status == 0 && restored.output.contains("ledger.sqlite.replaced-"), "\(restored)")
            try office.open()
            #expect(try office.majorctl("absences").output.contains("Joke de Vries"))
            #expect(try office.majorctl("status").status == 0)
        }

        @Test(
            "a damaged ledger on a full disk stays where it is until there is room, and nothing is left of one that could not be begun",
            .enabled(if: getuid() == 0, "only root mounts a small file system"))
        func fullDisk() throws {
            let office = try Office()
            let state = office.folder.appending(path: "state")
            let mounted = try Running(
                "mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", state.path], folder: office.folder
            ).ended()
            try #require(mounted.status == 0, "\(mounted.errors)")
            defer { _ = try? Running("umount", ["-l", state.path], folder: office.folder).ended() }
            func names() throws -> Set<String> {
                Set(try FileManager.default.contentsOfDirectory(atPath: state.path)).subtracting(["ledger.sqlite.lock"])
            }
            func fill() throws {
                let filler = open(state.appending(path: "filler").path, O_WRONLY | O_CREAT, 0o600)
                let page = [UInt8](repeating: 1, count: 4_096)
                while write(filler, page, page.count) > 0 {}
                close(filler)
            }
            let ledger = state.appending(path: "ledger.sqlite")
            let text = Data(String(repeating: "no ledger\n", count: 10_000).utf8)
            for content in [text, nil] {
                try content?.write(to: ledger)
                try fill()
                for _ in 0..<2 {
                    let ended = try Running(Programs.majord, office.daemonArguments, folder: office.folder).ended()
                    #expect([73, 74].contains(ended.status), "\(ended.errors)")
                    #expect(try names() == (content == nil ? ["filler"] : ["filler", "ledger.sqlite"]))
                }
                if let content { #expect(try Data(contentsOf: ledger) == content) }
                try FileManager.default.removeItem(at: state.appending(path: "filler"))
                try office.open()
                #expect(try names().filter { $0.contains("damaged") }.count == (content == nil ? 0 : 1))
                #expect(try office.majorctl("status").status == (content == nil ? 0 : 1))
                try office.kill()
                for name in try names() { try FileManager.default.removeItem(at: state.appending(path: name)) }
            }
        }

        @Test(
            "a start on a full disk decides calls with what was kept, and writes once there is room",
            .enabled(if: getuid() == 0, "only root mounts a small file system"))
        func startOnFullDisk() throws {
            let office = try Office()
            let state = office.folder.appending(path: "state").path
            let mounted = try Running(
                "mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", state], folder: office.folder
            ).ended()
            try #require(mounted.status == 0, "\(mounted.errors)")
            defer { _ = try? Running("umount", ["-l", state], folder: office.folder).ended() }
            try office.open()
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            let before = try office.route("+31505550100")
            let filler = open("\(state)/filler", O_WRONLY | O_CREAT, 0o600)
            defer { close(filler) }
            let page = [UInt8](repeating: 1, count: 4_096)
            func fill() { while write(filler, page, page.count) > 0 {} }
            try office.kill()
            fill()
            try office.open()
            #expect(try office.route("+31505550100")["targets"] == before["targets"])
            try eventually("changes are refused") {
                fill()
                return try office.majorctl("pause", "30m", "--agent", "anna").status == 1
            }
            let status = try office.majorctl("status")
            #expect(status.status == 1 && status.output.contains("the ledger is unavailable"), "\(status.output)")
            try FileManager.default.removeItem(atPath: "\(state)/filler")
            ftruncate(filler, 0)
            try eventually("it is written again") { office.log.contains("The ledger is available again") }
            #expect(try office.majorctl("back", "--agent", "joke").status == 0)
        }

        @Test(
            "a ledger that majord may not open is not damaged: it stays, and majord says why it does not start",
            .enabled(if: getuid() == 0, "only root has files that another may not open"))
        func noPermission() throws {
            let office = try Office()
            try office.open()
            try office.kill()
            for name in ["state", "run"] { chown(office.folder.appending(path: name).path, 65_534, 65_534) }
            let state = office.folder.appending(path: "state").path
            let before = try FileManager.default.contentsOfDirectory(atPath: state).sorted()
            let arguments = ["--reuid=nobody", "--regid=nogroup", "--clear-groups", Programs.majord]
            let ended = try Running("setpriv", arguments + office.daemonArguments, folder: office.folder).ended()
            #expect(ended.status == 73 && ended.errors.contains("Permission denied"), "\(ended)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: state).sorted() == before)
        }
    }
}
