-- why: the same as 0076 in the words of PostgreSQL, which can take a CHECK away; two are called as their tables once were.
ALTER TABLE invites DROP CONSTRAINT invites_role_check;
ALTER TABLE role_changes DROP CONSTRAINT role_changes_role_check;
ALTER TABLE digest_readers DROP CONSTRAINT digest_readers_wide_kind_check;
ALTER TABLE digests DROP CONSTRAINT digests_wide_kind_check;
ALTER TABLE broadcasts DROP CONSTRAINT broadcasts_whom_check;
ALTER TABLE ledger_months ADD COLUMN by_yard INTEGER NOT NULL DEFAULT 0;
