"""A small SIP endpoint over UDP that can be scripted: callers, phones, and what they do wrong (RFC 3261). Standard library only.

A caller: `call = endpoint.call(address, "+31880001234", "+31505550100")`, `await call.answer()`, `await call.hang_up()`.
A phone: a coroutine function that gets each call, such as `async def phone(call): call.ring(); call.pick_up()`.
Everything of one program runs in one event loop.
"""

import asyncio
import contextlib
import hashlib
import itertools
import re
import socket
import uuid

T1 = 0.5
# Of Linux, for root: more than the system's limit (socket(7)).
SO_RCVBUFFORCE = 33
# Nothing that a test waits for takes so long on a machine that works.
PATIENCE = 20
COMPACT = {
    "v": "via", "f": "from", "t": "to", "i": "call-id", "m": "contact", "l": "content-length", "c": "content-type", "k": "supported",
    "r": "refer-to", "s": "subject", "o": "event"}
REASONS = {
    100: "Trying", 180: "Ringing", 183: "Session Progress", 200: "OK", 202: "Accepted", 302: "Moved Temporarily", 403: "Forbidden",
    404: "Not Found", 408: "Request Timeout", 480: "Temporarily Unavailable", 481: "Call/Transaction Does Not Exist", 486: "Busy Here",
    487: "Request Terminated", 488: "Not Acceptable Here", 500: "Server Internal Error", 503: "Service Unavailable",
    600: "Busy Everywhere", 603: "Decline", 604: "Does Not Exist Anywhere", 606: "Not Acceptable"}


class Unanswered(Exception):
    """Something did not come in time."""


class Message:
    """A request or a response. Headers are pairs of name and value, in their order."""

    def __init__(self, start, headers=(), body=""):
        self.start, self.headers, self.body = start, list(headers), body

    @classmethod
    def parse(cls, data):
        head, _, body = data.decode("utf-8", "surrogateescape").partition("\r\n\r\n")
        start, *lines = re.sub(r"\r\n[ \t]+", " ", head).split("\r\n")
        headers = []
        for line in lines:
            name, _, value = line.partition(":")
            headers.append((name.strip(), value.strip()))
        return cls(start, headers, body)

    def data(self):
        lines = [self.start, *(f"{name}: {value}" if name else value for name, value in self.headers)]
        size = len(self.body.encode())
        return ("\r\n".join(lines) + f"\r\nContent-Length: {size}\r\n\r\n" + self.body).encode("utf-8", "surrogateescape")

    def all(self, name):
        return [value for key, value in self.headers if COMPACT.get(key.lower(), key.lower()) == name.lower()]

    def get(self, name):
        return next(iter(self.all(name)), "")

    def listed(self, name):
        """The values of a header that may stand in several lines or with commas in one."""
        return [part.strip() for value in self.all(name) for part in re.findall(r'(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<])+', value)]

    @property
    def status(self):
        return int(self.start.split(" ", 2)[1]) if self.start.startswith("SIP/2.0 ") else None

    @property
    def reason(self):
        return self.start.split(" ", 2)[2] if self.status and self.start.count(" ") > 1 else ""

    @property
    def method(self):
        return None if self.status else self.start.split(" ")[0]

    @property
    def uri(self):
        return self.start.split(" ")[1]

    @property
    def branch(self):
        return parameter(next(iter(self.listed("Via")), ""), "branch")

    @property
    def sequence(self):
        """Number and method of CSeq."""
        number, _, method = self.get("CSeq").partition(" ")
        return int(number), method.strip()


def parameter(value, name):
    found = re.search(rf";\s*{name}=([^;,>\s]+)", value)
    return found.group(1) if found else ""


def address_in(value):
    """The URI of an address such as `"Name" <sip:…>;tag=…`."""
    found = re.search(r"<([^>]*)>", value)
    return found.group(1) if found else value.split(";")[0].strip()


def user_in(value):
    """The user part of an address, or the number of a `tel:` one."""
    uri = address_in(value)
    scheme, _, rest = uri.partition(":")
    if scheme.lower() == "tel":
        return rest.split(";")[0]
    return rest.rpartition("@")[0] if "@" in rest else ""


def place_of(uri):
    """Where a request for this URI is sent to."""
    rest = re.sub(r"^sips?:", "", uri.strip("<>")).rpartition("@")[2]
    host, _, port = re.split(r"[;?>]", rest)[0].partition(":")
    return host, int(port or 5060)


def described(host, port, name="-"):
    """A session description with one telephone's sound."""
    return "\r\n".join([
        "v=0", f"o=- {port} 1 IN IP4 {host}", f"s={name}", f"c=IN IP4 {host}", "t=0 0", f"m=audio {port % 20000 + 20000} RTP/AVP 8 0 101",
        "a=rtpmap:8 PCMA/8000", "a=rtpmap:0 PCMU/8000", "a=rtpmap:101 telephone-event/8000", "a=sendrecv", ""])


class News:
    """Wakes up everybody who waits for a condition."""

    def __init__(self):
        self.waiting = set()

    def tell(self):
        for future in self.waiting:
            if not future.done():
                future.set_result(None)
        self.waiting.clear()

    async def until(self, what, condition, seconds=PATIENCE):
        """The first true value of the condition, which is looked at after each piece of news."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while True:
            value = condition()
            if value:
                return value
            future = loop.create_future()
            self.waiting.add(future)
            try:
                await asyncio.wait_for(future, max(0, deadline - loop.time()))
            except asyncio.TimeoutError:
                self.waiting.discard(future)
                raise Unanswered(f"{what}: not within {seconds:g} s") from None


class Transaction:
    """A request of ours, repeated until there is a response."""

    def __init__(self, endpoint, message, address):
        self.endpoint, self.message, self.address = endpoint, message, address
        self.responses, self.news = [], News()
        self.is_invite = message.method == "INVITE"
        # What is done with a response, before anybody who waits hears of it.
        self.seen = lambda response: None
        endpoint.transactions[message.branch, message.method] = self
        self.endpoint.send(message, address)
        self.timer = None
        self.repeat_after(T1)

    def repeat_after(self, seconds):
        self.timer = asyncio.get_running_loop().call_later(seconds, self.repeat, seconds)

    def repeat(self, seconds):
        enough = 100 if self.is_invite else 200
        if seconds > 64 * T1 or any(response.status >= enough for response in self.responses):
            return
        self.endpoint.send(self.message, self.address)
        self.repeat_after(seconds * 2)

    def received(self, response):
        self.responses.append(response)
        self.seen(response)
        self.news.tell()

    @property
    def final(self):
        return next((response for response in self.responses if response.status >= 200), None)

    async def outcome(self, seconds=PATIENCE):
        """The final response."""
        return await self.news.until(f"an answer to {self.message.start}", lambda: self.final, seconds)


class Leg:
    """A call as one of its two ends sees it, and the requests within it."""

    def __init__(self, endpoint, call_id):
        self.endpoint, self.call_id = endpoint, call_id
        self.local = self.remote = self.target = ""
        self.routes, self.number = [], 1
        self.news = News()
        # Requests of the other side within the call, in their order.
        self.requests = []
        # Whether the call stands, as this end knows: a 2xx was sent or has come, and no BYE.
        self.is_up = False
        # How a call that stood ended: `here` or `there`.
        self.ended = None
        # Who is gone without a word answers nothing.
        self.is_gone = False

    def request(self, method, headers=(), body=""):
        """Sends a request within the call."""
        if method != "ACK":
            self.number += 1
        return self.endpoint.request(self.within(method, self.number, headers, body), self.next_place())

    def within(self, method, number, headers=(), body=""):
        return Message(f"{method} {self.target} SIP/2.0", [
            ("Via", self.endpoint.via()), *(("Route", route) for route in self.routes), ("Max-Forwards", "70"), ("From", self.local),
            ("To", self.remote), ("Call-ID", self.call_id), ("CSeq", f"{number} {method}"), ("Contact", f"<{self.endpoint.contact}>"),
            *headers], body)

    def next_place(self):
        return place_of(self.routes[0] if self.routes else self.target)

    async def hang_up(self, seconds=PATIENCE):
        """BYE, and the response to it."""
        return await self.send_bye().outcome(seconds)

    def send_bye(self):
        self.is_up, self.ended = False, self.ended or "here"
        return self.request("BYE")

    async def refer(self, uri, headers=()):
        """Asks the other side to call somebody else; its response."""
        return await self.request("REFER", [
            ("Refer-To", f"<{uri}>"), ("Referred-By", f"<{self.endpoint.contact}>"), *headers]).outcome()

    async def over(self, seconds=PATIENCE):
        """Waits until a call that stood is over."""
        await self.news.until(f"the end of call {self.call_id}", lambda: self.ended, seconds)

    def vanish(self):
        """From now on nothing is sent nor answered, as by a phone without current."""
        self.is_gone = True

    def knows(self, request):
        """Whether a request within a call is of this one, and not of another phone's that the caller was never connected to."""
        return not self.remote or parameter(request.get("From"), "tag") == parameter(self.remote, "tag")

    def received(self, request, address):
        if self.is_gone:
            return
        if not self.knows(request):
            self.endpoint.respond(request, address, 481)
            return
        self.requests.append(request)
        if request.method == "BYE":
            self.endpoint.respond(request, address, 200)
            if self.is_up or not self.ended:
                self.is_up, self.ended = False, self.ended or "there"
        elif request.method in ("INVITE", "UPDATE"):
            if request.listed("Contact"):
                self.target = address_in(request.listed("Contact")[0])
            self.endpoint.respond(request, address, 200, body=self.endpoint.sdp() if request.body or request.method == "INVITE" else "")
        elif request.method == "REFER":
            self.endpoint.respond(request, address, 202)
        elif request.method != "ACK":
            self.endpoint.respond(request, address, 200)
        self.news.tell()


class OutgoingCall(Leg):
    """A call that this endpoint has placed. Headers that are wanted otherwise than usual are given as text lines."""

    def __init__(self, endpoint, address, called, caller, lines=(), origin=None, call_id=None, body=None, patience=True, credentials=None):
        super().__init__(endpoint, call_id or f"{uuid.uuid4().hex[:16]}@{endpoint.host}")
        self.address, self.called, self.caller, self.credentials = address, called, caller, credentials
        # The header value of From without its tag, where the caller's number is not all of it.
        self.origin = origin or f"<sip:{caller}@trunk.example>"
        self.local = f"{self.origin};tag={uuid.uuid4().hex[:10]}"
        self.uri = called if ":" in called else f"sip:{called}@{address[0]}:{address[1]}"
        self.to = f"<{self.uri}>"
        self.lines = list(lines)
        self.body = endpoint.sdp() if body is None else body
        # Whether a 2xx is acknowledged by itself.
        self.acknowledges = True
        self.acknowledgements = {}
        self.send_invite()

    def send_invite(self, headers=()):
        message = Message(f"INVITE {self.uri} SIP/2.0", [
            ("Via", self.endpoint.via()), ("Max-Forwards", "70"), ("From", self.local), ("To", self.to), ("Call-ID", self.call_id),
            ("CSeq", f"{self.number} INVITE"), ("Contact", f"<{self.endpoint.contact}>"),
            ("Allow", "INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE, REFER, NOTIFY"), *(("", line) for line in self.lines), *headers,
            *([("Content-Type", "application/sdp")] if self.body else [])], self.body)
        self.endpoint.legs[self.call_id] = self
        self.invite = Transaction(self.endpoint, message, self.address)
        self.invite.seen = self.seen

    def repeat(self):
        """The same INVITE once more, as if its response had been lost."""
        self.endpoint.send(self.invite.message, self.address)

    def seen(self, response):
        if self.is_gone or response.status < 200:
            return
        if response.status >= 300:
            self.endpoint.send(Message(f"ACK {self.uri} SIP/2.0", [
                ("Via", self.invite.message.get("Via")), ("Max-Forwards", "70"), ("From", self.local), ("To", response.get("To")),
                ("Call-ID", self.call_id), ("CSeq", f"{self.number} ACK")]), self.address)
            return
        tag = parameter(response.get("To"), "tag")
        if tag in self.acknowledgements:
            self.endpoint.send(*self.acknowledgements[tag])
            return
        if self.acknowledgements:
            # A second phone that was answered is let go, as RFC 3261 (13.2.2.4) has it.
            other = Leg(self.endpoint, self.call_id)
            self.joined(other, response)
            self.acknowledge(other, tag)
            other.send_bye()
            return
        self.joined(self, response)
        self.is_up = True
        if self.acknowledges:
            self.acknowledge(self, tag)

    def joined(self, leg, response):
        leg.local, leg.remote, leg.number = self.local, response.get("To"), self.number
        leg.target = address_in(next(iter(response.listed("Contact")), self.uri))
        leg.routes = response.listed("Record-Route")[::-1]

    def acknowledge(self, leg=None, tag=None):
        leg = leg or self
        message = leg.within("ACK", self.number)
        self.acknowledgements[tag or parameter(leg.remote, "tag")] = message, leg.next_place()
        self.endpoint.send(message, leg.next_place())

    async def outcome(self, seconds=PATIENCE):
        """The final response to the INVITE; a challenge is met where there are credentials."""
        response = await self.invite.outcome(seconds)
        if response.status in (401, 407) and self.credentials and self.number == 1:
            self.number += 1
            name, password = self.credentials
            self.send_invite([authorization(response, "INVITE", self.uri, name, password)])
            response = await self.invite.outcome(seconds)
        return response

    async def answer(self, seconds=PATIENCE):
        """The 2xx; anything else is an error."""
        response = await self.outcome(seconds)
        if response.status >= 300:
            raise Unanswered(f"the call from {self.caller} ended with {response.status} {response.reason}")
        return response

    async def progress(self, status=180, seconds=PATIENCE):
        """Waits for a response of at least this status."""
        return await self.invite.news.until(
            f"{status} for the call from {self.caller}",
            lambda: next((response for response in self.invite.responses if response.status >= status), None), seconds)

    async def cancel(self, seconds=PATIENCE):
        """CANCEL, and the response to the INVITE: 487, or a 2xx that crossed it, whose call is then hung up."""
        self.send_cancel()
        response = await self.invite.outcome(seconds)
        if response.status < 300:
            await self.hang_up()
        return response

    def send_cancel(self):
        return self.endpoint.request(Message(f"CANCEL {self.uri} SIP/2.0", [
            ("Via", self.invite.message.get("Via")), ("Max-Forwards", "70"), ("From", self.local), ("To", self.to),
            ("Call-ID", self.call_id), ("CSeq", f"{self.number} CANCEL")]), self.address)


class IncomingCall(Leg):
    """A call that has come to a phone."""

    def __init__(self, endpoint, invite, address):
        super().__init__(endpoint, invite.get("Call-ID"))
        self.invite, self.address, self.came_at = invite, address, endpoint.loop.time()
        self.tag = uuid.uuid4().hex[:10]
        self.local, self.remote = f"{invite.get('To')};tag={self.tag}", invite.get("From")
        self.target = address_in(next(iter(invite.listed("Contact")), ""))
        self.routes = invite.listed("Record-Route")
        self.status = None
        self.is_cancelled = self.is_acknowledged = False
        self.responses = []
        # What a phone does when a CANCEL comes, before it responds to it.
        self.at_cancel = lambda: None

    @property
    def extension(self):
        return user_in(f"<{self.invite.uri}>")

    @property
    def has_rung(self):
        return any(response.status in (180, 183) for response in self.responses)

    @property
    def shown(self):
        """What the display is told: the value of the header that a phone looks at first."""
        return next((value for name in ("P-Asserted-Identity", "Remote-Party-ID", "From") for value in self.invite.listed(name)), "")

    @property
    def caller(self):
        return user_in(self.shown)

    def respond(self, status, reason=None, headers=(), body=""):
        if status >= 200:
            if self.status:
                return
            self.status = status
            self.is_up = status < 300
        extra = [("Contact", f"<{self.endpoint.contact_of(self.extension)}>"), *headers] if 180 <= status < 300 else list(headers)
        message = response_to(self.invite, status, reason, self.tag if status > 100 else None, extra, body, routes=100 < status < 300)
        self.responses.append(message)
        self.endpoint.send(message, self.address)
        if status >= 200:
            self.again(T1, 0)

    def again(self, pause, gone):
        """Over UDP a final response is repeated until the ACK, for half a minute at most."""
        def repeat():
            if not (self.is_gone or self.is_acknowledged or self.ended or gone > 64 * T1):
                self.repeat()
                self.again(min(pause * 2, 4), gone + pause)

        self.endpoint.loop.call_later(pause, repeat)

    def repeat(self):
        """The last response once more."""
        self.endpoint.send(self.responses[-1], self.address)

    def ring(self, status=180):
        self.respond(status)

    def pick_up(self, headers=()):
        self.respond(200, headers=[("Content-Type", "application/sdp"), *headers], body=self.endpoint.sdp(self.extension))

    async def cancelled(self, seconds=PATIENCE):
        await self.news.until(f"CANCEL at {self.extension}", lambda: self.is_cancelled, seconds)

    async def acknowledged(self, seconds=PATIENCE):
        await self.news.until(f"ACK at {self.extension}", lambda: self.is_acknowledged, seconds)

    def received(self, request, address):
        if self.is_gone:
            return
        if request.method == "CANCEL":
            self.is_cancelled = True
            self.at_cancel()
            self.endpoint.respond(request, address, 200, tag=self.tag)
            self.respond(487)
            self.news.tell()
        elif request.method == "ACK":
            self.is_acknowledged = True
            self.news.tell()
        elif request.method == "INVITE" and request.branch == self.invite.branch:
            if self.responses:
                self.endpoint.send(self.responses[-1], self.address)
        else:
            super().received(request, address)


def response_to(request, status, reason=None, tag=None, headers=(), body="", routes=False):
    to = request.get("To")
    if tag and ";tag=" not in to:
        to += f";tag={tag}"
    return Message(f"SIP/2.0 {status} {reason or REASONS.get(status, 'Of Its Own')}", [
        *(("Via", via) for via in request.all("Via")), *(("Record-Route", route) for route in (request.all("Record-Route") if routes else [])),
        ("From", request.get("From")), ("To", to), ("Call-ID", request.get("Call-ID")), ("CSeq", request.get("CSeq")), *headers], body)


def authorization(challenge, method, uri, name, password):
    """The header that meets a challenge (RFC 2617, MD5)."""
    kind = "WWW-Authenticate" if challenge.status == 401 else "Proxy-Authenticate"
    fields = dict(re.findall(r'(\w+)="?([^",]*)"?', challenge.get(kind).partition(" ")[2]))

    def digest(*parts):
        return hashlib.md5(":".join(parts).encode()).hexdigest()

    first, second = digest(name, fields.get("realm", ""), password), digest(method, uri)
    value = f'Digest username="{name}", realm="{fields.get("realm", "")}", nonce="{fields.get("nonce", "")}", uri="{uri}", algorithm=MD5'
    if "auth" in fields.get("qop", "").split(","):
        count, own = "00000001", uuid.uuid4().hex[:8]
        value += f', qop=auth, nc={count}, cnonce="{own}", response="{digest(first, fields["nonce"], count, own, "auth", second)}"'
    else:
        value += f', response="{digest(first, fields.get("nonce", ""), second)}"'
    if "opaque" in fields:
        value += f', opaque="{fields["opaque"]}"'
    return ("Authorization" if challenge.status == 401 else "Proxy-Authorization"), value


class Endpoint(asyncio.DatagramProtocol):
    """One UDP socket. `phone` is called with each call that comes; without it calls get 480."""

    def __init__(self, host, port=0, name="endpoint", phone=None):
        self.host, self.port, self.name, self.phone = host, port, name, phone
        self.transactions, self.legs, self.tasks = {}, {}, set()
        self.branches = itertools.count(1)
        # Whether OPTIONS (a PBX that asks whether the phone is there) are answered.
        self.answers_options = True
        self.messages = []
        self.failures = []

    async def open(self):
        self.loop = asyncio.get_running_loop()
        self.transport, _ = await self.loop.create_datagram_endpoint(lambda: self, local_addr=(self.host, self.port))
        own = self.transport.get_extra_info("socket")
        # What comes while this program stands still must not be lost.
        with contextlib.suppress(PermissionError):
            own.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 16 << 20)
        self.port = own.getsockname()[1]
        self.contact = self.contact_of(self.name)
        return self

    def contact_of(self, user):
        return f"sip:{user}@{self.host}:{self.port}"

    def close(self):
        for task in self.tasks:
            task.cancel()
        self.transport.close()

    def via(self):
        return f"SIP/2.0/UDP {self.host}:{self.port};rport;branch=z9hG4bK-{self.name}-{next(self.branches)}-{uuid.uuid4().hex[:8]}"

    def sdp(self, name="-"):
        return described(self.host, self.port, name)

    def send(self, message, address):
        if not self.transport.is_closing():
            self.transport.sendto(message.data(), address)

    def request(self, message, address):
        """Sends a request; its transaction, except for an ACK."""
        if message.method == "ACK":
            return self.send(message, address)
        return Transaction(self, message, address)

    def respond(self, request, address, status, headers=(), body="", tag=None):
        if body:
            headers = [("Content-Type", "application/sdp"), *headers]
        if status >= 200 and request.method in ("INVITE", "UPDATE", "SUBSCRIBE", "REFER"):
            headers = [("Contact", f"<{self.contact}>"), *headers]
        self.send(response_to(request, status, None, tag or "endpoint", headers, body, routes=True), address)

    def call(self, address, called, caller, *lines, **options):
        """Places a call; each of the lines is one more header line, as it stands."""
        return OutgoingCall(self, address, called, caller, lines, **options)

    async def register(self, registrar, user, domain, password="", seconds=3600):
        """Registers this address for a user, and meets the registrar's challenge."""
        call_id, uri, headers = uuid.uuid4().hex, f"sip:{domain}", []
        for number in (1, 2):
            response = await self.request(Message(f"REGISTER {uri} SIP/2.0", [
                ("Via", self.via()), ("Max-Forwards", "70"), ("From", f"<sip:{user}@{domain}>;tag={call_id[:8]}"),
                ("To", f"<sip:{user}@{domain}>"), ("Call-ID", call_id), ("CSeq", f"{number} REGISTER"),
                ("Contact", f"<{self.contact_of(user)}>"), ("Expires", str(seconds)), *headers]), registrar).outcome()
            if response.status not in (401, 407):
                break
            headers = [authorization(response, "REGISTER", uri, user, password)]
        if response.status >= 300:
            raise Unanswered(f"REGISTER of {user}: {response.status} {response.reason}")

    async def is_answered(self, address, seconds):
        """Asks with OPTIONS until somebody answers."""
        deadline = self.loop.time() + seconds
        while self.loop.time() < deadline:
            transaction = self.request(Message(f"OPTIONS sip:{address[0]}:{address[1]} SIP/2.0", [
                ("Via", self.via()), ("Max-Forwards", "70"), ("From", f"<{self.contact}>;tag=1"), ("To", f"<sip:{address[0]}:{address[1]}>"),
                ("Call-ID", uuid.uuid4().hex), ("CSeq", "1 OPTIONS"), ("Contact", f"<{self.contact}>")]), address)
            try:
                return await transaction.outcome(0.3)
            except Unanswered:
                continue
        return None

    # What comes.

    def error_received(self, error):
        pass

    def datagram_received(self, data, address):
        if len(data.strip()) < 8:
            return
        try:
            message = Message.parse(data)
            if message.status:
                transaction = self.transactions.get((message.branch, message.sequence[1]))
                if transaction:
                    transaction.received(message)
            else:
                self.requested(message, address)
        except Exception as error:
            # A test must not pass because its endpoint stumbled.
            self.failures.append(f"{self.name}: {type(error).__name__}: {error} at {data[:200]!r}")

    def requested(self, request, address):
        leg = self.legs.get(request.get("Call-ID"))
        method = request.method
        if method == "INVITE" and not parameter(request.get("To"), "tag"):
            if isinstance(leg, IncomingCall) and leg.invite.branch == request.branch:
                leg.received(request, address)
            else:
                self.came(request, address)
        elif method in ("OPTIONS", "REGISTER") and not leg:
            if self.answers_options:
                seconds = request.get("Expires") or "3600"
                is_there = method == "REGISTER" and seconds != "0"
                self.respond(request, address, 200, [("Contact", f"{request.get('Contact')};expires={seconds}")] if is_there else [])
        elif leg:
            leg.received(request, address)
        elif method in ("NOTIFY", "SUBSCRIBE", "MESSAGE", "PUBLISH"):
            self.respond(request, address, 200)
        elif method != "ACK":
            self.respond(request, address, 481)

    def came(self, request, address):
        call = self.legs[request.get("Call-ID")] = IncomingCall(self, request, address)
        if not self.phone:
            call.respond(480)
            return
        task = self.loop.create_task(self.handle(call))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def handle(self, call):
        try:
            await self.phone(call)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            self.failures.append(f"{self.name}: {type(error).__name__}: {error}")
