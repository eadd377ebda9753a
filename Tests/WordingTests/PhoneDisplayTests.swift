import Testing
import Time
import Wording

@Suite("Phone displays") struct PhoneDisplayTests {
    @Test(
        arguments: [
            ("Noord", "Karin Smit", "Joke de Vries", Language.en, "Noord: K. Smit (for Joke)"),
            ("Noord", "Karin Smit", nil, .en, "Noord: K. Smit"),
            ("Noord", nil, "Joke de Vries", .nl, "Noord (voor Joke)"),
            ("Noord", nil, nil, .nl, "Noord"),
            ("Noord", "Conciërge", nil, .nl, "Noord: Conciërge"),
            (
                "Stichting Scholengroep Noord", "Karin Smit", "Joke de Vries", .en,
                "Scholengroep Noord: K. Smit (for Joke)"
            ),
            (
                "Stichting Scholengroep Noord", "Karin van den Heuvel-Smit", "Joke de Vries", .en,
                "Noord: K. van den Heuvel-Smit (for Joke)"
            ),
            (
                "Samenwerkingsverbandpassendonderwijsachterhoek", nil, nil, .nl,
                "…rkingsverbandpassendonderwijsachterhoek"
            ),
            ("A\u{07}B", "C\nD", nil, .en, "A B: C D"),
            // In a list `|` parts two of them.
            ("A|B", "C|D", nil, .en, "A/B: C/D"),
        ] as [(String, String?, String?, Language, String)])
    func display(client: String, contact: String?, agent: String?, language: Language, expected: String) {
        let text = PhoneDisplay(client: client, contact: contact, insteadOf: agent, language).text
        #expect(text == expected)
        #expect(text.count <= PhoneDisplay.limit)
    }

    @Test("however long names are, the line fits, and something of each is shown")
    func fits() {
        for client in ["x", String(repeating: "ab ", count: 30), String(repeating: "é", count: 99)] {
            for contact in ["y", "K " + String(repeating: "z", count: 60), String(repeating: "ß", count: 60)] {
                for agent in ["J", String(repeating: "j", count: 60)] {
                    let text = PhoneDisplay(client: client, contact: contact, insteadOf: agent, .nl).text
                    #expect(text.count <= PhoneDisplay.limit)
                    #expect(text.contains(": ") && text.contains("(voor "))
                }
            }
        }
    }
}
