"""Where in a situation a piece stands: among its messages, its sentences, and what each side says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from escalation_core.facts.pieces import Piece

_NEAR = 2
"""So many from the beginning or the end are told apart."""
_LAST = 3
"""So many sentences from the end are told apart."""
_SAYS = 4
"""A sentence of fewer words says nothing that counts."""
_FEW = 4
"""Of fewer messages none is the first or the last."""


def places(told: Sequence[Piece]) -> list[set[str]]:
    """For each piece the names of its places."""
    spoken = [piece for piece in told if "stamp" not in piece.readings]
    messages = _numbered(piece.passage for piece in spoken)
    sentences = _numbered(piece.sentence for piece in spoken)
    sides: dict[str, list[int]] = defaultdict(list)
    for piece in spoken:
        if piece.words >= _SAYS:
            sides[_side(piece)].append(piece.sentence)
    said = {side: _numbered(numbers) for side, numbers in sides.items()}
    found: list[set[str]] = []
    for piece in told:
        own: set[str] = set()
        if "stamp" not in piece.readings:
            own |= _ends("message", messages[piece.passage], len(messages)) if len(messages) >= _FEW else set()
            left = len(sentences) - sentences[piece.sentence]
            own |= {f"sentence {left} from the end"} if left <= _LAST else set()
            side = said.get(_side(piece), {})
            own |= _ends(f"said {_side(piece)}", side[piece.sentence], len(side)) if piece.sentence in side else set()
        found.append(own)
    return found


def _numbered(keys: Iterable[int]) -> dict[int, int]:
    """Each key with its number, in the order in which they come."""
    return {key: number for number, key in enumerate(dict.fromkeys(keys))}


def _side(piece: Piece) -> str:
    return next((name for name in sorted(piece.readings) if name.startswith("by ")), "by nobody")


def _ends(what: str, at: int, total: int) -> set[str]:
    """Its place counted from the beginning and from the end, where it is near to them."""
    found = {f"{what} {at + 1}"} if at < _NEAR else set()
    return found | ({f"{what} {total - at} from the end"} if total - at <= _NEAR else set())
