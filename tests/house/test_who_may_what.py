"""The table in handlers/README.md says who may do what, as the town says it."""

from bot.identity.roles import EVERYONE, LEADS, TEAM
from handlers import FEATURES
from tests.tools import who_may_what


def test_the_table_of_who_may_what_is_up_to_date() -> None:
    readme = who_may_what.README.read_text(encoding="utf-8")
    assert readme == who_may_what.renewed(readme), "run python -m tests.tools.who_may_what --write"


def test_only_leads_and_volunteers_make_polls_and_only_leads_take_roles() -> None:
    who = {action.name: action.who for feature in FEATURES for action in feature.actions}
    assert who["polls.newpoll"] == TEAM
    assert who["polls.vote"] == EVERYONE
    assert who["team.take"] == LEADS


def test_a_line_of_the_table_says_who_may() -> None:
    line = next(line for line in who_may_what.table().splitlines() if "`/newpoll`" in line)
    assert line == "| polls | `newpoll` | `/newpoll` | – | ✓ | ✓ | – | – | – |"
