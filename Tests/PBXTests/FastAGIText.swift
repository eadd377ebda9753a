@testable import PBX

/// A header as Asterisk 22 sends it, with the lines in the order in which it sends them.
func header(
    _ path: String, _ arguments: String..., caller: String = "unknown", dialed: String = "unknown",
    extension: String = "+31880001234", token: String? = TestDesk.tokenText
) -> String {
    header(path, arguments: arguments, caller: caller, dialed: dialed, extension: `extension`, token: token)
}

func header(
    _ path: String, arguments: [String], caller: String = "unknown", dialed: String = "unknown",
    extension: String = "+31880001234", token: String? = TestDesk.tokenText
) -> String {
    let script = token.map { "\(path)\(path.contains("?") ? "&" : "?")token=\($0)" } ?? path
    return """
        agi_network: yes
        agi_network_script: \(script)
        agi_request: agi://127.0.0.1/\(script)
        agi_channel: PJSIP/trunk-00000007
        agi_language: en
        agi_type: PJSIP
        agi_uniqueid: 1795378587.27
        agi_version: 22.9.0
        agi_callerid: \(caller)
        agi_calleridname: Karin "K" Smit: ICT
        agi_callingpres: 0
        agi_callingani2: 0
        agi_callington: 0
        agi_callingtns: 0
        agi_dnid: \(dialed)
        agi_rdnis: unknown
        agi_context: inbound
        agi_extension: \(`extension`)
        agi_priority: 1
        agi_enhanced: 0.0
        agi_accountcode:\u{20}
        agi_threadid: 140293043857088

        """ + arguments.enumerated().map { "agi_arg_\($0.offset + 1): \($0.element)\n" }.joined() + "\n"
}

/// The answer to so many commands.
func done(_ count: Int) -> String {
    String(repeating: "200 result=1\n", count: count)
}

/// The answers to so many commands of a dialogue that changes something, and to the one behind the first, which proves whose they are.
func proven(_ count: Int) -> String {
    done(1) + proof + done(count - 1)
}

/// The answer that proves whose it is.
let proof = "200 result=1 (\(testProof.word))\n"

/// What is asked of Asterisk behind the first command, where something is changed.
let proofCommand = "GET FULL VARIABLE \(testProof.word)\n"

/// As the test's desk has it.
let testProof = FastAGIProof(7)

/// The commands of a dialogue that changes something: the second proves who answers.
func provenCommands(_ commands: String) -> String {
    guard let end = commands.firstIndex(of: "\n") else { return commands }
    return commands[...end] + proofCommand + commands[commands.index(after: end)...]
}

/// The commands that set these variables, in their order.
func set(_ variables: KeyValuePairs<String, String>) -> String {
    variables.map { "SET VARIABLE MAJOR_\($0.key) \"\($0.value)\"\n" }.joined()
}

/// The commands for a call that is to be dialled, and for one that goes to the overflow, as the test's desk decides.
let dialledCommands = set([
    "ACTION": "", "EXTENSION": "2101", "TARGETS": "2101:20,2102:20,2000:0", "RING": "20", "AGENT": "jdevries",
    "ROLE": "primary", "CLIENT": "scholengroep-noord", "CLIENT_NAME": "Stichting Scholengroep Noord",
    "CONTACT": "Karin Smit, ICT-coördinator", "CASE": "", "REASON": "primary", "DECISION": "0000000000001",
    "FOR": "", "DISPLAY": "Stichting Scholengroep Noord: K. Smit",
    "DISPLAYS":
        "Stichting Scholengroep Noord: K. Smit|Scholengroep Noord: K. Smit (for Joke)|Stichting Scholengroep Noord: K. Smit",
    "ACTION": "dial",
])
let overflowedCommands = set([
    "ACTION": "", "EXTENSION": "2000", "TARGETS": "2000:0", "RING": "0", "AGENT": "", "ROLE": "overflow", "CLIENT": "",
    "CLIENT_NAME": "", "CONTACT": "", "CASE": "", "REASON": "unknown-caller", "DECISION": "0000000000001",
    "FOR": "", "DISPLAY": "", "DISPLAYS": "", "ACTION": "overflow",
])

/// The commands where a call's question is not looked at.
func refusedCommands(_ reason: String) -> String {
    set([
        "ACTION": "", "EXTENSION": "", "TARGETS": "", "RING": "", "AGENT": "", "ROLE": "", "CLIENT": "",
        "CLIENT_NAME": "", "CONTACT": "", "CASE": "", "REASON": "majord-refused", "DECISION": "",
        "FOR": "", "DISPLAY": "", "DISPLAYS": "",
    ]) + refusal(reason) + set(["ACTION": "overflow"])
}

/// The commands that tell why, to the dial plan and on the console.
func refusal(_ reason: String) -> String {
    set(["ERROR": reason]) + "VERBOSE \"majord: \(reason)\" 0\n"
}
