#!/usr/bin/env python3
"""Writes lv-htp-2021-illustrative.ndjson: 31 invented actions that add up to 22, 4 and 5.

    Examples/make-illustrative.py > Examples/lv-htp-2021-illustrative.ndjson
    Examples/make-illustrative.py hand-over > Examples/lv-htp-2025-illustrative.ndjson

The second file hands what is unfinished in the first over to the next plan.

No source tells what became of any single action of the plan, so every title, institution, date and
verdict here is made up, and says so: provenance ILLUSTRATIVE, codes that begin ILL-, institutions
A to F. The same seed gives the same bytes.
"""

import collections
import datetime
import json
import random
import sys
import uuid

PLAN = "plan/LV-HTP-2021"
NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:planledger:examples")
CUT_OFF = "2023-12-31"
REPORTED_ON = "2025-01-28"
VERDICTS = {"C": "COMPLETED", "P": "PARTIALLY_COMPLETED", "N": "NOT_COMPLETED"}

# Code, area, kind, lead, involved, course, verdict. The courses are the functions below.
ACTIONS = [
    ("1.1", "PREVENTION", "ONE_OFF", "A", "BC", "on_time", "C"),
    ("1.2", "PREVENTION", "CONTINUOUS", "B", "", "continuous", "C"),
    ("1.3", "PREVENTION", "ONE_OFF", "C", "A", "late", "C"),
    ("1.4", "PREVENTION", "ONE_OFF", "A", "D", "postponed_once", "C"),
    ("1.5", "PREVENTION", "ONE_OFF", "E", "", "straight", "C"),
    ("1.6", "PREVENTION", "CONTINUOUS", "B", "AE", "continuous", "C"),
    ("1.7", "PREVENTION", "ONE_OFF", "D", "", "on_time", "C"),
    ("1.8", "PREVENTION", "ONE_OFF", "C", "B", "unfinished", "P"),
    ("1.9", "PREVENTION", "ONE_OFF", "A", "", "early", "C"),
    ("2.1", "PROTECTION", "ONE_OFF", "D", "EF", "early", "C"),
    ("2.2", "PROTECTION", "LEGISLATIVE", "A", "D", "postponed_twice", "C"),
    ("2.3", "PROTECTION", "ONE_OFF", "D", "", "start_recorded_late", "C"),
    ("2.4", "PROTECTION", "ONE_OFF", "E", "D", "suspended_over_2022", "C"),
    ("2.5", "PROTECTION", "LEGISLATIVE", "A", "BD", "never_started", "N"),
    ("2.6", "PROTECTION", "CONTINUOUS", "D", "E", "continuous", "C"),
    ("2.7", "PROTECTION", "ONE_OFF", "F", "D", "delivered_in_part", "P"),
    ("2.8", "PROTECTION", "ONE_OFF", "E", "", "late", "C"),
    ("3.1", "PROSECUTION", "ONE_OFF", "C", "F", "on_time", "C"),
    ("3.2", "PROSECUTION", "LEGISLATIVE", "F", "C", "postponed_twice_unfinished", "P"),
    ("3.3", "PROSECUTION", "ONE_OFF", "F", "", "early", "C"),
    ("3.4", "PROSECUTION", "ONE_OFF", "C", "A", "reopened", "C"),
    ("3.5", "PROSECUTION", "CONTINUOUS", "C", "F", "continuous", "C"),
    ("3.6", "PROSECUTION", "LEGISLATIVE", "F", "", "unfinished", "N"),
    ("3.7", "PROSECUTION", "ONE_OFF", "C", "", "on_time", "C"),
    ("4.1", "COOPERATION", "ONE_OFF", "B", "CF", "on_time", "C"),
    ("4.2", "COOPERATION", "CONTINUOUS", "A", "BCDEF", "continuous", "C"),
    ("4.3", "COOPERATION", "ONE_OFF", "B", "", "postponed_once", "C"),
    ("4.4", "COOPERATION", "ONE_OFF", "F", "A", "suspended_for_good", "N"),
    ("4.5", "COOPERATION", "ONE_OFF", "E", "B", "postponed_twice_unfinished", "P"),
    ("4.6", "COOPERATION", "ONE_OFF", "A", "E", "cancelled", "N"),
    ("4.7", "COOPERATION", "LEGISLATIVE", "B", "A", "unfinished", "N"),
]

chance = random.Random(20210928)
events = []
latecomers = []  # what is written down only after everything else


def day(text):
    return datetime.date.fromisoformat(text)


def between(first, last):
    """A working day from `first` to `last`."""
    first, last = day(first), day(last)
    while True:
        found = first + datetime.timedelta(chance.randint(0, (last - first).days))
        if found.weekday() < 5:
            return found.isoformat()


def last_day(date):
    """The day on which a date, perhaps coarse, takes effect."""
    if date.startswith("/"):
        return date[1:]
    if len(date) == 10:
        return date
    year, _, part = date.partition("-")
    month = {"": 12, "Q": int(part[1:] or 0) * 3, "H": int(part[1:] or 0) * 6}.get(part[:1])
    first = datetime.date(int(year), month or int(part), 1)
    return ((first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)).isoformat()


def published(effective):
    """A yearly report each 15 February; the last word is the report of 2025."""
    return {"2021": "2022-02-15", "2022": "2023-02-15", "2023": "2024-02-15"}[effective[:4]]


def event(subject, name, effective, data=None, said=None, reason=None, who=None, late=False):
    line = {
        "specversion": "1.0",
        "id": None,
        "source": "urn:planledger:examples",
        "type": "planledger." + name,
        "subject": subject,
        "datacontenttype": "application/json",
        "effective": effective,
        "published": said or published(last_day(effective)),
        "provenance": "ILLUSTRATIVE",
        "actor": "example-clerk",
    }
    if who:
        line["institution"] = who
    if reason:
        line["reason"] = reason
    line["schemaversion"] = "1"
    line["data"] = data or {}
    (latecomers if late else events).append(line)


class Action:
    def __init__(self, number, code, area, kind, lead, involved):
        self.subject = f"{PLAN}/action/ILL-{code}"
        self.lead = "INST-" + lead
        self.number, self.area, self.kind = number, area, kind
        self.involved = ["INST-" + letter for letter in involved]

    def add(self, deadline=None):
        number = self.number
        data = {
            "title": {"lv": f"Ilustratīvs pasākums {number}", "en": f"Illustrative action {number}"},
            "area": self.area,
            "kind": self.kind,
            "lead": self.lead,
        }
        if self.involved:
            data["involved"] = self.involved
        if deadline:
            data["deadline"] = deadline
        if number % 3 == 1:
            data["expectedResult"] = {
                "lv": f"Ilustratīva pasākuma {number} sagaidāmais rezultāts",
                "en": f"What illustrative action {number} is to bring about",
            }
        event(self.subject, "ActionAdded", "2021-09-28", data, said="2021-10-01", who="INST-A")

    def happen(self, name, effective, data=None, **more):
        event(self.subject, name, effective, data, who=self.lead, **more)

    def progress(self, effective, percent, narrative):
        self.happen("ProgressReported", effective, {"narrative": narrative, "percent": percent})

    def postpone(self, effective, deadline):
        why = "Illustrative: more time was asked for"
        self.happen("DeadlinePostponed", effective, {"deadline": deadline}, reason=why)

    def deliver(self, effective):
        result = f"Illustrative result of action {self.number}"
        self.happen("ActionDelivered", effective, {"result": result})

    def assess(self, verdict, finality="FINAL", cut_off=CUT_OFF, name="ActionAssessed"):
        data = {"verdict": verdict, "finality": finality, "scale": "PLAN-3@1", "assessor": "INST-F"}
        event(self.subject, name, cut_off, data, said=REPORTED_ON, who="INST-F")


# The courses that an action can take. Each is a legal history of its own.


def early(action):
    action.add(chance.choice(["2022-09-30", "2022-Q3", "2022-10-31"]))
    action.happen("ActionStarted", between("2021-10-11", "2021-12-10"))
    action.progress(between("2022-03-01", "2022-04-29"), 55, "Illustrative: the work is half done")
    action.deliver(between("2022-06-01", "2022-09-15"))


def on_time(action):
    action.add(chance.choice(["2023-06-30", "2023-H1", "2023-05-31"]))
    action.happen("ActionStarted", chance.choice(["2022-03", between("2022-01-10", "2022-05-31")]))
    action.progress(between("2022-10-03", "2022-12-16"), 40, "Illustrative: drafts are ready")
    action.progress(between("2023-02-01", "2023-03-31"), 80, "Illustrative: nearly there")
    action.deliver(between("2023-04-03", "2023-05-26"))


def late(action):
    action.add("2022-12-31")
    action.happen("ActionStarted", between("2022-02-01", "2022-06-30"))
    action.progress("2022-Q4", 60, "Illustrative: behind time")
    action.deliver(between("2023-02-01", "2023-09-29"))


def postponed_once(action):
    action.add("2022-12-31")
    action.happen("ActionStarted", between("2022-01-10", "2022-04-29"))
    action.postpone(between("2022-11-01", "2022-12-20"), "2023-09-30")
    action.progress(between("2023-03-01", "2023-05-31"), 75, "Illustrative: going by the new date")
    action.deliver(between("2023-07-03", "2023-09-29"))


def postponed_twice(action):
    action.add("2022-06-30")
    action.happen("ActionStarted", "2021-11")
    action.postpone(between("2022-06-01", "2022-06-29"), "2022-12-31")
    action.postpone(between("2022-12-01", "2022-12-20"), "2023-Q2")
    action.progress(between("2023-01-10", "2023-02-28"), 70, "Illustrative: agreed in the main")
    action.deliver(between("2023-05-02", "2023-06-29"))


def postponed_twice_unfinished(action):
    action.add("2022-09-30")
    action.happen("ActionStarted", between("2021-11-01", "2022-03-31"))
    action.postpone(between("2022-08-01", "2022-09-29"), "2023-03-31")
    action.progress(between("2022-11-01", "2022-12-16"), 35, "Illustrative: opinions differ")
    action.postpone(between("2023-02-01", "2023-03-30"), "2023-12-31")
    action.progress(between("2023-10-02", "2023-12-15"), 65, "Illustrative: some of it is in place")
    action.assess("NOT_COMPLETED", "INTERIM", "2023-06-30")
    action.assess("PARTIALLY_COMPLETED", "INTERIM", "2023-09-30", "AssessmentRevised")


def straight(action):
    action.add("2022-06-30")
    action.deliver("2022-05")


def start_recorded_late(action):
    action.add("2022-12-31")
    action.deliver("2022-10-14")
    action.happen("ActionStarted", "2021-11-15", said=REPORTED_ON, late=True)
    half = {"narrative": "Illustrative: half done by the summer of 2022", "percent": 50}
    action.happen("ProgressReported", "2022-06-30", half, said=REPORTED_ON, late=True)


def suspended_over_2022(action):
    action.add("2023-06-30")
    action.happen("ActionStarted", "2022-02-01")
    action.happen("ActionSuspended", "2022-10-03", reason="Illustrative: a key person left")
    action.happen("ActionResumed", "2023-01-16", reason="Illustrative: the post was filled")
    action.progress("2023-03-31", 70, "Illustrative: caught up")
    action.deliver("2023-06-15")


def suspended_for_good(action):
    action.add("2023-03-31")
    action.happen("ActionStarted", "2022-04-04")
    action.happen("ActionSuspended", "2022-09-01", reason="Illustrative: a partner withdrew")
    action.happen("ActionResumed", "2022-11-01", reason="Illustrative: a new partner was found")
    action.happen("ActionSuspended", "2023-02-13", reason="Illustrative: the money ran out")


def reopened(action):
    action.add("2022-12-31")
    action.happen("ActionStarted", "2022-01-17")
    action.deliver("2022-11-30")
    action.happen("ActionReopened", "2023-02-20", reason="Illustrative: a part was missing")
    action.deliver("2023-04-28")


def continuous(action):
    deadline = chance.choice([None, CUT_OFF])
    action.add(deadline)
    action.happen("ActionStarted", between("2021-10-11", "2022-02-28"))
    for year, percent in [(2022, 45), (2023, 100)]:
        done = "Illustrative: went on all year"
        action.progress(between(f"{year}-11-01", f"{year}-12-15"), percent, done)
    if deadline:
        action.deliver("2023-12-29")


def unfinished(action):
    action.add("2023-06-30")
    action.happen("ActionStarted", between("2022-05-02", "2022-12-16"))
    action.progress(between("2023-02-01", "2023-05-31"), 30, "Illustrative: slower than planned")
    action.assess("NOT_COMPLETED", "INTERIM", "2023-06-30")


def delivered_in_part(action):
    action.add("2023-03-31")
    action.happen("ActionStarted", "2022-H1")
    action.progress("2023-02", 50, "Illustrative: one half is ready")
    action.deliver("2023-08-31")


def never_started(action):
    action.add("2022-12-31")
    action.postpone("2022-12-12", "2023-09-30")


def cancelled(action):
    action.add("2023-06-30")
    action.happen("ActionStarted", "2022-03-07")
    action.happen("ActionCancelled", "2022-11-30", reason="Illustrative: covered by another action")


def institutions():
    for letter in "ABCDEF":
        name = {"lv": f"Institūcija {letter}", "en": f"Institution {letter}"}
        subject = f"institution/INST-{letter}"
        event(subject, "InstitutionDefined", "/2021-09-28", {"name": name}, said="2021-10-01")


def asides():
    """Wording, hands and money, each once or twice, so that every kind of event can be tried."""
    def at(code):
        return f"{PLAN}/action/ILL-{code}"

    title = {"lv": "Ilustratīvs pasākums 4 (precizēts)", "en": "Illustrative action 4 (reworded)"}
    event(at("1.4"), "ActionReworded", "2022-05-16", {"title": title}, who="INST-A")
    hands = {"lead": "INST-E", "involved": ["INST-B", "INST-C"]}
    why = "Illustrative: tasks were divided anew"
    event(at("1.3"), "ActionReassigned", "2022-07-01", hands, reason=why, who="INST-C")
    event(at("2.4"), "FundingAllocated", "2022-01-10", {"amount": "12500.00", "currency": "EUR"})
    more = {"amount": "4800.50", "currency": "EUR", "note": "Illustrative: a second sum"}
    event(at("2.4"), "FundingAllocated", "2023-01-10", more)
    event(at("4.2"), "FundingAllocated", "2022-02-01", {"amount": "30000.00", "currency": "EUR"})


def challenges():
    """One that outlives the plan and one that was settled within it."""
    first = {
        "title": {"lv": "Ilustratīvs izaicinājums 1", "en": "Illustrative challenge 1"},
        "plan": "LV-HTP-2021",
        "area": "PROTECTION",
        "scope": "CURRENT",
    }
    event("challenge/ILL-CHALLENGE-1", "ChallengeRaised", "2022-06-15", first)
    ends = {"from": "challenge/ILL-CHALLENGE-1", "to": "plan/LV-HTP-2025", "relation": "RELATES"}
    event("link/ILL-LINK-1", "LinkAsserted", "2025-09-01", ends, said="2025-09-01")
    title = {"lv": "Ilustratīvs izaicinājums 2", "en": "Illustrative challenge 2"}
    second = {"title": title, "plan": "LV-HTP-2021", "scope": "CURRENT"}
    event("challenge/ILL-CHALLENGE-2", "ChallengeRaised", "2022-03-01", second)
    by = {"by": f"{PLAN}/action/ILL-2.1", "text": "Illustrative: the action deals with it"}
    event("challenge/ILL-CHALLENGE-2", "ChallengeAddressed", "2022-05-02", by)
    done = {"text": "Illustrative: settled"}
    event("challenge/ILL-CHALLENGE-2", "ChallengeResolved", "2022-12-15", done)


def recommendations():
    """From an invented body: one without any answer, one answered and linked to an action."""
    for number, urgency in [(1, "URGE"), (2, "CONSIDER")]:
        english = f"Illustrative recommendation {number}"
        text = {"lv": f"Ilustratīvs ieteikums {number}", "en": english}
        data = {"body": "INST-F", "text": text, "round": "1", "paragraph": str(10 * number)}
        data["urgency"] = urgency
        event(f"recommendation/ILL-REC-{number}", "RecommendationReceived", "2022-02-22", data)
    accepted = {"response": "ACCEPTED", "text": "Illustrative: will be done"}
    event("recommendation/ILL-REC-2", "RecommendationAnswered", "2022-04-29", accepted)
    ends = {"from": f"{PLAN}/action/ILL-3.1", "to": "recommendation/ILL-REC-2"}
    event("link/ILL-LINK-2", "LinkAsserted", "2022-05-03", {**ends, "relation": "IMPLEMENTS"})


def counts():
    """A register of no country, because a count is to be mistaken for a real one least of all."""
    cell = {"basis": "ASSISTED", "period": "2022/2022", "register": "ILL-REGISTER"}
    women, men = {**cell, "sex": "FEMALE"}, {**cell, "sex": "MALE"}
    children = {**cell, "ageGroup": "CHILD"}
    for one, value in [(cell, 74), (women, 14), (men, 33), (children, "UNKNOWN")]:
        event("victims/XX", "VictimCountRecorded", "2022-12-31", {"cell": one, "value": value})


def hand_over():
    """Two of the unfinished actions have a disposition, the others are still without."""
    event(f"{PLAN}/action/ILL-1.8", "ActionCarriedOver", "2025-09-01",
          {"relation": "INSTITUTIONALISED"}, said="2025-09-01", who="INST-A")
    event(f"{PLAN}/action/ILL-4.4", "ActionDropped", "2025-09-01",
          reason="Illustrative: no longer needed", said="2025-09-01", who="INST-A")


def next_plan():
    """What becomes of the six that hand_over() leaves, over the year 2024, which no plan covers."""
    on = {"effective": "2025-09-01", "said": "2025-09-01", "who": "INST-A"}
    following = "plan/LV-HTP-2025/action/ILL-"
    origins = {"N5": "recommendation/ILL-REC-1", "N6": "challenge/ILL-CHALLENGE-1",
               "N7": "obligation/EU-2024-1712"}
    for number in range(1, 8):
        code = f"N{number}"
        title = {"lv": f"Ilustratīvs pasākums {code}", "en": f"Illustrative action {code}"}
        data = {"title": title, "kind": "ONE_OFF", "lead": "INST-" + "ABCDEFA"[number - 1]}
        if code in origins:
            data["origin"] = origins[code]
        event(following + code, "ActionAdded", data=data, **on)
    for code, relation, heirs in [
        ("2.5", "CONTINUES", ["N1"]),
        ("2.7", "MERGED", ["N2"]),
        ("4.5", "MERGED", ["N2"]),
        ("3.2", "SPLIT", ["N3", "N4"]),
        ("4.7", "INSTITUTIONALISED", []),
    ]:
        data = {"relation": relation}
        if heirs:
            data["successors"] = [following + heir for heir in heirs]
        event(f"{PLAN}/action/ILL-{code}", "ActionCarriedOver", data=data, **on)
    why = "Illustrative: overtaken by the new law"
    event(f"{PLAN}/action/ILL-3.6", "ActionDropped", reason=why, **on)
    by = {"by": following + "N6"}
    event("challenge/ILL-CHALLENGE-1", "ChallengeAddressed", data=by, **on)


def main():
    if sys.argv[1:] == ["hand-over"]:
        next_plan()
        return write("hand-over")
    institutions()
    for number, row in enumerate(ACTIONS, start=1):
        code, area, kind, lead, involved, course, verdict = row
        action = Action(number, code, area, kind, lead, involved)
        globals()[course](action)
        action.assess(VERDICTS[verdict])
    asides()
    challenges()
    recommendations()
    counts()
    hand_over()
    write("illustrative")


def write(name):
    # A stable sort: what takes effect on one day stays in the order in which it was told.
    events.sort(key=lambda line: last_day(line["effective"]))
    told = collections.Counter()
    for line in events + latecomers:
        key = f"{line['subject']}/{line['type']}"
        told[key] += 1
        line["id"] = str(uuid.uuid5(NAMES, f"{name}/{key}/{told[key]}"))
        sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


main()
