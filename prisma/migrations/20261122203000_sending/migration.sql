-- What an occurrence was frozen with, who scheduled an announcement, and the indexes of the audience (A3, A5, A13).

-- The right to send is looked at again when the announcement is due (A13): whose right it was.
ALTER TABLE announcements
  ADD COLUMN scheduled_by_kind text CHECK (scheduled_by_kind IN ('staff', 'member', 'system')),
  ADD COLUMN scheduled_by uuid;

ALTER TABLE occurrences
  ADD COLUMN kind text NOT NULL DEFAULT 'other',
  -- Scope and purpose of the audience, for the last look before a delivery is sent (X5).
  ADD COLUMN group_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN purpose text NOT NULL DEFAULT 'announcements' CHECK (purpose IN ('announcements', 'promotions', 'service')),
  ADD COLUMN retracted_at timestamptz(3);

-- Few rows each, read by every rehearsal and every freeze.
CREATE INDEX members_suspended ON members (tenant_id, id) WHERE suspended_at IS NOT NULL;
CREATE INDEX consents_refused ON consents (tenant_id, purpose, member_id) WHERE NOT granted;
