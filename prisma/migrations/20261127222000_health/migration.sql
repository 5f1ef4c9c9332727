-- Who joined and left a community within a time.
CREATE INDEX membership_events_of_community ON membership_events (tenant_id, community_id, at) WHERE group_id IS NULL;
