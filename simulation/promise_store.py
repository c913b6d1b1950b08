"""What must be true of ideas, polls, events and digests whatever happened, each as a question to the database."""

from bot.cli.invariants import Invariant
from bot.identity import roles
from bot.identity.roles import HEADS, TEAM, Role
from bot.outbox.store import fragments

AN_HOUR = 3_600_000  # ms
SPOKE = "(SELECT max(i.spoke_at) FROM identities i WHERE i.person_id = m.person_id)"
HAS = "EXISTS (SELECT 1 FROM members m WHERE m.place_id = p.id AND {})"
HELD_HERE = HAS.format(roles.holds("m.person_id", "p.id"))
HEADED = HAS.format(roles.holds("m.person_id", "p.id", *HEADS))
TEAM_WITHOUT_THE_CITY = (
    f"{roles.holds('m.person_id', 'p.id', *TEAM.roles)} AND NOT {roles.holds('m.person_id', 'p.id', Role.LIAISON)}"
)

TOWN = (
    Invariant(
        "no idea is without its author or a note on whose behalf it is",
        "SELECT count(*) FROM ideas i WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.id = i.person_id)"
        " OR EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id"
        " AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id = b.noted_by))",
    ),
    Invariant(
        "an idea has as many supporters as there are voices",
        "SELECT count(*) FROM ideas i WHERE i.voices <>"
        " (SELECT count(*) FROM idea_voices v WHERE v.idea_id = i.id AND v.apart <> 1)",
    ),
    Invariant(
        "an idea stands where its last step put it",
        "SELECT count(*) FROM ideas i JOIN idea_steps s ON s.idea_id = i.id"
        " WHERE s.id = (SELECT max(l.id) FROM idea_steps l WHERE l.idea_id = i.id) AND s.to_status <> i.status"
        " AND i.status <> 'withdrawn'",
    ),
    Invariant(
        "numbers that people say aloud are given once and in order",
        "SELECT count(*) FROM places p WHERE p.last_number < coalesce("
        "(SELECT max(i.number) FROM ideas i WHERE i.place_id = p.id), 0)",
    ),
    Invariant(
        "whoever voted was asked, or stands apart",
        "SELECT count(*) FROM (SELECT DISTINCT v.poll_id, v.person_id FROM poll_votes v WHERE NOT EXISTS"
        " (SELECT 1 FROM poll_asked a WHERE a.poll_id = v.poll_id AND a.person_id = v.person_id)) AS strangers",
    ),
    Invariant(
        "one vote a person where one may be given",
        "SELECT count(*) FROM (SELECT 1 FROM poll_votes v JOIN polls p ON p.id = v.poll_id WHERE p.kind = 'single'"
        " GROUP BY v.poll_id, v.person_id HAVING count(*) > 1) AS doubles",
    ),
    Invariant(
        "nobody gives more dots than there are",
        "SELECT count(*) FROM (SELECT 1 FROM poll_votes v JOIN polls p ON p.id = v.poll_id WHERE p.kind = 'dots'"
        " GROUP BY v.poll_id, v.person_id, p.dots HAVING sum(v.value) > p.dots) AS generous",
    ),
    Invariant(
        "nobody's basket costs more than there is",
        "SELECT count(*) FROM (SELECT 1 FROM poll_votes v JOIN polls p ON p.id = v.poll_id"
        " JOIN poll_options o ON o.id = v.option_id WHERE p.form = 'budget'"
        " GROUP BY v.poll_id, v.person_id, p.total HAVING sum(o.cost) > p.total) AS rich",
    ),
    Invariant(
        "nobody has two answers to one moment, or to one option",
        "SELECT count(*) FROM (SELECT 1 FROM poll_votes v GROUP BY v.poll_id, v.person_id, v.option_id"
        " HAVING count(*) > 1) AS doubles",
    ),
    Invariant(
        "no vote is later than the close",
        "SELECT count(*) FROM poll_votes v JOIN polls p ON p.id = v.poll_id WHERE v.voted_at > p.closed_at",
    ),
    Invariant(
        "seats taken are no more than there are",
        "SELECT count(*) FROM (SELECT 1 FROM events e JOIN (SELECT event_id, answer, guests, children"
        " FROM event_answers UNION ALL SELECT event_id, answer, guests, children FROM event_on_behalf) a"
        " ON a.event_id = e.id WHERE e.capacity > 0 AND e.status = 'announced' AND a.answer = 'coming'"
        " GROUP BY e.id, e.capacity HAVING sum(1 + a.guests + a.children) > e.capacity) AS full_houses",
    ),
    Invariant(
        "whoever came by a group's list is not named for longer than a month",
        "SELECT count(*) FROM event_on_behalf n JOIN events e ON e.id = n.event_id WHERE n.name <> ''"
        " AND e.starts_at < CAST(? AS BIGINT) - 32 * CAST(86400000 AS BIGINT)",
    ),
    Invariant(
        "what codes for arriving are made from is forgotten within three days",
        "SELECT count(*) FROM check_in_secrets WHERE made_at < CAST(? AS BIGINT) - 3 * CAST(86400000 AS BIGINT)",
    ),
    Invariant(
        "a list that was pasted is forgotten within two days",
        "SELECT count(*) FROM sign_up_pastes WHERE words <> ''"
        " AND pasted_at < CAST(? AS BIGINT) - 2 * CAST(86400000 AS BIGINT)",
    ),
    Invariant(
        "one digest a person, kind and day",
        "SELECT count(*) FROM (SELECT 1 FROM digests WHERE day IS NOT NULL"
        " GROUP BY place_id, person_id, kind, day HAVING count(*) > 1) AS doubles",
    ),
    Invariant(
        "nothing that people made is gone within its term unless it could not wait",
        "SELECT count(*) FROM made_changes WHERE outcome = 'gone' AND urgent IS NULL AND ended_at < may_at",
    ),
    Invariant(
        "the makers of what is gone have its last photo or were told that there is none",
        "SELECT count(*) FROM made_changes WHERE outcome = 'gone' AND shown_at IS NULL"
        " AND ended_at < CAST(? AS BIGINT) - 2 * 86400000",
    ),
    Invariant(
        "an owner hears when a term is over, and what nobody comes back to is over by itself",
        "SELECT count(*) FROM made_changes WHERE ended_at IS NULL AND"
        " ((told_at IS NULL AND may_at < CAST(? AS BIGINT) - 86400000)"
        " OR may_at < CAST(? AS BIGINT) - 31 * CAST(86400000 AS BIGINT))",
    ),
    # Begun: since somebody took up the invitation of an owner or a lead. An invitation alone begins nothing.
    Invariant(
        "a place that was begun has an owner or a lead, or nobody at all holds a role there and it rests",
        f"SELECT count(*) FROM places p WHERE p.begun_at IS NOT NULL AND NOT {HEADED}"  # noqa: S608 our own words
        f" AND NOT (p.rests_since IS NOT NULL AND NOT {HELD_HERE})",
    ),
    Invariant(
        "a place rests only without a team, but for the liaison who leads where there is no owner",
        f"SELECT count(*) FROM places p WHERE p.rests_since IS NOT NULL AND {HAS.format(TEAM_WITHOUT_THE_CITY)}",  # noqa: S608
    ),
    Invariant(
        "no answer about the yard waits for a party that is not there",
        "SELECT count(*) FROM ideas i JOIN idea_answers a ON a.idea_id = i.id AND a.space = i.space"  # noqa: S608
        f" WHERE i.space = 'yard' AND i.status = 'open' AND a.role IN ({roles.in_sql(*TEAM.roles)})"
        " AND a.step_id IS NULL AND a.ended_by IS NULL AND a.taken_back_at IS NULL"
        f" AND a.given_at < CAST(? AS BIGINT) - {AN_HOUR} AND NOT EXISTS (SELECT 1 FROM roles r"
        " WHERE r.place_id = i.place_id AND r.role = 'property_manager') AND NOT EXISTS (SELECT 1 FROM role_changes c"
        " WHERE c.place_id = i.place_id AND c.role = 'property_manager'"
        f" AND c.at > CAST(? AS BIGINT) - {AN_HOUR})",
    ),
    Invariant(
        "what is announced is organised by one of the team, or the team has it and knows",
        "SELECT count(*) FROM events e JOIN places p ON p.id = e.place_id WHERE e.status = 'announced'"  # noqa: S608
        " AND e.starts_at > CAST(? AS BIGINT) AND e.with_team = 0"
        f" AND NOT {roles.holds('e.maker_id', 'e.place_id', *TEAM.roles)}",
    ),
    Invariant(
        "what was given back is with the team until somebody takes it",
        "SELECT count(*) FROM events e WHERE e.status = 'announced' AND e.with_team = 1 AND e.series_id IS NULL"
        " AND e.starts_at > CAST(? AS BIGINT) AND EXISTS (SELECT 1 FROM handover_offers o WHERE o.feature = 'events'"
        " AND o.place_id = e.place_id AND o.thing = CAST(e.id AS TEXT))"
        " AND NOT EXISTS (SELECT 1 FROM handover_offers o WHERE o.feature = 'events' AND o.place_id = e.place_id"
        " AND o.thing = CAST(e.id AS TEXT) AND o.asked_id IS NULL AND o.ended_at IS NULL)",
    ),
    Invariant(
        "nobody is asked for ever to take something, or to keep a place",
        "SELECT (SELECT count(*) FROM handover_offers WHERE asked_id IS NOT NULL AND ended_at IS NULL"
        " AND offered_at < CAST(? AS BIGINT) - 6 * 86400000) + (SELECT count(*) FROM keeping_requests"
        " WHERE answered_at IS NULL AND asked_at < CAST(? AS BIGINT) - 6 * 86400000)",
    ),
    Invariant(
        "whoever holds a role and was silent for 22 days was asked whether she is still with us",
        "SELECT count(*) FROM members m JOIN people q ON q.id = m.person_id WHERE q.consented_at IS NOT NULL"  # noqa: S608
        " AND coalesce(q.paused_until, 0) < CAST(? AS BIGINT) - 86400000"
        f" AND {roles.holds('m.person_id', 'm.place_id')}"
        f" AND {SPOKE} < CAST(? AS BIGINT) - 22 * CAST(86400000 AS BIGINT)"
        " AND NOT EXISTS (SELECT 1 FROM silence_asks a WHERE a.place_id = m.place_id AND a.person_id = m.person_id"
        f" AND (a.silent_since >= {SPOKE} OR coalesce(a.paused_until, 0) > CAST(? AS BIGINT)"
        " - 22 * CAST(86400000 AS BIGINT)))",
    ),
    Invariant(
        "nobody is thanked without a sentence that somebody wrote",
        "SELECT count(*) FROM thanks WHERE state = 'sent' AND written_by IS NOT NULL AND words = ''",
    ),
    Invariant(
        "what nobody writes to lapses, and what nobody signs comes back",
        "SELECT (SELECT count(*) FROM thanks WHERE state = 'due'"
        " AND since < CAST(? AS BIGINT) - 31 * CAST(86400000 AS BIGINT))"
        " + (SELECT count(*) FROM certificates WHERE state = 'asked'"
        " AND changed_at < CAST(? AS BIGINT) - 31 * CAST(86400000 AS BIGINT))",
    ),
    Invariant(
        "nobody signs her own certificate, and each that stands was signed",
        "SELECT count(*) FROM certificates WHERE state = 'valid' AND (signed_by = person_id"
        " OR (person_id IS NOT NULL AND credential = ''))",
    ),
    Invariant(
        "somebody is reminded of every permit whose day has come",
        "SELECT count(*) FROM permits p WHERE p.status IN ('handed_in', 'questions')"
        " AND p.expected_at < CAST(? AS BIGINT) - 86400000 AND NOT EXISTS (SELECT 1 FROM permit_reminders r"
        " WHERE r.permit_id = p.id AND r.about_at = p.expected_at)",
    ),
    Invariant(
        "no permit says that it is valid after its last day",
        "SELECT count(*) FROM permits WHERE status IN ('granted', 'conditions')"
        " AND expires_at < CAST(? AS BIGINT) - 86400000",
    ),
    Invariant(
        "a permit stands where it was moved last, and a refusal says whom else to ask",
        "SELECT count(*) FROM permits p WHERE (p.status = 'refused' AND (p.refused_by = '' OR p.ask_else = ''))"
        " OR p.status <> coalesce((SELECT m.to_status FROM permit_moves m WHERE m.permit_id = p.id"
        " ORDER BY m.id DESC LIMIT 1), 'finding_out')",
    ),
    Invariant(
        "an idea is with the city once at a time, and what the city has is not kept here a second time",
        "SELECT count(*) FROM city_requests r WHERE (r.state NOT IN ('waiting', 'sending') AND r.words <> '')"
        " OR EXISTS (SELECT 1 FROM city_requests o WHERE o.idea_id = r.idea_id AND o.id <> r.id"
        " AND o.closed_at IS NULL AND r.closed_at IS NULL AND o.state IN ('waiting', 'sending', 'taken', 'uncertain')"
        " AND r.state IN ('waiting', 'sending', 'taken', 'uncertain'))",
    ),
    Invariant(
        "a promise is one person's once, and is reminded of no more once it is here or taken back",
        "SELECT count(*) FROM need_pledges WHERE (state IN ('given_back', 'withdrawn')) <> (ended_at IS NOT NULL)"
        " OR (state IN ('here', 'given_back')) <> (here_at IS NOT NULL)",
    ),
    Invariant(
        "a promise that nobody keeps or takes back ends by itself",
        "SELECT count(*) FROM need_pledges WHERE state = 'promised'"
        " AND coalesce(deliver_at, promised_at) < CAST(? AS BIGINT) - 32 * CAST(86400000 AS BIGINT)",
    ),
    Invariant(
        "nobody is the second of two with herself",
        "SELECT count(*) FROM money_agreements a JOIN money_lines l ON l.id = a.line_id"
        " WHERE a.person_id = l.noted_by OR l.needs_two = 0",
    ),
    Invariant(
        "a correction is of a line of the same change",
        "SELECT count(*) FROM money_lines l JOIN money_lines o ON o.id = l.corrects"
        " WHERE o.idea_id <> l.idea_id OR o.kind <> l.kind OR o.corrects IS NOT NULL OR o.id >= l.id",
    ),
    Invariant(
        "no more people do a task than it needs",
        "SELECT count(*) FROM (SELECT 1 FROM task_claims c JOIN task_dates d ON d.id = c.date_id"
        " JOIN tasks t ON t.id = d.task_id WHERE c.state IN ('claimed', 'stand_in', 'done', 'missed')"
        " GROUP BY d.id, t.needed HAVING count(*) > t.needed) AS crowded",
    ),
    Invariant(
        "whoever took a task on was reminded before it began",
        "SELECT count(*) FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"
        " LEFT JOIN events e ON e.id = t.event_id WHERE t.state = 'open' AND d.cancelled_at IS NULL"
        " AND (e.id IS NULL OR e.status = 'announced') AND c.state = 'claimed' AND c.asked_again = 0"
        " AND c.changed_at < d.starts_at - 86400000 AND d.starts_at < CAST(? AS BIGINT) - 3600000"
        " AND c.day_reminded_at IS NULL",
    ),
    Invariant(
        "a cancelled event takes its tasks along",
        "SELECT count(*) FROM task_dates d JOIN tasks t ON t.id = d.task_id JOIN events e ON e.id = t.event_id"
        " WHERE e.status = 'cancelled' AND t.state = 'open' AND d.cancelled_at IS NULL"
        " AND e.changed_at < CAST(? AS BIGINT) - 3600000 AND d.ends_at > CAST(? AS BIGINT)",
    ),
    Invariant(
        "nobody who gave her place back, or could not come, has hours for it",
        "SELECT count(*) FROM task_claims WHERE state <> 'done' AND minutes IS NOT NULL",
    ),
    Invariant(
        "that people stay away is told once a quarter at most",
        "SELECT count(*) FROM busy_alarms a JOIN busy_alarms b ON b.place_id = a.place_id AND b.week > a.week"
        " AND b.week < a.week + 13",
    ),
    Invariant(
        "what an owner tells of a week is looked at within a day",
        "SELECT count(*) FROM busy_weeks WHERE looked_at IS NULL AND told_at < CAST(? AS BIGINT) - 86400000",
    ),
    Invariant(
        "a round of the three values ends within a day of its time",
        "SELECT count(*) FROM pulse_rounds WHERE closed_at IS NULL AND closes_at < CAST(? AS BIGINT) - 86400000",
    ),
    Invariant(
        "nobody stands beside a face of a round that is over",
        "SELECT count(*) FROM pulse_answers a JOIN pulse_rounds r ON r.id = a.round_id WHERE r.closed_at IS NOT NULL",
    ),
    Invariant(
        "fewer than five faces are not kept, but the owner's",
        "SELECT count(*) FROM pulse_counts WHERE source = 'chat' AND question <> 'shop' AND good + same + bad < 5",
    ),
    Invariant(
        "no more faces are counted in the chat than people answered",
        "SELECT count(*) FROM pulse_counts c JOIN pulse_rounds r ON r.id = c.round_id WHERE c.source = 'chat'"
        " AND c.good + c.same + c.bad > r.answered",
    ),
    Invariant(
        "a month that is over is written down by its second day",
        "SELECT count(*) FROM places p WHERE EXISTS (SELECT 1 FROM ideas i WHERE i.place_id = p.id"
        " AND i.sent_at < CAST(? AS BIGINT) - 33 * CAST(86400000 AS BIGINT)) AND NOT EXISTS"
        " (SELECT 1 FROM ledger_months m WHERE m.place_id = p.id"
        " AND m.written_at > CAST(? AS BIGINT) - 33 * CAST(86400000 AS BIGINT))",
    ),
    Invariant(
        "owner and team are not told of a slide two months running",
        "SELECT count(*) FROM ledger_months a JOIN ledger_months b ON b.place_id = a.place_id"
        " AND b.month = a.month + 1 WHERE a.warned_at IS NOT NULL AND b.warned_at IS NOT NULL",
    ),
    Invariant(
        "a machine reads nobody's words without her yes to its host and its place's",
        "SELECT count(*) FROM machine_translations m JOIN ideas i ON i.id = m.idea_id"
        " WHERE m.state IN ('asking', 'made') AND (NOT EXISTS (SELECT 1 FROM machine_consents c"
        " WHERE c.person_id = i.person_id AND c.host = m.host AND c.given = 1) OR NOT EXISTS"
        " (SELECT 1 FROM machine_places p WHERE p.place_id = i.place_id AND p.host = m.host))",
    ),
    Invariant(
        "what was understood of a voice is kept only until its speaker answers",
        "SELECT count(*) FROM transcripts WHERE state <> 'asked' AND words <> ''",
    ),
    Invariant(
        "whoever voted hears within a day what it led to",
        "SELECT count(*) FROM poll_hearings h WHERE EXISTS (SELECT 1 FROM poll_decisions d"
        " WHERE d.poll_id = h.poll_id) AND NOT EXISTS (SELECT 1 FROM poll_decisions d WHERE d.poll_id = h.poll_id"
        " AND d.decided_at >= CAST(? AS BIGINT) - 86400000)",
    ),
    Invariant(
        "nothing under five stands in the open data",
        "SELECT count(*) FROM open_data_counts WHERE people < 5",
    ),
    Invariant(
        "data are as open as stands on record",
        "SELECT count(*) FROM places p WHERE coalesce(p.data_licence, '') <> coalesce((SELECT c.licence"
        " FROM open_data_changes c WHERE c.place_id = p.id ORDER BY c.id DESC LIMIT 1), '')",
    ),
    Invariant(
        "open data are counted every day",
        "SELECT count(*) FROM places p LEFT JOIN open_data_days d ON d.place_id = p.id"
        " WHERE p.data_licence IS NOT NULL AND coalesce(d.day, 0) < 719163 - 2 + CAST(? AS BIGINT) / 86400000",
    ),
    Invariant(
        "what was done is looked after from the next day on",
        "SELECT count(*) FROM idea_steps s JOIN ideas i ON i.id = s.idea_id WHERE s.to_status = 'done'"
        " AND i.status IN ('done', 'looked_again') AND s.taken_at < CAST(? AS BIGINT) - 86400000"
        " AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = s.id) AND s.undoes IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM care_plans p WHERE p.idea_id = i.id)",
    ),
    Invariant(
        "nobody is her own deputy",
        "SELECT count(*) FROM care_plans WHERE steward_id = deputy_id",
    ),
    Invariant(
        "nobody is waited for longer than her days, and what is over waits for nobody",
        "SELECT count(*) FROM care_checks c JOIN care_plans p ON p.id = c.plan_id WHERE c.closed_at IS NULL"
        " AND (c.waits_until < CAST(? AS BIGINT) - 86400000"
        " OR p.ended_at < CAST(? AS BIGINT) - 86400000)",
    ),
    Invariant(
        "what was found is told to everybody concerned",
        "SELECT count(*) FROM care_checks c WHERE c.told_at IS NULL AND (c.shown_at < CAST(? AS BIGINT) - 86400000"
        " OR (c.shown_at IS NULL AND c.answered_at < CAST(? AS BIGINT) - 6 * CAST(86400000 AS BIGINT)))",
    ),
    Invariant(
        "what goes into a kit was read by a lead",
        "SELECT count(*) FROM kit_pages p WHERE p.state = 'in' AND p.kind NOT IN ('curve', 'permit')"
        " AND NOT EXISTS (SELECT 1 FROM kit_words w WHERE w.page_id = p.id)",
    ),
    Invariant(
        "no question for a press sheet waits for more than fourteen days, and each yes was said",
        "SELECT count(*) FROM press_pieces WHERE (state = 'waiting' AND asked_at < CAST(? AS BIGINT)"
        " - 15 * CAST(86400000 AS BIGINT)) OR (state = 'yes' AND (said_at IS NULL OR told_at IS NULL))",
    ),
    Invariant(
        "a file that was asked for is read or given up within an hour",
        "SELECT count(*) FROM sent_files WHERE not_before < CAST(? AS BIGINT) - 3600000",
    ),
    Invariant(
        "no question to an expert is silent for more than ten days without somebody told",
        "SELECT count(*) FROM expert_questions WHERE state = 'open' AND told_at IS NULL"
        " AND moved_at < CAST(? AS BIGINT) - 11 * CAST(86400000 AS BIGINT)",
    ),
    Invariant(
        "nobody but the two and the desk reads an answer before the team looked",
        "SELECT count(*) FROM expert_questions WHERE (shown = 1 OR useful = 1) AND looked_at IS NULL",
    ),
    Invariant(
        "a broadcast is over when nobody waits for it any more",
        "SELECT count(*) FROM broadcasts b WHERE b.state = 'sending'"  # noqa: S608 our own columns
        " AND b.send_at < CAST(? AS BIGINT) - 86400000"
        " AND NOT EXISTS (SELECT 1 FROM campaign_people c WHERE c.campaign_id = b.campaign_id"
        " AND c.held_until IS NOT NULL)"
        f" AND NOT {fragments.any_under_way('b.campaign_id', 'CAST(? AS BIGINT) - 3600000')}",
    ),
)
