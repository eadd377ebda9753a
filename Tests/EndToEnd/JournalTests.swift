import Foundation
import Testing

extension EndToEnd {
    /// A real journald, in a mount namespace of its own.
    @Suite("Journal", .serialized)
    struct JournalTests {
        /// Calls, a change and the end while nobody reads the log; what came of them is in files of `$FOLDER`.
        private static let whileNobodyReads = """
            for number in $(seq 1500); do echo "ROUTE +31505550100 +31880001234 stuck-$number"; done |
                redis-cli -s "$FOLDER/run/pbx.sock" >/dev/null
            redis-cli -s "$FOLDER/run/pbx.sock" ANSWERED stuck-1 2101 >"$FOLDER/answered"
            redis-cli -s "$FOLDER/run/pbx.sock" ENDED stuck-1 ANSWER >"$FOLDER/ended"
            timeout 20 "$MAJORCTL" sick --agent joke >"$FOLDER/sick" 2>&1
            until timeout 20 "$MAJORCTL" status 2>&1 | tee "$FOLDER/status" | grep -q "nobody takes messages"; do
                sleep 0.2; SECONDS_LEFT=$((SECONDS_LEFT - 1)); [ $SECONDS_LEFT -gt 0 ] || break
            done
            kill "$majord"
            timeout 30 tail --pid="$majord" -f /dev/null || { echo "still there" >"$FOLDER/end"; kill -9 "$majord"; }
            wait "$majord" && echo "ended" >"$FOLDER/end" || true
            """

        private func check(_ office: Office, _ run: Ended) throws {
            func text(_ name: String) -> String {
                let data = FileManager.default.contents(atPath: office.folder.appending(path: name).path) ?? Data()
                return String(decoding: data, as: UTF8.self)
            }
            #expect(text("answered") == "OK\n", "\(run.errors)")
            #expect(text("ended") == "OK\n")
            #expect(text("sick").contains("Joke de Vries is reported sick"), "\(text("sick"))")
            #expect(text("status").contains("nobody takes messages for the journal"), "\(text("status"))")
            #expect(text("end") == "ended\n", "\(run.errors)")
            let kept = try office.python(
                """
                import sqlite3, sys
                ledger = sqlite3.connect(sys.argv[1])
                print(*ledger.execute("select count(*) from call where call_id like 'stuck-%'").fetchone())
                print(*ledger.execute("select answered_by, ended from call where call_id = 'stuck-1'").fetchone())
                print(*ledger.execute("select count(*) from absence where agent = 'joke'").fetchone())
                """, office.folder.appending(path: "state/ledger.sqlite").path)
            #expect(kept.lines == ["1500", "2101 answered", "1"], "\(kept.errors)")
        }

        @Test("a stderr that nobody reads keeps no call, no change and no end waiting")
        func fullPipe() throws {
            let office = try Office()
            let script = """
                set -u
                SECONDS_LEFT=50
                mkfifo "$FOLDER/pipe"
                exec 3<>"$FOLDER/pipe"
                "$MAJORD" --configuration "$FOLDER/majord.yaml" --state "$FOLDER/state" --runtime "$FOLDER/run" 2>&3 &
                majord=$!
                until redis-cli -s "$FOLDER/run/pbx.sock" PING >/dev/null 2>&1; do sleep 0.02; done

                """
            let run = try Running(
                "bash", ["-c", script + Self.whileNobodyReads],
                environment: [
                    "MAJORD": Programs.majord, "MAJORCTL": Programs.majorctl, "FOLDER": office.folder.path,
                    "MAJORD_SOCKET": office.controlSocket,
                ], folder: office.folder
            ).ended(within: .seconds(180))
            try check(office, run)
        }

        @Test("a journald that does not read keeps no call, no change and no end waiting")
        func stuckJournal() throws {
            let office = try Office()
            let script = """
                set -u
                SECONDS_LEFT=50
                mount -t tmpfs tmpfs /run
                mkdir -p /run/systemd/journal /run/log/journal
                /lib/systemd/systemd-journald & journald=$!
                until [ -S /run/systemd/journal/socket ]; do sleep 0.02; done
                systemd-cat -t majord sh -c 'JOURNAL_STREAM=$(stat -Lc %d:%i /proc/self/fd/2) exec "$@"' sh \
                    "$MAJORD" --configuration "$FOLDER/majord.yaml" --state "$FOLDER/state" --runtime "$FOLDER/run" &
                majord=$!
                until redis-cli -s "$FOLDER/run/pbx.sock" PING >/dev/null 2>&1; do sleep 0.02; done
                kill -STOP "$journald"

                """
            let run = try Running(
                "unshare", ["-m", "bash", "-c", script + Self.whileNobodyReads + "\nkill -9 \"$journald\"\n"],
                environment: [
                    "MAJORD": Programs.majord, "MAJORCTL": Programs.majorctl, "FOLDER": office.folder.path,
                    "MAJORD_SOCKET": office.controlSocket,
                ], folder: office.folder
            ).ended(within: .seconds(180))
            try check(office, run)
        }

        @Test("decisions and changes are in the journal, with fields to search by and masked numbers")
        func fields() throws {
            let office = try Office()
            let script = """
                set -eu
                mount -t tmpfs tmpfs /run
                mkdir -p /run/systemd/journal /run/log/journal
                /lib/systemd/systemd-journald & journald=$!
                until [ -S /run/systemd/journal/socket ]; do sleep 0.02; done
                # What systemd does for a service: stderr is the journal's, and a variable says so.
                systemd-cat -t majord sh -c 'JOURNAL_STREAM=$(stat -Lc %d:%i /proc/self/fd/2) exec "$@"' sh \
                    "$MAJORD" --configuration "$FOLDER/majord.yaml" --state "$FOLDER/state" --runtime "$FOLDER/run" & majord=$!
                until [ -S "$FOLDER/run/control.sock" ]; do sleep 0.02; done
                redis-cli -s "$FOLDER/run/pbx.sock" ROUTE +31505550100 +31880001234 call-1
                "$MAJORCTL" sick --agent joke
                redis-cli -s "$FOLDER/run/pbx.sock" ROUTE +31505550100 +31880001234 call-2
                kill "$majord"; wait "$majord" || true
                journalctl --sync || true
                for match in MAJORD_REASON=primary MAJORD_REASON=backup 'MAJORD_ABSENCE=1'; do
                    journalctl --no-pager -o json "$match"
                done >"$FOLDER/found"
                kill "$journald"; wait "$journald" || true
                """
            let ended = try Running(
                "unshare", ["-m", "bash", "-c", script],
                environment: [
                    "MAJORD": Programs.majord, "MAJORCTL": Programs.majorctl, "FOLDER": office.folder.path,
                    "MAJORD_SOCKET": office.controlSocket,
                ], folder: office.folder
            ).ended()
            #expect(ended.status == 0, "\(ended.errors)")
            let found = try String(contentsOf: office.folder.appending(path: "found"), encoding: .utf8)
                .split(separator: "\n")
                .map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
            try #require(found.count == 3, "\(found) \(ended.errors)")
            #expect(
                found[0]["MESSAGE"] == "Call from Scholengroep Noord (+3150555****) to Joke de Vries on 2101: primary")
            #expect(found[0]["MAJORD_CLIENT"] == "noord")
            #expect(found[0]["MAJORD_AGENT"] == "joke")
            #expect(found[0]["MAJORD_GENERATION"] == "1")
            #expect(found[0]["MAJORD_DECISION"]?.count == 13)
            #expect(found[0]["PRIORITY"] == "6")
            #expect(found[0]["MESSAGE_ID"] == "9222e722e8744309bedf7cd47e675ee1")
            #expect(found[1]["MAJORD_AGENT"] == "mark")
            #expect(found[1]["MESSAGE"]?.hasSuffix("backup, since Joke de Vries is away") == true)
            #expect(found[2]["MESSAGE"]?.hasPrefix("Joke de Vries is away from ") == true)
            #expect(found[2]["MAJORD_USER"] == "root")
        }
    }
}
