-- why: every look at an event counts who comes on behalf, and the index of names leaves those without a name out.
CREATE INDEX event_on_behalf_by_event ON event_on_behalf (event_id);
