"""The office's pages in a real browser, behind nginx: python pages.py PROGRAMS FOLDER. Prints what is wrong; exit status 1 then."""

import os, signal, subprocess, sys, time
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

programs, folder = sys.argv[1], sys.argv[2]
os.chmod(folder, 0o755)
wrong = []

DIRECTORY = """
time_zone: Europe/Amsterdam
exclusive_numbers: [+31880001234]
overflow: {default: 2000}
levels: {altijd: {hours: {mon-sun: "00:00-24:00"}}}
managers: [{name: Els Mulder, login: els}]
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
    numbers: [050 555 01 00]
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
"""

NGINX = """
user www-data; worker_processes 1; daemon off; pid {f}/nginx.pid; error_log {f}/nginx.log;
events {{ worker_connections 2048; }}
http {{
  access_log off; client_body_temp_path {f}/t1; proxy_temp_path {f}/t2; fastcgi_temp_path {f}/t3; uwsgi_temp_path {f}/t4; scgi_temp_path {f}/t5;
  server {{
    listen 127.0.0.1:{port} ssl http2; ssl_certificate {f}/cert.pem; ssl_certificate_key {f}/key.pem;
    auth_basic "majord"; auth_basic_user_file {f}/htpasswd; client_max_body_size 1m;
    location / {{
      proxy_pass http://unix:{f}/web.sock:; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
      proxy_set_header X-Remote-User $remote_user; proxy_buffering off;
    }}
  }}
}}
"""


def check(what, holds):
    if not holds:
        wrong.append(what)
        print("WRONG:", what)


def path(name):
    return os.path.join(folder, name)


def write(name, text):
    with open(path(name), "w") as file:
        file.write(text)


def start(*words, ready=None):
    process = subprocess.Popen(words, stdout=open(path(os.path.basename(words[0]) + ".out"), "a"), stderr=subprocess.STDOUT)
    deadline = time.time() + 20
    while ready and not os.path.exists(path(ready)) and time.time() < deadline:
        time.sleep(0.05)
    return process


def majord():
    for name in ["run/control.sock", "run/pbx.sock"]:
        if os.path.exists(path(name)):
            os.remove(path(name))
    return start(f"{programs}/majord", "--configuration", path("majord.yaml"), "--state", path("state"), "--runtime", path("run"), ready="run/control.sock")


def pages():
    if os.path.exists(path("web.sock")):
        os.remove(path("web.sock"))
    return start(f"{programs}/majord-web", "--socket", path("run/control.sock"), "--listen", path("web.sock"), ready="web.sock")


def majorctl(*words):
    return subprocess.run([f"{programs}/majorctl", *words], env={"MAJORD_SOCKET": path("run/control.sock")}, capture_output=True, text=True)


def curl(*words):
    return subprocess.run(["curl", "-sk", "-o", path("answer"), "-w", "%{http_code}", *words], capture_output=True, text=True).stdout


for name in ["state", "run"]:
    os.mkdir(path(name))
write("majord.yaml", DIRECTORY)
port = 20000 + os.getpid() % 20000
write("nginx.conf", NGINX.format(f=folder, port=port))
subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", path("key.pem"), "-out", path("cert.pem"), "-days", "2", "-subj", "/CN=localhost"], check=True, capture_output=True)
word = subprocess.run(["openssl", "passwd", "-apr1", "x"], check=True, capture_output=True, text=True).stdout.strip()
write("htpasswd", "".join(f"{user}:{word}\n" for user in ["joke", "mark", "anna", "els", "wall"]))
os.chmod(path("htpasswd"), 0o644)
running = {"majord": majord(), "web": pages()}
running["nginx"] = start("nginx", "-p", folder, "-c", path("nginx.conf"))
base = f"https://127.0.0.1:{port}"


def stop(name):
    running[name].send_signal(signal.SIGTERM)
    running[name].wait(15)


def again(name):
    stop(name)
    running[name] = {"majord": majord, "web": pages}[name]()


@contextmanager
def reader(browser, user, language="nl-NL", script=True, width=1280, scheme="light"):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, locale=language, ignore_https_errors=True, java_script_enabled=script,
        color_scheme=scheme, http_credentials={"username": user, "password": "x"})
    page = context.new_page()
    page.on("console", lambda message: check(f"console of {user} at {page.url}: {message.text}", message.type != "error" or expected))
    page.on("request", lambda request: check(f"{user} asks elsewhere: {request.url}", request.url.startswith(base)))
    yield page
    context.close()


expected = False  # Whether the console may complain, since something was stopped.


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
    for user, address, status in [
        ("joke", "/manage", "403"), ("joke", "/reports?client=west", "403"), ("els", "/me", "403"), ("wall", "/clients", "403"),
        ("wall", "/me", "403"), ("wall", "/reports.csv", "403"), ("els", "/reports.csv", "200"), ("wall", "/coverage", "200"),
    ]:
        check(f"{user} at {address}: {status}", curl("-u", f"{user}:x", base + address) == status)
    curl("-u", "joke:x", f"{base}/clients/west")
    with open(path("answer")) as answer:
        check("no number of a client that is none of hers", "+3170" not in answer.read())


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
    with reader(browser, "joke") as page:
        page.goto(f"{base}/me")
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
            subprocess.run(["redis-cli", "-s", path("run/pbx.sock"), *words], capture_output=True)
        until(own, "document.querySelector('#calls').innerText.includes('Noord')", timeout=5000)
        until(wall, "document.querySelector('#people').innerText.includes('in gesprek')", timeout=5000)
        check(f"a call appears within a second: {time.time() - began:.2f} s", time.time() - began < 1)
        majorctl("sick", "--agent", "anna", "--yes")
        until(wall, "document.querySelector('#people').innerText.match(/Anna Smit afwezig/)", timeout=5000)
        check("a wall is never told why", "ziek" not in wall.inner_text("body"))
        for name in ["majord", "web"]:
            expected = True
            again(name)
            majorctl("back" if name == "majord" else "sick", "--agent", "anna", *([] if name == "majord" else ["--yes"]))
            state = "bereikbaar" if name == "majord" else "afwezig"
            until(wall, f"document.querySelector('#people').innerText.includes('Anna Smit {state}')", timeout=20000)
        stop("majord")
        until(wall, "!document.querySelector('#stale').hidden", timeout=20000)
        check("a board without majord looks so", "stale" in wall.get_attribute("html", "class"))
        running["majord"] = majord()
        until(wall, "document.querySelector('#stale').hidden", timeout=20000)
        expected = False


def looks(browser):
    axe = Axe()
    for user, addresses in {"joke": ["/", "/coverage", "/me", "/clients", "/clients/noord", "/reports?client=noord"], "els": ["/manage", "/clients/west"], "wall": ["/?wall=1", "/coverage?wall=1"]}.items():
        for language, scheme, width in [("nl-NL", "light", 390), ("en-GB", "dark", 1280), ("nl-NL", "dark", 1920)]:
            with reader(browser, user, language, width=width, scheme=scheme) as page:
                for address in addresses:
                    page.goto(base + address)
                    check(f"{address} fits {width}", page.evaluate("document.documentElement.scrollWidth") <= width)
                    check(f"{address} is in the language", page.get_attribute("html", "lang") == language[:2])
                    for found in axe.run(page).response["violations"]:
                        check(f"{address} at {width}, {scheme}: {found['id']} {found['nodes'][0]['target']}", found["impact"] not in ["serious", "critical"])


try:
    heads()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        day(browser)
        live(browser)
        looks(browser)
        browser.close()
finally:
    for process in running.values():
        if process.poll() is None:
            process.terminate()
            process.wait(15)
sys.exit(1 if wrong else 0)
