"""What is said to SQLite only is still something that PostgreSQL understands: how that is found out."""

from collections.abc import Callable

from tests import heard_sql
from tests.street import Street

HERE = "handlers/lending/store.py"


async def test_what_the_program_asks_is_heard_and_what_a_test_asks_is_not(street: Street) -> None:
    await street.arrives("Aygul")
    asked = "SELECT 'asked by a test'"
    async with street.bot.database.read() as tx:
        await tx.one(str, asked)
    said = {sql: where for (sql, _, _), where in heard_sql.heard.items()}
    assert asked not in said
    assert "bot/identity/people.py" in said.values()
    assert not [sql for sql in said if sql.startswith(("BEGIN", "COMMIT", "PRAGMA", "CREATE"))]


async def test_postgresql_says_what_it_would_not_take(
    new_postgres: Callable[[str], str], ready_postgres: str
) -> None:
    faults = await heard_sql.misunderstood(
        new_postgres(ready_postgres),
        {
            ("SELECT name FROM places WHERE id = ?", ("int",), False): HERE,
            ("SELECT coalesce(sum(id), 0) FROM places", (), True): HERE,
            ("SELECT name FROM places WHERE id = ?", ("str",), False): HERE,
            ("SELECT coalesce(sum(id), 0) FROM places", (), False): HERE,
            ("SELECT group_concat(name) FROM places", (), False): HERE,
        },
    )
    said = ("value 1 is str, not int8", "coalesce is numeric", "function group_concat(text) does not exist")
    assert len(faults) == len(said)
    assert all(one.startswith(f"{HERE}: {words}") for one, words in zip(faults, said, strict=True)), faults
