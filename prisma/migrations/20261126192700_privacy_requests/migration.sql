-- What people ask about their own data (P16), in the portal or by letter, with the law's clock.
CREATE TABLE privacy_requests (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  -- A pseudonym once the person was erased (X29): so no foreign key takes the request along.
  member_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('access', 'correction', 'portability', 'erasure', 'objection')),
  received_by text NOT NULL CHECK (received_by IN ('portal', 'letter', 'email', 'phone', 'in_person')),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in_progress', 'done', 'refused', 'cancelled')),
  -- What they wrote, and what they were answered.
  details text NOT NULL DEFAULT '' CHECK (length(details) <= 22000),
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 22000),
  refusal_reason text CHECK (refusal_reason IN ('not_identified', 'unfounded', 'kept_by_law', 'rights_of_others', 'repeated')),
  received_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  -- When their data was taken out to be given to them.
  exported_at timestamptz(3),
  closed_at timestamptz(3),
  handled_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  CHECK ((closed_at IS NULL) = (status IN ('open', 'in_progress'))),
  CHECK ((refusal_reason IS NULL) = (status <> 'refused'))
);
CREATE INDEX privacy_requests_pending ON privacy_requests (tenant_id, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX privacy_requests_closed ON privacy_requests (tenant_id, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX privacy_requests_of_member ON privacy_requests (tenant_id, member_id, received_at DESC);
CALL seal('privacy_requests');

-- Two records of one person that become one have one list of requests.
CREATE OR REPLACE FUNCTION member_references() RETURNS TABLE (tab text, col text, key text, twin text) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('identifiers', 'member_id', 't.id::text', NULL),
    ('messages', 'author_id', 't.id::text', NULL),
    ('feedback', 'member_id', 't.id::text', NULL),
    ('feedback_comments', 'author_id', 't.id::text', NULL),
    ('feedback_votes', 'member_id', 't.feedback_id::text', 'o.feedback_id = t.feedback_id'),
    ('deliveries', 'member_id', 't.occurrence_id::text', 'o.occurrence_id = t.occurrence_id'),
    ('member_notes', 'member_id', 't.id::text', NULL),
    ('chat_authors', 'member_id', 't.group_id || '' '' || t.name', NULL),
    ('group_suggestions', 'member_id', 't.id::text', NULL),
    ('join_requests', 'member_id', 't.id::text', 'o.community_id = t.community_id AND o.status = ''pending''
      AND t.status = ''pending'' AND o.group_id IS NOT DISTINCT FROM t.group_id'),
    ('waiting_entries', 'member_id', 't.group_id::text', 'o.group_id = t.group_id'),
    ('bans', 'member_id', 't.id::text', NULL),
    ('invites', 'created_by_member', 't.id::text', NULL),
    ('members', 'invited_by', 't.id::text', NULL),
    ('community_members', 'invited_by', 't.community_id || '' '' || t.member_id', NULL),
    ('member_merges', 'into_id', 't.id::text', NULL),
    ('communities', 'successor_id', 't.id::text', NULL),
    ('groups', 'successor_id', 't.id::text', NULL),
    ('member_activity', 'member_id', 't.tenant_id::text', 'true'),
    ('privacy_requests', 'member_id', 't.id::text', NULL)
$$;
