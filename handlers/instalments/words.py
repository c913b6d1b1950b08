"""The sentences of the instalments, and her words: sealed in the database, opened for her and her helper alone."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.clock import moment
from bot.i18n.clocks import When
from bot.i18n.texts import Text, Texts, literal, short
from bot.identity.places import Place
from bot.relay.encryption import Seal

t = Texts("instalments", Path(__file__).parent / "texts")

IN_LINE = 40  # letters


@dataclass(frozen=True)
class Said:
    """None is not asked yet, "" is not wished."""

    what: str | None = None
    supplier: str | None = None
    amount: str | None = None


def closed(seal: Seal, said: Said) -> str:
    return seal.close(json.dumps(asdict(said), ensure_ascii=False))


def opened(seal: Seal, sealed: str) -> Said | None:
    """None when the key it was sealed with is gone, as after a restore on another machine."""
    found = seal.find(sealed)
    return Said(**json.loads(found)) if found is not None else None


def called(said: Said | None, letters: int = IN_LINE) -> Text:
    if said is None:
        return t.unreadable
    return literal(short(said.what, letters)) if said.what else t.half_done


def day(place: Place, due_at: int) -> When:
    return When(moment(due_at), place.clocks, "date")
