/// A parser of what others write; its inputs begin in `Fuzz/Seeds/` and its name.
enum FuzzTarget: String, CaseIterable {
    case resp, fastagi, agi, varlink, json, numbers, directory, calendar, moments

    func take(_ bytes: [UInt8]) {
        switch self {
        case .resp: Carriers.resp(bytes)
        case .fastagi: Carriers.fastAGI(bytes)
        case .agi: Programs.agi(bytes)
        case .varlink: Control.varlink(bytes)
        case .json: Control.json(bytes)
        case .numbers: Texts.numbers(bytes)
        case .directory: Files.directory(bytes)
        case .calendar: Files.calendar(bytes)
        case .moments: Texts.moments(bytes)
        }
    }
}
