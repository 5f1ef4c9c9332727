-- A template with a picture above its words, for who did not write within a day; null: those get the words and the link.
ALTER TABLE whatsapp_accounts ADD COLUMN image_template_name text;
