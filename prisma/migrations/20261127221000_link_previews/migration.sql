-- What a page on the web says it is, once a tenant and address; nothing of it while it is asked, or where it does not say.
CREATE TABLE link_previews (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT new_id(),
  url text NOT NULL CHECK (length(url) <= 2000),
  title text NOT NULL DEFAULT '',
  description text NOT NULL DEFAULT '',
  asked_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, url)
);
CALL seal('link_previews');

-- The first address in a message.
ALTER TABLE messages ADD COLUMN link text;
CREATE INDEX messages_of_link ON messages (tenant_id, link) WHERE link IS NOT NULL;

-- A preview goes with the last message that shows it: edited, removed, erased, or gone with its room or tenant.
GRANT SELECT (tenant_id, url), DELETE ON link_previews TO aldeia_doors;
CREATE POLICY doors ON link_previews FOR SELECT TO aldeia_doors USING (true);
CREATE POLICY doors_delete ON link_previews FOR DELETE TO aldeia_doors USING (true);
CALL open_to_doors('messages', 'tenant_id, link');
CREATE FUNCTION drop_loose_preview() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM link_previews p WHERE p.tenant_id = OLD.tenant_id AND p.url = OLD.link
    AND NOT EXISTS (SELECT FROM messages m WHERE m.tenant_id = OLD.tenant_id AND m.link = OLD.link);
  RETURN NULL;
END $$;
CALL door('drop_loose_preview()');
CREATE TRIGGER drop_preview_deleted AFTER DELETE ON messages FOR EACH ROW
  WHEN (OLD.link IS NOT NULL) EXECUTE FUNCTION drop_loose_preview();
CREATE TRIGGER drop_preview_changed AFTER UPDATE OF link ON messages FOR EACH ROW
  WHEN (OLD.link IS NOT NULL AND OLD.link IS DISTINCT FROM NEW.link) EXECUTE FUNCTION drop_loose_preview();
