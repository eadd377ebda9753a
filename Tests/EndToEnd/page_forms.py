"""Each form as each kind of reader, what each may read, and whoever means harm."""

import json, re, resource, socket, time

from page_office import OwnConnection, ask

KINDS = [None, "stranger", "wall", "mark", "joke", "els"]
PAGES = ["/", "/?wall=1", "/coverage", "/coverage?wall=1", "/me", "/clients", "/clients/noord", "/clients/noord?day={day}", "/clients/west", "/manage", "/reports", "/reports?client=noord", "/reports.csv", "/nothing"]
MARK = "<script>alert(1)</script>\"'"


class Browser:
    """What a browser keeps of a login: its cookie, and the token of its forms."""

    def __init__(self, office, login):
        self.office, self.login = office, login
        _, headers, text = ask(office, login, "/manage" if login == "els" else "/me")
        self.cookie = headers.get("Set-Cookie", headers.get("set-cookie", "")).split(";")[0]
        found = re.search(r'name="token" value="([0-9a-f]+)"', text)
        self.token = found.group(1) if found else ""

    def send(self, address, fields, login=..., **headers):
        body = urlencoded({"token": self.token, **fields})
        return ask(self.office, self.login if login is ... else login, address, body, {"Cookie": self.cookie, **headers})


def urlencoded(fields):
    from urllib.parse import urlencode
    return urlencode(fields)


def forms(office, check):
    browsers = {login: Browser(office, login) for login in ["mark", "joke", "els"]}
    check("who may enter has a cookie and a token", all(b.cookie and b.token for b in browsers.values()))
    each_form(office, check, browsers)
    forged(office, check, browsers)
    undone(office, check, browsers)
    feeds(office, check, browsers)
    told(office, check, browsers)
    harmful(office, check, browsers)
    office.majorctl("back", "--agent", "joke")
    office.majorctl("back", "--agent", "mark")


def number(text):
    """The number of what majorctl has entered."""
    return re.search(r"\b(\d+)\b", text).group(1)


def entered(office, *words):
    told = json.loads(office.majorctl(*words, "--json").stdout)
    return (told.get("absence") or told.get("deputyship"))["id"]


def each_form(office, check, browsers):
    """Who is nobody, unknown or a wall may enter nothing, whosever token he has; the others what majord lets them."""
    leave = {"from": "2027-05-03", "through": "2027-05-04"}
    table = [
        # address, fields, statuses of mark (another agent), joke (herself), els (a manager)
        ("/me/pause", lambda: {"minutes": "15"}, 200, 200, 422),
        ("/me/pause", lambda: {"minutes": "0"}, 422, 422, 422),
        ("/me/pause", lambda: {"minutes": "x"}, 422, 422, 422),
        ("/me/back", lambda: {}, 200, 200, 422),
        ("/me/sick", lambda: {"until": "2027-01-04", "note": MARK}, 200, 200, 422),
        ("/me/back", lambda: {}, 200, 200, 422),
        ("/me/leave", lambda: {**leave, "step": "check"}, 200, 200, 422),
        ("/me/leave", lambda: {"from": "2027-02-30"}, 422, 422, 422),
        ("/me/leave", lambda: {"from": "2027-05-04", "through": "2027-05-03"}, 422, 422, 422),
        ("/me/leave", lambda: {"from": "2027-05-03", "through": "2032-05-03"}, 422, 422, 422),
        ("/me/leave", lambda: {"from": "9999-99-99"}, 422, 422, 422),
        ("/me/cancel", lambda: {"absence": entered(office, "leave", "2027-06-01", "--agent", "joke")}, 403, 200, 422),
        ("/me/cancel", lambda: {"absence": "1; DROP TABLE absence"}, 422, 422, 422),
        ("/me/withdraw", lambda: {"request": "999"}, 422, 422, 422),
        ("/me/restore", lambda: {"was": "{}"}, 422, 422, 422),
        ("/me/restore", lambda: {"was": "[" * 3000}, 422, 422, 422),
        ("/me/ask-again", lambda: {}, 422, 422, 422),
        ("/me/feed", lambda: {}, 200, 200, 422),
        ("/me/feed-end", lambda: {}, 200, 200, 422),
        ("/me/nothing", lambda: {}, 404, 404, 404),
        ("/missed/done", lambda: {"missed": "999"}, 422, 422, 422),
        ("/missed/nothing", lambda: {}, 404, 404, 404),
        ("/manage/approve", lambda: {"request": "999"}, 403, 403, 422),
        ("/manage/decline", lambda: {"request": "999", "why": "x"}, 403, 403, 422),
        ("/manage/ask-again", lambda: {"was": "{}"}, 404, 404, 404),
        ("/manage/restore", lambda: {"was": "{}"}, 403, 403, 422),
        ("/manage/cancel", lambda: {"absence": entered(office, "leave", "2027-06-02", "--agent", "anna")}, 403, 403, 200),
        ("/manage/sick", lambda: {"agent": "anna", "note": MARK}, 403, 403, 200),
        ("/manage/deputy", lambda: {"deputy": "anna", "whom": "joke", "from": "2027-06-03", "through": "2027-06-03", "step": "check"}, 403, 403, 200),
        ("/manage/deputy", lambda: {"deputy": "anna", "whom": "joke", "from": "2027-06-03", "through": "2027-06-03"}, 403, 403, 200),
        ("/manage/deputy", lambda: {"deputy": "joke", "whom": "joke", "from": "2027-06-03", "through": "2027-06-03"}, 403, 403, 422),
        ("/manage/end-deputy", lambda: {"deputyship": "999"}, 403, 403, 422),
        ("/manage/number", lambda: {"number": "0612399999", "client": "noord", "contact": MARK}, 403, 403, 200),
        ("/manage/number", lambda: {"number": "x", "client": "noord"}, 403, 403, 422),
        ("/manage/number", lambda: {"number": "0612399999", "client": "../noord"}, 403, 403, 422),
        ("/manage/refuse", lambda: {"number": "0612399998"}, 403, 403, 200),
        ("/manage/forget-number", lambda: {"number": "0612399998"}, 403, 403, 200),
        ("/manage/feed", lambda: {}, 403, 403, 200),
        ("/manage/feed-end", lambda: {}, 403, 403, 200),
        ("/manage/nothing", lambda: {}, 404, 404, 404),
        ("/manage/decline", lambda: {"request": "999", "why": " "}, 403, 403, 422),
        ("/manage/deputy", lambda: {"deputy": "anna", "whom": "noord", "from": "2027-06-03", "through": "2027-06-03", "step": "check"}, 403, 403, 200),
    ]
    for address, fields, *statuses in table:
        values = fields()
        for login in [None, "stranger", "wall"]:
            status, _, text = browsers["joke"].send(address, values, login=login)
            check(f"{login} at {address} {values}: {status}", status == 403 and "Joke" not in text)
        for login, wanted in zip(["mark", "joke", "els"], statuses):
            status, _, text = browsers[login].send(address, values)
            check(f"{login} at {address} {values}: {status}, not {wanted}", status == wanted)
            check(f"{login} at {address}: what was typed is text", "<script>" not in text)
    office.majorctl("back", "--agent", "anna")
    for deputyship in json.loads(office.majorctl("deputy", "list", "--json").stdout)["deputyships"]:
        office.majorctl("deputy", "cancel", deputyship["id"])


def forged(office, check, browsers):
    joke, els = browsers["joke"], browsers["els"]
    fields = {"minutes": "15"}
    pause = "/me/pause"
    check("another's token", ask(office, "joke", pause, urlencoded({**fields, "token": els.token}), {"Cookie": joke.cookie})[0] == 403)
    check("another's cookie", ask(office, "joke", pause, urlencoded({**fields, "token": joke.token}), {"Cookie": els.cookie})[0] == 403)
    check("no cookie", ask(office, "joke", pause, urlencoded({**fields, "token": joke.token}))[0] == 403)
    check("another's name with one's own token", joke.send("/manage/sick", {"agent": "anna"}, login="els")[0] == 403)
    for site in ["cross-site", "same-site", "none"]:
        check(f"from {site}", joke.send(pause, fields, **{"Sec-Fetch-Site": site})[0] == 403)
    for kind in ["text/plain", "multipart/form-data; boundary=x", "application/json"]:
        check(f"as {kind}", joke.send(pause, fields, **{"Content-Type": kind})[0] == 400)
    cookie = {"Cookie": joke.cookie}
    for body in ["token=" + joke.token + "&minutes=15&minutes=30", "token=%ff", "a=%00", "%", "&".join(f"f{n}=1" for n in range(80))]:
        check(f"a form that no browser writes: {body[:20]}", ask(office, "joke", pause, body, cookie)[0] == 400)
    check("a long field", ask(office, "joke", pause, "note=" + "x" * 5000, cookie)[0] == 413)
    check("a long form", ask(office, "joke", pause, "x" * 20000, cookie)[0] == 413)
    check("an endless form", ask(office, "joke", pause, "x" * 2_000_000, cookie)[0] == 413)
    kept(office, check, browsers)
    for names in ["joke, els", "els\tjoke", "a guest", "x" * 300, "j\u00f6ke els"]:
        status, _, text = ask(office, names.encode("utf-8"), "/manage")
        check(f"no name: {names[:20]}", status == 403 and "Joke" not in text)
    for method in ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]:
        check(f"{method} changes nothing", ask(office, "els", "/manage/sick", "agent=anna", method=method)[0] in [404, 405])
    absences = json.loads(office.majorctl("absences", "--json").stdout)["absences"]
    check("nothing of it was entered", not [a for a in absences if a["kind"] == "pause"])


def kept(office, check, browsers):
    """What was typed is on the page that refuses it, with a fresh token, and nothing is entered until it is sent again."""
    joke, els = browsers["joke"], browsers["els"]

    def shown(text, name):
        found = re.search(rf'name="{name}"[^>]* value="([^"]*)"', text)
        return found and found.group(1)

    old = {"token": "0" * 64}
    sick = {"until": "2027-01-04", "note": "griep & koorts"}
    status, _, text = joke.send("/me/sick", {**sick, **old})
    check("an old form is there once more", status == 403 and "te oud" in text and shown(text, "note") == "griep &amp; koorts" and shown(text, "until") == "2027-01-04")
    check("with a token that counts", f'name="token" value="{joke.token}"' in text and "0" * 64 not in text)
    status, _, text = joke.send("/me/leave", {"from": "2027-05-03", "through": "2027-05-04", "from_time": "09:00", "note": "zee", **old})
    check("an old leave form is in its place", status == 403 and [shown(text, n) for n in ["from", "through", "from_time"]] == ["2027-05-03", "2027-05-04", "09:00"])
    status, _, text = els.send("/manage/decline", {"request": "7", "why": "te druk", **old})
    check("an old decision keeps its reason", status == 403 and shown(text, "why") == "te druk" and shown(text, "request") == "7")
    status, _, text = els.send("/manage/number", {"number": "0612399994", "client": "noord", "contact": "Piet " + "x" * 5000})
    check("what is too long is kept", status == 413 and "te lang" in text and "Piet xxx" in (shown(text, "contact") or "") and shown(text, "client") == "noord")
    status, _, text = ask(office, "joke", "/me/sick", urlencoded({**sick, "token": joke.token}) + "&note=x", {"Cookie": joke.cookie})
    check("of a broken form what can be read is kept", status == 400 and shown(text, "until") == "2027-01-04")
    status, _, text = els.send("/manage/decline", {"request": "999", "why": "te druk"})
    check("a refusal keeps what was typed", status == 422 and shown(text, "why") == "te druk")
    status, headers, text = ask(office, "joke", "/me/sick", urlencoded(sick), {"Sec-Fetch-Site": "same-origin"})
    cookie = headers.get("Set-Cookie", headers.get("set-cookie", "")).split(";")[0]
    check("whose cookie has gone gets another with the form", status == 403 and cookie.startswith("__Host-majord=") and shown(text, "note") == "griep &amp; koorts")
    for said in [{"Origin": "https://majord.example.org"}, {}]:
        status, headers, text = ask(office, "joke", "/me/sick", urlencoded(sick), said)
        check(f"so does one of a browser that says {said}", status == 403 and "ookie" in str(headers) and shown(text, "note") == "griep &amp; koorts" and "cookie" in text)
    # A page that is opened from a mail comes without the strict cookie, and leaves the forms that are open as they are.
    _, headers, text = ask(office, "joke", "/coverage", headers={"Sec-Fetch-Site": "cross-site"})
    check("whoever comes from a mail gets the cookie that he has", joke.cookie in str(headers))
    check("and forms that are open stay good", joke.send("/me/leave", {"from": "2027-05-03", "step": "check"})[0] == 200)
    status, headers, text = ask(office, "joke", "/me/sick", urlencoded(sick), {"Origin": "https://evil.example"})
    check("one whose origin is elsewhere is not shown", status == 403 and "griep" not in text)
    status, headers, text = joke.send("/me/sick", {**sick, **old}, **{"Sec-Fetch-Site": "cross-site"})
    check("a form from elsewhere is not shown again", status == 403 and "griep" not in text and "et-ookie" not in str(headers))
    office.stop("majord")
    status, headers, text = joke.send("/me/sick", sick)
    _, wall_headers, wall = ask(office, "wall", "/?wall=1")
    check("a wall without majord has no navigation, and asks again", "<nav" not in wall and "efresh" in str(wall_headers))
    check("what was typed is kept while majord is away", status == 503 and shown(text, "note") == "griep &amp; koorts" and "efresh" not in str(headers))
    form = offer(text, "/me/sick")
    office.start("majord")
    absences = json.loads(office.majorctl("absences", "--json").stdout)["absences"]
    check("nothing was entered by itself", not [a for a in absences if a["kind"] == "sickness"])
    status, _, text = ask(office, "joke", "/me/sick", urlencoded({**sick, **form}), {"Cookie": joke.cookie})
    check("it is entered once it is sent again", status == 200 and "griep &amp; koorts" in text)
    status, _, text = ask(office, "joke", "/me/back", urlencoded({"token": joke.token}), {"Cookie": joke.cookie})


def offer(text, action):
    """The fields of the form that a notice offers."""
    form = re.search(rf'<form method="post" action="{action}".*?</form>', text, re.S)
    if not form:
        return None
    from html import unescape
    return {unescape(name): unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form.group(0))}


def undone(office, check, browsers):
    """What a manager changes can be taken back by what the answer offers."""
    els, joke = browsers["els"], browsers["joke"]

    def again(address, fields, *path):
        """Sends a form, then what each notice offers, and returns the last notice."""
        status, _, text = els.send(address, fields)
        check(f"{address} is done: {status}", status == 200)
        for action in path:
            fields = offer(text, action)
            check(f"{address} offers {action}", fields is not None)
            if fields is None:
                return text
            status, _, text = els.send(action, fields)
            check(f"{action} after {address} is done: {status}", status == 200)
        return text

    def absences():
        return [(a["agent"], a["kind"], a.get("note")) for a in json.loads(office.majorctl("absences", "--json").stdout)["absences"]]

    def deputies():
        return len(json.loads(office.majorctl("deputy", "list", "--json").stdout)["deputyships"])

    before = absences()
    again("/manage/sick", {"agent": "anna", "note": "griep"}, "/manage/cancel")
    check("a sickness is taken back", absences() == before)
    again("/manage/sick", {"agent": "anna", "note": "griep"}, "/manage/cancel", "/manage/restore")
    check("what was taken back is there again", ("anna", "sickness", "griep") in absences())
    office.majorctl("back", "--agent", "anna")
    leave = entered(office, "leave", "2027-07-01", "--agent", "anna", "--note", "zee")
    again("/manage/cancel", {"absence": leave}, "/manage/restore")
    check("cancelled leave is there again", ("anna", "leave", "zee") in absences())
    again("/manage/deputy", {"deputy": "anna", "whom": "joke", "from": "2027-07-05", "through": "2027-07-06"}, "/manage/end-deputy", "/manage/deputy", "/manage/end-deputy")
    again("/manage/refuse", {"number": "0612399997"}, "/manage/forget-number", "/manage/refuse", "/manage/forget-number")
    again("/manage/number", {"number": "0612399996", "client": "noord", "contact": "Piet"}, "/manage/forget-number", "/manage/number", "/manage/forget-number")
    # A number that is given to another client by a part of his name, and that taken back.
    again("/manage/number", {"number": "0612399996", "client": "noord"})
    text = again("/manage/number", {"number": "0612399996", "client": " wes "}, "/manage/number")
    learned = [n["client"] for n in json.loads(office.majorctl("number", "list", "--json").stdout)["numbers"] if n["number"] == "+31612399996"]
    check(f"a number goes back to whose it was: {learned}", learned == ["noord"])
    for login, wanted in [("els", True), ("mark", True), ("anna", False)]:
        _, _, page = ask(office, login, "/clients?q=06%2012%2039%2099%2096")
        check(f"{login} finds a client by a learned number: {wanted}", ("Noord" in page) == wanted)
    check("it stands on the client's page", "+31612399996" in ask(office, "els", "/clients/noord")[2])
    els.send("/manage/forget-number", {"number": "0612399996"})
    status, _, text = els.send("/manage/number", {"number": "0612399996", "client": "st"})
    check("several clients are named", status == 422 and "past bij meer klanten" in text)
    status, _, text = els.send("/manage/number", {"number": "0612399996", "client": ""})
    check("an empty field is named", status == 422 and "“Klant” is leeg" in text)
    # Sick until a day, shortened, and that taken back.
    again("/manage/sick", {"agent": "anna", "until": "2027-01-04"})
    again("/manage/sick", {"agent": "anna", "until": "2026-12-28"}, "/manage/restore")
    until = [a["until"][:10] for a in json.loads(office.majorctl("absences", "--agent", "anna", "--json").stdout)["absences"] if a["kind"] == "sickness"]
    check(f"a shortened sickness is as long as before: {until}", until == ["2027-01-04"])
    office.majorctl("back", "--agent", "anna")
    # Leave that opens a gap: asked for, declined, and that taken back.
    office.majorctl("leave", "2027-07-12", "--agent", "mark")
    fields = {"from": "2027-07-12", "step": "check"}
    _, _, text = joke.send("/me/leave", fields)
    wish = offer(text, "/me/leave")
    check("the guard's answer comes before it is sent", wish is not None and wish.get("step") == "send" and "Noord" in text)
    office.majorctl("leave", "2027-07-13", "--agent", "mark")
    _, _, text = joke.send("/me/leave", {**wish, "through": "2027-07-13"})
    check("what has changed since the look is told, and nothing is sent", "Sinds je keek" in text and offer(text, "/me/leave")["seen"] != wish["seen"])
    _, _, text = joke.send("/me/leave", wish)
    check("what has not changed is sent", "Aangevraagd" in text)
    _, _, text = ask(office, "mark", "/me")
    check("colleagues see what is asked for, dotted", 'class="who other asked"' in text)
    _, _, text = ask(office, "els", "/manage")
    check("a request tells what it opens, and who could stand in", "Goed met Anna Smit" in text and "Dan is er niemand" in text)
    request = offer(text, "/manage/decline")["request"]
    again("/manage/decline", {"request": request, "why": "te druk"}, "/manage/reopen")
    requests = json.loads(office.majorctl("requests", "--json").stdout)["requests"]
    check("a declined request waits again", [r["state"] for r in requests].count("waiting") == 1)
    waiting = [r["absence"]["id"] for r in requests if r["state"] == "waiting"][0]
    office.majorctl("decline", waiting, "anders")
    wish = offer(joke.send("/me/leave", fields)[2], "/me/leave")
    joke.send("/me/leave", {**wish, "request": "1", "deputy": "anna"})
    requests = json.loads(office.majorctl("requests", "--json").stdout)["requests"]
    waiting = [r["absence"]["id"] for r in requests if r["state"] == "waiting"][0]
    status, _, text = els.send("/manage/approve", {"request": waiting, "deputy": ""})
    check("nobody is to stand in where nobody is chosen, whoever was asked for", status == 200 and deputies() == 0 and 'name="reason"' in text)
    text = again("/manage/approve", {"request": waiting, "deputy": "anna"}, "/manage/reopen")
    requests = json.loads(office.majorctl("requests", "--json").stdout)["requests"]
    check("an approval is taken back with its deputy", deputies() == 0 and "nog ingevallen" not in text and "valt nog" not in text)
    check("and the request waits again", [r["state"] for r in requests].count("waiting") == 1 and 'action="/manage/decline"' in text)
    # What was cancelled, and would leave a gap by now, is not restored without a word.
    waiting = [r["absence"]["id"] for r in requests if r["state"] == "waiting"][0]
    els.send("/manage/decline", {"request": waiting, "why": "x"})
    own = entered(office, "leave", "2027-07-20", "--agent", "joke")
    _, _, text = joke.send("/me/cancel", {"absence": own})
    wish = offer(text, "/me/restore")
    office.majorctl("leave", "2027-07-20", "--agent", "mark")
    status, _, text = joke.send("/me/restore", wish)
    check("a restoring that the guard refuses says so", status == 422 and "niet ongedaan gemaakt" in text and "Noord" in text and offer(text, "/me/ask-again") is not None)
    status, _, text = els.send("/manage/restore", {"was": wish["was"]})
    check("a manager may restore it all the same", status == 422 and 'name="reason"' in text)
    status, _, text = els.send("/manage/restore", {**offer(text, "/manage/restore"), "reason": "Noord weet ervan"})
    check("with a reason", status == 200 and ("joke", "leave", None) in absences())
    for agent in ["anna", "mark", "joke"]:
        for absence in json.loads(office.majorctl("absences", "--agent", agent, "--json").stdout)["absences"]:
            office.majorctl("cancel", absence["id"])


def feeds(office, check, browsers):
    _, _, text = browsers["joke"].send("/me/feed", {})
    key = re.search(r"/feeds/([0-9a-f]{32})\.ics", text).group(1)
    check("the address is whole", f"https://majord.example.org/feeds/{key}.ics" in text)
    sick = entered(office, "sick", "--agent", "joke", "--note", "griep")
    check("whoever has the address reads it without logging in", office.curl(f"{office.base}/feeds/{key}.ics") == "200")
    calendar = office.answer()
    check("it is a calendar", calendar.startswith("BEGIN:VCALENDAR") and "Joke de Vries" in calendar)
    check("it tells that somebody is away, and not why", "away" in calendar and not re.search("ziek|sick|griep|noord", calendar, re.I))
    status, headers, _ = ask(office, "wall", f"/feeds/{key}.ics")
    check("the answer is not kept", status == 200 and headers.get("Cache-Control") == "no-store" and headers["Content-Type"].startswith("text/calendar"))
    for wrong in ["0" * 32, key[:-1], key.upper(), key + "0", "", "desk", "..%2f..%2fetc%2fpasswd", key + "%00"]:
        check(f"a wrong address: {wrong}", office.curl(f"{office.base}/feeds/{wrong}.ics") in ["404", "400"])
    browsers["joke"].send("/me/feed", {})
    check("an old address opens nothing", office.curl(f"{office.base}/feeds/{key}.ics") == "404")
    desk = re.search(r"/feeds/([0-9a-f]{32})\.ics", browsers["els"].send("/manage/feed", {})[2]).group(1)
    office.again("majord")
    check("an address survives a restart", office.curl(f"{office.base}/feeds/{desk}.ics") == "200")
    browsers["els"].send("/manage/feed-end", {})
    check("one that was taken away opens nothing", office.curl(f"{office.base}/feeds/{desk}.ics") == "404")
    office.stop("majord")
    check("without majord it is asked again later", office.curl(f"{office.base}/feeds/{desk}.ics") == "503")
    office.start("majord")
    office.majorctl("cancel", sick)


def events(office, login, address, seconds=1.5):
    """The text of a stream so far."""
    connection = OwnConnection(office.path("own.sock"))
    connection.request("GET", address, headers={"Accept-Language": "nl", **({"X-Remote-User": login} if login else {})})
    answer = connection.getresponse()
    connection.sock.settimeout(0.2)
    text, end = b"", time.time() + seconds
    while time.time() < end:
        try:
            text += answer.read1(65536)
        except (TimeoutError, OSError):
            pass
    connection.close()
    return text.decode("utf-8", "replace")


def told(office, check, browsers):
    """Nothing of anybody is in what others are sent, also where a page does not show it."""
    sick = entered(office, "sick", "--agent", "anna", "--note", "griep")
    office.pbx("ROUTE", "0612345678", "+31880001234", "call-9")
    office.pbx("ANSWERED", "call-9", "2101")
    day = time.strftime("%Y-%m-%d", time.localtime(time.time() + 86400))
    numbers = [r"612345678", r"50 ?555", r"70 ?555", r"\+31", r"\b2101\b", r"Karin", r"call-9"]
    why = [r"griep", r"\bziek\b(?!</summary>|</h2>)", r"sickness"]
    names = [r"Joke", r"Mark B", r"Anna", r"Els", r"Noord", r"West"]
    secret = {
        None: numbers + why + names, "stranger": numbers + why + [r"Noord", r"West"], "wall": numbers + why,
        # Mark stands for both, Joke for Noord alone.
        "mark": [r"griep"], "joke": [r"griep", r"70 ?555"], "els": [],
    }
    for login in KINDS:
        texts = {page: ask(office, login, page.format(day=day))[2] for page in PAGES}
        for page in ["page=now", "page=now&wall=1", "page=coverage", "page=me"]:
            texts[f"/events?{page}"] = events(office, login, f"/events?{page}", 0.8)
        for page, text in texts.items():
            # Names of one's own form are one's own; words on buttons are everybody's.
            body = re.sub(r'data-[a-z]+="[^"]*"', "", text)
            for word in secret[login]:
                found = re.search(word, body)
                check(f"{login} reads {word} at {page}: {body[max(0, found.start() - 60):found.end() + 20] if found else ''}", not found)
    office.pbx("ENDED", "call-9", "ANSWER")
    office.majorctl("cancel", sick)


def raw(office, data, seconds=5):
    """What is answered to bytes; empty: nothing, or the connection was closed."""
    peer = socket.socket(socket.AF_UNIX)
    peer.settimeout(seconds)
    peer.connect(office.path("own.sock"))
    try:
        peer.sendall(data)
        return peer.recv(4096)
    except OSError:
        return b""
    finally:
        peer.close()


def harmful(office, check, browsers):
    els = browsers["els"]
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    for address in ["/clients/..%2f..%2fetc%2fpasswd", "/clients/%2e%2e/%2e%2e/majord.yaml", "/../../etc/passwd", "//etc/passwd", "/clients/%00", "/clients/%ff", "/style.css/../../x", "/clients/" + "x" * 3000, "/clients/noord%0d%0aX-A:%20b"]:
        status, headers, text = ask(office, "els", address)
        check(f"{address[:40]}: {status}", status in [400, 404, 414, 431] and "root:" not in text and "X-A" not in headers)
    # Text that people enter is text on every page and in every file.
    office.majorctl("leave", "2027-08-02", "--agent", "joke", "--note", MARK)
    office.majorctl("leave", "2027-08-02", "--agent", "mark", "--request", "--note", MARK)
    els.send("/manage/number", {"number": "0612399995", "client": "noord", "contact": MARK})
    for login in ["joke", "mark", "els"]:
        for page in PAGES + [f"/clients?q={MARK}", f"/clients/noord?caller={MARK}&at={MARK}&day={MARK}", f"/reports?month={MARK}&client=noord&language={MARK}"]:
            from urllib.parse import quote
            text = ask(office, login, quote(page, safe="/?&=%"))[2]
            check(f"{login} at {page[:40]}: what people write is text", "<script>alert" not in text and 'value=""\'' not in text)
    check("no bytes before TLS's end make two questions of one", b"HTTP/1.1 400" in raw(office, b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /manage HTTP/1.1\r\n\r\n") or raw(office, b"POST /me/pause HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") is not None)
    big = b"GET / HTTP/1.1\r\nHost: x\r\nX-Remote-User: els\r\nX-A: " + b"a" * 200_000 + b"\r\n\r\n"
    check("huge headers are refused", b" 200 " not in raw(office, big)[:20])
    check("many headers do no harm", raw(office, b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-A: b\r\n" * 20_000 + b"\r\n")[:12] in [b"HTTP/1.1 431", b"HTTP/1.1 400", b"HTTP/1.1 200", b"HTTP/1.1 403", b""])
    # Who sends slowly, and who reads nothing, keeps nobody else from being answered.
    slow = []
    for _ in range(300):
        peer = socket.socket(socket.AF_UNIX)
        peer.connect(office.path("own.sock"))
        peer.sendall(b"POST /me/pause HTTP/1.1\r\nHost: x\r\nX-Remote-User: joke\r\nContent-Length: 100\r\n\r\nm")
        slow.append(peer)
    for _ in range(1500):
        peer = socket.socket(socket.AF_UNIX)
        peer.connect(office.path("own.sock"))
        peer.sendall(b"GET /events?page=now HTTP/1.1\r\nHost: x\r\nX-Remote-User: joke\r\n\r\n")
        slow.append(peer)
    began = time.time()
    status = ask(office, "els", "/")[0]
    check(f"a page among 1,800 slow ones: {status} after {time.time() - began:.2f} s", status == 200 and time.time() - began < 20)
    for peer in slow:
        peer.close()
    time.sleep(1)
    check("and after them", ask(office, "els", "/manage")[0] == 200)
