-- why: one counter let every writer of the web chat wait for every other one, in all processes together. Numbers come
-- from a sequence now, which nobody waits for; within a chat they become visible in order (bot/gateway/numbers.py).
CREATE SEQUENCE gateway_numbers;
-- Apart from the counter's: a process of an earlier version may still be running.
SELECT setval('gateway_numbers', (SELECT value + 100000 FROM gateway_counter));
