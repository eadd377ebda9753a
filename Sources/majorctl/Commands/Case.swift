import ArgumentParser
import MajorAPI
import Routing
import Time
import Wording

struct CaseCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Incidents and requests of clients: who works on them, until they are closed.",
        discussion: """
            While a case is open, its holder comes first for the client's calls; of one with a contact, for that contact's. A case is \
            named by its reference or its number. '#12', in quotes, which the shell wants, is always the number; 12 is the reference where any \
            case, open or closed, has it, and else the number. Agents see those of their clients.
            """,
        subcommands: [Open.self, Take.self, Give.self, Note.self, Close.self, List.self, Show.self],
        defaultSubcommand: List.self)

    private static let naming: ArgumentHelp =
        "The case's reference, or its number: '#12', with the quotes, is always that."

    struct Open: SessionCommand {
        static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a case of a client.")

        enum Kind: String, CaseIterable, ExpressibleByArgument {
            case incident, request
        }

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The client, by id.", completion: Completion.clients)
        var client: String

        @Option(
            help: "What the ticket system calls it; asked again with the same, the open case is told, and has the note."
        )
        var ref: String?

        @Option(help: "An incident or a request; an incident where it is not said.")
        var kind: Kind?

        @Option(help: "The contact whose case it is, as the client's file has the name.")
        var contact: String?

        @Option(
            help: "Who is to hold it, by id; yourself, or else the primary, where nobody is named.",
            completion: Completion.agents)
        var holder: String?

        @Option(help: "What is to be known of it, in a line.")
        var note: String?

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            let request = CasesAPI.Open(
                client: client, holder: holder, kind: kind == .request ? .request : .incident, reference: ref,
                contact: contact, note: note)
            try daemon.call(request) { reply in
                let words = CaseWords(time.language)
                session.print(
                    words.opened(
                        words.numbered(reply.case.case, reply.case.reference), client: reply.case.clientName,
                        holder: reply.case.holderName, contact: reply.case.contact, isNew: reply.new))
                if !reply.new { session.print(kept(reply, words)) }
            }
        }

        /// What becomes of what was wished for of a case that is open already.
        private func kept(_ reply: CasesAPI.Open.Reply, _ words: CaseWords) -> [String] {
            let file = reply.case
            var lines = [reply.noted.map(words.noteOfOpen)].compactMap(\.self)
            if let holder, holder != file.holder {
                let command = "majorctl case give '\(CaseName.numbered(file.case))' \(holder)"
                lines.append(words.holderStays(file.holderName, command))
            }
            if let kind, kind.rawValue != file.kind.word { lines.append(words.kindStays(file.kind.word)) }
            if let contact, contact != file.contact { lines.append(words.contactStays(file.contact)) }
            return lines
        }
    }

    struct Take: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "take", abstract: "Take over a case of a client of yours.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var naming: CaseNaming

        @Argument(help: CaseCommands.naming, completion: Completion.cases)
        var name: String?

        func check(_ language: Language) throws { _ = try naming.read(words, language) }

        private var words: [String] { [name].compactMap(\.self) }

        func run(_ session: Session) throws {
            try CaseText.give(naming.read(words, session.language).named, to: nil, session)
        }
    }

    struct Give: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "give",
            abstract: "Give a case to an agent, or all of one agent to another; for managers.",
            usage: """
                majorctl case give CASE AGENT
                majorctl case give --ref REF AGENT
                majorctl case give --all FROM TO
                """)

        @OptionGroup var options: GlobalOptions

        @OptionGroup var naming: CaseNaming

        @Flag(help: "All cases of the first agent, who need not be in the directory any more.")
        var all = false

        @Argument(
            help: "The case, by reference or number; with --all the agent whose they are, with --ref the agent.",
            completion: Completion.cases)
        var name: String

        @Argument(help: "The agent, by id.", completion: Completion.agents)
        var agent: String?

        func check(_ language: Language) throws {
            if all, naming.ref != nil { throw ValidationError(UsageWords(language).oneOf(["--all", "--ref"])) }
            _ = try naming.read(words, behind: 1, language)
        }

        private var words: [String] { [name, agent].compactMap(\.self) }

        func run(_ session: Session) throws {
            let (named, rest) = try naming.read(words, behind: 1, session.language)
            let agent = rest[0]
            guard all else { return try CaseText.give(named, to: agent, session) }
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            try daemon.call(CasesAPI.GiveAll(from: name, to: agent)) { reply in
                let words = CaseWords(time.language)
                session.print(
                    reply.cases.map {
                        words.given(words.numbered($0.case, $0.reference), client: $0.clientName, holder: $0.holderName)
                    })
            }
        }
    }

    struct Note: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "note",
            abstract: "Note something of a case; it is kept in its history.",
            usage: """
                majorctl case note CASE TEXT
                majorctl case note --ref REF TEXT
                """)

        @OptionGroup var options: GlobalOptions
        @OptionGroup var naming: CaseNaming

        @Argument(help: "The case, by reference or number; with --ref the line.", completion: Completion.cases)
        var name: String

        @Argument(help: "A line.")
        var note: String?

        func check(_ language: Language) throws { _ = try naming.read(words, behind: 1, language) }

        private var words: [String] { [name, note].compactMap(\.self) }

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            let (named, rest) = try naming.read(words, behind: 1, session.language)
            let request = CasesAPI.Note(case: named.name, note: rest[0], reference: named.reference)
            try daemon.call(request) { reply in
                let words = CaseWords(time.language)
                session.print(
                    words.noted(words.numbered(reply.case.case, reply.case.reference), client: reply.case.clientName))
            }
        }
    }

    struct Close: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "close", abstract: "Close a case: it is completely handled.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var naming: CaseNaming

        @Argument(help: CaseCommands.naming, completion: Completion.cases)
        var name: String?

        func check(_ language: Language) throws { _ = try naming.read(words, language) }

        private var words: [String] { [name].compactMap(\.self) }

        @Option(help: "What came of it, in a line.")
        var note: String?

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            let named = try naming.read(words, session.language).named
            try daemon.call(CasesAPI.Close(case: named.name, note: note, reference: named.reference)) { reply in
                let words = CaseWords(time.language)
                session.print(
                    words.closed(words.numbered(reply.case.case, reply.case.reference), client: reply.case.clientName))
            }
        }
    }

    struct List: SessionCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Show the open cases.")

        @OptionGroup var options: GlobalOptions

        @Option(help: "Only this client's, by id.", completion: Completion.clients)
        var client: String?

        @Option(help: "Only those that this agent holds, by id.", completion: Completion.agents)
        var agent: String?

        @Flag(help: "Also those that are closed.")
        var closed = false

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            try daemon.call(CasesAPI.List(client: client, agent: agent, closed: closed)) { reply in
                let words = CaseWords(time.language)
                if reply.cases.isEmpty { session.print(closed ? words.noneAtAll : words.none) }
                session.print(reply.cases.map { CaseText.line($0, time) })
                if reply.more { session.print(NumberWords(time.language).more) }
            }
        }
    }

    struct Show: SessionCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show what was done to a case, by whom and when.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var naming: CaseNaming

        @Argument(help: CaseCommands.naming, completion: Completion.cases)
        var name: String?

        func check(_ language: Language) throws { _ = try naming.read(words, language) }

        private var words: [String] { [name].compactMap(\.self) }

        func run(_ session: Session) throws {
            let daemon = try session.daemon()
            let (_, time) = try daemon.clock()
            let cases = try daemon.ask(CasesAPI.List(closed: true)).cases
            let named = try naming.read(words, session.language).named
            try daemon.call(RosterAPI.History(case: named.name, caseReference: named.reference)) { reply in
                guard let first = reply.changes.first else {
                    throw Failure.refused(CaseWords(time.language).unknown(named.text, isAny: true))
                }
                if let found = cases.first(where: { $0.case == first.case }) {
                    session.print(CaseText.line(found, time))
                }
                session.print(reply.changes.map { HistoryText.line($0, time) })
            }
        }
    }
}
