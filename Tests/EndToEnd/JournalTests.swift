import Foundation
import Testing

extension EndToEnd {
    /// A real journald, in a mount namespace of its own.
    @Suite("Journal", .serialized)
    struct JournalTests {
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
