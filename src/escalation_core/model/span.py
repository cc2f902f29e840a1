"""Where something stands in a text, counted in code points of the text exactly as pasted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open stretch `text[start:end]`, in code points."""

    start: int
    end: int

    def overlap(self, other: "Span") -> int:
        """How many code points both stretches share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: "Span") -> bool:
        """Whether the other stretch lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words that stand here."""
        return text[self.start : self.end]

    def trimmed(self, text: str, marks: str | None = None, behind: str | None = None) -> "Span":
        """The stretch without these marks at its ends (white space, where none are given), or without others at its end."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip(marks))
        return Span(start, max(start, self.start + len(words.rstrip(marks if behind is None else behind))))


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken from a text, with the place they were taken from."""

    quote: str
    span: Span
