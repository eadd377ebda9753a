import ArgumentParser
import Terminal

struct MajorctlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "majorctl",
        abstract: "Asks majord who gets a call, and tells it who is there.",
        discussion: """
            Moments: today, tomorrow, monday, next friday, 24-12, 24 dec, friday 27 november, in 2 weeks, each with or without a \
            time (09:00) or a part of the day (morning), in English or Dutch; a time alone is today's. A day without a time means the \
            whole day, the last one included; with --until, or behind `until`, it is the day on which somebody is back. More \
            in the manual, majorctl(1).

            Exit status: 0 done; 1 refused (status: degraded or uncovered; coverage: gaps; capacity: too much; route --brief: overflow or pass); 2 the \
            directory has errors (route --brief: no answer); 64 wrong usage; 69 majord does not answer; 73 the file \
            cannot be written; 74 the answer cannot be written to stdout; 77 not allowed.
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Availability",
                subcommands: [
                    Sick.self, Leave.self, Change.self, Pause.self, Back.self, Release.self, Absences.self,
                    Calendar.self, Cancel.self, Give.self, Requests.self, Approve.self, Decline.self, Withdraw.self,
                    Reopen.self, Deputy.self, History.self,
                ]),
            CommandGroup(
                name: "Calls",
                subcommands: [
                    Route.self, Explain.self, Watch.self, Calls.self, CallCommand.self, Missed.self, CaseCommands.self,
                    Agi.self,
                ]),
            CommandGroup(
                name: "Service",
                subcommands: [
                    Status.self, WhoAmI.self, Agents.self, Clients.self, Coverage.self, Capacity.self, Digest.self,
                    Report.self,
                    Unknown.self, Number.self, Events.self, Notify.self, Doctor.self, Check.self, Replay.self,
                    Reload.self, Metrics.self, Backup.self, Forget.self, Seen.self,
                ]),
        ])
}
