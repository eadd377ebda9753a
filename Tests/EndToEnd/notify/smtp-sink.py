"""A mail server that keeps each mail in a line of a file: smtp-sink.py PORTFILE MAILS. It speaks SMTP (RFC 5321) with the clients of this machine."""

import email
import email.policy
import json
import os
import socketserver
import sys


class Session(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink.example")
        recipients = []
        while line := self.rfile.readline():
            word = line.split()[0].upper()
            if word in (b"EHLO", b"HELO"):
                self.say("250 sink.example")
            elif word == b"MAIL":
                recipients = []
                self.say("250 ok")
            elif word == b"RCPT":
                recipients.append(line.decode().partition("<")[2].partition(">")[0])
                self.say("250 ok")
            elif word == b"DATA":
                self.say("354 go on")
                lines = []
                while (line := self.rfile.readline()) != b".\r\n":
                    lines.append(line[1:] if line.startswith(b".") else line)
                mail = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
                kept = {"to": sorted(recipients), "subject": mail["Subject"], "id": mail["Message-ID"],
                        "event": mail["X-Majord-Event"], "text": mail.get_content()}
                with open(sys.argv[2], "a") as file:
                    file.write(json.dumps(kept, ensure_ascii=False) + "\n")
                self.say("250 kept")
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("500 what?")


server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()
