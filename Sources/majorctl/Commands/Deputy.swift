import ArgumentParser

struct Deputy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deputy",
        abstract: "Say who stands in for an agent or for a client's pair.",
        subcommands: [DeputyAdd.self, DeputyList.self, DeputyCancel.self])
}
