import Foundation
import Testing

extension EndToEnd {
    /// Programs that are told of events: each of all of them, in their order, whatever ends meanwhile.
    @Suite("Telling of events", .serialized)
    struct NotifyTests {
        private static let directory = Office.directory
            .replacing("user: nobody}", with: "user: nobody, email: joke@supplier.example}")
            .replacing("user: games}", with: "user: games, email: mark@supplier.example}")
            .replacing(
                "agents:\n", with: "managers: [{name: Els Mulder, email: els@supplier.example}]\nagents:\n")

        /// An office with a folder of programs, and the service that runs them.
        private final class Telling {
            let office: Office
            let folder: URL
            var environment: [String: String] = [:]
            private(set) var notify: Running?

            init() throws {
                office = try Office(directory: NotifyTests.directory)
                folder = office.folder.appending(path: "notify.d")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }

            func file(_ name: String) -> String { office.folder.appending(path: name).path }

            func write(_ name: String, _ text: String) throws {
                let path = folder.appending(path: name).path
                // It is there at once, and whole.
                let new = folder.appending(path: ".\(name)").path
                try Data(text.utf8).write(to: URL(filePath: new))
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: new)
                guard rename(new, path) == 0 else { throw Overdue(what: "cannot rename \(new)") }
            }

            /// A program that writes the numbers of its events into a file, after what the shell says.
            func writeLister(_ name: String, _ before: String = "") throws {
                try write(
                    name,
                    """
                    #!/bin/sh
                    event=$(cat)
                    \(before)
                    printf '%s\\n' "$event" | sed 's/^{"event":\\([0-9]*\\),.*/\\1/' >>\(file(name + ".told"))
                    """)
            }

            func start(_ arguments: [String] = []) throws {
                let started = try Running(
                    Programs.majorctl, ["notify", "--folder", folder.path] + arguments,
                    environment: environment.merging(["MAJORD_SOCKET": office.controlSocket]) { $1 },
                    folder: office.folder)
                notify = started
                let count = try FileManager.default.contentsOfDirectory(atPath: folder.path).count {
                    !$0.hasPrefix(".")
                }
                try eventually("programs are known: \(started.errorText)") {
                    guard started.isRunning else { throw Overdue(what: "it ended: \(started.errorText)") }
                    return started.errorText.split(separator: "\n").count { $0.contains("is told of events after") }
                        == count
                }
            }

            func end(_ signal: Int32) throws {
                notify?.signal(signal)
                _ = try notify?.ended()
            }

            var log: String { notify?.errorText ?? "" }

            /// Has something happen, and returns the number of its event.
            @discardableResult
            func happen() throws -> Int {
                let before = try newest()
                _ = try office.redisCLI("PHONE", "2102", "reachable")
                _ = try office.redisCLI("PHONE", "2102", "unreachable")
                try eventually("the event is kept") { try newest() > before }
                return try newest()
            }

            func newest() throws -> Int {
                let line = try office.majorctl("events", "--limit", "1").output
                return Int(line.split(separator: " ").first ?? "") ?? 0
            }

            func lines(_ name: String) -> [String] {
                guard let data = FileManager.default.contents(atPath: file(name)) else { return [] }
                return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
            }

            func told(_ name: String) -> [Int] { lines(name + ".told").compactMap { Int($0) } }

            func expectTold(_ name: String, _ numbers: [Int]) throws {
                try eventually("\(name) is told of \(numbers): \(told(name)); \(log)") { told(name) == numbers }
            }
        }

        private func sink(_ script: String, _ telling: Telling, _ name: String) throws -> (Running, String) {
            let port = telling.file(name + ".port")
            let path = Programs.repository.appending(path: "Tests/EndToEnd/notify/\(script)").path
            let running = try Running("python3", [path, port, telling.file(name)], folder: telling.office.folder)
            try eventually("\(script) listens: \(running.errorText)") {
                FileManager.default.fileExists(atPath: port)
            }
            return (running, try String(contentsOfFile: port, encoding: .utf8))
        }

        private struct Posted: Decodable {
            struct Recipient: Decodable {
                let name: String
                let email: String?
            }
            let event: Int
            let kind: String
            let at: String
            let text: String
            let to: [Recipient]
        }

        private struct Mail: Decodable {
            let to: [String]
            let subject: String
            let event: String
            let id: String
        }

        @Test(
            "the shipped examples send a mail and post to a web server; over restarts and a server that is away nothing is left out"
        )
        func examples() throws {
            let telling = try Telling()
            let office = telling.office
            let (mails, smtp) = try sink("smtp-sink.py", telling, "mails")
            let (posts, http) = try sink("http-sink.py", telling, "posts")
            defer {
                mails.signal(SIGKILL)
                posts.signal(SIGKILL)
            }
            let sendmail = telling.file("sendmail")
            try FileManager.default.copyItem(
                atPath: Programs.repository.appending(path: "Tests/EndToEnd/notify/sendmail").path, toPath: sendmail)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sendmail)
            telling.environment = [
                "MAJORD_SENDMAIL": sendmail, "SMTP_PORT": smtp, "MAJORD_WEBHOOK_URL": "http://127.0.0.1:\(http)/hook",
                "LANG": "nl_NL.UTF-8",
            ]
            try office.open()
            // What happened before a program was there is not told to it.
            #expect(try telling.happen() == 1)
            let examples = Programs.repository.appending(path: "etc/notify.d")
            for name in ["mail", "webhook"] {
                try telling.write(name, try String(contentsOf: examples.appending(path: name), encoding: .utf8))
            }
            try telling.start()
            // Joke is away: nobody tells her about work.
            _ = try office.majorctl("sick", "--agent", "joke")
            _ = try office.majorctl("sick", "--agent", "anna")
            try eventually("the gap of West is an event") { try telling.newest() == 2 }
            try eventually("both are told: \(telling.log)") {
                telling.lines("mails").count == 1 && telling.lines("posts").count == 1
            }
            // Restarts, hard and soft, and a web server that takes nothing for a while.
            try office.kill()
            try office.open()
            #expect(try telling.happen() == 3)
            try eventually("it goes on: \(telling.log)") { telling.lines("posts").count == 2 }
            try Data().write(to: URL(filePath: telling.file("posts.refuse")))
            #expect(try telling.happen() == 4)
            try eventually("the mail goes on") { telling.lines("mails").count == 3 }
            try eventually("the failure is said") {
                telling.log.contains("webhook did not take event 4, exit status 22")
            }
            try telling.end(SIGKILL)
            #expect(try telling.happen() == 5)
            try office.kill()
            try FileManager.default.removeItem(atPath: telling.file("posts.refuse"))
            try office.open()
            try telling.start()
            try eventually("both have caught up: \(telling.log)") {
                telling.lines("posts").count >= 4 && telling.lines("mails").count >= 4
            }
            try telling.end(SIGTERM)
            #expect(try telling.happen() == 6)
            try telling.start()
            let decoder = JSONDecoder()
            func posted() throws -> [Posted] {
                try telling.lines("posts").map { try decoder.decode(Posted.self, from: Data($0.utf8)) }
            }
            func mailed() throws -> [Mail] {
                try telling.lines("mails").map { try decoder.decode(Mail.self, from: Data($0.utf8)) }
            }
            try eventually("all is told: \(telling.log)") {
                try posted().last?.event == 6 && mailed().last?.event == "6 phone-unreachable"
            }
            // A receiver drops repeats by the number.
            let numbers = try posted().map(\.event)
            #expect(numbers == numbers.sorted())
            #expect(Set(numbers) == [2, 3, 4, 5, 6])
            let ids = try mailed().map(\.id)
            #expect(Set(ids).count == 5)
            let gap = try #require(try posted().first)
            #expect(gap.kind == "client-uncovered")
            #expect(gap.text.hasPrefix("Scholengroep West heeft niemand"), "\(gap.text)")
            #expect(gap.to.map(\.name) == ["Els Mulder"])
            let mail = try #require(try mailed().first)
            #expect(mail.to == ["els@supplier.example"])
            #expect(mail.subject.hasPrefix("Scholengroep West heeft niemand"), "\(mail.subject)")
            #expect(try mailed().last?.to == ["els@supplier.example", "mark@supplier.example"])
        }

        @Test("a program that fails or hangs is told again in time, in the order of the events, and delays only itself")
        func failing() throws {
            let telling = try Telling()
            try telling.office.open()
            try telling.writeLister("good")
            try telling.writeLister(
                "failing",
                "n=$(cat \(telling.file("tries")) 2>/dev/null || echo 0); echo $((n + 1)) >\(telling.file("tries")); [ $n -ge 2 ] || exit 3"
            )
            // What it starts is ended with it; no other process of the machine sleeps for so many seconds.
            let sleeping = "sleep 98\(Int.random(in: 1_000_000...9_999_999))"
            try telling.writeLister(
                "hanging",
                "if [ ! -e \(telling.file("hung")) ]; then touch \(telling.file("hung")); trap '' TERM; \(sleeping) & wait; fi"
            )
            // What leaves its group is ended with it, too, whoever its parent is by then, and whether it wants to or not.
            let left = "sleep 97\(Int.random(in: 1_000_000...9_999_999))"
            let leaver =
                "(trap '' TERM; \(left)) & (setsid \(left) &) ; env -i setsid sh -c \"trap '' TERM; \(left); true\" & setsid \(left)"
            try telling.writeLister(
                "leaving",
                "if [ ! -e \(telling.file("left")) ]; then touch \(telling.file("left")); \(leaver); fi")
            try telling.writeLister("gone", "exit 0")
            try telling.start(["--limit", "1"])
            let numbers = try (0..<3).map { _ in try telling.happen() }
            try telling.expectTold("good", numbers)
            try telling.expectTold("failing", numbers)
            try telling.expectTold("hanging", numbers)
            try telling.expectTold("leaving", numbers)
            #expect(
                telling.log.contains("failing did not take event \(numbers[0]), exit status 3; it is told again in 1 s")
            )
            #expect(
                telling.log.contains("failing did not take event \(numbers[0]), exit status 3; it is told again in 2 s")
            )
            #expect(telling.log.contains("hanging has not ended within 1 s"))
            #expect(
                telling.log.contains("hanging did not take event \(numbers[0]), ended by signal 9"), "\(telling.log)")
            for sleeping in [sleeping, left] {
                let running = try Running("pgrep", ["-f", sleeping], folder: telling.office.folder).ended()
                #expect(running.output.isEmpty, "\(sleeping)")
            }
        }

        @Test("what a program never takes can be passed over while the service runs; a program that comes begins then")
        func skipped() throws {
            let telling = try Telling()
            try telling.office.open()
            try telling.writeLister("never", "case \"$event\" in *'\"event\":1,'*) exit 1;; esac")
            try telling.start()
            try telling.happen()
            try telling.happen()
            try eventually("it fails") { telling.log.contains("never did not take event 1") }
            let typo = try telling.office.majorctl("notify", "--skip", "nevre", "--folder", telling.folder.path)
            #expect(
                typo.errors
                    == "\(telling.folder.path) has no program nevre that can be run; did you mean `never`?\n"
                    && typo.status == 1, "\(typo)")
            let skip = try telling.office.majorctl("notify", "--skip", "never", "--folder", telling.folder.path)
            #expect(skip.output == "never is told of what happens after event 2.\n", "\(skip.errors)")
            try telling.writeLister("late")
            try eventually("a program that comes is seen") {
                telling.log.contains("late is told of events after number 2")
            }
            #expect(try telling.happen() == 3)
            try telling.expectTold("never", [3])
            try telling.expectTold("late", [3])
        }

        @Test("a position that a full disk does not take: told again after a restart, and nothing left out")
        func fullDisk() throws {
            let telling = try Telling()
            let office = telling.office
            let state = office.folder.appending(path: "state").path
            let mount = try Running(
                "mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", state], folder: office.folder
            ).ended()
            try #require(mount.status == 0, "a small file system is needed: \(mount.errors)")
            defer { _ = try? Running("umount", ["-l", state], folder: office.folder).ended() }
            try office.open()
            let gate = telling.file("gate")
            try telling.writeLister("gated", "while [ ! -e \(gate) ]; do sleep 0.1; done")
            try telling.start()
            let first = try telling.happen()
            let second = try telling.happen()
            let filler = URL(filePath: state).appending(path: "filler").path
            // The log of the ledger has room left: changes take it, until one is refused.
            var isFull = false
            for _ in 0..<400 where !isFull {
                _ = try Running("dd", ["if=/dev/zero", "of=\(filler)", "bs=4k"], folder: office.folder).ended()
                isFull =
                    try office.majorctl(
                        "pause", "30m", "--agent", "joke", "--note", String(repeating: "x", count: 400)
                    ).status != 0
            }
            try #require(isFull)
            try Data().write(to: URL(filePath: gate))
            try telling.expectTold("gated", [first, second])
            try eventually("it is said: \(telling.log)") { telling.log.contains("it is tried again") }
            try telling.end(SIGKILL)
            try telling.start()
            try telling.expectTold("gated", [first, second, first, second])
            try FileManager.default.removeItem(atPath: filler)
            try eventually("the position is kept: \(telling.log)") { telling.log.contains("majord can be asked again") }
            try telling.end(SIGKILL)
            try telling.start()
            let third = try telling.happen()
            try eventually("what is new is told: \(telling.log)") { telling.told("gated").last == third }
            let again = telling.told("gated").dropFirst(4)
            #expect(again.allSatisfy { $0 > second }, "\(again)")
        }
    }
}
