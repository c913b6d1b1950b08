-- why: a role is a row: one more role needs no column, and every row says since when it is held.

-- Which roles there are, bot/identity/roles.py says; doctor names a row of another.
CREATE TABLE roles (
    person_id INTEGER NOT NULL REFERENCES people (id),
    place_id INTEGER NOT NULL REFERENCES places (id),
    role TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (person_id, place_id, role),
    FOREIGN KEY (person_id, place_id) REFERENCES members (person_id, place_id)
);
CREATE INDEX roles_by_place ON roles (place_id, role);

INSERT INTO roles (person_id, place_id, role, since)
SELECT m.person_id, m.place_id, held.role, coalesce((SELECT max(c.at) FROM role_changes c
    WHERE c.person_id = m.person_id AND c.place_id = m.place_id AND c.role = held.role AND c.given = 1), m.joined_at)
FROM members m CROSS JOIN (SELECT 'volunteer' AS role UNION ALL SELECT 'lead'
    UNION ALL SELECT 'shopkeeper' UNION ALL SELECT 'liaison') held
WHERE CASE held.role WHEN 'volunteer' THEN m.volunteer WHEN 'lead' THEN m.lead
    WHEN 'shopkeeper' THEN m.shopkeeper ELSE m.liaison END = 1;

-- Two people who became one may still part: what each was is kept as JSON, so that it is split by its words.
INSERT INTO joining_rows (joining_id, table_name, column_name, hers, others)
SELECT r.joining_id, 'roles', 'person_id',
    CASE WHEN r.hers LIKE '%"' || held.role || '": 1%' THEN '[{"person_id": ' || j.person_id || ', "place_id": ' || p.id
        || ', "role": "' || held.role || '", "since": ' || j.joined_at || '}]' ELSE '[]' END,
    '[{"person_id": ' || j.other_id || ', "place_id": ' || p.id
        || ', "role": "' || held.role || '", "since": ' || j.joined_at || '}]'
FROM joining_rows r JOIN joinings j ON j.id = r.joining_id JOIN places p ON r.others LIKE '%"place_id": ' || p.id || ',%'
CROSS JOIN (SELECT 'volunteer' AS role UNION ALL SELECT 'lead'
    UNION ALL SELECT 'shopkeeper' UNION ALL SELECT 'liaison') held
WHERE r.table_name = 'members' AND r.others LIKE '%"' || held.role || '": 1%';
UPDATE joining_rows SET hers = replace(replace(hers, ', "lead": 0', ''), ', "lead": 1', ''),
    others = replace(replace(others, ', "lead": 0', ''), ', "lead": 1', '') WHERE table_name = 'members';
UPDATE joining_rows SET hers = replace(replace(hers, ', "liaison": 0', ''), ', "liaison": 1', ''),
    others = replace(replace(others, ', "liaison": 0', ''), ', "liaison": 1', '') WHERE table_name = 'members';
UPDATE joining_rows SET hers = replace(replace(hers, ', "shopkeeper": 0', ''), ', "shopkeeper": 1', ''),
    others = replace(replace(others, ', "shopkeeper": 0', ''), ', "shopkeeper": 1', '') WHERE table_name = 'members';
UPDATE joining_rows SET hers = replace(replace(hers, ', "volunteer": 0', ''), ', "volunteer": 1', ''),
    others = replace(replace(others, ', "volunteer": 0', ''), ', "volunteer": 1', '') WHERE table_name = 'members';

ALTER TABLE members DROP COLUMN volunteer;
ALTER TABLE members DROP COLUMN lead;
ALTER TABLE members DROP COLUMN shopkeeper;
ALTER TABLE members DROP COLUMN liaison;
