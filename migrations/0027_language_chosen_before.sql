-- why: whoever chose her language before the web chat was told of it sees its page in it now.
UPDATE gateway_people SET chosen = (
    SELECT p.language FROM identities i JOIN people p ON p.id = i.person_id
    WHERE i.door = 'web' AND i.user_id = gateway_people.id
);
