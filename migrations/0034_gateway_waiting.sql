-- why: how many updates of one phone wait for the bot is asked at each sending, also when the bot has been away for a day.
CREATE INDEX gateway_updates_chat ON gateway_updates (chat);
