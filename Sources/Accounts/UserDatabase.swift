/// Unix users and groups by name and number, as the name service knows them. No question waits longer than ``LookupLimits/patience``,
/// whatever the name service does.
package final class UserDatabase: Sendable {
    private let names: LookupCache<UInt32, String>
    private let users: LookupCache<String, UInt32>
    private let groups: LookupCache<String, UInt32>
    private let groupNames: LookupCache<UInt32, String>

    package init(_ service: NameService = .system, limits: LookupLimits = LookupLimits()) {
        names = LookupCache(limits: limits, look: service.userName)
        users = LookupCache(limits: limits, look: service.userNumber)
        groups = LookupCache(limits: limits, look: service.groupNumber)
        groupNames = LookupCache(limits: limits, look: service.groupName)
    }

    /// Whether the name service does not answer.
    package var isHanging: Bool { names.isHanging || users.isHanging || groups.isHanging }

    /// The name of a user. Root's is known without asking.
    package func name(ofUser number: UInt32) async -> Known<String> {
        number == 0 ? .found("root") : await names.known(number)
    }

    /// The name of a user where it is remembered; nil where the name service has to be asked.
    package func rememberedName(ofUser number: UInt32) -> Known<String>? {
        number == 0 ? .found("root") : names.remembered(number)
    }

    /// The number of a group where it is remembered; nil where the name service has to be asked.
    package func rememberedNumber(ofGroup name: String) -> Known<UInt32>? {
        groups.remembered(name)
    }

    /// The number of a group.
    ///
    /// - Parameter evenMissing: Whether that there is none is remembered as well. It is not for whoever may be of one that was made just now.
    package func number(ofGroup name: String, evenMissing: Bool = true) async -> Known<UInt32> {
        await groups.known(name, evenMissing: evenMissing)
    }

    /// The name of a group. Root's is known without asking.
    package func name(ofGroup number: UInt32) async -> Known<String> {
        number == 0 ? .found("root") : await groupNames.known(number)
    }

    /// The number of a group, waited for as long as `time`. Blocks its thread.
    package func number(ofGroup name: String, within time: Duration) -> Known<UInt32> {
        groups.known([name], within: time)[name] ?? .unknown
    }

    /// Those of `names` that no user has, after waiting for all together for no longer than `time`. Those that the name service has not
    /// answered about are not among them. Blocks its thread.
    package func missingUsers(among names: Set<String>, within time: Duration = .seconds(2)) -> Set<String> {
        Set(users.known(names, within: time).filter { $0.value == .missing }.keys)
    }
}
