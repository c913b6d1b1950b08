"""What must be true of ideas, polls, events and digests whatever happened, each as a question to the database."""

from bot.cli.invariants import Invariant

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
        "no vote is later than the close",
        "SELECT count(*) FROM poll_votes v JOIN polls p ON p.id = v.poll_id WHERE v.voted_at > p.closed_at",
    ),
    Invariant(
        "seats taken are no more than there are",
        "SELECT count(*) FROM (SELECT 1 FROM events e JOIN event_answers a ON a.event_id = e.id"
        " WHERE e.capacity > 0 AND e.status = 'announced' AND a.answer = 'coming'"
        " GROUP BY e.id, e.capacity HAVING sum(1 + a.guests + a.children) > e.capacity) AS full_houses",
    ),
    Invariant(
        "one digest a person, kind and day",
        "SELECT count(*) FROM (SELECT 1 FROM digests WHERE day IS NOT NULL"
        " GROUP BY place_id, person_id, kind, day HAVING count(*) > 1) AS doubles",
    ),
    Invariant(
        "a broadcast is over when nobody waits for it any more",
        "SELECT count(*) FROM broadcasts b WHERE b.state = 'sending' AND b.send_at < CAST(? AS BIGINT) - 86400000"
        " AND NOT EXISTS (SELECT 1 FROM campaign_people c WHERE c.campaign_id = b.campaign_id"
        " AND c.held_until IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = CAST(b.campaign_id AS TEXT)"
        " AND (o.state IN ('waiting', 'sending') OR o.settled_at > CAST(? AS BIGINT) - 3600000))",
    ),
)
