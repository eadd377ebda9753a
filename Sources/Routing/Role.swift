/// In which role a call goes to an agent; the words of the protocols.
package enum Role: String, CaseIterable, Sendable {
    case primary, backup
    /// A third agent who stands in for one of the pair.
    case deputy
}
