-- Imports go on after a crash, and know the people of a chat again (I2).

-- { attempts, started, next, total }: moves on in the transaction of each chunk, so that none is written twice.
ALTER TABLE imports ADD COLUMN progress jsonb NOT NULL DEFAULT '{}';

-- Whom a name of an exported chat means in one group: the same file again, or a longer one, adds no second person.
CREATE TABLE chat_authors (
  tenant_id uuid NOT NULL DEFAULT current_tenant(),
  group_id uuid NOT NULL,
  name text COLLATE "C" NOT NULL,
  member_id uuid NOT NULL,
  import_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, group_id, name),
  FOREIGN KEY (tenant_id, group_id) REFERENCES groups (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, member_id) REFERENCES members (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX chat_authors_of_member ON chat_authors (tenant_id, member_id);
CALL seal('chat_authors');

CREATE INDEX messages_of_import ON messages (tenant_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX messages_of_author ON messages (tenant_id, author_id) WHERE author_id IS NOT NULL;
