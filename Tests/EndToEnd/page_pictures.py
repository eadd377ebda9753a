"""Pictures of every page: python page_pictures.py PROGRAMS FOLDER OUT [PAGE …]. In each width, language and scheme, and all of a page on one sheet (OUT/sheets), as
docs/web/sheets has them; by hand, for whoever judges them."""

import os, sys, time

from playwright.sync_api import sync_playwright

from page_office import Office

PEOPLE = ["Jan Dekker", "Mia Visser", "Sanne Bos", "Anna Smit", "Piet de Boer", "Joke de Vries", "Mark Bakker", "Noor van Dijk", "Bram Mulder", "Lotte Jansen"]
CLIENTS = ["Stichting Delta", "De Linde", "Het Baken", "Scholengroep Noord", "Lyceumgroep Oost", "Stichting De Wegwijzer", "Montessori Zuid", "Onderwijsgroep Rijnland", "De Vuurtoren", "Katholiek Onderwijs Veluwe", "Stichting Openbaar Onderwijs Kop van Noord-Holland", "De Ark"]
PAIRS = [(0, 1), (2, 0), (2, 3), (3, 4), (3, 4), (5, 6), (5, 6), (7, 8), (7, 8), (9, 7), (9, 7), (4, 2)]
SIZES = [(390, 844), (1280, 800), (1920, 1080)]
PAGES = {
    "now": ("els", "/"), "wall": ("wall", "/?wall=1"), "coverage": ("els", "/coverage"), "coverage-wall": ("wall", "/coverage?wall=1"), "me": ("sanne", "/me"),
    "clients": ("els", "/clients"), "client": ("els", "/clients/c1?caller=0206020101"), "day": ("els", "/clients/c0?day=2026-12-24#day"), "manage": ("els", "/manage"),
    "reports": ("els", "/reports?client=c2"),
}


def directory():
    agents = "".join(f"  - {{id: {name.split()[0].lower()}, name: {name}, extension: {2101 + n}, login: {name.split()[0].lower()}}}\n" for n, name in enumerate(PEOPLE))
    ids = [name.split()[0].lower() for name in PEOPLE]
    clients = "".join(
        f"  - id: c{n}\n    name: {name}\n    size: {'large' if n % 3 == 0 else 'small'}\n    schools: {4 + n}\n    primary: {ids[PAIRS[n][0]]}\n    backup: {ids[PAIRS[n][1]]}\n"
        f"    introduced: 2026-01-12\n    agreement: {{title: Prestatieafspraken {name}, start: 2026-01-01, end: {'2026-12-31' if n == 3 else '2027-12-31'}, level: niveau-1, references: [PA-2026-{n:02}]}}\n"
        f"    numbers: [020 {601 + n} 01 00 - 99]\n    contacts: [{{name: Karin Smit, function: ICT-coördinator, mobile: 06-123456{n:02}, email: k.smit@school{n}.example}}]\n"
        f"    signatory: {{name: Wim de Groot, function: bestuurder}}\n    address: {{street: Schoolstraat, number: '{n + 3}', postcode: 1011 AB, city: Amsterdam}}\n"
        for n, name in enumerate(CLIENTS))
    return (
        "time_zone: Europe/Amsterdam\nlanguages: nl\nexclusive_numbers: [+31880001234]\noverflow: {default: 2000}\ncallback_within: 1m\n"
        "levels: {niveau-1: {hours: {mon-fri: \"07:30-18:00\"}, targets: {within: 20s}}}\n".replace(", targets: {within: 20s}", "")
        + "managers: [{name: Els Mulder, login: els}]\nwalls: [{name: Hal, login: wall}]\n"
        + f"agents:\n{agents}clients:\n{clients}")


def furnish(office):
    def done(*words):
        answer = office.majorctl(*words)
        if answer.returncode not in (0, 1):
            print("FAILED:", words, answer.stdout, answer.stderr)

    done("leave", "24-12", "25-12", "--agent", "jan", "--yes")
    done("leave", "24-12", "25-12", "--agent", "mia", "--request", "--note", "kerst", "--yes")
    done("leave", "22-12", "--agent", "bram", "--yes")
    done("leave", "22-12", "--agent", "noor", "--override", "afgesproken", "--yes")
    done("leave", "28-12", "31-12", "--agent", "sanne", "--note", "skiën", "--override", "afgesproken", "--yes")
    done("leave", "every", "friday", "afternoon", "from", "4-12", "until", "1-4", "--agent", "lotte", "--yes")
    done("leave", "7-12", "11-12", "--agent", "noor", "--yes")
    done("leave", "29-12", "30-12", "--agent", "anna", "--yes")
    done("leave", "8-12", "--agent", "bram", "--request")
    done("deputy", "add", "joke", "--for", "noor", "9-12", "10-12", "--yes")
    done("sick", "--agent", "mia", "--note", "griep", "--until", "7-12", "--yes")
    done("pause", "45m", "--agent", "mark")
    done("calendar", "--feed", "--desk", "--renew")
    done("calendar", "--feed", "--agent", "sanne", "--renew")
    done("case", "open", "c1", "--holder", "sanne", "--kind", "incident", "--ref", "4711")
    done("number", "add", "0612300001", "c2", "--contact", "Karin Smit")
    for n, words in enumerate([["0206020123", "m-1"], ["0206020144", "m-2"], ["0206040144", "m-3"]]):
        office.pbx("ROUTE", words[0], "+31880001234", words[1])
        office.pbx("RINGING", words[1], "2103")
        office.pbx("ENDED", words[1], "CANCEL")
    for n in range(4):
        office.pbx("ROUTE", "0205550123", "+31880001234", f"u-{n}")
        office.pbx("ENDED", f"u-{n}", "ANSWER")
    office.pbx("ROUTE", "+4930901820", "+31880001234", "u-9")
    office.pbx("ENDED", "u-9", "ANSWER")
    for n in range(3):
        office.pbx("ROUTE", "0206030101", "+31880001234", f"a-{n}")
        office.pbx("ANSWERED", f"a-{n}", "2103")
        office.pbx("ENDED", f"a-{n}", "ANSWER")
    # Late calls back, and then calls that go on.
    time.sleep(80)
    done("sick", "--agent", "jan", "--until", "tomorrow", "--yes")
    for caller, call, phone in [("0206030101", "l-1", "2103"), ("0206060101", "l-2", "2106")]:
        office.pbx("ROUTE", caller, "+31880001234", call)
        office.pbx("ANSWERED", call, phone)
    time.sleep(1)


def sheet(browser, out, name):
    """All pictures of a page: a row for each width, both languages and schemes in it."""
    rows = "".join(
        "<div>" + "".join(f'<img src="{name}-{width}-{language}-{scheme}.png" width="{190 if width == 390 else 400}">' for language in ["nl", "en"] for scheme in ["light", "dark"]) + "</div>"
        for width, _ in SIZES)
    address = os.path.join(os.path.abspath(out), f"{name}.html")
    with open(address, "w") as file:
        file.write(f"<body style='margin: 5px; background: #848484'><style>img {{ margin: 5px; vertical-align: top }} div {{ white-space: nowrap }}</style>{rows}")
    page = browser.new_page(viewport={"width": 1650, "height": 400})
    page.goto(f"file://{address}")
    page.screenshot(path=f"{out}/sheets/{name}.png", full_page=True)
    page.close()
    os.remove(address)


def main():
    programs, folder, out = sys.argv[1:4]
    wanted = sys.argv[4:] or list(PAGES)
    os.makedirs(f"{out}/sheets", exist_ok=True)
    office = Office(programs, folder, directory(), ["els", "sanne", "wall"])
    office.open()
    try:
        furnish(office)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            for name in wanted:
                user, address = PAGES[name]
                for width, height in SIZES:
                    for language in ["nl-NL", "en-GB"]:
                        for scheme in ["light", "dark"]:
                            context = browser.new_context(
                                viewport={"width": width, "height": height}, locale=language, ignore_https_errors=True, color_scheme=scheme,
                                http_credentials={"username": user, "password": "x"})
                            page = context.new_page()
                            page.goto(office.base + address)
                            page.wait_for_timeout(500)
                            page.screenshot(path=f"{out}/{name}-{width}-{language[:2]}-{scheme}.png", full_page="wall" not in name)
                            context.close()
                sheet(browser, out, name)
            browser.close()
    finally:
        office.close()


main()
