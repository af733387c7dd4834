"""Fills a new registry with what examples refer to, and writes a call of every operation of its OpenAPI document.

Usage: plan.py ADDRESS FILE
"""
import json
import sys
import time
import urllib.request

address, target = sys.argv[1:]


def ask(method, path, body=None, media="application/json", **headers):
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(address + path, data, {"Content-Type": media, **headers}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer) if "json" in answer.headers["Content-Type"] else answer.read().decode()


def wait(question, reached):
    for _ in range(300):
        answer = question()
        if reached(answer):
            return answer
        time.sleep(0.2)
    sys.exit(f"plan.py: waited for too long; the last answer was {answer}")


def zone(code, kind):
    body = {"code": code, "name": {"en": code}, "type": kind, "province": "CN-JS", "effectiveOn": "2010"}
    ask("POST", "/v1/zones", body)
    return code


def rebuilt(query):
    job = ask("POST", "/v1/projections/registry/rebuild" + query)
    path = "/v1/projections/registry/rebuilds/" + job["id"]
    return wait(lambda: ask("GET", path), lambda now: now["state"] in ("done", "ready"))["id"]


zone("old-harbour-blp", "bonded-logistics-park")
zone("second-harbour", "bonded-zone")
third = zone("third-harbour", "bonded-zone")
fourth = zone("fourth-harbour", "bonded-zone")
converted = ask("POST", f"/v1/zones/{fourth}/conversion", {"effectiveOn": "2019-12-17"})["events"][0]["id"]
measured = ask("POST", f"/v1/zones/{fourth}/area", {"effectiveOn": "2012", "areaKm2": 2})["events"][0]["id"]
# examples refer to position 412
lines = "".join(f"SEED-{n},{fourth},2022-12,export,bonded-processing,{n}.00\n" for n in range(1, 101))
header = "entryId,zone,period,direction,businessForm,value\n"
imported = ask("POST", "/v1/imports", (header + lines + "refused\n").encode(), "text/csv")["id"]
copied = rebuilt("?upTo=300&copy=audit-2022")
dropped = rebuilt("?upTo=300&copy=audit-2020")
verified = ask("POST", "/v1/audit/verifications")["id"]
wait(lambda: ask("GET", "/v1/audit/verifications/" + verified), lambda now: now["state"] != "running")
wait(lambda: ask("GET", "/v1/audit/checkpoint"), lambda note: int(note.split("\n")[1]) > 412)

# In this order. Further commands, with their examples, and all reads come after the first of them.
COMMANDS = {
    "establishZone": {},
    "acceptZone": {},
    "adjustArea": {},
    "renameZone": {},
    "registerEnterprise": {},
    "commissionFacility": {},
    "convertZone": {},
    "decommissionFacility": {},
    "recordTrade": {},
    "publishAggregate": {},
    "startImport": {},
    "rebuildProjection": {"copy": "audit-2021", "upTo": "300"},
    "verifyRegistry": {},
    "READS": {},
    "integrateZones": {"body": {"effectiveOn": "2023-01-01", "absorbs": ["second-harbour"], "areaKm2": 5.3}},
    "closeZone": {"code": third},
    "correctTrade": {},
    "withdrawTrade": {},
    "correctEnterprise": {},
    "withdrawEnterprise": {},
    "withdrawAggregate": {},
    "amendFact": {"eventId": converted},
    "withdrawFact": {"eventId": measured},
    "cancelImport": {"id": imported},
    "cancelJob": {"id": imported},
    "giveUpRebuild": {"id": dropped},
}
READS = {
    "getImport": {"id": imported},
    "getJob": {"id": imported},
    "watchImport": {"id": imported},
    "getRefusedLines": {"id": imported},
    "getRebuild": {"id": copied},
    "watchRebuild": {"id": copied},
    "getVerification": {"id": verified},
    "getEvents": {"after": 400},
}
# What an example can't know, or what makes the question or the form of its answer another one.
ALL = {"format": None, "knownAt": None, "fromKnownAt": "412", "toKnownAt": None, "copy": None}
LEFT_OUT = {"Accept-Datetime", "If-Match", "Last-Event-ID"}
# Headers for browsers, which every answer has (docs/security.md)
FOR_BROWSERS = [
    "content-security-policy", "cross-origin-resource-policy", "referrer-policy", "x-content-type-options",
    "x-frame-options",
]

document = ask("GET", "/openapi", Accept="application/json")
components = document["components"]


def followed(thing):
    while "$ref" in thing:
        name = thing["$ref"].split("/")[-1]
        thing = components[thing["$ref"].split("/")[-2]][name]
    return thing


def required(schema):
    """The members that a typed client can read without asking which of several bodies it has."""
    schema = followed(schema)
    return set.intersection(*map(required, schema["oneOf"])) if "oneOf" in schema else set(schema.get("required", []))


def tried(step):
    """A dry run of the call, if it is a command."""
    return [{**step, "query": {**step["query"], "dryRun": True}}] if step["isCommand"] else []


def call(method, path, operation):
    name = operation["operationId"]
    own = {**ALL, **COMMANDS.get(name, {}), **READS.get(name, {})}
    if name == "compareCopy":
        own.pop("copy")
    parts = {"inPath": {}, "query": {}, "header": {}}
    for parameter in operation.get("parameters", []):
        key = parameter["name"]
        value = own.get(key, parameter.get("example")) if key in own else parameter.get("example")
        if key == "Idempotency-Key":
            value = f"call-{name}"
        if value is not None and key not in LEFT_OUT:
            parts["inPath" if parameter["in"] == "path" else parameter["in"]][key] = value
    answers = {}
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            named = [header.lower() for header in followed(answer).get("headers", {})]
            answers[status] = named + FOR_BROWSERS
    successes = [followed(operation["responses"][status]) for status in answers]
    contents = [success["content"] for success in successes if "content" in success]
    media = next(iter(contents[-1])) if contents else ""
    always = [required(content[media].get("schema", {})) for content in contents]
    step = {
        "operation": name, "tag": operation["tags"][0], "method": method.upper(), "path": path, **parts,
        "answers": answers, "media": media, "always": sorted(set.intersection(*always)) if always else [],
    }
    step["isCommand"] = any(followed(it)["name"] == "dryRun" for it in operation.get("parameters", []))
    if "requestBody" in operation:
        content = operation["requestBody"]["content"]
        step["bodyMedia"] = next(iter(content))
        step["body"] = own.get("body") or next(iter(content[step["bodyMedia"]]["examples"].values()))["value"]
    return step


calls = {
    operation["operationId"]: call(method, path, operation)
    for path, item in document["paths"].items()
    for method, operation in item.items()
}
unlisted = [name for name in calls if name not in COMMANDS]
unlisted.sort(key=lambda name: calls[name]["method"] == "GET")  # further commands, then all reads
order = [name for command in COMMANDS for name in (unlisted if command == "READS" else [command])]
assert sorted(order) == sorted(calls), set(order) ^ set(calls)
with open(target, "w", encoding="utf-8") as file:
    steps = [step for name in order for step in [*tried(calls[name]), calls[name]]]
    json.dump(steps, file, ensure_ascii=False, indent=1)
print(f"{len(order)} operations, {len(steps)} calls")
