-- why: to know which words everybody uses, every posting of theirs was read whenever somebody suggested something.

-- How many ideas have a gram. Kept by the triggers, whoever writes.
CREATE TABLE gram_counts (
    place_id INTEGER NOT NULL REFERENCES places (id),
    gram TEXT NOT NULL,
    ideas INTEGER NOT NULL,
    PRIMARY KEY (place_id, gram)
);
-- A draft is filed when it is sent.
DELETE FROM idea_grams WHERE idea_id IN (SELECT id FROM ideas WHERE status = 'draft');
INSERT INTO gram_counts (place_id, gram, ideas)
    SELECT place_id, gram, count(*) FROM idea_grams GROUP BY place_id, gram;
CREATE TRIGGER grams_counted_in AFTER INSERT ON idea_grams FOR EACH ROW BEGIN
    INSERT INTO gram_counts (place_id, gram, ideas) VALUES (NEW.place_id, NEW.gram, 1)
        ON CONFLICT (place_id, gram) DO UPDATE SET ideas = gram_counts.ideas + 1;
END;
CREATE TRIGGER grams_counted_out AFTER DELETE ON idea_grams FOR EACH ROW BEGIN
    UPDATE gram_counts SET ideas = ideas - 1 WHERE place_id = OLD.place_id AND gram = OLD.gram;
END;
