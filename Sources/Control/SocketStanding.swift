package import Monitoring
import Switchboard
package import Time

/// How a socket of the daemon stands.
package struct SocketStanding: Sendable, Equatable {
    /// The file of a socket that is one.
    package struct File: Sendable, Equatable {
        let path: String
        /// As `0660`; nil where there is no file.
        let mode: String?
        let owner: String?
        let group: String?
        /// What keeps its users from opening it, a sentence; nil when it is as shipped.
        let trouble: String?

        package init(path: String, mode: String?, owner: String?, group: String?, trouble: String?) {
            self.path = path
            self.mode = mode
            self.owner = owner
            self.group = group
            self.trouble = trouble
        }
    }

    /// `pbx`, `fastagi` or `control`.
    let name: String
    /// When the last question of a PBX over it was answered; nil when none has asked since the start.
    let lastQuestion: Instant?
    /// How many were answered since the start.
    let questions: Int
    let file: File?

    package init(name: String, lastQuestion: Instant? = nil, questions: Int = 0, file: File? = nil) {
        self.name = name
        self.lastQuestion = lastQuestion
        self.questions = questions
        self.file = file
    }
}

extension SocketStanding {
    package static func metrics(_ sockets: [SocketStanding]) -> [Metric] {
        let asked = sockets.compactMap { socket in socket.lastQuestion.map { (socket.name, $0.secondsSince1970) } }
        let files = sockets.compactMap { socket in socket.file.map { (socket.name, $0.trouble == nil ? 1.0 : 0) } }
        return [
            .gauges(
                "majord_pbx_last_question_timestamp_seconds",
                "When the last question of a PBX was answered, in seconds since 1970; missing until the first.",
                unit: "seconds", by: "socket", Dictionary(asked, uniquingKeysWith: { $1 })),
            .gauges(
                "majord_socket_as_shipped", "Whether those who are to open the socket can, as far as its file tells.",
                by: "socket", Dictionary(files, uniquingKeysWith: { $1 })),
        ]
    }
}
