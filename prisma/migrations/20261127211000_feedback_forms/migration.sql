-- Public forms by a link with a QR code (F1): the token as a hash, and sealed beside it for the team to print it again.
CREATE TABLE feedback_forms (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 1100),
  community_id uuid,
  token_hash text NOT NULL,
  token text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, community_id) REFERENCES communities (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_forms_newest ON feedback_forms (tenant_id, created_at DESC, id DESC);
CALL seal('feedback_forms');

-- What came by one, with what somebody without an account left to be answered by, and the wording that they agreed to.
ALTER TABLE feedback
  ADD COLUMN form_id uuid,
  ADD COLUMN contact_name text,
  ADD COLUMN contact_email text,
  ADD COLUMN contact_locale text,
  ADD COLUMN contact_consent text,
  -- Which ends they were told, each once.
  ADD COLUMN contact_told text[] NOT NULL DEFAULT '{}',
  ADD FOREIGN KEY (tenant_id, form_id) REFERENCES feedback_forms (tenant_id, id) ON DELETE SET NULL (form_id),
  ADD CHECK (contact_consent IS NOT NULL OR (contact_name IS NULL AND contact_email IS NULL));
CREATE INDEX feedback_of_form ON feedback (tenant_id, form_id, created_at DESC) WHERE form_id IS NOT NULL;
CREATE INDEX feedback_contacts ON feedback (tenant_id, lower(contact_email)) WHERE contact_email IS NOT NULL;
