-- why: on the web everybody was "Guest 4870" for ever; a number is kept without its word, to be read in every language.
ALTER TABLE people ADD COLUMN name_asked_at INTEGER;
UPDATE people SET name = '#' || substr(name, 7) WHERE name LIKE 'Guest ____'
  AND EXISTS (SELECT 1 FROM identities i WHERE i.person_id = people.id AND i.door = 'web');
