/// Something that not everybody may do, as a refusal names it.
package enum Right: String, CaseIterable, Sendable {
    /// Asking where a call goes, and why.
    case askRouting = "ask-routing"
    /// Reading the directory again, and checking it.
    case manageDirectory = "manage-directory"
    /// Deciding recorded calls again with other files.
    case replayCalls = "replay-calls"
    /// Seeing who is away from when until when.
    case seeAbsences = "see-absences"
    /// Changing an agent's availability.
    case changeAvailability = "change-availability"
    /// Having an agent's calendar read as leave.
    case importLeave = "import-leave"
    /// Entering leave although it leaves clients without anybody.
    case leaveGaps = "leave-gaps"
    /// Cancelling an absence whose agent the directory does not have, or giving it to another agent.
    case manageOrphans = "manage-orphans"
    /// Reporting somebody sick since a moment that is over.
    case backdateSickness = "backdate-sickness"
    /// Naming who stands in for whom; whoever stands in may cancel it.
    case manageDeputies = "manage-deputies"
    /// Seeing requests for leave.
    case seeRequests = "see-requests"
    /// Deciding requests for leave.
    case manageRequests = "manage-requests"
    /// Seeing who changed what in the roster.
    case seeHistory = "see-history"
    /// Reading which numbers nobody knows, and entering, refusing and removing numbers.
    case manageNumbers = "manage-numbers"
    /// Seeing what came of a client's calls.
    case seeCalls = "see-calls"
    /// Seeing a client's cases and missed calls, taking, noting and closing them.
    case workForClient = "work-for-client"
    /// Handing over cases.
    case giveCases = "give-cases"
    /// Reading what happened that is worth telling.
    case readEvents = "read-events"
    /// Copying the ledger, and forgetting what is in it.
    case manageLedger = "manage-ledger"
    /// Reading the figures of clients.
    case readReports = "read-reports"
    /// Making and renewing the address at which programs outside fetch a calendar.
    case manageFeeds = "manage-feeds"
    /// Watching an agent's calls.
    case watchCalls = "watch-calls"
    /// Seeing every client's pair and coverage, and what agents carry.
    case seeCoverage = "see-coverage"
    /// Reading what managers have to know of the weeks to come.
    case readDigest = "read-digest"
    /// Asking for others, as the office's page does for those who look at it.
    case speakForOthers = "speak-for-others"
    /// Asking anything that names somebody, or that changes something.
    case beKnown = "be-known"

    /// Whether members of the PBX's group have it; managers have every right.
    package var isPBXs: Bool {
        switch self {
        case .askRouting, .seeAbsences: true
        default: false
        }
    }

    /// The groups whose members have it.
    package func groups(admin: String, pbx: String) -> [String] {
        if self == .beKnown { return [] }
        if self == .speakForOthers { return ["majord-web"] }
        return isPBXs ? [admin, pbx] : [admin]
    }

    /// The rule that a refusal names, such as `deciding requests for leave needs a manager (named in majord.yaml, or in the group majord-admin)`.
    package func rule(admin: String, pbx: String) -> String {
        let groups =
            "needs a manager (named in majord.yaml, or in the group \(admin))" + (isPBXs ? " or the group \(pbx)" : "")
        return switch self {
        case .askRouting: "asking where calls go \(groups)"
        case .manageDirectory: "checking and reloading the directory \(groups)"
        case .replayCalls: "deciding recorded calls again \(groups)"
        case .seeAbsences: "agents see who is away when; anybody else \(groups)"
        case .changeAvailability: "agents change their own availability; changing another's \(groups)"
        case .importLeave: "agents have their own calendars read; another's \(groups)"
        case .leaveGaps: "entering leave that leaves clients without anybody \(groups)"
        case .manageOrphans: "changing an absence whose agent is not in the directory \(groups)"
        case .seeCoverage: "agents see pairs and coverage of clients; anybody else \(groups)"
        case .readDigest: "reading what is to be done for coverage \(groups)"
        case .backdateSickness: "reporting somebody sick since earlier \(groups)"
        case .manageDeputies: "agents ask for a deputy and cancel their own standing in; naming one \(groups)"
        case .seeRequests: "agents see their own requests; seeing others' \(groups)"
        case .manageRequests: "deciding requests for leave \(groups)"
        case .seeHistory: "agents see the history of themselves and their clients; seeing others' \(groups)"
        case .manageNumbers: "reading and entering numbers \(groups)"
        case .manageLedger: "copying the ledger and forgetting what is in it \(groups)"
        case .seeCalls: "agents see the calls of their clients; those of others \(groups)"
        case .workForClient:
            "agents see and close the cases and missed calls of their clients; those of others \(groups)"
        case .giveCases: "agents take cases of their clients; giving them to somebody \(groups)"
        case .readEvents: "agents read the events of themselves and their clients; those of others \(groups)"
        case .readReports: "agents read the reports of their clients; those of others \(groups)"
        case .speakForOthers: "asking for others needs root or the group majord-web"
        case .beKnown: "whoever looks without a name reads counts alone"
        case .manageFeeds: "agents make the address of their own calendar; another's and everybody's \(groups)"
        case .watchCalls: "agents watch their own calls; watching another's \(groups)"
        }
    }
}
