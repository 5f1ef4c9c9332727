-- Who has no password proves to be there by a code that is mailed for this alone, before a sensitive act.
ALTER TABLE sign_in_tokens DROP CONSTRAINT sign_in_tokens_purpose_check;
ALTER TABLE sign_in_tokens ADD CONSTRAINT sign_in_tokens_purpose_check
  CHECK (purpose IN ('email_link', 'member_code', 'verify_email', 'confirm_code'));
