"""The office's pages in a real browser, behind nginx: python pages.py PROGRAMS FOLDER. Prints what is wrong; exit status 1 then."""

import re, subprocess, sys, time
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from page_forms import forms
from page_office import Office

wrong = []

DIRECTORY = """
time_zone: Europe/Amsterdam
exclusive_numbers: [+31880001234]
overflow: {default: 2000}
levels: {altijd: {hours: {mon-sun: "00:00-24:00"}}}
managers: [{name: Els Mulder, login: els}]
walls: [{name: Hal, login: wall}]
agents:
  - {id: joke, name: Joke de Vries, extension: 2101, login: joke}
  - {id: mark, name: Mark Bakker, extension: 2102, login: mark}
  - {id: anna, name: Anna Smit, extension: 2103, login: anna}
clients:
  - id: noord
    name: "Noord <b>\\"'&"
    size: small
    schools: 3
    primary: joke
    backup: mark
    introduced: 2026-01-12
    agreement: {title: Afspraken, start: 2026-01-01, level: altijd}
    numbers: [050 555 01 00, 050 555 02 00 - 050 555 02 99]
    address: {street: Dorpsstraat, number: "1", postcode: 9711 AB, city: Groningen}
    contacts: [{name: Karin Smit, mobile: 06-12345678}]
  - id: west
    name: West
    size: small
    schools: 3
    primary: anna
    backup: mark
    introduced: 2026-01-12
    agreement: {title: Afspraken, start: 2026-01-01, level: altijd}
    numbers: [070 555 01 00]
  - id: kop
    name: Stichting Openbaar Onderwijs Kop van Holland en de Wadden
    size: small
    schools: 3
    primary: anna
    backup: mark
    introduced: 2026-01-12
    agreement: {title: Afspraken, start: 2026-01-01, level: altijd}
    numbers: [0223 62 01 00]
"""

def check(what, holds):
    if not holds:
        wrong.append(what)
        print("WRONG:", what)


office = Office(sys.argv[1], sys.argv[2], DIRECTORY, ["joke", "mark", "anna", "els", "wall", "stranger"])
base, majorctl, curl, path = office.base, office.majorctl, office.curl, office.path
expected = False  # Whether the console may complain, since something was stopped.


@contextmanager
def reader(browser, user, language="nl-NL", script=True, width=1280, scheme="light"):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale=language, ignore_https_errors=True, java_script_enabled=script,
        color_scheme=scheme, http_credentials={"username": user, "password": "x"})
    page = context.new_page()
    # A form that is refused is answered with 422 and itself; the browser notes the status when it likes.
    page.on("console", lambda message: check(
        f"console of {user} at {page.url}: {message.text}", message.type != "error" or expected or "status of 422" in message.text))
    page.on("request", lambda request: check(f"{user} asks elsewhere: {request.url}", request.url.startswith(base)))
    yield page
    context.close()


def heads():
    # Forged, malformed and oversized.
    socket = ["--unix-socket", path("web.sock")]
    check("a stranger at the socket is refused", subprocess.run(
        ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", *socket, "-H", "X-Remote-User: els", "http://x/"],
        capture_output=True, text=True).stdout == "403")
    check("what a browser says of its name is overwritten", curl("-u", "joke:x", "-H", "X-Remote-User: els", f"{base}/manage") == "403")
    check("nobody comes in without a password", curl(f"{base}/") == "401")
    check("a form without a token is refused", curl("-u", "joke:x", "-d", "minutes=15", f"{base}/me/pause") == "403")
    check("a form of another site is refused", curl("-u", "joke:x", "-H", "Sec-Fetch-Site: cross-site", "-H", "Cookie: __Host-majord=abc", "-d", "minutes=15&token=x", f"{base}/me/pause") == "403")
    check("a long form is refused", curl("-u", "joke:x", "-d", "note=" + "x" * 20000, f"{base}/me/sick") == "413")
    check("a broken address is refused", curl("-u", "joke:x", f"{base}/clients?q=%ff") == "400")
    check("what there is not is said to be so", curl("-u", "joke:x", f"{base}/nothing") == "404")
    for address, status, text in [
        ("/coverage/niemendal", "404", "geen klant en geen medewerker “niemendal”"), ("/coverage/noord", "200", "Noord"), ("/coverage/joke", "200", "Noord"),
        ("/coverage?client=niemendal", "404", "“niemendal”"), ("/coverage?agent=niemendal", "404", "medewerker “niemendal”"), ("/clients/niemendal", "404", "klant “niemendal”"),
        ("/reports?month=november", "422", "“november” is geen maand"), ("/reports.csv?month=13", "422", "“13” is geen maand"),
        ("/clients/noord?caller=0505550100&at=morgen", "200", "“morgen” is geen moment"), ("/clients/noord?day=morgen", "422", "“morgen” is geen dag"),
        ("/clients?nobody=1", "200", "Elke klant met servicetijd heeft nu iemand"), ("/clients?ending=1", "200", "Geen overeenkomst loopt binnen 60 dagen af"),
        ("/reports?month=2025-01&client=noord", "422", "Over die tijd is niets bekend"), ("/reports?month=2027-05", "422", "Die tijd is nog niet begonnen"), ("/me", "403", "Dit is voor medewerkers"),
        ("/clients?q=groningen", "200", "Noord &lt;b&gt;"), ("/clients?q=050%20555%2002%2042", "200", "Noord &lt;b&gt;"), ("/clients?q=0505550300", "200", "Nummer uitleggen"),
    ]:
        found = curl("-u", "els:x", "-H", "Accept-Language: nl", base + address)
        check(f"{address}: {found}, not {status}, with {text}", found == status and text in office.answer())
    check("heads are answered as pages are", curl("-u", "joke:x", "-I", f"{base}/") == "200")
    curl("-u", "els:x", "-H", "Accept-Language: nl", f"{base}/clients/noord")
    check("a client without gaps has nothing to unfold for them", re.findall("<summary>(.*?)</summary>", office.answer()) == ["Adres, tekenbevoegde, notities"])
    own = subprocess.run(["curl", "-s", "-H", "Accept-Language: nl", f"http://127.0.0.1:{office.loopback}/"], capture_output=True, text=True).stdout
    check("without names there is a count of who is available", re.search(r"van 3 (bereikbaar|aanwezig)", own) and "Joke" not in own)
    for user, address, status in [
        ("joke", "/manage", "403"), ("joke", "/reports?client=west", "403"), ("els", "/me", "403"), ("wall", "/clients", "403"),
        ("wall", "/me", "403"), ("wall", "/reports.csv", "403"), ("els", "/reports.csv", "200"), ("wall", "/coverage", "200"),
    ]:
        check(f"{user} at {address}: {status}", curl("-u", f"{user}:x", base + address) == status)
    curl("-u", "joke:x", f"{base}/clients/west")
    check("no number of a client that is none of hers", "+3170" not in office.answer())


def day(browser):
    with reader(browser, "mark", script=False) as page:
        check("leave of Joke", majorctl("leave", "2027-03-04", "--agent", "joke").returncode == 0)
        page.goto(f"{base}/me")
        check("cookies are the strict ones", all(c["secure"] and c["httpOnly"] and c["sameSite"] == "Strict" for c in page.context.cookies()))
        page.fill("input[name=from]", "2027-03-04")
        page.click("button[value=check]", force=True)
        check("the guard answers before it is sent", "klanten zouden niemand hebben" in page.inner_text(".notice") and "Noord <b>" in page.inner_text(".notice"))
        check("what was typed is kept", page.input_value("input[name=from]") == "2027-03-04")
        page.click(".notice form button >> nth=0", force=True)
        check("it is asked for", "Aangevraagd" in page.inner_text(".notice"))
    with reader(browser, "els", "en-GB") as page:
        page.goto(f"{base}/manage")
        check("the request waits", "Mark Bakker" in page.inner_text(".card >> nth=0"))
        page.select_option(".card form[action='/manage/approve'] select", "anna")
        page.click(".card form[action='/manage/approve'] button")
        check("it is approved with a deputy", "Mark Bakker" in page.inner_text(".notice.done"))
    history = majorctl("history").stdout
    check("the records say who really asked", "els via" in history and "mark via" in history)
    with reader(browser, "els") as page:
        # A client with nobody: who is away, when, and who could stand in are in the form already.
        for agent in ["joke", "mark"]:
            majorctl("sick", "--agent", agent, "--yes")
        page.goto(f"{base}/")
        page.click("#troubles .row.nobody:has-text('Noord') .button")
        check("who is away is chosen", page.input_value("select[name=whom]") in ["joke", "mark"] and page.input_value("#deputy select[name=client]") == "noord")
        check("who could stand in is offered first", "Kan invallen" in page.inner_html("#deputy select[name=deputy]") and page.input_value("#deputy select[name=deputy]") == "anna")
        check("from when until when", page.input_value("#deputy input[name=from]") <= page.input_value("#deputy input[name=through]") != "")
        page.goto(f"{base}/coverage")
        line = page.inner_text(".gaps li >> nth=0")
        check(f"a gap tells who is away, and who could stand in: {line}", "afwezig" in line and "kan: Anna Smit" in line)
        for agent in ["joke", "mark"]:
            majorctl("back", "--agent", agent)
    with reader(browser, "joke") as page:
        page.goto(f"{base}/me")
        page.fill("input[name=from]", "2027-05-04")
        page.fill("input[name=through]", "2027-05-03")
        page.click("button[value=check]")
        check("a range the wrong way round is told as such", "ligt voor" in page.inner_text(".notice") and page.input_value("input[name=from]") == "2027-05-04")
        page.click("button[value='15']")
        check("a pause", "pauze" in page.inner_text("#me-state"))
        page.click("form[action='/me/back'] button")
        check("back again", "bereikbaar" in page.inner_text("#me-state"))


def until(page, condition, timeout=5000):
    """Asks from outside: the page's own policy lets no text be run in it."""
    deadline = time.time() + timeout / 1000
    while time.time() < deadline:
        if page.evaluate(f"!!({condition})"):
            return
        time.sleep(0.02)
    check(f"in time: {condition}", False)


def live(browser):
    global expected
    with reader(browser, "wall", width=1920) as wall, reader(browser, "joke", width=390) as own:
        wall.goto(f"{base}/?wall=1")
        own.goto(f"{base}/")
        until(wall, "document.querySelector('#fresh').innerText.startsWith('live')", timeout=10000)
        own.wait_for_timeout(500)
        began = time.time()
        for words in [["ROUTE", "0505550100", "+31880001234", "call-1"], ["ANSWERED", "call-1", "2101"]]:
            office.pbx(*words)
        until(own, "document.querySelector('#calls').innerText.includes('Noord')", timeout=5000)
        until(wall, "document.querySelector('#people').innerText.includes('in gesprek')", timeout=5000)
        until(wall, "document.querySelector('#calls').innerText.includes('Noord')", timeout=5000)
        check(f"a call appears within a second: {time.time() - began:.2f} s", time.time() - began < 1)
        majorctl("sick", "--agent", "anna", "--yes")
        until(wall, "document.querySelector('#people').innerText.match(/Anna Smit afwezig/)", timeout=5000)
        check("a wall is never told why", "ziek" not in wall.inner_text("body"))
        for name in ["majord", "web"]:
            expected = True
            office.again(name)
            majorctl("back" if name == "majord" else "sick", "--agent", "anna", *([] if name == "majord" else ["--yes"]))
            # A majord that no PBX has asked yet does not know who is on the phone.
            state = "aanwezig, bellen onbekend" if name == "majord" else "afwezig"
            until(wall, f"document.querySelector('#people').innerText.includes('Anna Smit {state}')", timeout=20000)
            if name == "majord":
                office.pbx("ROUTE", "0505550100", "+31880001234", "call-2")
                until(wall, "document.querySelector('#people').innerText.includes('Anna Smit bereikbaar')")
                office.pbx("PHONE", "2103", "UNREACHABLE")
                until(wall, "document.querySelector('#people').innerText.includes('Anna Smit aanwezig, toestel onbereikbaar')")
                office.pbx("PHONE", "2103", "REACHABLE")
        office.stop("majord")
        until(wall, "!document.querySelector('#stale').hidden", timeout=20000)
        check("a board without majord looks so", "stale" in wall.get_attribute("html", "class"))
        office.start("majord")
        until(wall, "document.querySelector('#stale').hidden", timeout=20000)
        expected = False


def looks(browser):
    axe = Axe()
    for user, addresses in {"joke": ["/", "/coverage", "/me", "/clients", "/clients/noord", "/reports?client=noord"], "els": ["/manage", "/clients/west", "/reports?client=west"], "wall": ["/?wall=1", "/coverage?wall=1"]}.items():
        for language, scheme, width in [("nl-NL", "light", 390), ("en-GB", "dark", 1280), ("nl-NL", "dark", 1920)]:
            with reader(browser, user, language, width=width, scheme=scheme) as page:
                for address in addresses:
                    page.goto(base + address)
                    check(f"{address} fits {width}", page.evaluate("document.documentElement.scrollWidth") <= width)
                    check(f"{address} is in the language", page.get_attribute("html", "lang") == language[:2])
                    for found in axe.run(page).response["violations"]:
                        check(f"{address} at {width}, {scheme}: {found['id']} {found['nodes'][0]['target']}", found["impact"] not in ["serious", "critical"])


try:
    office.open()
    heads()
    forms(office, check)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        day(browser)
        live(browser)
        looks(browser)
        browser.close()
finally:
    office.close()
sys.exit(1 if wrong else 0)
