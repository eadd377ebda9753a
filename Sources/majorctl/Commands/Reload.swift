import ArgumentParser
import MajorAPI

struct Reload: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Read the directory again: all of it is put into force, or nothing.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Warnings refuse it as errors do.")
    var strict = false

    func run(_ session: Session) throws {
        let daemon = try session.daemon()
        let request = DirectoryAPI.Reload(strict: strict ? true : nil)
        try daemon.present(try daemon.read(request), to: request) { show($0, session) }
    }

    private func show(_ reply: DirectoryAPI.Reload.Reply, _ session: Session) {
        session.print("Reloaded as generation \(reply.generation): \(reply.summary).")
        for (name, changes) in [
            ("client", reply.clients), ("agent", reply.agents), ("number", reply.numbers), ("pair of", reply.pairs),
        ] {
            for (verb, ids) in [
                ("added", changes.added), ("changed", changes.changed), ("removed", changes.removed),
            ] {
                for id in ids.prefix(20) { session.print("  \(verb) \(name) \(id)") }
                if ids.count > 20 { session.print("  and \(ids.count - 20) more") }
            }
        }
        for key in reply.settings { session.print("  changed \(key)") }
        for finding in reply.warnings { session.print(FindingText.line(finding, session.style)) }
    }
}
