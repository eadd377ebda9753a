import ArgumentParser
import MajorAPI
import Wording

struct Number: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "number",
        abstract: "Tell majord whose a number is, while it runs.",
        discussion: """
            In force at once. The files of the directory count where they say otherwise; majorctl number export shows what to \
            write there. For managers.
            """,
        subcommands: [Add.self, Refuse.self, Remove.self, List.self, Export.self])

    struct Add: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "A number is a client's from now on.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The number, in any form.")
        var number: String

        @Argument(help: "The client, by id.", completion: Completion.clients)
        var client: String

        @Option(help: "Who calls from there.")
        var contact: String?

        @Option(help: "The contact's function.")
        var function: String?

        var request: NumbersAPI.Add {
            NumbersAPI.Add(number: number, client: client, contact: contact, function: function)
        }

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            try daemon.call(request) { reply in
                session.print(NumberText.lines(reply.learned, before: reply.before, session.language))
            }
        }
    }

    struct Refuse: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "refuse",
            abstract: "Calls from a number that is nobody's go to the overflow, cause refused.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The number, in any form.")
        var number: String

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            try daemon.call(NumbersAPI.Refuse(number: number)) { reply in
                session.print(NumberText.lines(reply.learned, before: reply.before, session.language))
            }
        }
    }

    struct Remove: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Forget what was entered of a number.")

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The number, in any form.")
        var number: String

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            try daemon.call(NumbersAPI.Remove(number: number)) { reply in
                session.print(NumberWords(session.language).removed(reply.removed.number))
            }
        }
    }

    struct List: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Show the numbers that were entered.")

        @OptionGroup var options: GlobalOptions

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            try daemon.call(NumbersAPI.List()) { reply in
                session.print(NumberText.lines(reply, time))
            }
        }
    }

    struct Export: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Show the numbers that were entered as lines for the clients' files.")

        @OptionGroup var options: GlobalOptions

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            try daemon.call(NumbersAPI.List()) { reply in
                session.print(NumberText.files(reply.numbers))
            }
        }
    }
}
