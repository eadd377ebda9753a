import Foundation
import Testing

extension EndToEnd {
    /// What real shells complete, from the daemon that runs.
    @Suite("Completion", .serialized)
    struct CompletionTests {
        private static let hasZsh = FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh")

        /// What each line has become once the last word was completed.
        private func completed(
            _ shell: String, _ lines: [String], in office: Office, user: String? = nil
        ) throws -> [String] {
            let script = office.folder.appending(path: "_majorctl").path
            let made = try Running(
                Programs.majorctl, ["--generate-completion-script", shell], folder: office.folder
            ).ended()
            try Data(made.output.utf8).write(to: URL(filePath: script))
            let typist = Programs.repository.appending(path: "Tests/EndToEnd/completion.py").path
            let words = [typist, shell, script, Programs.products.path, office.folder.path] + lines
            let become = user.map { ["--reuid=\($0)", "--regid=nogroup", "--clear-groups", "/usr/bin/python3"] }
            let ended = try Running(
                become == nil ? "python3" : "setpriv", (become ?? []) + words,
                environment: ["MAJORD_SOCKET": office.controlSocket, "HOME": office.folder.path], folder: office.folder
            ).ended()
            #expect(ended.status == 0, "\(ended.errors)")
            return ended.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }

        @Test("bash completes commands, options, agents, clients, absences' numbers and files")
        func bash() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("leave", "2027-03-01", "--agent", "joke").status == 0)
            #expect(try office.majorctl("leave", "2027-03-08", "--agent", "mark").status == 0)
            try Data().write(to: office.folder.appending(path: "figures.prom"))
            let figures = office.folder.appending(path: "figures.prom").path
            let lines = [
                ("majorctl abs", "majorctl absences"), ("majorctl sick --unt", "majorctl sick --until"),
                ("majorctl sick --agent j", "majorctl sick --agent joke"),
                ("majorctl status we", "majorctl status west"),
                ("majorctl clients *", "majorctl clients noord oost west"),
                ("majorctl status *", "majorctl status joke mark anna noord oost west"),
                ("majorctl cancel *", "majorctl cancel 1 2"), ("majorctl release m", "majorctl release mark"),
                ("majorctl metrics --output \(figures.dropLast(4))", "majorctl metrics --output \(figures)"),
                ("majorctl sick --until tom", "majorctl sick --until tomorrow"),
                ("majorctl leave tom", "majorctl leave tomorrow"), ("majorctl leave imp", "majorctl leave import"),
                ("majorctl leave tomorrow --dep", "majorctl leave tomorrow --deputy"),
                ("majorctl leave tomorrow --deputy a", "majorctl leave tomorrow --deputy anna"),
                ("majorctl leave import fig", "majorctl leave import figures.prom"),
                ("majorctl leave import \(figures.dropLast(4))", "majorctl leave import \(figures)"),
                ("majorctl leave import figures.prom --dr", "majorctl leave import figures.prom --dry-run"),
                ("majorctl deputy add a", "majorctl deputy add anna"),
                ("majorctl deputy add anna --for we", "majorctl deputy add anna --for west"),
                ("majorctl number exp", "majorctl number export"),
                ("majorctl number add 0505550199 oo", "majorctl number add 0505550199 oost"),
            ]
            let found = try completed("bash", lines.map { $0.0 }, in: office).map {
                $0.split(separator: " ").joined(separator: " ")
            }
            #expect(found.map(Self.sorted) == lines.map { Self.sorted($0.1) })
        }

        /// bash puts completions in order.
        private static func sorted(_ line: String) -> String {
            let words = line.split(separator: " ")
            return (words.prefix(2) + words.dropFirst(2).sorted()).joined(separator: " ")
        }

        @Test("nobody is shown what he may not see: an agent his own absences, a stranger nothing")
        func rights() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("leave", "2027-03-01", "--agent", "joke").status == 0)
            #expect(try office.majorctl("leave", "2027-03-08", "--agent", "mark").status == 0)
            let lines = ["majorctl cancel *", "majorctl clients *", "majorctl status *"]
            #expect(
                try completed("bash", lines, in: office, user: "games")
                    == [
                        "majorctl cancel 2", "majorctl clients noord oost west",
                        "majorctl status anna joke mark noord oost west",
                    ])
            #expect(
                try completed("bash", lines, in: office, user: "daemon")
                    == ["majorctl cancel", "majorctl clients", "majorctl status"])
        }

        /// A request that waits, one that was declined, and a deputyship.
        private func plan(in office: Office) throws {
            #expect(try office.majorctl("leave", "2027-03-01", "--agent", "joke").status == 0)
            for _ in 0..<2 {
                let asked = try office.majorctl("leave", "2027-03-01", "--agent", "mark", "--request")
                #expect(asked.status == 0, "\(asked.output)\(asked.errors)")
                if asked.output.contains("(request 2)") {
                    #expect(try office.majorctl("decline", "2", "no").status == 0)
                }
            }
            #expect(try office.majorctl("deputy", "add", "anna", "--for", "joke", "2027-03-01").status == 0)
        }

        @Test("what waits for a manager is completed where it is decided, and deputyships where one may end them")
        func planned() throws {
            let office = try Office()
            try office.open()
            try plan(in: office)
            let lines = ["majorctl approve *", "majorctl decline *", "majorctl deputy cancel *"]
            let all = ["majorctl approve 3", "majorctl decline 3", "majorctl deputy cancel 1"]
            #expect(try completed("bash", lines, in: office) == all)
            // Mark may end no deputyship, and a stranger decides nothing.
            #expect(
                try completed("bash", lines, in: office, user: "games")
                    == ["majorctl approve 3", "majorctl decline 3", "majorctl deputy cancel"])
            #expect(
                try completed("bash", lines, in: office, user: "daemon")
                    == ["majorctl approve", "majorctl decline", "majorctl deputy cancel"])
        }

        @Test("open cases are completed by number and by reference, and those who may not see them are shown none")
        func cases() throws {
            let office = try Office()
            try office.open()
            #expect(try office.majorctl("case", "open", "noord").status == 0)
            for (client, reference) in [("noord", "INC-7"), ("oost", "Ticket#81"), ("oost", "1")] {
                #expect(try office.majorctl("case", "open", client, "--ref", reference).status == 0)
            }
            let lines = [
                "majorctl case close *", "majorctl case show I", "majorctl case take --ref T", "majorctl case note 3",
            ]
            let expected = [
                "majorctl case close 1 2 3 4 INC-7 Ticket#81", "majorctl case show INC-7",
                "majorctl case take --ref Ticket#81", "majorctl case note 3",
            ]
            #expect(try completed("bash", lines, in: office).map(Self.sorted) == expected.map(Self.sorted))
            #expect(
                try completed("bash", lines, in: office, user: "daemon").prefix(2)
                    == ["majorctl case close", "majorctl case show I"])
            guard Self.hasZsh else { return }
            #expect(try completed("zsh", ["majorctl case show I"], in: office) == ["majorctl case show INC-7"])
        }

        @Test("while majord is down, or hangs, there is nothing to choose from, at once and in silence")
        func down() throws {
            let office = try Office()
            let lines = ["majorctl cancel ", "majorctl sick --agent ", "majorctl stat"]
            let expected = ["majorctl cancel", "majorctl sick --agent", "majorctl status"]
            #expect(try completed("bash", lines, in: office) == expected)
            try office.open()
            office.majord?.signal(SIGSTOP)
            defer { office.majord?.signal(SIGCONT) }
            let asked = try Running(
                Programs.majorctl,
                ["---completion", "cancel", "--", "positional@0", "2", "0", "majorctl", "cancel", ""],
                environment: ["MAJORD_SOCKET": office.controlSocket], folder: office.folder)
            // Far less than majorctl waits for an answer that it needs.
            let ended = try asked.ended(within: .seconds(4))
            #expect(ended.status == 0)
            #expect(ended.output.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, "\(ended.output)")
            #expect(ended.errors.isEmpty, "\(ended.errors)")
        }

        @Test("zsh completes the same", .enabled(if: hasZsh))
        func zsh() throws {
            let office = try Office()
            try office.open()
            try plan(in: office)
            try Data().write(to: office.folder.appending(path: "figures.prom"))
            let lines = [
                ("majorctl abs", "majorctl absences"), ("majorctl sick --unt", "majorctl sick --until"),
                ("majorctl sick --agent j", "majorctl sick --agent joke"),
                ("majorctl status we", "majorctl status west"), ("majorctl cancel ", "majorctl cancel 1"),
                ("majorctl approve ", "majorctl approve 3"), ("majorctl decline ", "majorctl decline 3"),
                ("majorctl deputy cancel ", "majorctl deputy cancel 1"),
                ("majorctl leave tom", "majorctl leave tomorrow"), ("majorctl leave imp", "majorctl leave import"),
                ("majorctl leave tomorrow --deputy a", "majorctl leave tomorrow --deputy anna"),
                ("majorctl leave import fig", "majorctl leave import figures.prom"),
                ("majorctl leave import figures.prom --dr", "majorctl leave import figures.prom --dry-run"),
                ("majorctl number add 0505550199 oo", "majorctl number add 0505550199 oost"),
            ]
            #expect(try completed("zsh", lines.map { $0.0 }, in: office) == lines.map { $0.1 })
        }
    }
}
