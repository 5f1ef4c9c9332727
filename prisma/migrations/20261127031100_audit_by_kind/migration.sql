-- The log narrowed to one kind of object ("what was done to segments"): a rare kind is found without reading all that is newer.
CREATE INDEX audit_events_of_kind ON audit_events (tenant_id, subject_kind, created_at DESC, id DESC);
