import PBXProtocol

/// Why one request is not answered with a value; the connection stays.
enum RESPRefusal: Error, Equatable {
    case unknownCommand(String)
    case unknownSubcommand(String, of: RESPClientCommand)
    /// The command's name, with `|` and the subcommand where there is one.
    case wrongNumberOfArguments(String)
    case tooManyArguments
    /// The name of a command, or an argument of one by which clients connect.
    case tooLong(String, limit: Int)
    case notAnInteger
    case noSuchDatabase
    case badClientName
    case unknownOption(String)
    case badProtocolVersion
    case unsupportedProtocol
    case badHelloOption(String)
    case wrongPassword
    case pbx(PBXRefusal)

    /// The word before the text, by which clients tell errors apart.
    var code: String {
        switch self {
        case .unsupportedProtocol: "NOPROTO"
        case .wrongPassword: "WRONGPASS"
        default: "ERR"
        }
    }

    var text: String {
        switch self {
        case .unknownCommand(let name): "unknown command '\(name)'"
        case .unknownSubcommand(let name, let command):
            "unknown subcommand '\(name)'. Try \(command.rawValue.uppercased()) HELP."
        case .wrongNumberOfArguments(let name): "wrong number of arguments for '\(name)'"
        case .tooManyArguments: "too many arguments (\(RESPArguments.limit) at most)"
        case .tooLong(let what, let limit): "\(what) is too long (\(limit) bytes at most)"
        case .notAnInteger: "value is not an integer or out of range"
        case .noSuchDatabase: "DB index is out of range"
        case .badClientName: "Client names cannot contain spaces, newlines or special characters."
        case .unknownOption(let name): "Unrecognized option '\(name)'"
        case .badProtocolVersion: "Protocol version is not an integer or out of range"
        case .unsupportedProtocol: "unsupported protocol version"
        case .wrongPassword: "invalid username-password pair or user is disabled."
        case .badHelloOption(let name): "Syntax error in HELLO option '\(name)'"
        case .pbx(let refusal): refusal.text
        }
    }
}
