"""What an event of a criterion must be told of, where the words that name the event alone say too little."""

from collections.abc import Sequence

from escalation_core.language.conditions import condition_words
from escalation_core.model.span import Span
from escalation_core.policy.anchors import Anchor
from escalation_core.policy.clauses import Segment, content
from escalation_core.text.words import Word, words_in


def about(text: str, segment: Segment, anchor: Anchor) -> tuple[str, ...]:
    """What the event must be told of: the segment's own words, where those that name the event alone say too little.

    A criterion that names no event but one case of it ("has stopped breathing", of all that is illness) wants that case.
    """
    if not anchor.named:
        return _own(words_in(text, anchor.span))
    if len(content(words_in(text, anchor.span))) > 1:
        return ()
    row = words_in(text, segment.span)
    counted = {form for other in segment.anchors if other.quantity for form in (other.quantity.unit or "").split()}
    loose = condition_words().loose | condition_words().beside | counted
    free = [
        word
        for word in row
        if word.stem in segment.content and word.form not in loose and not anchor.span.overlap(word.span)
    ]
    own = _member(text, row, anchor.span)
    return tuple(dict.fromkeys(word.form for word in free)) if any(own.holds(word.span) for word in free) else ()


def _own(row: Sequence[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.form for word in row if content([word])))


def _member(text: str, row: Sequence[Word], span: Span) -> Span:
    """The member of a list in which a stretch stands: up to a comma or connective on either side."""
    before = [word for word in row if word.span.end <= span.start]
    after = [word for word in row if word.span.start >= span.end]
    start, end = span.start, span.end
    for word in reversed(before):
        if _parts(text, word, Span(word.span.end, start)):
            break
        start = word.span.start
    for word in after:
        if _parts(text, word, Span(end, word.span.start)):
            break
        end = word.span.end
    return Span(start, end)


def _parts(text: str, word: Word, gap: Span) -> bool:
    known = condition_words()
    return word.form in known.connectives or word.form in known.asides or any(mark in gap.of(text) for mark in ",;/")
