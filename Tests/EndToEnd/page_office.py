"""An office with majord, majord-web and nginx with passwords in front, in a folder of its own: for whoever looks at the pages from outside."""

import http.client, os, signal, socket, subprocess, time

NGINX = """
user www-data; worker_processes 1; daemon off; pid {f}/nginx.pid; error_log {f}/nginx.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; client_body_temp_path {f}/t1; proxy_temp_path {f}/t2; fastcgi_temp_path {f}/t3; uwsgi_temp_path {f}/t4; scgi_temp_path {f}/t5;
  server {{
    listen 127.0.0.1:{port} ssl http2; ssl_certificate {f}/cert.pem; ssl_certificate_key {f}/key.pem;
    auth_basic "majord"; auth_basic_user_file {f}/htpasswd; client_max_body_size 1m;
    location / {{
      proxy_pass http://unix:{f}/web.sock:; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
      proxy_set_header X-Remote-User $remote_user; proxy_buffering off;
    }}
    location /feeds/ {{
      auth_basic off; proxy_pass http://unix:{f}/web.sock:; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
      proxy_set_header X-Remote-User "";
    }}
  }}
}}
"""


class Office:
    def __init__(self, programs, folder, directory, users):
        self.programs, self.folder, self.running = programs, folder, {}
        os.chmod(folder, 0o755)
        for name in ["state", "run"]:
            os.mkdir(self.path(name))
        self.write("majord.yaml", directory)
        port = 20000 + os.getpid() % 20000
        self.loopback = port + 20001
        self.base = f"https://127.0.0.1:{port}"
        self.write("nginx.conf", NGINX.format(f=folder, port=port))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.path("key.pem"), "-out", self.path("cert.pem"), "-days", "2", "-subj", "/CN=localhost"],
            check=True, capture_output=True)
        word = subprocess.run(["openssl", "passwd", "-apr1", "x"], check=True, capture_output=True, text=True).stdout.strip()
        self.write("htpasswd", "".join(f"{user}:{word}\n" for user in users))
        os.chmod(self.path("htpasswd"), 0o644)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w") as file:
            file.write(text)

    def open(self):
        for name in ["majord", "web", "own", "loopback"]:
            self.start(name)
        self.running["nginx"] = self.process("nginx", "-p", self.folder, "-c", self.path("nginx.conf"))

    def close(self):
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    process.kill()

    def process(self, *words, ready=None):
        process = subprocess.Popen(words, stdout=open(self.path(os.path.basename(words[0]) + ".out"), "a"), stderr=subprocess.STDOUT)
        deadline = time.time() + 20
        while ready and not os.path.exists(self.path(ready)) and time.time() < deadline:
            time.sleep(0.05)
        return process

    def start(self, name):
        """`majord`; `web` for nginx; `loopback` for whoever looks without a name; `own` for whoever runs this, who says himself for whom he asks."""
        sockets = {"majord": ["run/control.sock", "run/pbx.sock"], "web": ["web.sock"], "own": ["own.sock"], "loopback": []}[name]
        for socket in sockets:
            if os.path.exists(self.path(socket)):
                os.remove(self.path(socket))
        if name == "majord":
            words = [f"{self.programs}/majord", "--configuration", self.path("majord.yaml"), "--state", self.path("state"), "--runtime", self.path("run")]
        else:
            proxy = ["--proxy", "root"] if name == "own" else []
            words = [f"{self.programs}/majord-web", "--socket", self.path("run/control.sock"), "--listen", self.path(sockets[0]) if sockets else f"127.0.0.1:{self.loopback}", *proxy]
        self.running[name] = self.process(*words, ready=(sockets or [None])[0])

    def stop(self, name):
        self.running[name].send_signal(signal.SIGTERM)
        self.running[name].wait(15)

    def again(self, name):
        self.stop(name)
        self.start(name)

    def majorctl(self, *words):
        return subprocess.run([f"{self.programs}/majorctl", *words], env={"MAJORD_SOCKET": self.path("run/control.sock"), "LANG": "C.UTF-8"}, capture_output=True, text=True)

    def pbx(self, *words):
        return subprocess.run(["redis-cli", "-s", self.path("run/pbx.sock"), *words], capture_output=True, text=True).stdout

    def curl(self, *words):
        return subprocess.run(["curl", "-sk", "-o", self.path("answer"), "-w", "%{http_code}", *words], capture_output=True, text=True).stdout

    def answer(self):
        with open(self.path("answer")) as file:
            return file.read()


class OwnConnection(http.client.HTTPConnection):
    """HTTP over the socket where whoever runs this is believed."""

    def __init__(self, path, timeout=20):
        super().__init__("majord.example.org", timeout=timeout)
        self.unix = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        deadline = time.time() + self.timeout
        while True:
            try:
                return self.sock.connect(self.unix)
            except BlockingIOError:
                # So many come at one time that they do not all fit into the queue.
                if time.time() > deadline:
                    raise
                time.sleep(0.05)


def ask(office, login, address, body=None, headers=None, method=None):
    """Status, headers and text; `login` None: no name is said."""
    connection = OwnConnection(office.path("own.sock"))
    said = {"Accept-Language": "nl", **({} if login is None else {"X-Remote-User": login}), **(headers or {})}
    if body is not None and "Content-Type" not in said:
        said["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method or ("GET" if body is None else "POST"), address, body, said)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, dict(answer.getheaders()), text
