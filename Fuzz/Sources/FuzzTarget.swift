/// A reader of what others write; its inputs begin in `Fuzz/Seeds/` and its name.
enum FuzzTarget: String, CaseIterable {
    /// What comes to the sockets of PBXs, and what `majorctl agi` hears.
    case resp, fastagi, carriers, callername, agi
    /// What comes to the control socket, and what `majorctl` gets from it.
    case varlink, answers, json
    /// What people, trunks and files say.
    case numbers, words, moments, shown, token
    /// What stands in `/etc/majord`, and in the ledger.
    case directory, calendar, folding, ledger
    /// What systemd passes.
    case environment

    func take(_ bytes: [UInt8]) {
        switch self {
        case .resp: Carriers.resp(bytes)
        case .fastagi: Carriers.fastAGI(bytes)
        case .carriers: Commands.carried(bytes)
        case .callername: CallerName.fastAGI(bytes)
        case .agi: Programs.agi(bytes)
        case .varlink: Control.varlink(bytes)
        case .answers: Answers.client(bytes)
        case .json: Control.json(bytes)
        case .numbers: Texts.numbers(bytes)
        case .words: Words.read(bytes)
        case .moments: Texts.moments(bytes)
        case .shown: Shown.text(bytes)
        case .token: Words.token(bytes)
        case .directory: Files.directory(bytes)
        case .calendar:
            Files.calendar(bytes)
            AgentCalendars.leave(bytes)
        case .folding: Folding.lines(bytes)
        case .ledger: Kept.rows(bytes)
        case .environment: Passed.environment(bytes)
        }
    }
}
