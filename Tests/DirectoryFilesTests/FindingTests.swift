import DirectoryFiles
import Routing
import Testing

@Suite("Findings")
struct FindingTests {
    @Test("a sound directory has none")
    func sound() throws {
        let (directory, lines) = try TestFolder().read()
        #expect(lines == [])
        #expect(directory?.clients.map(\.id.description) == ["noord"])
    }

    /// One change to a sound directory and all findings that it gives.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        let lines: [String]

        init(_ file: String, _ old: String, _ new: String, _ lines: String...) {
            self.file = file
            self.old = old
            self.new = new
            self.lines = lines
        }

        var testDescription: String { lines.first ?? new }
    }

    @Test(
        "every mistake is named with its place",
        arguments: settings + managers + agents + clients + handovers + numbers + syntax)
    func mistakes(mistake: Mistake) throws {
        let folder = try TestFolder()
        try folder.replace(mistake.old, with: mistake.new, in: mistake.file)
        let (directory, lines) = folder.read()
        #expect(lines == mistake.lines)
        #expect((directory == nil) == lines.contains { $0.contains(": error: ") })
    }

    static let settings = [
        Mistake(
            "majord.yaml", "region: NL", "region: Netherlands",
            "majord.yaml:1:9: error: `region` must be two capital letters of ISO 3166 such as NL, not `Netherlands`"),
        Mistake(
            "majord.yaml", "Europe/Amsterdam", "Mars",
            "majord.yaml:2:12: error: `time_zone` must be a name such as Europe/Amsterdam, not `Mars`"),
        Mistake(
            "majord.yaml", "Europe/Amsterdam", "UTC+1",
            "majord.yaml:2:12: warning: `UTC+1` has no summer time: perhaps Europe/Amsterdam is meant"),
        Mistake(
            "majord.yaml", "Europe/Amsterdam", "EST",
            "majord.yaml:2:12: warning: `EST` has no summer time: perhaps Europe/Amsterdam is meant"),
        Mistake(
            "majord.yaml", "Europe/Amsterdam", "Etc/GMT-1",
            "majord.yaml:2:12: warning: `Etc/GMT-1` has no summer time: perhaps Europe/Amsterdam is meant"),
        Mistake("majord.yaml", "Europe/Amsterdam", "CET"), Mistake("majord.yaml", "Europe/Amsterdam", "Africa/Lagos"),
        Mistake("majord.yaml", "Europe/Amsterdam", "Japan"),
        Mistake("majord.yaml", "time_zone: Europe/Amsterdam\n", "", "majord.yaml:1:1: error: `time_zone` is missing"),
        Mistake(
            "majord.yaml", "[+31880001234]", "",
            "majord.yaml:3:19: error: `exclusive_numbers` is missing"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[]",
            "majord.yaml:3:20: warning: no exclusive number yet, so every call is passed on; give the number that clients call"
        ),
        Mistake(
            "majord.yaml", "[+31880001234]", "+31880001234",
            "majord.yaml:3:20: error: `exclusive_numbers` must be a list, not a text"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[+31880001234, 088 000 12 34]",
            "majord.yaml:3:35: error: +31880001234 is already the exclusive number of majord.yaml:3:21"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[0880]",
            "majord.yaml:3:21: error: `0880` is no telephone number; write it as +31 50 555 01 00 or in the region's "
                + "national form"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nrng: 20s",
            "majord.yaml:2:1: error: unknown key `rng`; did you mean `ring`?"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nring: 20",
            "majord.yaml:2:7: error: `ring` must be a duration such as 20s, 45m, 4h or 400d, not `20`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nring: 0s",
            "majord.yaml:2:7: error: `ring` must be from 1s to 10m, not `0s`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nmax_call: 8d",
            "majord.yaml:2:11: error: `max_call` must be from 1m to 7d, not `8d`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nwhen_busy: hang up",
            "majord.yaml:2:12: error: `when_busy` must be `backup` or `ring`, not `hang up`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nlanguages: fy",
            "majord.yaml:2:12: error: `languages` must be `en` or `nl`, not `fy`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nwrap_up: 2h",
            "majord.yaml:2:10: error: `wrap_up` must be from 0s to 1h, not `2h`"),
        Mistake("majord.yaml", "region: NL", "region: NL\nwrap_up: 0m"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\ndiverted: forwarder",
            "majord.yaml:2:11: error: `diverted` must be `caller` or `diverter`, not `forwarder`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nretention: {absences: 11y}",
            "majord.yaml:2:23: error: `absences` must be from 1d to 3650d, not `11y`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nretention: {absences: 9999999y}",
            "majord.yaml:2:23: error: `absences` must be a duration such as 20s, 45m, 4h or 400d, not `9999999y`"),
        Mistake("majord.yaml", "region: NL", "region: NL\nreview_after: 1d\nstale_after: 1h"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[{number: +31880001234, client: nord}]",
            "majord.yaml:3:52: error: no client `nord`; did you mean `noord`?"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[+31880001234, {number: 088 000 12 34, client: noord}]",
            "majord.yaml:3:35: error: +31880001234 is already the exclusive number of majord.yaml:3:21"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[+31880001234, {number: 088 000 12 40, client: noord}]"),
        Mistake(
            "majord.yaml", "[+31880001234]", "[{numbr: +31880001234, client: noord}]",
            "majord.yaml:3:21: error: `number` is missing",
            "majord.yaml:3:22: error: unknown key `numbr`; did you mean `number`?"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nlog_numbers: [none]",
            "majord.yaml:2:14: error: `log_numbers` must be a text, not a list"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\ncapacity: {large: 0, smal: 6}",
            "majord.yaml:2:19: error: `large` must be a number from 1 to 1000, not `0`",
            "majord.yaml:2:22: error: unknown key `smal`; did you mean `small`?"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nretention: {calls: forever}",
            "majord.yaml:2:20: error: `calls` must be a duration such as 20s, 45m, 4h or 400d, not `forever`"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nagents: [x]",
            "majord.yaml:2:9: error: agents stand in agents.yaml, beside this file"),
        Mistake(
            "majord.yaml", "default: 2000", "closed: 2900",
            "majord.yaml:5:3: error: `default` is missing: the extension for every cause that has none of its own"),
        Mistake(
            "majord.yaml", "default: 2000", "default: reception",
            "majord.yaml:5:12: error: `default` must be an extension or number of 1 to 15 digits, not `reception`"),
        Mistake(
            "majord.yaml", "default: 2000", "default: 2000\n  unkown-caller: 2000",
            "majord.yaml:6:3: error: unknown cause `unkown-caller`; did you mean `unknown-caller`?"),
        Mistake(
            "majord.yaml", "\"07:30-18:00\"", "\"18:00-07:30\"",
            "majord.yaml:8:22: error: `mon-fri` must be hours such as \"07:30-18:00\", not `18:00-07:30`; hours do not pass "
                + "midnight, which is 24:00 at the end of a day"),
        Mistake(
            "majord.yaml", "{mon-fri:", "{sat,mon-fri:",
            "majord.yaml:8:13: error: `sat` has no hours; in braces a comma ends a key, so days that share hours are written in "
                + "quotes: {\"sat,sun\": \"10:00-24:00\"}"),
        Mistake(
            "majord.yaml", "{mon-fri:", "{maandag:",
            "majord.yaml:8:13: error: `maandag` names no days; write mon, tue, wed, thu, fri, sat or sun, a range (mon-fri) or a "
                + "list (mon,wed)"),
        Mistake(
            "majord.yaml", "{mon-fri: \"07:30-18:00\"}", "{mon-fri: \"07:30-18:00\", wed: [\"17:59-20:00\"]}",
            "majord.yaml:8:43: error: overlaps 07:30-18:00 on wed"),
        Mistake(
            "majord.yaml", "{mon-fri: \"07:30-18:00\"}", "weekdays",
            "majord.yaml:8:12: error: `hours` must have keys and values, not a text"),
        Mistake(
            "majord.yaml", "    hours: {mon-fri: \"07:30-18:00\"}", "    closed: [2026-02-30]",
            "majord.yaml:8:5: error: `hours` is missing",
            "majord.yaml:8:14: error: `closed` must be a date such as 2026-12-24, not `2026-02-30`"),
    ]

    static let managers = [
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nmanagers: [{login: emulder}]",
            "majord.yaml:2:12: error: `name` is missing"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nmanagers: [{name: Els, mail: e@x.example, login: e mulder}]",
            "majord.yaml:2:24: error: unknown key `mail`; did you mean `email`?",
            "majord.yaml:2:50: error: `login` must be a name without blanks, not `e mulder`"),
        Mistake(
            "majord.yaml", "region: NL",
            "region: NL\nmanagers: [{name: Els, login: e, email: E@x.example}, {name: An, login: e, email: e@x.example}]",
            "majord.yaml:2:73: error: `login` e is already in majord.yaml:2:31",
            "majord.yaml:2:83: error: `email` e@x.example is already in majord.yaml:2:41"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nmanagers: [{name: Els, user: jdevries}]",
            "agents.yaml:5:11: error: `user` jdevries is already in majord.yaml:2:30"),
        Mistake("majord.yaml", "region: NL", "region: NL\nmanagers: [{name: Joke de Vries, user: jdevries}]"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nmanagers: {name: Els}",
            "majord.yaml:2:11: error: `managers` must be a list, not keys and values"),
        Mistake(
            "majord.yaml", "region: NL",
            "region: NL\nmanagers: [{name: Els, login: e}]\nwalls: [{name: Els, login: e}]",
            "majord.yaml:3:28: error: `login` e is already in majord.yaml:2:31"),
        Mistake(
            "majord.yaml", "region: NL", "region: NL\nwalls: [{name: Hal}]",
            "majord.yaml:2:9: error: `login` is missing"),
    ]

    static let agents = [
        Mistake(
            "agents.yaml", "user: mbakker",
            "login: j\n    email: x@x.example\n  - {id: a, name: A, extension: 3, login: j}",
            "agents.yaml:11:43: error: `login` j is already in agents.yaml:9:12"),
        Mistake(
            "agents.yaml", "user: mbakker", "email: mark@",
            "agents.yaml:9:12: error: `mark@` is no e-mail address"),
        Mistake(
            "agents.yaml", "user: mbakker", "from: 2027-01-01\n    until: 2026-12-31",
            "agents.yaml:10:12: error: the agent is employed until 2026-12-31, before it begins on 2027-01-01",
            "clients.d/noord.yaml:6:9: warning: `mbakker` is employed from 2027-01-01 on, and in the pair before that; name the "
                + "next pair as `handover`"),
        Mistake(
            "agents.yaml", "user: mbakker", "until: 2027-01-20",
            "clients.d/noord.yaml:6:9: warning: `mbakker` is employed until 2027-01-20, and in the pair after that; name the next "
                + "pair as `handover`"),
        Mistake("agents.yaml", "user: mbakker", "until: 2027-01-21"),
        Mistake("agents.yaml", "user: mbakker", "from: 2026-11-22"),
        Mistake(
            "agents.yaml", "user: mbakker", "from: tomorrow",
            "agents.yaml:9:11: error: `from` must be a date such as 2026-12-24, not `tomorrow`"),
        Mistake(
            "agents.yaml", "user: mbakker", "calendar: {sorce: hr, url: hr.example/x.ics}",
            "agents.yaml:9:15: error: `source` is missing",
            "agents.yaml:9:16: error: unknown key `sorce`; did you mean `source`?",
            "agents.yaml:9:32: error: `url` must be an address such as https://hr.example/jdevries.ics"),
        Mistake(
            "agents.yaml", "user: mbakker", "calendar: {source: hr, url: \"https://hr.example/a b\"}",
            "agents.yaml:9:33: error: `url` must be an address such as https://hr.example/jdevries.ics"),
        Mistake(
            "agents.yaml", "user: mbakker", "calendar: {source: hr, url: HTTPS://hr.example/owa/a@b.example/c?d=%20}"),
        Mistake(
            "agents.yaml", "    extension: 2101\n", "", "agents.yaml:2:5: error: `extension` is missing"),
        Mistake(
            "agents.yaml", "extension: 2102", "extension: 2101",
            "agents.yaml:8:16: error: `extension` 2101 is already in agents.yaml:4:16"),
        Mistake(
            "agents.yaml", "user: mbakker", "user: jdevries",
            "agents.yaml:9:11: error: `user` jdevries is already in agents.yaml:5:11"),
        Mistake(
            "agents.yaml", "id: mbakker", "id: jdevries",
            "agents.yaml:6:9: error: `id` jdevries is already in agents.yaml:2:9",
            "clients.d/noord.yaml:6:9: error: no agent `mbakker`"),
        Mistake(
            "agents.yaml", "extension: 2102", "extension: +2102",
            "agents.yaml:8:16: error: `extension` must be an extension or number of 1 to 15 digits, not `+2102`"),
        Mistake(
            "agents.yaml", "id: mbakker", "id: m bakker",
            "agents.yaml:6:9: error: `id` must be 1 to 64 letters, digits, dots, hyphens and underscores, not `m bakker`",
            "clients.d/noord.yaml:6:9: error: no agent `mbakker`"
        ),
        Mistake(
            "agents.yaml", "name: Mark Bakker", "name: \"Mark\\nBakker\"",
            "agents.yaml:7:11: error: `name` must be one line of 1 to 200 bytes"),
        Mistake(
            "agents.yaml", "agents:", "agnts:", "agents.yaml:1:1: error: `agents` is missing",
            "agents.yaml:1:1: error: unknown key `agnts`; did you mean `agents`?"),
    ]

    static let clients = [
        Mistake(
            "clients.d/noord.yaml", "primary: jdevries", "primry: jdevries",
            "clients.d/noord.yaml:1:1: error: `primary` is missing",
            "clients.d/noord.yaml:5:1: error: unknown key `primry`; did you mean `primary`?"),
        Mistake(
            "clients.d/noord.yaml", "primary: jdevries", "primary: jdvries",
            "clients.d/noord.yaml:5:10: error: no agent `jdvries`; did you mean `jdevries`?"),
        Mistake(
            "clients.d/noord.yaml", "backup: mbakker", "backup: jdevries",
            "clients.d/noord.yaml:6:9: error: primary and backup are the same agent; a client has two"),
        Mistake(
            "clients.d/noord.yaml", "level: niveau-1", "level: niveau-2",
            "clients.d/noord.yaml:12:10: error: no level `niveau-2`; did you mean `niveau-1`?"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: huge",
            "clients.d/noord.yaml:3:7: error: `size` must be `large` or `small`, not `huge`"),
        Mistake(
            "clients.d/noord.yaml", "schools: 41", "schools: many",
            "clients.d/noord.yaml:4:10: error: `schools` must be a number from 0 to 100000, not `many`"),
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12\n", "",
            "clients.d/noord.yaml:1:5: warning: the pair was never introduced; give the day as `introduced`"),
        Mistake(
            "clients.d/noord.yaml", "schools: 41", "schools: 41\nring: 11m",
            "clients.d/noord.yaml:5:7: error: `ring` must be from 1s to 10m, not `11m`"),
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12", "introduced: 12-01-2026",
            "clients.d/noord.yaml:7:13: error: `introduced` must be a date such as 2026-12-24, not `12-01-2026`"),
        Mistake(
            "clients.d/noord.yaml", "end: 2027-12-31", "end: 2025-12-31",
            "clients.d/noord.yaml:11:8: error: the agreement ends on 2025-12-31, before it starts on 2026-01-01"),
        Mistake(
            "clients.d/noord.yaml", "end: 2027-12-31", "end: 2026-11-21",
            "clients.d/noord.yaml:11:8: warning: the agreement ended on 2026-11-21: calls go to the overflow; renew or remove it"
        ),
        Mistake(
            "clients.d/noord.yaml", "end: 2027-12-31", "end: 2026-11-22",
            "clients.d/noord.yaml:11:8: warning: the agreement ends today, on 2026-11-22; renew it"),
        Mistake(
            "clients.d/noord.yaml", "end: 2027-12-31", "end: 2027-01-21",
            "clients.d/noord.yaml:11:8: warning: the agreement ends in 60 days, on 2027-01-21; renew it"),
        Mistake("clients.d/noord.yaml", "end: 2027-12-31", "end: 2027-01-22"),
        Mistake("clients.d/noord.yaml", "  end: 2027-12-31\n", ""),
        Mistake(
            "clients.d/noord.yaml", "name: Karin Smit", "email: nobody",
            "clients.d/noord.yaml:16:5: error: `name` is missing",
            "clients.d/noord.yaml:16:12: error: `nobody` is no e-mail address"),
        Mistake(
            "clients.d/noord.yaml", "mobile: 06-12345678", "mobile: 06-123",
            "clients.d/noord.yaml:17:13: error: `06-123` is no telephone number; write it as +31 50 555 01 00 or in the region's "
                + "national form"),
        Mistake(
            "clients.d/noord.yaml", "numbers:\n  - +31 50 555 01 00\n", "",
            "clients.d/noord.yaml:1:5: warning: no numbers: only calls from contacts' mobile numbers are known as this client's"
        ),
        Mistake(
            "clients.d/noord.yaml", "agreement:", "agreement: later\nagreemint:",
            "clients.d/noord.yaml:8:12: error: `agreement` must have keys and values, not a text",
            "clients.d/noord.yaml:9:1: error: unknown key `agreemint`; did you mean `agreement`?"),
    ]

    static let handovers = [
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12",
            "introduced: 2026-01-12\nhandover: {from: 2027-02-01, primary: mbakker, backup: jdevries, introduced: 2027-01-20}"
        ),
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12",
            "introduced: 2026-01-12\nhandover: {from: 2026-02-01, primary: mbakker, backup: jdevries}",
            "clients.d/noord.yaml:8:18: warning: the pair that takes over on 2026-02-01 was never introduced; give the day as "
                + "`introduced`"),
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12",
            "introduced: 2026-01-12\nhandover: {from: 2027-02-01, primary: mbaker, backup: mbaker, introduced: soon}",
            "clients.d/noord.yaml:8:39: error: no agent `mbaker`; did you mean `mbakker`?",
            "clients.d/noord.yaml:8:55: error: no agent `mbaker`; did you mean `mbakker`?",
            "clients.d/noord.yaml:8:55: error: primary and backup are the same agent; a client has two",
            "clients.d/noord.yaml:8:75: error: `introduced` must be a date such as 2026-12-24, not `soon`"),
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12",
            "introduced: 2026-01-12\nhandover:\n"
                + "  - {from: 2027-02-01, primary: mbakker, backup: jdevries, introduced: 2027-01-20}\n"
                + "  - {from: 2027-02-01, primary: jdevries, backup: mbakker, introduced: 2027-01-20}",
            "clients.d/noord.yaml:10:12: error: the handover of 2027-02-01 must come after that of 2027-02-01 in "
                + "clients.d/noord.yaml:9:12; write them in order of their days"),
        Mistake(
            "clients.d/noord.yaml", "introduced: 2026-01-12",
            "introduced: 2026-01-12\nhandover: {form: 2027-02-01, primary: mbakker}",
            "clients.d/noord.yaml:8:11: error: `backup` is missing",
            "clients.d/noord.yaml:8:11: error: `from` is missing",
            "clients.d/noord.yaml:8:12: error: unknown key `form`; did you mean `from`?"),
    ]

    /// Three large clients fill an agent.
    @Test("a handover that gives an agent too much is a warning, on the day from which it does")
    func overfull() throws {
        let folder = try TestFolder()
        try folder.write(
            "agents.yaml",
            TestFolder.agents
                + "\n  - {id: cato, name: Cato, extension: 2103}\n  - {id: dirk, name: Dirk, extension: 2104}")
        func add(_ id: String, _ number: Int, _ more: String) throws {
            let text = TestFolder.client.replacing("id: noord", with: "id: \(id)")
                .replacing("555 01 00", with: "555 0\(number) 00").replacing("06-12345678", with: "06-1234567\(number)")
            try folder.write("clients.d/\(id).yaml", text + more)
        }
        func handover(_ day: String, _ primary: String, _ backup: String) -> String {
            "\nhandover: {from: \(day), primary: \(primary), backup: \(backup), introduced: 2027-01-20}"
        }
        try add("a", 2, "")
        try add("b", 3, "")
        #expect(folder.read().lines == [])
        try add("c", 4, handover("2027-02-01", "jdevries", "mbakker"))
        try folder.replace("primary: jdevries\n", with: "primary: cato\n", in: "clients.d/c.yaml")
        try folder.replace("backup: mbakker\nint", with: "backup: dirk\nint", in: "clients.d/c.yaml")
        #expect(
            folder.read().lines == [
                "clients.d/c.yaml:18:39: warning: from 2027-02-01 on `jdevries` has clients for 133 % of the capacity; "
                    + "give some to another agent",
                "clients.d/c.yaml:18:57: warning: from 2027-02-01 on `mbakker` has clients for 133 % of the capacity; "
                    + "give some to another agent",
            ])
        // Who gives a client away on the same day has room for it.
        try add("b", 3, handover("2027-02-01", "cato", "dirk"))
        #expect(folder.read().lines == [])
        try add("b", 3, handover("2026-02-01", "cato", "dirk"))
        #expect(folder.read().lines == [])
    }

    static let numbers = [
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- +31 50 555 01 00\n  - 050 555 0100",
            "clients.d/noord.yaml:15:5: error: `050 555 0100` is already this client's in clients.d/noord.yaml:14:5"),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- 050 555 02 00 - 99\n  - 050 555 02 50 - 03 49",
            "clients.d/noord.yaml:15:5: warning: `050 555 02 50 - 03 49` overlaps `050 555 02 00 - 99` of this client in "
                + "clients.d/noord.yaml:14:5; write each number once"),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- 050 555 01",
            "clients.d/noord.yaml:14:5: error: `050 555 01` has fewer or more digits than a telephone number of its region; "
                + "write it in full, or its beginning with a *"),
        Mistake("clients.d/noord.yaml", "- +31 50 555 01 00", "- \u{200E}+31 50 555 01 00\u{202C}"),
        Mistake("clients.d/noord.yaml", "mobile: 06-12345678", "mobile: \u{202A}06-12345678\u{202C}"),
        Mistake("agents.yaml", "extension: 2101", "extension: \u{200E}2101\u{A0}"),
        Mistake(
            "clients.d/noord.yaml", "mobile: 06-12345678", "mobile: \u{202A}06-1234567x\u{202C}",
            "clients.d/noord.yaml:17:13: error: `U+202A06-1234567xU+202C` is no telephone number; write it as +31 50 555 01 00 "
                + "or in the region's national form"),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- 050 555 02 00 - 050 555 01 00",
            "clients.d/noord.yaml:14:5: error: `050 555 02 00 - 050 555 01 00` does not end after its start"),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- 050 555 02 00 - later",
            "clients.d/noord.yaml:14:5: error: `050 555 02 00 - later` ends with no number as long as its start; write the end in "
                + "full or its last digits"),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- 0*",
            "clients.d/noord.yaml:14:5: error: `0*` is too short; a prefix has at least two digits after the country code"
        ),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- \(String(repeating: "1", count: 33))",
            "clients.d/noord.yaml:14:5: error: `\(String(repeating: "1", count: 33))` is longer than the 32 bytes that a number "
                + "may take"),
        Mistake(
            "clients.d/noord.yaml", "- +31 50 555 01 00", "- 088 000*",
            "clients.d/noord.yaml:14:5: warning: `088 000*` holds the exclusive number +31880001234 of majord.yaml:3:21"
        ),
    ]

    static let syntax = [
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: large: small",
            "clients.d/noord.yaml:3:12: error: is no YAML: mapping values are not allowed in this context"),
        Mistake("clients.d/noord.yaml", "size: large", "size:\tlarge"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: @large",
            "clients.d/noord.yaml:3:7: error: is no YAML: found character that cannot start any token; indent with spaces, and "
                + "quote the text"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: large\nsize: small",
            "clients.d/noord.yaml:3:1: error: `size` is written more than once"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: &size large\n? *size\n: 1",
            "clients.d/noord.yaml:4:3: error: `*size` is a YAML alias; write the value out"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: *size",
            "clients.d/noord.yaml:3:7: error: `*size` is a YAML alias; write the value out"),
        Mistake(
            "clients.d/noord.yaml", "name: Scholengroep Noord", "name: \"A&B school *B\" # see R&D and *D below"),
        Mistake("clients.d/noord.yaml", "size: large", "size: &size large"),
        Mistake("clients.d/noord.yaml", "id: noord", "\u{FEFF}id: noord"),
        Mistake("clients.d/noord.yaml", "id: noord", "\u{FEFF}\u{FEFF}%YAML 1.1\n---\nid: noord"),
        Mistake("majord.yaml", "region: NL", "\u{FEFF}region: NL"),
        Mistake("agents.yaml", "agents:", "\u{FEFF}agents:"),
        Mistake(
            "clients.d/noord.yaml", "id: noord", "id: noord\u{200B}",
            "clients.d/noord.yaml:1:5: error: `id` must be 1 to 64 letters, digits, dots, hyphens and underscores, not "
                + "`noordU+200B`"),
        Mistake(
            "agents.yaml", "user: jdevries", "user: jde\u{AD}vries",
            "agents.yaml:5:11: error: `user` must be 1 to 64 letters, digits, dots, hyphens and underscores, not "
                + "`jdeU+00ADvries`"),
        Mistake(
            "clients.d/noord.yaml", "schools: 41", "schools\u{2060}: 41",
            "clients.d/noord.yaml:1:1: error: `schools` is missing",
            "clients.d/noord.yaml:4:1: error: unknown key `schoolsU+2060`; did you mean `schools`?"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: large\n---\nsize: small",
            "clients.d/noord.yaml:4:1: error: a second document begins here; a file holds one"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: large\n? [a, b]\n: 1",
            "clients.d/noord.yaml:4:3: error: `key` must be a text, not a list"),
        Mistake(
            "clients.d/noord.yaml", "size: large", "size: large\u{7}",
            "clients.d/noord.yaml:3:12: error: is no YAML: control characters are not allowed"),
        Mistake(
            "agents.yaml", TestFolder.agents, "# nobody yet\n", "agents.yaml:1:1: error: is empty"),
    ]
}
