-- From this instant on nothing of the tenant may be changed but what gets it out of there: a payment that is overdue for
-- longer than the retry window (B6). Null: open.
ALTER TABLE tenants ADD COLUMN read_only_from timestamptz(3);
