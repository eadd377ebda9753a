import Foundation
import Testing

extension EndToEnd {
    /// The commands as agents and managers type them.
    @Suite("majorctl", .serialized)
    struct MajorctlTests {
        @Test("an agent changes his own availability without naming himself, and is told what happens now")
        func ownAvailability() throws {
            let office = try Office()
            try office.open()
            let sick = try office.majorctl("sick", "--note", "griep", user: "nobody")
            #expect(
                sick.lines == [
                    "You are reported sick until further notice.",
                    "Calls for your client go to Mark Bakker: Scholengroep Noord.",
                ], "\(sick.errors)")
            #expect(try office.route("+31505550100")["reason"] == "backup")
            let absences = try office.majorctl("absences", user: "nobody").output
            #expect(absences.contains("Joke de Vries: sickness"))
            #expect(absences.contains("griep"))
            let colleague = try office.majorctl("absences", user: "games")
            #expect(colleague.output.contains("Joke de Vries: away from "), "\(colleague.errors)")
            #expect(!colleague.output.contains("griep") && !colleague.output.contains("sick"), "it is health data")
            let back = try office.majorctl("back", user: "nobody")
            #expect(back.lines == ["Welcome back: calls come to you again (sickness ended)."])
            let again = try office.majorctl("back", user: "nobody")
            #expect(again.status == 1)
            #expect(again.errors == "Joke de Vries is not absent\n")
        }

        @Test("an agent whose call never ended frees himself; a manager frees him by name")
        func release() throws {
            let office = try Office()
            try office.open()
            _ = try office.redisCLI("ANSWERED", "call-7", "2101")
            #expect(try office.majorctl("release", "joke", user: "games").status == 77)
            #expect(try office.route("+31505550100")["extension"] == "2102")
            let own = try office.majorctl("release", user: "nobody")
            #expect(own.output.hasPrefix("You are not counted as busy any more (on the phone since "), "\(own.output)")
            #expect(own.output.hasSuffix(", call call-7).\n"), "\(own.output)")
            #expect(try office.route("0505550100")["extension"] == "2101")
            let again = try office.majorctl("release", user: "nobody")
            #expect(again.status == 1)
            #expect(again.errors == "Joke de Vries is on no call\n")
            _ = try office.redisCLI("ANSWERED", "call-8", "2101")
            let byManager = try office.majorctl("release", "joke", "--json")
            #expect(byManager.output.contains("\"call\":\"call-8\""), "\(byManager.output)")
            #expect(try !office.majorctl("status").output.contains("on the phone"))
            try eventually("who did it is in the log") { office.log.contains("was freed from call call-8 by root") }
        }

        @Test(
            "an answer that cannot be written is no success",
            arguments: ["status", "status --json", "absences", "metrics", "check", "--help", "sick --help"])
        func fullDisk(words: String) throws {
            let office = try Office()
            try office.open()
            let ended = try Running(
                "sh", ["-c", "exec \(Programs.majorctl) \(words) >/dev/full"],
                environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder
            ).ended()
            #expect(ended.status == 74)
            // Of a long answer, what failed first is not known any more at its end.
            #expect(
                ["the answer could not be written: No space left on device\n", "the answer could not be written\n"]
                    .contains(ended.errors), "\(ended.errors)")
            let closed = try Running(
                "sh", ["-c", "exec \(Programs.majorctl) \(words) >&-"],
                environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder
            ).ended()
            #expect(closed.status == 0, "who closes it wants none")
        }

        @Test("findings that cannot be written are no success")
        func fullDiskOfCheck() throws {
            let office = try Office()
            try office.write(Office.directory.replacing("primary: mark", with: "primay: mark"))
            for program in ["\(Programs.majord) --check", "\(Programs.majorctl) check"] {
                let ended = try Running(
                    "sh", ["-c", "exec \(program) \(office.configuration.path) >/dev/full"], folder: office.folder
                ).ended()
                #expect(ended.status == 74, "\(program)")
                #expect(ended.errors == "the findings could not be written: No space left on device\n")
            }
        }

        @Test(
            "a change that majord never answered may have been made, and majorctl says so; a question has no such outcome"
        )
        func openOutcome() throws {
            let office = try Office()
            let silent = office.folder.appending(path: "silent.sock").path
            // Takes the first request and goes.
            let peer = """
                import socket, sys
                s = socket.socket(socket.AF_UNIX)
                s.bind(sys.argv[1])
                s.listen()
                while True:
                    c = s.accept()[0]
                    while b"\\0" not in c.recv(4096):
                        pass
                    c.close()
                """
            let running = try Running(Programs.python, ["-c", peer, silent], folder: office.folder)
            defer { withExtendedLifetime(running) {} }
            try eventually("it listens") { FileManager.default.fileExists(atPath: silent) }
            for (words, outcome) in [
                (
                    ["reload"],
                    ". Whether the directory was reloaded is open: majorctl status tells the generation in force"
                ),
                (["back"], ". Whether it was done is open: see majorctl absences"),
                (["release"], ". Whether it was done is open: see majorctl status"),
                (["check"], ""), (["status"], ""),
            ] {
                let ended = try Running(
                    Programs.majorctl, words, environment: ["MAJORD_SOCKET": silent], folder: office.folder
                ).ended()
                #expect(ended.status == 69)
                #expect(ended.errors == "majord closed the connection without an answer\(outcome)\n")
            }
        }

        @Test("nobody but a manager changes another agent's availability")
        func rights() throws {
            let office = try Office()
            try office.open()
            let denied = try office.majorctl("sick", "--agent", "mark", user: "nobody")
            #expect(denied.status == 77)
            #expect(
                denied.errors == "you may not do this: agents change their own availability; "
                    + "changing another's needs a manager (named in majord.yaml, or in the group majord-admin)\n")
            try eventually("the denial is in the log") {
                office.log.contains("nobody may not call org.majord.Roster.ReportSick")
            }
            #expect(try office.majorctl("reload", user: "nobody").status == 77)
            let route = try office.majorctl("route", "+31505550100", user: "nobody")
            #expect(route.status == 77)
            #expect(
                route.errors.contains(
                    "needs a manager (named in majord.yaml, or in the group majord-admin) or the group majord-pbx"),
                "\(route.errors)")
            let stranger = try office.majorctl("sick", user: "daemon")
            #expect(stranger.status == 1)
            #expect(stranger.errors == "daemon is no agent's Unix user; name the agent with --agent\n")
            let status = try office.majorctl("status", user: "daemon")
            #expect(status.status == 0)
            #expect(!status.output.contains("2101"), "strangers see no numbers")
            #expect(try office.majorctl("absences", user: "daemon").status == 77)
            #expect(
                try office.majorctl("sick", "--agent", "mark").lines.first
                    == "Mark Bakker is reported sick until further notice.")
            #expect(try office.route("0535551234")["extension"] == "2101")
        }

        @Test("leave that leaves a client without anybody is refused; a manager may override")
        func gaps() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("leave", "2027-03-01", "2027-03-05", "--agent", "mark").status == 0)
            let refused = try office.majorctl("leave", "2027-03-05", "2027-03-08", user: "nobody")
            #expect(refused.status == 1)
            #expect(
                refused.errors.contains(
                    "Scholengroep Noord: Friday 5 March 2027, the whole day; could stand in: Anna Visser"
                ),
                "\(refused.errors)")
            // What was understood is spelled out, also where it is refused.
            #expect(
                refused.errors.contains("Leave from Friday 5 March 2027 until the end of Monday 8 March 2027: "),
                "\(refused.errors)")
            let override = try office.majorctl(
                "leave", "2027-03-05", "2027-03-08", "--agent", "joke", "--override", "test")
            #expect(override.status == 0, "\(override.errors)")
            let explained = try office.majorctl("explain", "0505550100", "--at", "2027-03-05", "12:00")
            #expect(explained.output.contains("overflow, because uncovered"), "\(explained.output)")
        }

        @Test(
            "what makes no sense is refused with the reason",
            arguments: [
                (
                    ["leave", "2027-03-05", "2027-03-01", "--agent", "joke"], 1,
                    "it ends before it begins: from Friday 5 March 2027 00:00"
                ),
                (["leave", "monday", "today", "--agent", "joke"], 1, "it ends before it begins"),
                (["leave", "tomorrow 09:00 tomorrow 09:00", "--agent", "joke"], 1, "it has no length"),
                (
                    ["leave", "24-12", "23-12", "--agent", "joke"], 1,
                    "that lasts nearly a year. If that is meant, say so with --yes."
                ),
                (["sick", "--until", "", "--agent", "joke"], 64, "a day or a time is missing"),
                (["sick", "--until", "today", "--agent", "joke"], 1, "which is over"),
                (["leave", "2020-03-01", "2020-03-05", "--agent", "joke"], 1, "over already"),
                (["leave", "someday", "--agent", "joke"], 64, "`someday` is no day or time"),
                (["pause", "30s", "--agent", "joke"], 64, "30s"),
                (["pause", "0m", "--agent", "joke"], 1, "from a minute to a day"),
                (["sick", "--agent", "joek"], 1, "there is no agent joek; did you mean joke?"),
                (["cancel", "99"], 1, "there is no absence 99"),
                (["cancel", "x"], 64, "`x` is no absence's number"),
                (["route", String(repeating: "1", count: 40)], 1, "caller"),
                (["route", "+31505550100", "--at", "noonish"], 64, "`noonish`"),
                (["frobnicate"], 64, "frobnicate"),
            ])
        func refusals(arguments: [String], status: Int32, text: String) throws {
            let office = try Office()
            try office.open()
            let ended = try Running(
                Programs.majorctl, arguments, environment: ["MAJORD_SOCKET": office.controlSocket],
                folder: office.folder
            ).ended()
            #expect(ended.status == status, "\(ended.errors)")
            #expect(ended.errors.contains(text), "\(ended.errors)")
            if status == 64, arguments.count > 1 {
                #expect(ended.errors.contains("Usage: majorctl \(arguments[0])"), "\(ended.errors)")
            }
        }

        @Test("explain shows every step with the place in the directory")
        func explain() throws {
            let office = try Office()
            try office.open()
            let ended = try office.majorctl("explain", "0612345678")
            #expect(ended.status == 0)
            #expect(ended.lines.count == 8, "\(ended.output)")
            #expect(ended.output.contains("+31612345678 is Karin Smit, ICT-coördinator of Scholengroep Noord"))
            #expect(ended.output.contains("majord.yaml:"))
            #expect(
                ended.output.contains("2101 (Joke de Vries, 20 s), then 2102 (Mark Bakker, 20 s), then 2050 (overflow)")
            )
        }

        @Test("whoever has a Dutch locale is answered in Dutch; programs read the same in every language")
        func dutch() throws {
            let office = try Office()
            try office.open()
            let dutch = ["LANG": "nl_NL.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "LANGUAGE": ""]
            #expect(
                try office.majorctl("sick", user: "nobody", environment: dutch).lines == [
                    "Je bent ziekgemeld tot nader bericht.",
                    "Gesprekken van je klant gaan naar Mark Bakker: Scholengroep Noord.",
                ])
            let explained = try office.majorctl("explain", "0505550100", environment: dutch).output
            for text in [
                "eerste contactpersoon", "Joke de Vries op 2101 is ziek\n", "Mark Bakker op 2102 is bereikbaar\n",
                "bellen, want: tweede contactpersoon: 2102 (Mark Bakker, 20 s), dan 2050 (doorschakeling)",
            ] {
                #expect(explained.contains(text), "\(explained)")
            }
            let status = try office.majorctl("status", environment: dutch)
            #expect(status.lines.first?.contains("klanten gedekt, 1 medewerker afwezig") == true, "\(status.output)")
            #expect(try office.majorctl("route", "0505550100", "--brief", environment: dutch).output == "dial 2102\n")
            let refused = try office.majorctl("back", "--agent", "mark", environment: dutch)
            #expect(refused.status == 1)
            #expect(refused.errors == "Mark Bakker is niet afwezig\n")
            for arguments in [["explain", "0505550100", "--json"], ["absences", "--json"]] {
                func output(_ environment: [String: String]) throws -> String {
                    try Running(
                        Programs.majorctl, arguments,
                        environment: environment.merging(["MAJORD_SOCKET": office.controlSocket]) { $1 },
                        folder: office.folder
                    ).ended().output.replacing(/"at":"[^"]*"/, with: "")
                }
                #expect(try output(dutch) == output([:]), "\(arguments)")
            }
            #expect(
                try office.majorctl("back", user: "nobody", environment: dutch).lines == [
                    "Welkom terug: gesprekken komen weer bij jou binnen (ziekmelding beëindigd)."
                ])
            #expect(
                try office.majorctl("leave", "morgen", "--agent", "anna", environment: dutch).output
                    .contains("Anna Visser is met verlof op "))
            #expect(
                try office.majorctl("pause", "1u", "--agent", "mark", environment: dutch).output
                    .hasPrefix("Mark Bakker is met pauze tot "))
            #expect(try office.majorctl("absences", environment: dutch).output.contains(", de hele dag\n"))
        }

        @Test("in Dutch is also why something is refused, in one language from the first word to the last")
        func dutchRefusals() throws {
            let office = try Office()
            try office.open()
            let dutch = ["LANG": "nl_NL.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "LANGUAGE": ""]
            for (words, status, text) in [
                (
                    ["sick", "--agent", "mark"], 77,
                    "dit mag je niet: medewerkers wijzigen hun eigen bereikbaarheid; "
                        + "die van een ander kan alleen een manager (genoemd in majord.yaml, of lid van de groep majord-admin)\n"
                ),
                (["pause", "2 dagen"], 64, "Fout: `2 dagen` is geen tijdsduur; schrijf bijvoorbeeld 45m, 2u of 1u30"),
                (["pause", "25u"], 1, "een pauze duurt een minuut tot een dag; voer voor langer verlof in\n"),
                (["leave", "ooit"], 64, "Fout: `ooit` is geen dag of tijd"),
                (["leave", "ooit"], 64, "\nGebruik: majorctl leave "),
                (
                    ["leave", "morgen", "--note", String(repeating: "a", count: 501)], 1,
                    "de notitie is langer dan 500 tekens\n"
                ),
                (["leave", "2027-03-01", "2029-03-02", "--yes"], 1, "verlof wordt voor hooguit twee jaar ingevoerd\n"),
            ] as [([String], Int32, String)] {
                let refused = try Running(
                    "setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", Programs.majorctl] + words,
                    environment: dutch.merging(["MAJORD_SOCKET": office.controlSocket]) { $1 }, folder: office.folder
                ).ended()
                #expect(refused.status == status, "\(words)")
                #expect(refused.errors.contains(text), "\(refused.errors)")
                for english in ["Error", "Usage", "the note", "the group"] {
                    #expect(!refused.errors.contains(english), "\(refused.errors)")
                }
            }
        }

        @Test("desk phones are answered in the language of the directory, with the same words for dial plans")
        func deskPhonesInDutch() throws {
            let office = try Office(directory: "languages: nl\n" + Office.directory)
            try office.open()
            #expect(
                try office.redisCLI("AGENT", "2101", "status").lines == ["Joke de Vries is bereikbaar", "available"])
            #expect(try office.redisCLI("AGENT", "2101", "sick").lines == ["Joke de Vries is afwezig", "away"])
            #expect(
                try office.redisCLI("AGENT", "2109", "sick").lines == [
                    "Toestel 2109 is van geen enkele medewerker", "refused",
                ])
            #expect(
                try office.majorctl("absences").output.contains("Joke de Vries: sickness from "),
                "by the reader's locale")
        }

        @Test("--json prints one line of JSON, errors included")
        func json() throws {
            let office = try Office()
            try office.open()
            for arguments in [
                ["status"], ["absences"], ["route", "+31505550100"], ["explain", "+31505550100"], ["check"], ["reload"],
                ["metrics"],
                ["sick", "--agent", "joke"], ["back", "--agent", "joke"], ["pause", "5m", "--agent", "joke"],
                ["leave", "2027-03-01", "--agent", "anna"], ["cancel", "77"],
            ] {
                let ended = try Running(
                    Programs.majorctl, arguments + ["--json"], environment: ["MAJORD_SOCKET": office.controlSocket],
                    folder: office.folder
                ).ended()
                #expect(ended.lines.count == 1, "\(arguments): \(ended.output) \(ended.errors)")
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) }
            }
        }

        @Test("without majord every command says so, with status 69")
        func away() throws {
            let office = try Office()
            let ended = try office.majorctl("status")
            #expect(ended.status == 69)
            #expect(ended.errors.contains("is the service running?"), "\(ended.errors)")
            #expect(try office.majorctl("route", "+31505550100", "--brief").status == 2)
        }

        @Test("route --brief is for dial plans")
        func brief() throws {
            let office = try Office()
            try office.open()
            let dial = try office.majorctl("route", "+31505550100", "--brief")
            #expect(dial.output == "dial 2101\n")
            #expect(dial.status == 0)
            let overflow = try office.majorctl("route", "anonymous", "--brief")
            #expect(overflow.output == "overflow 2000\n")
            #expect(overflow.status == 1)
        }

        @Test("watch shows an agent his own calls as they come, with client and contact")
        func watch() throws {
            let office = try Office()
            try office.open()
            let watch = try Running(
                "setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", Programs.majorctl, "watch"],
                environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder)
            try eventually("the call is shown") {
                // Asked again and again, since nobody tells when the watching has begun.
                _ = try office.route("0535551234")
                _ = try office.route("0612345678")
                return watch.outputText.contains(
                    "coming    Joke de Vries  Scholengroep Noord, Karin Smit, ICT-coördinator (+31612345678)")
            }
            #expect(!watch.outputText.contains("Oost"), "another agent's calls are not shown")
            #expect(try office.majorctl("watch", "--agent", "mark", user: "nobody").status == 77)
            office.majord?.signal(SIGTERM)
            #expect(try watch.ended(within: .seconds(10)).status == 69)
        }
    }
}
