-- The loop of feedback (F1–F4): where it came from, who else may see and support it, what came of it and who was told, and
-- whether it was solved.

ALTER TABLE feedback
  ADD COLUMN source text NOT NULL DEFAULT 'portal'
    CHECK (source IN ('portal', 'announcement', 'form', 'api', 'import', 'staff')),
  -- By which measure a score is: 0–10 (would recommend) or 1–5 (content).
  ADD COLUMN scale text CHECK (scale IN ('nps', 'csat')),
  -- The author lets other members of the community see it without their name; the team may take it from view.
  ADD COLUMN may_share boolean NOT NULL DEFAULT false,
  ADD COLUMN is_shared boolean NOT NULL DEFAULT false,
  -- Goes up when somebody says that it was not solved: what is final then is told anew.
  ADD COLUMN round integer NOT NULL DEFAULT 1 CHECK (round >= 1),
  ADD COLUMN overdue_told_at timestamptz(3),
  ADD COLUMN sought text GENERATED ALWAYS AS (public.fold(title)) STORED;
-- Even the owner of the table obeys its seal: lifted for this one reading over all tenants.
ALTER TABLE feedback NO FORCE ROW LEVEL SECURITY;
ALTER TABLE blocks NO FORCE ROW LEVEL SECURITY;
ALTER TABLE block_answers NO FORCE ROW LEVEL SECURITY;
UPDATE feedback f SET source = 'announcement', scale = CASE WHEN f.score IS NOT NULL THEN nullif(b.content ->> 'score', 'none') END
  FROM block_answers a JOIN blocks b ON b.tenant_id = a.tenant_id AND b.id = a.block_id
  WHERE a.tenant_id = f.tenant_id AND a.feedback_id = f.id AND b.content ->> 'score' IN ('nps', 'csat', 'none');
UPDATE feedback SET scale = 'nps' WHERE score IS NOT NULL AND scale IS NULL;
UPDATE feedback SET scale = NULL WHERE score IS NULL;
ALTER TABLE block_answers FORCE ROW LEVEL SECURITY;
ALTER TABLE blocks FORCE ROW LEVEL SECURITY;
ALTER TABLE feedback FORCE ROW LEVEL SECURITY;
ALTER TABLE feedback
  ADD CHECK ((score IS NULL) = (scale IS NULL)),
  ADD CHECK (scale <> 'csat' OR score BETWEEN 1 AND 5),
  ADD CHECK (NOT is_shared OR (kind = 'suggestion' AND community_id IS NOT NULL));
CREATE INDEX feedback_shared ON feedback (tenant_id, community_id, created_at DESC, id DESC) WHERE is_shared;
CREATE INDEX feedback_of_status ON feedback (tenant_id, status, created_at DESC, id DESC);
CREATE INDEX feedback_merged ON feedback (tenant_id, merged_into) WHERE merged_into IS NOT NULL;

-- A vote that came with an item merged into this one goes again when the merge is undone.
ALTER TABLE feedback_votes ADD COLUMN came_from uuid;

-- Who was told what came of an item, once per end and round, and whether it was solved for them. As a vote it outlives its
-- person as a number (X29).
CREATE TABLE feedback_outcomes (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  feedback_id uuid NOT NULL,
  member_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('done', 'declined')),
  round integer NOT NULL,
  -- The item by which they know it: their own, or the one they support; it may have been merged into this one.
  via_id uuid NOT NULL,
  told_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3),
  solved boolean,
  answered_at timestamptz(3),
  PRIMARY KEY (tenant_id, feedback_id, member_id, status, round),
  FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_outcomes_of_member ON feedback_outcomes (tenant_id, member_id, told_at DESC);
CREATE INDEX feedback_outcomes_via ON feedback_outcomes (tenant_id, via_id);
CALL seal('feedback_outcomes');

-- Two records of one person that become one were told once (X22).
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('member_references'::regproc), E'\n  VALUES\n',
    E'\n  VALUES\n    (''feedback_outcomes'', ''member_id'', ''t.feedback_id || '''' '''' || t.status || '''' '''' || t.round'',\n'
    '      ''o.feedback_id = t.feedback_id AND o.status = t.status AND o.round = t.round''),\n');
END $do$;
