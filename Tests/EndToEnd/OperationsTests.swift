import Foundation
import Testing

extension EndToEnd {
    /// What those who run the service see and rely on.
    @Suite("Operations", .serialized)
    struct OperationsTests {
        @Test("metrics parse as OpenMetrics and as Prometheus' text format, and count what happened")
        func metrics() throws {
            let office = try Office()
            try office.open()
            for number in 0..<5 { _ = try office.route("+31505550100", callID: "m\(number)") }
            _ = try office.route("+999", callID: "odd")
            #expect(try office.majorctl("sick", "--agent", "anna").status == 0)
            try office.write("region: [")
            #expect(try office.majorctl("reload").status == 2)
            let file = office.folder.appending(path: "majord.prom").path
            #expect(try office.majorctl("metrics", "--output", file).status == 0)
            let parsed = try office.python(
                """
                import sys
                from prometheus_client.openmetrics.parser import text_string_to_metric_families as strict
                from prometheus_client.parser import text_string_to_metric_families as classic
                text = open(sys.argv[1]).read()
                def samples(parse):
                    return {(s.name, tuple(sorted(s.labels.items()))): s.value for f in parse(text) for s in f.samples}
                one, other = samples(strict), samples(classic)
                assert one == other, set(one.items()) ^ set(other.items())
                for name, labels in [
                        ("majord_up", {}), ("majord_decisions_total", {"reason": "primary"}),
                        ("majord_decisions_total", {"reason": "unknown-caller"}),
                        ("majord_decisions_total", {"reason": "backup"}), ("majord_agents_absent", {}),
                        ("majord_clients_covered", {}), ("majord_reloads_total", {"result": "refused"}),
                        ("majord_answer_duration_seconds_count", {"socket": "pbx"}), ("majord_ledger_available", {}),
                        ("majord_directory_generation", {})]:
                    print(name, *labels.values(), int(one[name, tuple(labels.items())]))
                """, file)
            #expect(
                parsed.lines == [
                    "majord_up 1", "majord_decisions_total primary 5", "majord_decisions_total unknown-caller 1",
                    "majord_decisions_total backup 0", "majord_agents_absent 1", "majord_clients_covered 3",
                    "majord_reloads_total refused 1", "majord_answer_duration_seconds_count pbx 6",
                    "majord_ledger_available 1", "majord_directory_generation 2",
                ], "\(parsed.errors)")
            try office.kill()
            #expect(try office.majorctl("metrics", "--output", file).status == 69)
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\nmajord_up 0\n"))
        }

        @Test(
            "broken files at the start: the last good directory is in force, and everybody is told until they are mended"
        )
        func lastGood() throws {
            let office = try Office()
            try office.open()
            try office.write(Office.directory.replacing("extension: 2101", with: "extension: 2111"))
            #expect(try office.majorctl("reload").status == 0)
            try office.kill()
            try office.write(Office.directory.replacing("primary: mark", with: "primay: mark"))
            try office.open()
            #expect(try office.route("+31505550100")["extension"] == "2111")
            #expect(office.log.contains("so the directory read at"), "\(office.log)")
            #expect(office.log.contains("majord.yaml:31:"), "\(office.log)")
            let degraded = try office.majorctl("status")
            #expect(degraded.output.contains("degraded: the directory read at"))
            #expect(degraded.status == 1)
            let program = try office.majorctl("status", "--json")
            #expect(program.status == 1)
            #expect(program.output.contains(#""degraded":true"#), "\(program.output)")
            #expect(try office.majorctl("check").status == 2)
            try office.write(Office.directory)
            #expect(try office.majorctl("reload").status == 0)
            let mended = try office.majorctl("status")
            #expect(!mended.output.contains("degraded"))
            #expect(mended.status == 0)
            #expect(try office.route("+31505550100")["extension"] == "2101")
        }

        @Test(
            "a call that rings while majord is restarted goes on to its next target, and its question has the same answer"
        )
        func callOverRestart() throws {
            let office = try Office()
            try office.open()
            let before = try office.route("+31505550100", callID: "call-1")
            #expect(try office.redisCLI("RINGING", "call-1", "2101").lines == ["OK"])
            try office.kill()
            try office.open()
            #expect(try office.route("+31505550100", callID: "call-1") == before)
            let next = try office.redisCLI("NEXT", "call-1", "NOANSWER").lines
            #expect(next.dropFirst(3).first == "2102", "\(next)")
            let decision = try #require(before["decision"])
            #expect(next.contains(decision))
        }

        @Test("who asks for what is not his is refused each time, and named in the log some times a minute")
        func denials() throws {
            let office = try Office()
            try office.open()
            for _ in 0..<15 { #expect(try office.majorctl("reload", user: "games").status == 77) }
            #expect(office.log.components(separatedBy: "games may not call org.majord.Directory.Reload").count == 11)
        }

        @Test("a ledger of a newer majord is refused with its name and the cure, and not touched")
        func newerLedger() throws {
            let office = try Office()
            try office.open()
            office.majord?.signal(SIGTERM)
            _ = try office.majord?.ended()
            let ledger = office.folder.appending(path: "state/ledger.sqlite").path
            let raised = try office.python(
                """
                import sqlite3, sys
                with sqlite3.connect(sys.argv[1]) as ledger:
                    ledger.execute("update schema set oldest_version = '99.0.0', written_by = '99.1.0'")
                """, ledger)
            try #require(raised.status == 0, "\(raised.errors)")
            let ended = try Running(Programs.majord, office.daemonArguments, folder: office.folder).ended()
            #expect(ended.status == 78)
            #expect(
                ended.errors.contains("was written by a newer majord, 99.1.0, and needs 99.0.0 at least"),
                "\(ended.errors)")
        }

        @Test("a majord that hangs is told within seconds, with status 69", arguments: ["check", "reload", "status"])
        func hanging(command: String) throws {
            let office = try Office()
            try office.open()
            office.majord?.signal(SIGSTOP)
            defer { office.majord?.signal(SIGCONT) }
            let ended = try office.majorctl(command)
            #expect(ended.status == 69)
            #expect(ended.errors.contains("majord has not been heard for 5 seconds"), "\(ended.errors)")
        }

        @Test("whoever wants more of a check and a reload is told how far it is, and at last what came of it")
        func progress() throws {
            let office = try Office()
            try office.open()
            let told = try office.python(
                """
                import json, socket, sys
                for method in ["Check", "Reload"]:
                    with socket.socket(socket.AF_UNIX) as connection:
                        connection.connect(sys.argv[1])
                        call = {"method": "org.majord.Directory." + method, "more": True}
                        connection.sendall(json.dumps(call).encode() + b"\\0")
                        replies, data = [], b""
                        while not replies or replies[-1].get("continues"):
                            data += connection.recv(65536)
                            *frames, data = data.split(b"\\0")
                            replies += [json.loads(frame) for frame in frames]
                        first, last = replies[0], replies[-1]
                        print(method, first["continues"], "phase" in first["parameters"]["progress"],
                              "progress" in last["parameters"])
                """, office.controlSocket)
            #expect(told.lines == ["Check True True False", "Reload True True False"], "\(told.errors)")
        }

        @Test("with standard input, output and error closed it works, and what it keeps is nobody else's to read")
        func closedStreams() throws {
            let office = try Office()
            // Whoever closes them does not get his majord from `Running`: it opens them.
            let shell = try Running(
                "bash",
                [
                    "-c", "umask 022; exec 9>&2; \"$@\" <&- >&- 2>&- 9>&- & echo $! >\"$0\"; wait",
                    office.folder.appending(path: "pid").path,
                ]
                    + [Programs.majord] + office.daemonArguments, folder: office.folder)
            try eventually("majord is ready") { try office.redisCLI("PING").output.contains("PONG") }
            #expect(try office.route("+31505550100")["extension"] == "2101")
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            #expect(try office.route("+31505550100")["extension"] == "2102")
            let modes = try office.python(
                """
                import os, sys
                print(*sorted({oct(os.stat(os.path.join(sys.argv[1], name)).st_mode & 0o777) for name in os.listdir(sys.argv[1])}))
                pid = open(sys.argv[2]).read().strip()
                print(*[os.readlink(f"/proc/{pid}/fd/{number}") for number in range(3)])
                """, office.folder.appending(path: "state").path, office.folder.appending(path: "pid").path)
            #expect(modes.lines == ["0o600", "/dev/null /dev/null /dev/null"], "\(modes.errors)")
            let text = try String(contentsOf: office.folder.appending(path: "pid"), encoding: .utf8)
            let id = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
            Foundation.kill(id, SIGTERM)
            _ = try shell.ended()
            try office.open()
            #expect(try office.route("+31505550100")["extension"] == "2102")
        }

        @Test("a row that no majord wrote is named, with status 74")
        func foreignRow() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("sick", "--agent", "joke").status == 0)
            office.majord?.signal(SIGTERM)
            _ = try office.majord?.ended()
            let changed = try office.python(
                """
                import sqlite3, sys
                with sqlite3.connect(sys.argv[1]) as ledger:
                    ledger.execute("update absence set kind = 'holiday'")
                """, office.folder.appending(path: "state/ledger.sqlite").path)
            try #require(changed.status == 0, "\(changed.errors)")
            let ended = try Running(Programs.majord, office.daemonArguments, folder: office.folder).ended()
            #expect(ended.status == 74, "\(ended.errors)")
            #expect(ended.errors.contains("absence.kind is \"holiday\""), "\(ended.errors)")
        }

        @Test("a name service that hangs holds up no command and no end; root stays root")
        func hangingNames() throws {
            let office = try Office()
            // nss-systemd asks every service in this folder for users that /etc/passwd does not have.
            let script = """
                set -u
                mount -t tmpfs tmpfs /run
                mkdir -p /run/systemd/userdb
                printf 'passwd: files systemd\\ngroup: files systemd\\n' >"$FOLDER/nsswitch.conf"
                mount --bind "$FOLDER/nsswitch.conf" /etc/nsswitch.conf
                "$PYTHON" -c 'import socket, time
                server = socket.socket(socket.AF_UNIX)
                server.bind("/run/systemd/userdb/io.systemd.Hanging")
                server.listen(1000)
                time.sleep(600)' & service=$!
                until [ -S /run/systemd/userdb/io.systemd.Hanging ]; do sleep 0.02; done
                timeout 1 getent passwd 54321 >/dev/null; echo "getent $?"
                "$MAJORD" --configuration "$FOLDER/majord.yaml" --state "$FOLDER/state" --runtime "$FOLDER/run" & majord=$!
                until redis-cli -s "$FOLDER/run/pbx.sock" PING >/dev/null 2>&1; do sleep 0.02; done
                # Not setpriv, which would ask the name service itself.
                as() {
                    "$PYTHON" -c 'import os, sys
                os.setgroups([]); os.setgid(65534); os.setuid(int(sys.argv[1])); os.execv(sys.argv[2], sys.argv[2:])' "$@"
                }
                for number in $(seq 100); do as $((54000 + number)) "$MAJORCTL" status >/dev/null 2>&1 & done
                as 54321 "$MAJORCTL" status >/dev/null; echo "stranger $?"
                as 54321 "$MAJORCTL" sick >/dev/null 2>"$FOLDER/refused"; echo "stranger's sickness $?"
                "$MAJORCTL" sick --agent joke >/dev/null; echo "sick $?"
                "$MAJORCTL" reload >/dev/null; echo "reload $?"
                "$MAJORCTL" status | grep -c "name service does not answer"
                kill "$majord"
                timeout 20 tail --pid="$majord" -f /dev/null || kill -9 "$majord"
                wait "$majord"; echo "end $?"
                kill "$service"
                wait
                """
            let ended = try Running(
                "unshare", ["-m", "bash", "-c", script],
                environment: [
                    "MAJORD": Programs.majord, "MAJORCTL": Programs.majorctl, "FOLDER": office.folder.path,
                    "MAJORD_SOCKET": office.controlSocket, "PYTHON": Programs.python,
                ], folder: office.folder
            ).ended(within: .seconds(120))
            #expect(
                ended.lines == [
                    "getent 124", "stranger 0", "stranger's sickness 1", "sick 0", "reload 0", "1", "end 0",
                ], "\(ended.errors)")
        }

        @Test("an option that does not exist is told by its name, with status 64", arguments: ["majord", "majorctl"])
        func unknownOption(program: String) throws {
            let office = try Office()
            let path = program == "majord" ? Programs.majord : Programs.majorctl
            let ended = try Running(
                path, program == "majord" ? ["--speed", "high"] : ["status", "--speed", "high"], folder: office.folder
            ).ended()
            #expect(ended.status == 64)
            #expect(ended.errors.contains("--speed"), "\(ended.errors)")
        }

        @Test("a state folder that cannot be written is told by its name, with status 73")
        func readOnlyState() throws {
            let office = try Office()
            let state = office.folder.appending(path: "state").path
            let ended = try Running(
                "unshare",
                [
                    "-m", "sh", "-c", "mount -t tmpfs -o ro tmpfs \"$0\" && exec \"$@\"", state, Programs.majord,
                ] + office.daemonArguments, folder: office.folder
            ).ended()
            #expect(ended.status == 73, "\(ended.errors)")
            #expect(ended.errors.contains(state), "\(ended.errors)")
        }
    }
}
