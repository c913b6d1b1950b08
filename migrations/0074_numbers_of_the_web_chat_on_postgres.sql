-- why: one counter let every writer of the web chat wait for every other one, in all processes together. Numbers come
-- from a sequence now, which nobody waits for; within a chat they become visible in order (bot/gateway/numbers.py).
CREATE SEQUENCE gateway_numbers;
SELECT setval('gateway_numbers', (SELECT value FROM gateway_counter));
