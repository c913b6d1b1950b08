"""What happened, in a table that fits a screen: the same bytes for the same seed."""

from bot.clock import milliseconds
from simulation import report_store
from simulation.chronicle import Chronicle
from simulation.people import Plan
from simulation.town import Town

LEFT = 16  # columns of the first word
ON_BOARD = ("new", "open", "agreed", "agreed_but", "trial", "not_now", "planned", "under_way", "done", "looked_again")


async def write(town: Town, chronicle: Chronicle, plans: list[Plan], days: int) -> list[str]:
    async with town.app.database.read() as tx:
        everybody, agreed, unreachable = await report_store.people_reached(tx)
        statuses = await report_store.ideas_by_status(tx)
        supports = await report_store.count(tx, "idea_voices")
        comments = await report_store.count(tx, "idea_comments")
        followers = await report_store.count(tx, "idea_followers")
        turnouts = await report_store.turnouts(tx)
        gatherings = await report_store.gatherings(tx, milliseconds(town.clock.now()))
        digests = await report_store.digests(tx)
        answers = await report_store.digest_answers(tx)
        aside = await report_store.count(tx, "kept_aside")
    languages = [sum(plan.language == one for plan in plans) for one in ("zh", "ug", "en")]
    doors = [sum(plan.door == one for plan in plans) for one in ("telegram", "web")]
    most, usual = chronicle.unasked_a_week(town, days)
    told, notes, seen = chronicle.all_broadcasts(), town.notes, town.telegram.counts
    asked, voters = sum(one.asked for one in turnouts), sum(one.voters for one in turnouts)
    return [
        _line("people", f"{everybody} spoke, {agreed} agreed, {unreachable} out of reach at the end;"
                        f" zh {languages[0]}, ug {languages[1]}, en {languages[2]};"
                        f" Telegram {doors[0]}, web chat {doors[1]}"),
        _line("ideas", ", ".join(f"{statuses[one]} {one.replace('_', ' ')}" for one in _ordered(statuses)) or "none"),
        _line("around them", f"{supports} voices, {comments} comments, {followers} follow"),
        _line("polls", f"{len(turnouts)}, {voters} of {asked} asked voted ({_share(voters, asked)})"),
        _line("events", f"{len(gatherings)}, {sum(one.coming for one in gatherings)} coming with"
                        f" {sum(one.guests for one in gatherings)} guests;"
                        f" {sum(one.came for one in gatherings)} ticked as there,"
                        f" {sum(one.no_shows for one in gatherings)} not"),
        _line("digests kept", "; ".join(f"{kind} {made}, {read} read" for kind, (made, read) in digests.items())
                              + f"; {answers} decisions answered in them"),
        _line("broadcasts", f"{len(chronicle.broadcasts)} to {told.total}: {told.reached} reached, {told.blocked}"
                            f" blocked, {told.unsure} unsure, {told.waiting} waiting, {told.stopped} stopped"),
        _line("unasked", f"at most {most} a resident and week, 95 % have {usual} or fewer"),
        _line("updates", f"{sum(notes.handled.values())} handled ({notes.handled['telegram']} Telegram,"
                         f" {notes.handled['web']} web), {notes.outcomes['seen before']} seen before,"
                         f" {notes.outcomes['refused']} refused, {notes.outcomes['old button']} old buttons,"
                         f" {aside} kept aside"),
        _line("calls", ", ".join(f"{count} {state}" for state, count in sorted(chronicle.sent.items()))),
        _line("Telegram saw", f"{seen.messages} messages, {seen.edits} edits; said wait {seen.too_many} times,"
                              f" blocked {seen.blocked}, fell silent {seen.lost}"),
        _line("restarts", f"{town.counts['restarts']}"),
        "",
        *(f"{'ok      ' if not broken else 'BROKEN  '}{name}{f': {broken}' if broken else ''}"
          for name, broken in chronicle.findings.items()),
    ]  # fmt: skip


def _ordered(statuses: dict[str, int]) -> list[str]:
    return [one for one in ON_BOARD if one in statuses] + sorted(set(statuses) - set(ON_BOARD))


def _line(what: str, words: str) -> str:
    return f"{what:<{LEFT}}{words}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"
