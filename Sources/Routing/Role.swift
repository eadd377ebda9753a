/// In which role a call goes to an agent; the words of the protocols.
package enum Role: String, CaseIterable, Sendable {
    case primary, backup
    /// A third agent who stands in for one of the pair.
    case deputy
    /// He has dialled the caller's number lately.
    case callback
    /// He works on an open case of the caller's.
    case holder = "case"
}
