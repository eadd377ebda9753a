import Varlink

/// What scripts on the pages read: one line of JSON.
enum JSONText {
    static func object(_ members: [String: String]) -> String {
        let object: JSONObject = members.mapValues(JSONValue.string)
        return String(decoding: object.text, as: UTF8.self)
    }
}
