-- What a message shows (C1): the facts of each medium and the words for it, as announcements keep them.
ALTER TABLE messages ADD COLUMN media jsonb;

-- A room that goes takes its messages, and these show nothing any more: the sweep then takes what they showed. Through a door, as a
-- tenant that goes is nobody's.
GRANT SELECT (owner_kind, owner_id), DELETE ON media_uses TO aldeia_doors;
CREATE POLICY doors_delete ON media_uses FOR DELETE TO aldeia_doors USING (true);
CREATE FUNCTION release_media_of_messages() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM media_uses u USING gone g
  WHERE g.media IS NOT NULL AND u.tenant_id = g.tenant_id AND u.owner_kind = 'message' AND u.owner_id = g.id;
  RETURN NULL;
END $$;
CALL door('release_media_of_messages()');
CREATE TRIGGER release_media AFTER DELETE ON messages REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION release_media_of_messages();
