-- What people said last of a purpose, read off an index in one walk: segments ask it of everybody.
CREATE INDEX consents_last_word ON consents (tenant_id, purpose, member_id, at DESC, id DESC) INCLUDE (channel, granted);
