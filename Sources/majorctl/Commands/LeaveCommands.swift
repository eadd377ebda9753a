import ArgumentParser

/// `leave FROM`, and what else is done about leave.
struct LeaveCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: Leave.configuration.abstract,
        usage: """
            \(Leave.configuration.usage ?? "")
            majorctl leave import FILE|- --source SOURCE [--agent AGENT] [--dry-run] [--all]
            """,
        discussion: Leave.configuration.discussion,
        subcommands: [Leave.self, LeaveImport.self, LeaveAddress.self],
        defaultSubcommand: Leave.self)
}
