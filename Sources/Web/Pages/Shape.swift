/// The mark before a state, which tells it without colour; a word always stands beside it.
enum Shape: String, CaseIterable {
    case available, busy, away, offHours, deputy, nobody, missed, overdue, unreachable, unknown

    /// The CSS class that colours it.
    var kind: String { rawValue }

    var markup: String {
        let drawing =
            switch self {
            case .available: #"<circle cx="8" cy="8" r="6"/>"#
            case .busy: #"<circle class="ring" cx="8" cy="8" r="6.5"/><circle cx="8" cy="8" r="3.5"/>"#
            case .away: #"<circle class="ring" cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 0 0 12z"/>"#
            case .offHours: #"<circle class="ring dashed" cx="8" cy="8" r="6"/>"#
            case .unreachable: #"<circle class="ring" cx="8" cy="8" r="6"/><path class="ring" d="M3.8 12.2l8.4-8.4"/>"#
            case .unknown:
                #"<circle class="ring" cx="8" cy="8" r="6"/><circle cx="8" cy="11" r="1"/><path class="ring" d="M6.2 6.2a1.9 1.9 0 1 1 1.8 2.4"/>"#
            case .deputy: #"<path d="M8 1l7 7-7 7-7-7z"/>"#
            case .nobody: #"<rect x="1" y="1" width="14" height="14"/>"#
            case .missed: #"<path class="ring" d="M8 2l6.5 12h-13z"/>"#
            case .overdue: #"<path d="M8 1l7.5 14h-15z"/>"#
            }
        return
            #"<svg class="shape \#(kind)" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">\#(drawing)</svg>"#
    }

    /// Of an agent's state in the words of the control interface.
    init(state: String) {
        switch state {
        case "available": self = .available
        case "busy": self = .busy
        case "off_hours", "not_employed": self = .offHours
        default: self = .away
        }
    }
}
