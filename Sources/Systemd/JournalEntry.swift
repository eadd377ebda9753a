/// The fields of one journal entry (systemd.journal-fields(7)).
package struct JournalEntry: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let fields: [Field]

    /// - Parameters:
    ///   - identifier: what `journalctl -t` selects by.
    ///   - fieldPrefix: what the names of metadata fields begin with, for example `MAJORD`.
    package init(_ record: LogRecord, identifier: String, fieldPrefix: String) {
        var fields = [
            Field("MESSAGE", record.message),
            Field("PRIORITY", String(record.priority.rawValue)),
            Field("SYSLOG_IDENTIFIER", identifier),
            Field("CODE_FILE", record.file),
            Field("CODE_LINE", String(record.line)),
            Field("CODE_FUNC", record.function),
        ]
        if let id = record.messageID { fields.append(Field("MESSAGE_ID", id)) }
        for attribute in record.attributes {
            fields.append(Field(Self.fieldName(attribute.key, prefix: fieldPrefix), attribute.value))
        }
        self.fields = fields
    }

    /// The longest field name that the journal takes.
    static let nameLimit = 64

    /// The field for the metadata `key`: `client-name` becomes `PREFIX_CLIENT_NAME`.
    ///
    /// The journal drops names with other characters than A-Z, 0-9 and `_`, and trusts those that begin with `_`, so the former
    /// become `_` and no name begins with a digit or `_`.
    package static func fieldName(_ key: String, prefix: String) -> String {
        let name = (sanitized(prefix) + "_" + sanitized(key)).drop { $0 == "_" || $0.isNumber }
        return name.isEmpty ? "FIELD" : String(name.prefix(nameLimit))
    }

    private static func sanitized(_ text: String) -> String {
        String(
            text.map { character in
                character.isASCII && (character.isLetter || character.isNumber)
                    ? Character(character.uppercased()) : "_"
            })
    }
}
