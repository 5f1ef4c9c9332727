-- Signing in by e-mail: a link, a member's code, the confirmation of a new account's address.
ALTER TABLE sign_in_tokens DROP CONSTRAINT sign_in_tokens_purpose_check;
ALTER TABLE sign_in_tokens ADD CONSTRAINT sign_in_tokens_purpose_check
  CHECK (purpose IN ('email_link', 'member_code', 'verify_email'));
CREATE UNIQUE INDEX sign_in_tokens_hash ON sign_in_tokens (token_hash);

-- The member records that bear an address, over all tenants: whoever proves the address is that person.
CREATE INDEX identifiers_by_email ON identifiers (canonical) WHERE kind = 'email';
CALL open_to_doors('identifiers', 'tenant_id, member_id, kind, canonical');
CREATE FUNCTION members_with_email(wanted text) RETURNS TABLE (tenant_id uuid, member_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.tenant_id, i.member_id FROM identifiers i WHERE i.kind = 'email' AND i.canonical = wanted
$$;
CALL door('members_with_email(text)');
