# graphql-core as a peer: WORKLOAD DOCUMENTS.json SCHEMA.graphql OBJECTS SECONDS RUNS; prints how many
# documents a second it does, a run a line.
import json
import sys
from time import perf_counter

from graphql import build_schema, execute_sync, parse, validate

workload, documents_path, schema_path, objects, seconds, runs = sys.argv[1:]
documents = json.load(open(documents_path, encoding="utf-8"))
schema = build_schema(open(schema_path, encoding="utf-8").read())
root = {
    "items": [
        {
            "id": f"item-{index}",
            "name": f"The item of number {index}",
            "price": index + 0.25,
            "stock": index,
            "active": index % 2 == 0,
        }
        for index in range(int(objects))
    ]
}


def valid(text):
    document = parse(text)
    errors = validate(schema, document)
    if errors:
        raise errors[0]
    return document


def answered(text):
    result = execute_sync(schema, valid(text), root)
    if result.errors:
        raise result.errors[0]
    return json.dumps({"data": result.data}, ensure_ascii=False)


work = {"parse": parse, "validate": valid, "execute": answered}[workload]
done = 0


def rate(least):
    global done
    begin, before = perf_counter(), done
    while True:
        work(documents[done % len(documents)])
        done += 1
        elapsed = perf_counter() - begin
        if elapsed >= least:
            return (done - before) / elapsed


rate(float(seconds))
for _ in range(int(runs)):
    print(rate(float(seconds)))
