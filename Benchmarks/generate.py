#!/usr/bin/env python3
"""Writes a ledger's worth of events as CloudEvents lines: the same arguments, the same bytes.

    Benchmarks/generate.py --events 1000000 --plans 100 --seed 1 > events.ndjson

Every plan has 31 actions. Events come in bursts, one planner writing on one plan, while the day goes
on from 2005 to the end of 2023; about one in five is late: it took effect up to two years before
what stands above it. One in a hundred corrects an earlier one. The lines are legal together, and so
is every beginning of the file, so that they may be appended in batches of any size. What is set up
takes 37 lines a plan and 40 more.
"""

import argparse
import datetime
import random
import sys

FIRST_DAY = datetime.date(2005, 1, 1)
DAYS = (datetime.date(2023, 12, 31) - FIRST_DAY).days + 1
DATES = [FIRST_DAY + datetime.timedelta(day) for day in range(DAYS)]
DATE = [date.isoformat() for date in DATES]
MONTH = [date[:7] for date in DATE]
MONTH_END = []  # the index of the last day of each day's month
for date in DATES:
    following = (date.replace(day=1) + datetime.timedelta(31)).replace(day=1)
    MONTH_END.append((following - FIRST_DAY).days - 1)
PUBLISHED = [f"{date.year + 1}-02-15" for date in DATES]

ACTIONS_PER_PLAN = 31
INSTITUTIONS = 40
AREAS = ["PREVENTION", "PROTECTION", "PROSECUTION", "COOPERATION"]
KINDS = ["ONE_OFF", "CONTINUOUS", "LEGISLATIVE"]
VERDICTS = ["COMPLETED", "PARTIALLY_COMPLETED", "NOT_COMPLETED", "NOT_ASSESSABLE"]
COUNTRIES = (
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()
)
WORDS = (
    "apmācība pasākums iestāde sadarbība atbalsts cietušais pakalpojums ziņojums vienošanās "
    "seminārs kampaņa policija prokurors tiesnesis pašvaldība biedrība līgums projekts darba "
    "grupa vadlīnijas grozījumi likums termiņš finansējums materiāli valoda riska izvērtējums"
).split()

# What may happen next to an action in each running state, the likelier the oftener.
MOVES = {
    "PLANNED": ["ActionStarted"] * 89 + ["ActionDelivered"] * 10 + ["ActionCancelled"],
    "IN_PROGRESS": ["ActionSuspended"] * 65 + ["ActionDelivered"] * 34 + ["ActionCancelled"],
    "SUSPENDED": ["ActionResumed"] * 99 + ["ActionCancelled"],
    "DELIVERED": ["ActionReopened"],
}
LEADS_TO = {
    "ActionStarted": "IN_PROGRESS",
    "ActionResumed": "IN_PROGRESS",
    "ActionReopened": "IN_PROGRESS",
    "ActionSuspended": "SUSPENDED",
    "ActionDelivered": "DELIVERED",
    "ActionCancelled": "CANCELLED",
}
NEEDS_REASON = {"ActionSuspended", "ActionReopened", "ActionCancelled"}


class Done(Exception):
    """As many lines as were asked for have been written."""


class Action:
    __slots__ = ("subject", "running", "deadline", "assessed", "moved_on", "delivered_unstarted")

    def __init__(self, subject):
        self.subject = subject
        self.running = "PLANNED"
        self.deadline = None
        self.assessed = False
        self.moved_on = 0  # the day on which the last move takes effect
        self.delivered_unstarted = None  # that day, while a late start may still come before it


class Plan:
    __slots__ = (
        "number", "name", "actions", "open_challenges", "raised", "achieved", "counted", "told"
    )

    def __init__(self, number):
        self.number = number
        self.name = f"PLAN-{number:05d}"
        self.actions = [
            Action(f"plan/{self.name}/action/{index // 8 + 1}.{index % 8 + 1}")
            for index in range(ACTIONS_PER_PLAN)
        ]
        self.open_challenges = []
        self.raised = self.achieved = 0
        self.counted = []  # months whose victims have been counted, and how many women
        self.told = None  # the latest report: its stream, id, day as written, narrative


class Writer:
    """Lines with ids that rise in time as UUIDv7 does (RFC 9562 §5.7), and prose to fill them."""

    def __init__(self, wanted, chance, out):
        self.left, self.chance, self.out = wanted, chance, out
        self.milliseconds = 1_104_537_600_000
        self.lines = []
        self.phrases = [
            " ".join(chance.choices(WORDS, k=length)) for length in range(2, 10) for _ in range(128)
        ]

    def prose(self):
        return self.phrases[int(self.chance.random() * len(self.phrases))]

    def institution(self):
        return f"INST-{int(self.chance.random() * INSTITUTIONS):02d}"

    def write(self, subject, kind, day, data, reason="", coarse=False):
        chance = self.chance.random()
        self.milliseconds += 1 + int(chance * 500)
        bits = self.chance.getrandbits(74)
        time = f"{self.milliseconds:012x}"
        low = f"{bits & 0x3FFFFFFFFFFFFFFF | 0x8000000000000000:016x}"
        event = f"{time[:8]}-{time[8:]}-7{bits >> 62:03x}-{low[:4]}-{low[4:]}"
        date = MONTH[day] if coarse else DATE[day]
        when = f'"effective":"{date}",'
        if kind == "EventCorrected":
            when = ""
        elif chance < 0.7:
            when += f'"published":"{PUBLISHED[day]}",'
        if chance < 0.92:
            origin = '"provenance":"REPORTED",'
        elif chance < 0.97:
            origin = '"provenance":"OFFICIAL","sources":"https://example.org/report#p7",'
        else:
            origin = '"provenance":"ILLUSTRATIVE",'
        why = f'"reason":"{reason}",' if reason else ""
        self.lines.append(
            f'{{"specversion":"1.0","id":"{event}","source":"urn:planledger:benchmark",'
            f'"type":"planledger.{kind}","subject":"{subject}",'
            f'"datacontenttype":"application/json",'
            f"{when}{origin}"
            f'"actor":"planner-{int(chance * 97):02d}","institution":"{self.institution()}",{why}'
            f'"schemaversion":"1","data":{{{data}}}}}\n'
        )
        self.left -= 1
        if not self.left or len(self.lines) == 4096:
            self.out.write("".join(self.lines))
            self.lines.clear()
            if not self.left:
                raise Done
        return event, date


def set_up(writer, plans):
    for index in range(INSTITUTIONS):
        name = f'"name":{{"lv":"Institūcija {index}","en":"Institution {index}"}}'
        writer.write(f"institution/INST-{index:02d}", "InstitutionDefined", 0, name)
    for plan in plans:
        stream, number = f"plan/{plan.name}", plan.number
        title = f'"title":{{"lv":"Plāns {number}","en":"Plan {number}"}},"period":"2005/2023"'
        writer.write(stream, "PlanDrafted", 0, f'{title},"responsible":"{writer.institution()}"')
        for area in AREAS:
            writer.write(f"{stream}/area/{area}", "AreaDefined", 0, f'"title":"{area.title()}"')
        writer.write(stream, "PlanApproved", 0, f'"act":"Order No {number}"')
        for index, action in enumerate(plan.actions):
            action.deadline = f"{2006 + index % 12}-06-30" if writer.chance.random() < 0.9 else None
            due = f',"deadline":"{action.deadline}"' if action.deadline else ""
            data = (
                f'"title":{{"lv":"Pasākums {index}: {writer.prose()}","en":"Action {index}"}},'
                f'"area":"{AREAS[index // 8]}","kind":"{KINDS[index % 3]}",'
                f'"lead":"{writer.institution()}","involved":["{writer.institution()}"]{due}'
            )
            writer.write(action.subject, "ActionAdded", 0, data)


# What happens on a day: each writes at least one line, or says that it could not.


def report(writer, plan, action, today):
    day, coarse = today, False
    if writer.chance.random() < 0.35:
        day -= int(writer.chance.random() * min(today, 730))
        coarse = MONTH_END[day] <= today and writer.chance.random() < 0.5
        day = MONTH_END[day] if coarse else day
    percent = int(writer.chance.random() * 101)
    text = f"{writer.prose()}. {writer.prose()}."
    data = f'"narrative":"{text}","percent":{percent}'
    event, date = writer.write(action.subject, "ProgressReported", day, data, coarse=coarse)
    plan.told = action.subject, event, date, text
    return True


def correct(writer, plan, action, today):
    if not plan.told:
        return False
    subject, target, date, text = plan.told
    plan.told = None
    percent = int(writer.chance.random() * 101)
    body = f'"effective":"{date}","provenance":"REPORTED","data":{{"narrative":"{text}","percent":{percent}}}'
    data = f'"target":"{target}",{body}'
    writer.write(subject, "EventCorrected", today, data, writer.prose())
    return True


def move(writer, plan, action, today):
    if action.delivered_unstarted:
        day = int(writer.chance.random() * action.delivered_unstarted)
        action.delivered_unstarted = None
        writer.write(action.subject, "ActionStarted", day, "")
        return True
    if action.running == "CANCELLED" or today < action.moved_on:
        return False
    kind = writer.chance.choice(MOVES[action.running])
    coarse = writer.chance.random() < 0.15
    day = MONTH_END[today] if coarse else today
    if kind == "ActionDelivered" and action.running == "PLANNED" and day > 0:
        action.delivered_unstarted = day
    elif kind == "ActionReopened":
        action.delivered_unstarted = None
    action.running, action.moved_on = LEADS_TO[kind], day
    data = f'"result":"{writer.prose()}"' if kind == "ActionDelivered" else ""
    reason = writer.prose() if kind in NEEDS_REASON else ""
    writer.write(action.subject, kind, day, data, reason, coarse)
    return True


def postpone(writer, plan, action, today):
    kind = "DeadlinePostponed" if action.deadline else "DeadlineSet"
    year = DATES[today].year + 1
    # A postponement moves the deadline later.
    while action.deadline and f"{year}-06-30" <= action.deadline:
        year += 1
    due = [f"{year}-09-30", f"{year}-Q3", f"{year}-H1", f"{year}"][today % 4]
    action.deadline = [f"{year}-09-30", f"{year}-09-30", f"{year}-06-30", f"{year}-12-31"][today % 4]
    writer.write(action.subject, kind, today, f'"deadline":"{due}"', writer.prose())
    return True


def assess(writer, plan, action, today):
    # After a final assessment only revisions follow.
    revised = action.assessed == "FINAL" or action.assessed and today % 3
    kind = "AssessmentRevised" if revised else "ActionAssessed"
    finality = "FINAL" if DATES[today].year == 2023 else "INTERIM"
    action.assessed = finality
    verdict = VERDICTS[int(writer.chance.random() ** 2 * 4)]
    data = f'"verdict":"{verdict}","finality":"{finality}","scale":"PLAN-3@1","assessor":"INST-07"'
    writer.write(action.subject, kind, today, data)
    return True


def fund(writer, plan, action, today):
    amount = int(writer.chance.random() * 10_000_000)
    euros = f"{amount // 100}.{amount % 100:02d}"
    data = f'"amount":"{euros}","currency":"EUR","note":"{writer.prose()}"'
    writer.write(action.subject, "FundingAllocated", today, data)
    return True


def reword(writer, plan, action, today):
    data = f'"title":{{"lv":"{writer.prose()}","en":"Reworded on {DATE[today]}"}}'
    writer.write(action.subject, "ActionReworded", today, data)
    return True


def reassign(writer, plan, action, today):
    data = f'"lead":"{writer.institution()}","involved":["{writer.institution()}"]'
    writer.write(action.subject, "ActionReassigned", today, data)
    return True


def count(writer, plan, action, today):
    """Women, men, then all of last month; once counted, fewer women of some month than was said."""
    stream = f"victims/{COUNTRIES[plan.number % len(COUNTRIES)]}"
    if today < 31:
        return False
    month = MONTH[today - DATES[today].day]
    if plan.counted and plan.counted[-1][0] == month:
        at = int(writer.chance.random() * len(plan.counted))
        month, women = plan.counted[at]
        if not women:
            return False
        plan.counted[at] = (month, women - 1)
        cell = f'"cell":{{"basis":"IDENTIFIED","period":"{month}/{month}","register":"{plan.name}"'
        data = f'{cell},"sex":"FEMALE"}},"value":{women - 1}'
        writer.write(stream, "VictimCountRevised", today, data, writer.prose())
        return True
    women, men = int(writer.chance.random() * 30), int(writer.chance.random() * 30)
    plan.counted.append((month, women))
    cell = f'"cell":{{"basis":"IDENTIFIED","period":"{month}/{month}","register":"{plan.name}"'
    # The parts first, so that no total stands below one of them wherever the file is cut.
    for sex, value in [(',"sex":"FEMALE"', women), (',"sex":"MALE"', men), ("", women + men)]:
        writer.write(stream, "VictimCountRecorded", today, f'{cell}{sex}}},"value":{value}')
    return True


def challenge(writer, plan, action, today):
    waiting = plan.open_challenges
    if len(waiting) < 6:
        plan.raised += 1
        subject = f"challenge/{plan.name}-{plan.raised}"
        waiting.append(subject)
        data = (
            f'"title":{{"lv":"Izaicinājums {plan.raised}","en":"Challenge {plan.raised}"}},'
            f'"text":{{"lv":"{writer.prose()}"}},"plan":"{plan.name}","scope":"CURRENT"'
        )
        writer.write(subject, "ChallengeRaised", today, data)
    elif today % 3:
        text = f'"text":{{"lv":"{writer.prose()}, {writer.prose()}"}}'
        writer.write(waiting[today % 6], "ChallengeUpdated", today, text)
    else:
        subject = waiting.pop(today % 6)
        writer.write(subject, "ChallengeResolved", today, f'"text":"{writer.prose()}"')
    return True


def achieve(writer, plan, action, today):
    plan.achieved += 1
    data = (
        f'"title":{{"lv":"Sasniegums {plan.achieved}","en":"Achievement {plan.achieved}"}},'
        f'"plan":"{plan.name}","text":{{"lv":"{writer.prose()}"}}'
    )
    writer.write(f"achievement/{plan.name}-{plan.achieved}", "AchievementRecorded", today, data)
    return True


HAPPENINGS = (
    [report] * 59 + [correct] + [move] * 9 + [postpone] * 7 + [assess] * 6 + [fund] * 4
    + [reword] * 3 + [reassign] * 2 + [count] * 4 + [challenge] * 4 + [achieve]
)


def live(writer, plans, wanted):
    chance, random_ = writer.chance, writer.chance.random
    begun = wanted - writer.left
    span = max(1, wanted - begun)
    while True:
        plan = plans[int(random_() * len(plans))]
        for _ in range(1 + int(random_() * 16)):
            today = min(DAYS - 1, (wanted - writer.left - begun) * DAYS // span)
            action = plan.actions[int(random_() * ACTIONS_PER_PLAN)]
            if not HAPPENINGS[int(random_() * 100)](writer, plan, action, today):
                report(writer, plan, action, today)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--events", type=int, required=True, metavar="N", help="lines to write")
    options.add_argument("--plans", type=int, metavar="P", help="default: one for each 10,000")
    options.add_argument("--seed", type=int, default=1, metavar="S")
    given = options.parse_args()
    number = given.plans or max(1, given.events // 10_000)
    if given.events < 1 or number < 1:
        options.error("--events and --plans take numbers from 1 up")
    # The bytes do not depend on the locale: always UTF-8, always "\n".
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    writer = Writer(given.events, random.Random(given.seed), sys.stdout)
    plans = [Plan(index) for index in range(number)]
    try:
        set_up(writer, plans)
        live(writer, plans, given.events)
    except Done:
        pass


main()
