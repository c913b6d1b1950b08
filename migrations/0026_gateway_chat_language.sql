-- why: the page around a web chat speaks the language that its bot says, not the one the phone was set to.
ALTER TABLE gateway_people ADD COLUMN chosen TEXT;
