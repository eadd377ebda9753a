package import Varlink

/// What majord tells with `org.varlink.service.PermissionDenied`.
package struct Denial: VarlinkMessage, Equatable {
    /// What the caller lacks, such as `change-availability`.
    package var right: String
    /// The same as a sentence.
    package var rule: String
    /// The Unix groups that have it.
    package var groups: [String]

    package init(right: String, rule: String, groups: [String]) {
        self.right = right
        self.rule = rule
        self.groups = groups
    }

    /// Nil for any other error.
    package init?(_ error: VarlinkError) {
        guard error.name == VarlinkError.permissionDenied.name, let told: Denial = error.parameters.told() else {
            return nil
        }
        self = told
    }

    package init(members: JSONObject) throws(JSONCodingError) {
        right = try members.value("right")
        rule = try members.value("rule")
        groups = try members.value("groups")
    }

    package func writeMembers(to json: inout JSONWriter) {
        json.member("groups", groups)
        json.member("right", right)
        json.member("rule", rule)
    }

    package var error: VarlinkError {
        var error = VarlinkError.permissionDenied
        error.parameters = [
            "right": .string(right), "rule": .string(rule), "groups": .array(groups.map(JSONValue.string)),
        ]
        return error
    }
}
