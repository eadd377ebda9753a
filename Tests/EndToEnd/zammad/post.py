"""Posts a ticket as Zammad's webhook does: post.py PORT TOKEN '{"number": …}'. Prints the status and what was answered."""

import hashlib
import hmac
import json
import sys
import urllib.error
import urllib.request
import uuid


def user(number, email, first, last, roles, organization=None):
    """As the payload has users: without what is nobody's business, and with what is empty."""
    return {
        "id": number, "organization_id": 2 if organization else None, "login": email or "-", "firstname": first, "lastname": last,
        "email": email or "", "image": None, "web": "", "phone": "", "mobile": "", "department": "", "street": "", "zip": "",
        "city": "", "country": "", "address": "", "vip": False, "verified": False, "active": bool(email), "note": "",
        "out_of_office": False, "out_of_office_start_at": None, "out_of_office_end_at": None, "role_ids": [2], "roles": roles,
        "organization": organization, "organizations": [], "created_by": "-", "updated_by": "-",
        "created_at": "2026-01-12T08:00:00.000Z", "updated_at": "2026-01-12T08:00:00.000Z",
    }


def payload(number, state="open", organization="Scholengroep Noord", owner=None, updated_at="2026-11-25T09:00:00.000Z",
            title="De telefoon zwijgt", group="Servicedesk"):
    people = (
        user(5, owner, "Joke", "de Vries", ["Agent"], "Leverancier") if owner else user(1, None, "-", "", []))
    customer = user(8, "k.smit@noord.example", "Karin", "Smit", ["Customer"], organization)
    return {
        "ticket": {
            "id": int(number) - 10000, "group_id": 1, "priority_id": 2, "state_id": 2, "organization_id": 3, "number": number,
            "title": title, "owner_id": people["id"], "customer_id": 8, "note": None, "first_response_at": None, "close_at": None,
            "pending_time": None, "article_count": 1, "article_ids": [104], "state": state, "priority": {"id": 2, "name": "2 normal"},
            "group": {"id": 1, "name": group, "active": True, "user_ids": [5], "users": [owner or "-"]},
            "organization": organization and {"id": 3, "name": organization, "shared": True, "active": True, "member_ids": [8],
                                              "members": ["k.smit@noord.example"], "note": ""},
            "owner": people, "customer": customer, "created_by": customer, "updated_by": people,
            "create_article_type": "phone", "create_article_sender": "Customer", "ticket_time_accounting": [],
            "created_at": "2026-11-25T08:55:00.000Z", "updated_at": updated_at,
        },
        "article": {
            "id": 104, "ticket_id": int(number) - 10000, "sender": "Customer", "type": "phone", "internal": False,
            "from": "Karin Smit <k.smit@noord.example>", "to": group, "subject": title, "body": "…", "content_type": "text/plain",
            "attachments": [], "created_by": customer, "created_at": updated_at, "updated_at": updated_at,
        },
    }


port, token, fields = sys.argv[1], sys.argv[2].encode(), sys.argv[3]
body = fields.encode() if fields.startswith("raw:") else json.dumps(payload(**json.loads(fields))).encode()
request = urllib.request.Request(f"http://127.0.0.1:{port}/", body, {
    "Content-Type": "application/json; charset=utf-8", "User-Agent": "Zammad User Agent", "X-Zammad-Trigger": "majord",
    "X-Zammad-Delivery": str(uuid.uuid4()), "X-Hub-Signature": "sha1=" + hmac.new(token, body, hashlib.sha1).hexdigest()})
try:
    with urllib.request.urlopen(request, timeout=20) as answer:
        print(answer.status, answer.read().decode().strip())
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode().strip())
