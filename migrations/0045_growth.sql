-- why: a press in a town of a hundred thousand ideas and a million votes must cost what it costs in one of a hundred.

-- How many ideas of each status lie at each spot (0: at none); drafts are nobody's business. Kept by the triggers
-- below, whoever writes.
CREATE TABLE idea_counts (
    place_id INTEGER NOT NULL REFERENCES places (id),
    status TEXT NOT NULL,
    spot_id INTEGER NOT NULL,
    ideas INTEGER NOT NULL,
    PRIMARY KEY (place_id, status, spot_id)
);
INSERT INTO idea_counts (place_id, status, spot_id, ideas)
    SELECT place_id, status, coalesce(spot_id, 0), count(*) FROM ideas WHERE status <> 'draft'
    GROUP BY place_id, status, coalesce(spot_id, 0);
CREATE TRIGGER ideas_counted_in AFTER INSERT ON ideas FOR EACH ROW WHEN (NEW.status <> 'draft') BEGIN
    INSERT INTO idea_counts (place_id, status, spot_id, ideas)
        VALUES (NEW.place_id, NEW.status, coalesce(NEW.spot_id, 0), 1)
        ON CONFLICT (place_id, status, spot_id) DO UPDATE SET ideas = idea_counts.ideas + 1;
END;
CREATE TRIGGER ideas_counted_out AFTER DELETE ON ideas FOR EACH ROW WHEN (OLD.status <> 'draft') BEGIN
    UPDATE idea_counts SET ideas = ideas - 1
        WHERE place_id = OLD.place_id AND status = OLD.status AND spot_id = coalesce(OLD.spot_id, 0);
END;
CREATE TRIGGER ideas_counted_anew AFTER UPDATE OF place_id, status, spot_id ON ideas FOR EACH ROW
    WHEN (OLD.status <> NEW.status OR OLD.place_id <> NEW.place_id
        OR coalesce(OLD.spot_id, 0) <> coalesce(NEW.spot_id, 0)) BEGIN
    UPDATE idea_counts SET ideas = ideas - 1
        WHERE place_id = OLD.place_id AND status = OLD.status AND spot_id = coalesce(OLD.spot_id, 0)
        AND OLD.status <> 'draft';
    INSERT INTO idea_counts (place_id, status, spot_id, ideas)
        SELECT NEW.place_id, NEW.status, coalesce(NEW.spot_id, 0), 1 WHERE NEW.status <> 'draft'
        ON CONFLICT (place_id, status, spot_id) DO UPDATE SET ideas = idea_counts.ideas + 1;
END;

-- When the newest step was taken; NULL where none was.
ALTER TABLE ideas ADD COLUMN changed_at INTEGER;
UPDATE ideas SET changed_at = (SELECT max(s.taken_at) FROM idea_steps s WHERE s.idea_id = ideas.id);
CREATE TRIGGER ideas_changed AFTER INSERT ON idea_steps FOR EACH ROW BEGIN
    UPDATE ideas SET changed_at = NEW.taken_at WHERE id = NEW.idea_id AND coalesce(changed_at, 0) < NEW.taken_at;
END;

-- Each holds the ideas of a board, or a part of it, in the order in which somebody reads them. Those on the board
-- are named as `PUBLIC` of handlers/ideas/store.py writes them, or SQLite does not see that it is the same.
CREATE INDEX ideas_newest ON ideas (place_id, number) WHERE status IN ('agreed', 'agreed_but', 'done',
    'looked_again', 'not_now', 'open', 'planned', 'trial', 'under_way');
CREATE INDEX ideas_by_voices ON ideas (place_id, voices, number) WHERE status IN ('agreed', 'agreed_but', 'done',
    'looked_again', 'not_now', 'open', 'planned', 'trial', 'under_way');
CREATE INDEX ideas_at_spot ON ideas (place_id, spot_id, number) WHERE status IN ('agreed', 'agreed_but', 'done',
    'looked_again', 'not_now', 'open', 'planned', 'trial', 'under_way');
CREATE INDEX ideas_lately ON ideas (place_id, coalesce(changed_at, published_at, sent_at, touched_at), id)
    WHERE status IN ('agreed', 'agreed_but', 'done', 'looked_again', 'not_now', 'open', 'planned', 'trial',
    'under_way');
CREATE INDEX ideas_published ON ideas (place_id, coalesce(published_at, sent_at), id);
CREATE INDEX ideas_of_status ON ideas (place_id, status, number);
CREATE INDEX ideas_of_status_at_spot ON ideas (place_id, status, spot_id, number);
CREATE INDEX ideas_of_person ON ideas (person_id, place_id, number);
CREATE INDEX ideas_sent ON ideas (place_id, sent_at);
CREATE INDEX ideas_not_answered ON ideas (place_id, coalesce(published_at, sent_at), id)
    WHERE status = 'open' AND space IN ('yard', 'unsure');
CREATE INDEX ideas_undecided ON ideas (place_id, voices DESC, id)
    WHERE status IN ('agreed', 'agreed_but', 'not_now', 'open', 'trial');
CREATE INDEX ideas_new ON ideas (place_id, coalesce(published_at, sent_at), id) WHERE status = 'new';
DROP INDEX ideas_unseen;
CREATE INDEX ideas_unseen ON ideas (place_id, coalesce(published_at, sent_at), id) WHERE unseen = 1;
CREATE INDEX ideas_put_off ON ideas (place_id, passed_at) WHERE passed_at IS NOT NULL;
CREATE INDEX ideas_read_as ON ideas (place_id, read_as);
CREATE INDEX idea_changes_waiting ON idea_changes (idea_id) WHERE state = 'waiting';
CREATE INDEX idea_questions_waiting ON idea_questions (idea_id) WHERE answered_at IS NULL;
CREATE INDEX idea_voices_by_time ON idea_voices (given_at);
CREATE INDEX idea_answers_by_time ON idea_answers (given_at);
CREATE INDEX idea_steps_by_time ON idea_steps (taken_at);
CREATE INDEX poll_votes_by_time ON poll_votes (voted_at);
CREATE INDEX media_by_hash ON media (hash);
CREATE INDEX idea_steps_by_photo ON idea_steps (after_media_id) WHERE after_media_id IS NOT NULL;

-- Who counts in a poll: `option_id` 0 for the people who voted, `apart` as in poll_asked. `points` is what they gave.
CREATE TABLE poll_tallies (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    apart INTEGER NOT NULL,
    option_id INTEGER NOT NULL,
    people INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (poll_id, option_id, apart)
);
INSERT INTO poll_tallies (poll_id, apart, option_id, people, points)
    SELECT v.poll_id, a.apart, v.option_id, count(*), sum(v.value) FROM poll_votes v
    JOIN poll_asked a ON a.poll_id = v.poll_id AND a.person_id = v.person_id
    GROUP BY v.poll_id, a.apart, v.option_id;
INSERT INTO poll_tallies (poll_id, apart, option_id, people, points)
    SELECT v.poll_id, a.apart, 0, count(DISTINCT v.person_id), 0 FROM poll_votes v
    JOIN poll_asked a ON a.poll_id = v.poll_id AND a.person_id = v.person_id
    GROUP BY v.poll_id, a.apart;
CREATE INDEX polls_closed ON polls (place_id, closed_at) WHERE state = 'closed';
