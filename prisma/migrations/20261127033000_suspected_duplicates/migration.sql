-- Two records that may be one person (X20): what of an identifier may tell, in one form, so that equal ones stand side by side in
-- an index. `n:` the digits of a number, whether it came as phone or as WhatsApp id; `m:` the mailbox of an address, without what
-- mail servers do not look at: a `+label`, and the dots of Gmail.
CREATE FUNCTION identifier_trait(kind text, canonical text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE
    WHEN kind IN ('phone', 'whatsapp') AND canonical ~ '^[+]?[0-9]{7,15}$' THEN 'n:' || ltrim(canonical, '+')
    WHEN kind = 'email' AND canonical ~ '^[^+@]' THEN 'm:' || CASE
      WHEN split_part(canonical, '@', 2) IN ('gmail.com', 'googlemail.com')
        THEN replace(split_part(split_part(canonical, '@', 1), '+', 1), '.', '') || '@gmail.com'
      ELSE split_part(split_part(canonical, '@', 1), '+', 1) || '@' || split_part(canonical, '@', 2) END
  END
$$;
ALTER TABLE identifiers ADD COLUMN trait text COLLATE "C" GENERATED ALWAYS AS (identifier_trait(kind, canonical)) STORED;
CREATE INDEX identifiers_by_trait ON identifiers (tenant_id, trait, member_id) WHERE trait IS NOT NULL;
CREATE INDEX members_by_birthday ON members (tenant_id, search_name COLLATE "C", birthday_on, id) WHERE birthday_on IS NOT NULL;

-- Of whom somebody has said that they are two. The smaller id comes first.
CREATE TABLE distinct_people (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  decided_by uuid,
  decided_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, one_id, other_id),
  FOREIGN KEY (tenant_id, one_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, other_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE,
  CHECK (one_id < other_id)
);
CREATE INDEX distinct_people_of_other ON distinct_people (tenant_id, other_id);
CALL seal('distinct_people');
