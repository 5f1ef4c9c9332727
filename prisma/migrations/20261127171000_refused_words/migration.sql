-- Words that a room takes no message with (C4).
ALTER TABLE groups ADD COLUMN refused_words text[] NOT NULL DEFAULT '{}' CHECK (cardinality(refused_words) <= 200);
