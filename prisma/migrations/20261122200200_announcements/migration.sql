-- Announcements, occurrences, deliveries: rules A of the domain.

CREATE TABLE announcements (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL DEFAULT 'other' CHECK (kind IN ('launch', 'promotion', 'reminder', 'event', 'content', 'other')),
  body text NOT NULL DEFAULT '' CHECK (length(body) <= 45056),
  media jsonb,
  block jsonb,
  channels text[] NOT NULL DEFAULT '{in_app}',
  -- { kind: "community" | "groups" | "segment", groupIds?, segmentId?, exclude? }
  audience jsonb NOT NULL DEFAULT '{"kind":"community"}',
  community_ids uuid[] NOT NULL,
  schedule_mode text NOT NULL DEFAULT 'now' CHECK (schedule_mode IN ('now', 'at', 'memberLocal')),
  local_time text,
  timezone text,
  rrule text,
  -- The resolved instant of the next occurrence; local_time and timezone are the truth (A6).
  due_at timestamptz(3),
  grace_seconds integer NOT NULL DEFAULT 21600 CHECK (grace_seconds >= 0),
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'in_review', 'approved', 'scheduled', 'sending',
    'sent', 'cancelled', 'paused', 'failed', 'missed')),
  status_reason text,
  version integer NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CHECK (schedule_mode = 'now' OR (local_time IS NOT NULL AND timezone IS NOT NULL))
);
CREATE INDEX announcements_newest ON announcements (tenant_id, created_at DESC, id DESC);
CREATE INDEX announcements_due ON announcements (due_at) WHERE status = 'scheduled';
CALL seal('announcements');

CREATE TABLE announcement_transitions (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL DEFAULT new_id(),
  announcement_id uuid NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  actor_label text NOT NULL DEFAULT '',
  reason text,
  at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, announcement_id) REFERENCES announcements (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX announcement_transitions_of ON announcement_transitions (tenant_id, announcement_id, at);
CALL seal('announcement_transitions');

CREATE TABLE occurrences (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  announcement_id uuid NOT NULL,
  due_at timestamptz(3) NOT NULL,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  status text NOT NULL DEFAULT 'scheduled'
    CHECK (status IN ('scheduled', 'sending', 'sent', 'paused', 'cancelled', 'failed', 'missed')),
  -- What was sent, as it was sent.
  body text NOT NULL DEFAULT '',
  -- The audience communities at freeze time, for the portal's feed.
  community_ids uuid[] NOT NULL DEFAULT '{}',
  -- Exclusive counters, changed in the same statement as the delivery rows.
  queued integer NOT NULL DEFAULT 0,
  sent integer NOT NULL DEFAULT 0,
  delivered integer NOT NULL DEFAULT 0,
  read integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  unknown integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, announcement_id, due_at),
  FOREIGN KEY (tenant_id, announcement_id) REFERENCES announcements (tenant_id, id) ON DELETE CASCADE
);
CALL seal('occurrences');

-- The unit of "exactly once" (A8): its primary key is the promise. One foreign key only: each costs the fan-out dearly.
CREATE TABLE deliveries (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  occurrence_id uuid NOT NULL,
  member_id uuid NOT NULL,
  channel text NOT NULL DEFAULT 'in_app',
  -- 'sending' is 'queued' under a lease; it is counted and shown as queued.
  status text NOT NULL DEFAULT 'queued'
    CHECK (status IN ('queued', 'sending', 'sent', 'delivered', 'read', 'skipped', 'failed', 'unknown')),
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz(3),
  sent_at timestamptz(3),
  delivered_at timestamptz(3),
  read_at timestamptz(3),
  PRIMARY KEY (tenant_id, occurrence_id, member_id)
) WITH (fillfactor = 70);
CREATE INDEX deliveries_of_member ON deliveries (tenant_id, member_id, occurrence_id DESC);
CREATE INDEX deliveries_open ON deliveries (tenant_id, occurrence_id, member_id) WHERE status IN ('queued', 'sending');
CALL seal('deliveries');

-- Occurrences that are due or were interrupted, over all tenants: the sweep that leaves nothing behind in silence (A12).
CALL open_to_doors('announcements', 'tenant_id, id, status, due_at');
CALL open_to_doors('occurrences', 'tenant_id, id, status, started_at');
CREATE FUNCTION due_announcements(at timestamptz) RETURNS TABLE (tenant_id uuid, announcement_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.tenant_id, a.id FROM announcements a WHERE a.status = 'scheduled' AND a.due_at <= at ORDER BY a.due_at LIMIT 1000
$$;
CREATE FUNCTION sending_occurrences() RETURNS TABLE (tenant_id uuid, occurrence_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.tenant_id, o.id FROM occurrences o WHERE o.status = 'sending' ORDER BY o.started_at LIMIT 1000
$$;
CALL door('due_announcements(timestamptz)');
CALL door('sending_occurrences()');
CREATE INDEX occurrences_sending ON occurrences (started_at) WHERE status = 'sending';
