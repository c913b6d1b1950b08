"""How long a long test lasts: its short form in `make test`, its whole form in `make faults`."""

import os
from typing import TypeVar

T = TypeVar("T")
WHOLE = os.environ.get("WHOLE_TESTS", "") == "1"


def length(short: T, whole: T) -> T:
    """Both prove the same; what is rare comes more often in the whole form."""
    return whole if WHOLE else short
