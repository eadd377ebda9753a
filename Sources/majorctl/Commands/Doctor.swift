import ArgumentParser
import Foundation
import MajorAPI
import Sheets
import Terminal
import Varlink

struct Doctor: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at all that majord needs, running or not, and say what helps.",
        discussion: """
            Sockets and their groups, who asked last, the directory, the ledger, units, clock, disk and versions: each ok, warning or \
            problem, with the cure. Any user may run it, and is told what he cannot see.

            Exit status: 0 no more than that; 1 warnings; 2 problems.
            """)

    @OptionGroup var options: GlobalOptions

    func run(_ session: Session) throws {
        let found = DoctorRound(session, .this, version: Version.text).examined()
        if options.json {
            session.print(Printable.json(Self.json(found)))
        } else {
            session.print(found.flatMap { $0.lines(session.style) })
        }
        switch found.state {
        case .problem: throw ExitCode(2)
        case .warning: throw ExitCode(1)
        case .ok, .unseen: return
        }
    }

    /// `{"state":"problem","examined":[{"topic":…,"state":…,"text":…,"cure":…}]}`
    static func json(_ found: [Examined]) -> String {
        func text(_ value: String) -> String { String(decoding: JSONValue.string(value).text, as: UTF8.self) }
        let examined = found.map { one in
            "{\"topic\":\(text(one.topic)),\"state\":\(text(one.state.rawValue)),\"text\":\(text(one.text))"
                + (one.cure.map { ",\"cure\":\(text($0))" } ?? "") + "}"
        }
        return "{\"state\":\(text(found.state.rawValue)),\"examined\":[\(examined.joined(separator: ","))]}"
    }
}
