-- Feedback (F) and billing (B) of the domain.

CREATE TABLE feedback (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  member_id uuid,
  community_id uuid,
  kind text NOT NULL CHECK (kind IN ('suggestion', 'complaint', 'praise', 'question')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 2200),
  body text NOT NULL DEFAULT '' CHECK (length(body) <= 45056),
  score integer CHECK (score BETWEEN 0 AND 10),
  status text NOT NULL DEFAULT 'new'
    CHECK (status IN ('new', 'triaged', 'planned', 'in_progress', 'done', 'declined', 'merged')),
  status_reason text,
  merged_into uuid,
  owner_id uuid,
  due_at timestamptz(3),
  tags text[] NOT NULL DEFAULT '{}',
  votes integer NOT NULL DEFAULT 0 CHECK (votes >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_newest ON feedback (tenant_id, created_at DESC, id DESC);
CREATE INDEX feedback_of_member ON feedback (tenant_id, member_id, created_at DESC);
CALL seal('feedback');

CREATE TABLE feedback_comments (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  id uuid NOT NULL,
  feedback_id uuid NOT NULL,
  author_kind text NOT NULL CHECK (author_kind IN ('member', 'staff', 'system')),
  author_id uuid,
  body text NOT NULL,
  -- A note among staff, never shown to members.
  internal boolean NOT NULL DEFAULT false,
  -- Set when the entry is a change of state that concerns the author (F3).
  from_status text,
  to_status text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_comments_of ON feedback_comments (tenant_id, feedback_id, created_at, id);
CALL seal('feedback_comments');

CREATE TABLE feedback_votes (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  feedback_id uuid NOT NULL,
  member_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, feedback_id, member_id),
  FOREIGN KEY (tenant_id, feedback_id) REFERENCES feedback (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CALL seal('feedback_votes');

CREATE TABLE subscriptions (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  stripe_subscription_id text NOT NULL,
  plan text NOT NULL,
  interval text NOT NULL CHECK (interval IN ('month', 'year')),
  status text NOT NULL,
  amount_minor bigint NOT NULL DEFAULT 0,
  currency text NOT NULL,
  current_period_end timestamptz(3),
  cancel_at timestamptz(3),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, stripe_subscription_id)
);
CALL seal('subscriptions');

CREATE TABLE invoices (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  stripe_invoice_id text NOT NULL,
  number text,
  -- The plan's name as invoiced: a snapshot (B3).
  plan text NOT NULL,
  amount_minor bigint NOT NULL,
  amount_paid_minor bigint NOT NULL DEFAULT 0,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  status text NOT NULL CHECK (status IN ('draft', 'open', 'paid', 'void', 'uncollectible')),
  pdf_file_id uuid,
  finalized_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, stripe_invoice_id)
);
CREATE INDEX invoices_newest ON invoices (tenant_id, created_at DESC, id DESC);
CALL seal('invoices');

-- Received webhooks, stored before they are handled (B4). A platform table: the tenant is found from the customer.
CREATE TABLE stripe_events (
  id text PRIMARY KEY,
  type text NOT NULL,
  object_id text NOT NULL DEFAULT '',
  customer_id text,
  livemode boolean NOT NULL DEFAULT false,
  payload jsonb NOT NULL,
  stripe_created_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  handled_at timestamptz(3),
  error text
);
