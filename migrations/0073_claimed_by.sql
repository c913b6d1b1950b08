-- why: a claim says which process made it, so that a dead one's is taken over at once and a living one's never.
ALTER TABLE outbox ADD COLUMN claimed_by INTEGER;
ALTER TABLE relay_posts ADD COLUMN claimed_by INTEGER;
ALTER TABLE city_requests ADD COLUMN claimed_by INTEGER;
ALTER TABLE machine_translations ADD COLUMN claimed_by INTEGER;
