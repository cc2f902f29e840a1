"""In which language criteria are written, as far as we can tell."""

import re
from collections import Counter

from escalation_core.language.outlining import outline_words

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 12


def tongue(text: str) -> str:
    """An ISO 639-1 code, or "unknown" where the words are of no language that we can name."""
    words = Counter(word.lower() for word in _WORD.findall(text[:20000]))
    total = sum(words.values())
    if total < _ENOUGH:
        return "en"
    shares = {
        code: sum(words[word] for word in said.split()) / total
        for code, said in outline_words("languages")["words"].items()
    }
    best = max(shares, key=lambda code: shares[code])
    if best != "en" and shares[best] > max(0.15, 1.5 * shares["en"]):
        return str(best)
    latin = sum(count for word, count in words.items() if word.isascii())
    return "en" if latin * 2 > total or shares["en"] > 0.1 else "unknown"
