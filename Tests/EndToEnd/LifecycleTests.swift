import Foundation
import Testing

extension EndToEnd {
    /// Start, reload, kill and end.
    @Suite("Lifecycle", .serialized)
    struct LifecycleTests {
        @Test("an acknowledged absence survives kill -9")
        func killAndRestart() throws {
            let office = try Office()
            try office.open()
            for round in 0..<5 {
                let word = round % 2 == 0 ? "sick" : "back"
                #expect(try office.majorctl(word, "--agent", "joke").status == 0)
                try office.kill()
                try office.open()
                #expect(try office.route("+31505550100")["extension"] == (round % 2 == 0 ? "2102" : "2101"))
            }
            #expect(try office.majorctl("absences").output.contains("Joke de Vries: sickness"))
        }

        @Test("SIGTERM ends within five seconds, removes the sockets, and answers what was asked")
        func terminate() throws {
            let office = try Office()
            try office.open()
            let majord = try #require(office.majord)
            let ended = try office.python(
                """
                import os, signal, socket, sys
                s = socket.socket(socket.AF_UNIX)
                s.connect(sys.argv[1])
                count = 2000
                s.sendall(b"".join(b"EXTENSION +31505550100 +31880001234 c%d\\r\\n" % n for n in range(count)))
                os.kill(int(sys.argv[2]), signal.SIGTERM)
                answer = b""
                while True:
                    part = s.recv(65536)
                    if not part: break
                    answer += part
                assert answer == b"$4\\r\\n2101\\r\\n" * count, len(answer)
                print("ok")
                """, office.pbxSocket, "\(majord.id)")
            #expect(ended.output == "ok\n", "\(ended.errors)")
            #expect(try majord.ended(within: .seconds(5)).status == 0)
            #expect(!FileManager.default.fileExists(atPath: office.pbxSocket))
            #expect(!FileManager.default.fileExists(atPath: office.controlSocket))
        }

        @Test("calls are answered while the end waits for somebody who does not read what he asked for")
        func answersWhileItEnds() throws {
            let office = try Office()
            try office.open()
            let majord = try #require(office.majord)
            let ended = try office.python(
                """
                import os, signal, socket, sys, time
                def connected(path):
                    s = socket.socket(socket.AF_UNIX)
                    s.connect(path)
                    return s
                slow = connected(sys.argv[2])
                slow.setblocking(False)
                question = b'{"method":"org.majord.Roster.Status"}\\0'
                # As much as majord takes without anybody who reads its answers.
                quiet = 0
                while quiet < 20:
                    try: slow.send(question * 50); quiet = 0
                    except BlockingIOError: quiet += 1; time.sleep(0.05)
                os.kill(int(sys.argv[3]), signal.SIGTERM)
                while True:
                    try: connected(sys.argv[2]).close()
                    except OSError: break
                s = connected(sys.argv[1])
                s.settimeout(10)
                s.sendall(b"EXTENSION +31505550100 +31880001234 c1\\r\\n")
                answer = s.recv(100)
                assert answer == b"$4\\r\\n2101\\r\\n", answer
                slow.close()
                print("ok")
                """, office.pbxSocket, office.controlSocket, "\(majord.id)")
            #expect(ended.output == "ok\n", "\(ended.errors)")
            #expect(try majord.ended(within: .seconds(10)).status == 0)
        }

        @Test("a good reload is in force and answers with the difference; SIGHUP does the same")
        func reload() throws {
            let office = try Office()
            try office.open()
            try office.write(Office.directory.replacing("extension: 2101", with: "extension: 2111"))
            let reloaded = try office.majorctl("reload")
            #expect(reloaded.status == 0)
            #expect(reloaded.lines.prefix(2) == ["Reloaded as generation 2: 1 agent changed.", "  changed agent joke"])
            #expect(try office.route("+31505550100")["extension"] == "2111")
            try office.write(Office.directory)
            office.majord?.signal(SIGHUP)
            try eventually("the directory is in force again") {
                try office.route("+31505550100")["extension"] == "2101"
            }
        }

        @Test("SIGTERM at the moment at which majord is ready ends it as at any other")
        func terminateAtOnce() throws {
            let office = try Office()
            for _ in 0..<20 {
                try office.open()
                office.majord?.signal(SIGTERM)
                let ended = try #require(try office.majord?.ended())
                #expect(ended.status == 0)
                #expect(!FileManager.default.fileExists(atPath: office.pbxSocket))
            }
        }

        @Test("SIGHUP while majord starts does not end it, and is a reload once it has started")
        func reloadAtStart() throws {
            for _ in 0..<5 {
                let office = try Office()
                let majord = try Running(Programs.majord, office.daemonArguments, folder: office.folder)
                try eventually("majord starts") { majord.errorText.contains(" reads ") }
                majord.signal(SIGHUP)
                try eventually("majord has reloaded: \(majord.errorText)", within: .seconds(10)) {
                    guard majord.isRunning else { throw Overdue(what: "majord ended: \(majord.errorText)") }
                    return majord.errorText.contains("Reloaded: nothing changed")
                }
                majord.signal(SIGTERM)
                #expect(try majord.ended(within: .seconds(10)).status == 0)
            }
        }

        @Test("a directory with errors is refused with its places, and the running one stays")
        func refusedReload() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            try office.write(Office.directory.replacing("primary: mark", with: "primay: mark"))
            let refused = try office.majorctl("reload")
            #expect(refused.status == 2)
            #expect(refused.errors.contains("majord.yaml:31:"), "\(refused.errors)")
            #expect(refused.errors.contains("primary"), "\(refused.errors)")
            #expect(refused.errors.contains("generation 2 stays in force"), "\(refused.errors)")
            #expect(try office.majorctl("check").status == 2)
            let answer = try office.route("0535551234")
            #expect(answer["extension"] == "2102")
            #expect(answer["generation"] == "2")
        }

        @Test("a broken directory at the start is told with every place, and status 78")
        func brokenStart() throws {
            let office = try Office(directory: Office.directory.replacing("backup: mark", with: "backup: joke"))
            let ended = try Running(Programs.majord, office.daemonArguments, folder: office.folder).ended()
            #expect(ended.status == 78)
            #expect(ended.errors.contains("majord.yaml:"), "\(ended.errors)")
        }

        @Test("a second majord is refused, and the first goes on")
        func second() throws {
            let office = try Office()
            try office.open()
            let sameLedger = try Running(Programs.majord, office.daemonArguments, folder: office.folder).ended()
            #expect(sameLedger.status == 69)
            #expect(sameLedger.errors.contains("in use by another process"), "\(sameLedger.errors)")
            let state = office.folder.appending(path: "other")
            try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
            let sameSocket = try Running(
                Programs.majord, office.daemonArguments + ["--state", state.path], folder: office.folder
            ).ended()
            #expect(sameSocket.status == 69)
            #expect(sameSocket.errors.contains("Somebody listens on"), "\(sameSocket.errors)")
            #expect(try office.route("+31505550100")["extension"] == "2101")
        }

        @Test("a taken FastAGI port is named with its option and who has it; an address of nobody's, too")
        func takenPort() throws {
            let office = try Office()
            let holder = """
                import socket, sys, time
                s = socket.create_server(("127.0.0.1", 0))
                open(sys.argv[1] + ".new", "w").write(str(s.getsockname()[1]))
                __import__("os").rename(sys.argv[1] + ".new", sys.argv[1])
                time.sleep(600)
                """
            let file = office.folder.appending(path: "port")
            let running = try Running("python3", ["-c", holder, file.path], folder: office.folder)
            try eventually("it listens") { FileManager.default.fileExists(atPath: file.path) }
            let address = "127.0.0.1:\(try String(contentsOf: file, encoding: .utf8))"
            func errors(_ address: String, status: Int32) throws -> String {
                let arguments = office.daemonArguments + ["--fastagi", address]
                let ended = try Running(Programs.majord, arguments, folder: office.folder).ended()
                #expect(ended.status == status)
                return ended.errors
            }
            let taken = try errors(address, status: 69)
            #expect(
                taken.contains(
                    "FastAGI cannot listen on \(address) (--fastagi): python3, process \(running.id) listens there already; "
                        + "stop that program, or give --fastagi another port"), "\(taken)")
            let foreign = try errors("192.0.2.1:4577", status: 73)
            #expect(foreign.contains("192.0.2.1:4577 (--fastagi): this machine has no such address"), "\(foreign)")
        }

        @Test("sockets that are passed by name are served, and stay when majord ends")
        func passedSockets() throws {
            let office = try Office()
            let activate = try Running(
                "systemd-socket-activate",
                ["-l", office.pbxSocket, "-l", office.controlSocket, "--fdname=pbx:control", Programs.majord]
                    + office.daemonArguments, folder: office.folder)
            try eventually("the sockets are there") {
                FileManager.default.fileExists(atPath: office.controlSocket)
            }
            #expect(try office.route("+31505550100")["extension"] == "2101")
            #expect(try office.majorctl("status").status == 0)
            activate.signal(SIGTERM)
            _ = try activate.ended(within: .seconds(10))
            #expect(FileManager.default.fileExists(atPath: office.pbxSocket))
        }

        @Test("a passed socket of another name is refused by name")
        func unknownSocket() throws {
            let office = try Office()
            let activate = try Running(
                "systemd-socket-activate",
                ["-l", office.pbxSocket, "--fdname=telephone", Programs.majord] + office.daemonArguments,
                folder: office.folder)
            try eventually("the socket is there") { FileManager.default.fileExists(atPath: office.pbxSocket) }
            _ = try office.redisCLI("PING")
            let ended = try activate.ended(within: .seconds(20))
            #expect(ended.status == 78)
            #expect(ended.errors.contains("\"telephone\""), "\(ended.errors)")
        }

        @Test("the service manager is told of ready, reloading, status and stopping")
        func notify() throws {
            let office = try Office()
            let path = office.folder.appending(path: "notify.sock").path
            let receiver = try Running(
                "python3",
                [
                    "-c",
                    """
                    import socket, sys
                    s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                    s.bind(sys.argv[1])
                    print("bound", flush=True)
                    while True:
                        print(s.recv(65536).decode().replace("\\n", " "), flush=True)
                    """, path,
                ], folder: office.folder)
            try eventually("the receiver is bound") { receiver.outputText.hasPrefix("bound") }
            try office.open(environment: ["NOTIFY_SOCKET": path])
            try eventually("ready") { receiver.outputText.contains("READY=1") }
            #expect(receiver.outputText.contains("STATUS=3 of 3 clients covered, 0 agents absent, generation 1"))
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            try eventually("the status follows") {
                receiver.outputText.contains("STATUS=3 of 3 clients covered, 1 agent absent, generation 2")
            }
            office.majord?.signal(SIGHUP)
            try eventually("the reload is told, and its end") {
                guard let reloading = receiver.outputText.range(of: "RELOADING=1 MONOTONIC_USEC=") else { return false }
                return receiver.outputText[reloading.upperBound...].contains("READY=1")
            }
            office.majord?.signal(SIGTERM)
            try eventually("stopping") { receiver.outputText.contains("STOPPING=1") }
            _ = try office.majord?.ended(within: .seconds(5))
        }
    }
}
