"""Calls every operation of a plan with the Python client that openapi-generator has made.

Usage: PYTHONPATH=CLIENT call.py ADDRESS PLAN
"""
import inspect
import json
import re
import sys
import typing

import openapi_client

OF_EVERY_MESSAGE = {"date", "content-type", "content-length", "transfer-encoding", "connection"}
address, plan = sys.argv[1:]
client = openapi_client.ApiClient(openapi_client.Configuration(host=address))


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace("-", "_").lower()


def model(annotation):
    for part in [annotation, *typing.get_args(annotation)]:
        if inspect.isclass(part) and hasattr(part, "from_dict"):
            return part
        if typing.get_args(part) and part is not annotation and model(part):
            return model(part)
    return None


def call(step):
    api = getattr(openapi_client, snake(step["tag"]).title().replace("_", "") + "Api", None)
    api = api or getattr(openapi_client, step["tag"] + "Api", None) or openapi_client.SDMXApi
    method = getattr(api(client), snake(step["operation"]) + "_with_http_info")
    parameters = inspect.signature(method).parameters
    given = {snake(key): value for part in ("inPath", "query", "header") for key, value in step[part].items()}
    # a parameter that is called like a word of the language has another name
    given = {key if key in parameters else "var_" + key: value for key, value in given.items()}
    if "body" in step:
        [body] = [name for name in parameters
                  if not name.startswith("_") and parameters[name].default is inspect.Parameter.empty
                  and name not in given]
        kind = model(parameters[body].annotation)
        given[body] = kind.from_dict(step["body"]) if kind else step["body"]
    answer = method(**given)
    expected = step["answers"].get(str(answer.status_code))
    assert expected is not None, f"{answer.status_code} is not in the document"
    unnamed = {name.lower() for name in answer.headers} - OF_EVERY_MESSAGE - set(expected)
    assert not unnamed, f"the document doesn't name {unnamed}"
    if step["media"] == "application/json" and answer.raw_data:
        raw = json.loads(answer.raw_data)
        if isinstance(raw, dict) and hasattr(answer.data, "to_dict"):
            lost = raw.keys() - answer.data.to_dict().keys()
            assert not lost, f"the client loses {lost}"
        elif isinstance(raw, list):
            assert len(raw) == len(answer.data)
    else:
        assert answer.data, "the client gives no data"


failures = 0
steps = json.load(open(plan, encoding="utf-8"))
for step in steps:
    try:
        call(step)
    except Exception as failure:  # every operation is tried
        failures += 1
        print(f"{step['operation']}: {type(failure).__name__}: {str(failure)[:600]}", file=sys.stderr)
print(f"{len(steps) - failures} passed, {failures} failed")
sys.exit(failures > 0)
