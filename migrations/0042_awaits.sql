-- why: street ideas wait for the liaison; whoever is asked to speak with somebody needs to know with whom.
ALTER TABLE digest_handovers ADD COLUMN awaits TEXT NOT NULL DEFAULT 'shopkeeper';
