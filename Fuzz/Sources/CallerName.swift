import AGI

@testable import PBX

/// A caller's name in Asterisk's header, whatever it brings: it changes nothing of what is asked or reported.
///
/// But where a question goes may be asked for a name that brings an empty line and behind it an answer of Asterisk's own form: nothing tells that
/// from Asterisk's before the dialogue ends at the header's next line. What is reported never hangs on it.
enum CallerName {
    static func fastAGI(_ bytes: [UInt8]) {
        // Asterisk's texts have no NUL in them.
        let name = bytes.filter { $0 != 0 }
        let bringsAnswer = bringsAnswer(name)
        for (script, arguments) in [
            ("route", ["+31505550100", "+31880001234", "call-1"]),
            ("ended?token=\(FuzzDesk.token)", ["call-1", "BUSY"]),
        ] {
            guard script != "route" || !bringsAnswer else { continue }
            let (plain, named) = (asked(script, arguments, Array("Karin Smit".utf8)), asked(script, arguments, name))
            precondition(plain.count == 1, "a plain name keeps a question from being asked")
            precondition(named == plain || named.isEmpty, "a caller's name has \(named) done instead of \(plain)")
        }
    }

    private static func bringsAnswer(_ name: [UInt8]) -> Bool {
        var answers = AGIAnswers()
        return name.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst()
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
            .drop { !$0.isEmpty }
            .contains { answers.take(Array($0).span) != nil }
    }

    /// What the desk hears of a channel with this name, whose header is as Asterisk writes it (res_agi.c, `setup_env`).
    private static func asked(_ script: String, _ arguments: [String], _ name: [UInt8]) -> [String] {
        var header = Array(
            """
            agi_network: yes
            agi_network_script: \(script)
            agi_request: agi://127.0.0.1/\(script)
            agi_channel: PJSIP/trunk-00000001
            agi_language: nl
            agi_type: PJSIP
            agi_uniqueid: 1795378587.27
            agi_version: 22.0.0
            agi_callerid: +31505550100
            agi_calleridname: 
            """.utf8)
        header += name
        header +=
            """

            agi_callingpres: 0
            agi_callingani2: 0
            agi_callington: 0
            agi_callingtns: 0
            agi_dnid: +31880001234
            agi_rdnis: unknown
            agi_context: trunk
            agi_extension: +31880001234
            agi_priority: 2
            agi_enhanced: 0.0
            agi_accountcode: 
            agi_threadid: 140123456789012

            """.utf8
        for (index, argument) in arguments.enumerated() { header += "agi_arg_\(index + 1): \(argument)\n".utf8 }
        var conversation = FuzzConversation<FastAGISession>()
        _ = conversation.carriedOut(header + [UInt8(ascii: "\n")])
        return conversation.told.all
    }
}
