-- why: of several processes one fetches a picture, and one removes a file; who holds it, and until when others leave it.
ALTER TABLE media ADD COLUMN claimed_by INTEGER;
ALTER TABLE media ADD COLUMN claimed_until INTEGER;
ALTER TABLE erasures ADD COLUMN claimed_by INTEGER;
ALTER TABLE erasures ADD COLUMN claimed_until INTEGER;
ALTER TABLE wipes ADD COLUMN claimed_by INTEGER;
ALTER TABLE wipes ADD COLUMN claimed_until INTEGER;
