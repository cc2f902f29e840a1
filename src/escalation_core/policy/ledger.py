"""The items found so far, and the account of the lines: what every part of the walk writes into."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from escalation_core.language.outlining import outline_words
from escalation_core.model.policy import Kind, Use
from escalation_core.model.span import Span
from escalation_core.policy.actions import action
from escalation_core.policy.drafts import Draft, hand_down
from escalation_core.policy.enumerated import enumerated, own_words
from escalation_core.policy.frames import Frame, team, tidy
from escalation_core.policy.kinds import Sort, sort_of
from escalation_core.policy.labels import LABEL, Routing, labelled
from escalation_core.policy.legends import Meaning
from escalation_core.policy.levels import level_said, names_one
from escalation_core.policy.phrasing import opening
from escalation_core.policy.routes import acting, routing
from escalation_core.policy.rows import named_mark
from escalation_core.policy.seams import elided, spared_apart
from escalation_core.policy.sentences import sentences
from escalation_core.policy.strands import without

_USES: dict[str, Use] = {"process": Use.PROCESS, "example": Use.EXAMPLE, "note": Use.NOTE, "follow_up": Use.PROCESS}
_CRITERIA = frozenset({"trigger", "exception", "do_not_escalate"})
_MARK = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5}|[A-Z]{1,2}\d{1,2})[.)]|\d{1,2}(?:\.\d{1,2})+)\s+"
)
_REACH = 200


@dataclass
class Ledger:
    """Items and uses as they are found; `said` is the text without markup, `view` the one with structure."""

    view: str
    said: str
    drafts: list[Draft] = field(default_factory=list)
    uses: list[tuple[Span, Use]] = field(default_factory=list)
    legend: list[Meaning] = field(default_factory=list)
    _since: int = 0
    _opened: int = 0
    _listed: int = 0

    def _use(self, span: Span, use: Use) -> None:
        self.uses.append((span, use))

    def _stated(self, span: Span, frame: Frame, listed: bool) -> Draft | None:
        """Takes one sentence or entry for what it is."""
        if again := self._again(span) or self._gone_on(span, frame):
            return again
        sort = sort_of(self.said, span, frame, listed)
        if sort in _CRITERIA:
            last = self.drafts[-1] if self.drafts else None
            draft = self._draft(span, frame, sort)
            if sort == "exception" and opening("cues", "exception", "back").match(self.said, span.start, span.end):
                draft.under = last if last and last.kind is Kind.TRIGGER else None
            return draft
        if sort == "note" and frame.severity and len(self.drafts) == self._since and _defines(self.said, span):
            return self._draft(span, frame, "trigger")
        if sort == "follow_up" and len(self.drafts) > self._since:
            self._inherit(self.drafts[self._since if frame.severity else -1 :], acting(self.said, span))
        self._use(span, _USES[sort])
        return None

    def _again(self, span: Span) -> Draft | None:
        """One more criterion with the route and time of the last ("The same goes for …"), where there is one."""
        found = opening("cues", "again", "starts").match(self.said, span.start, span.end)
        if not found or len(self.drafts) <= self._since or self.drafts[-1].kind is not Kind.TRIGGER:
            return None
        last = self.drafts[-1]
        draft = replace(last, span=span, asks=(Span(found.end(), span.end),), label=None, parts=[], at_least=None)
        self.drafts.append(draft)
        return draft

    def _gone_on(self, span: Span, frame: Frame) -> Draft | None:
        """The second criterion of a sentence whose verb stands in the first."""
        if not self.drafts or self.said[self.drafts[-1].span.end - 1] in ".!?" or routing(self.said, span).route:
            return None
        told = elided(self.said, span)
        if told is None:
            return None
        what, name, due = told
        draft = self._draft(span, frame, "trigger")
        draft.asks, draft.route, draft.deadline = (what,), team(name.of(self.said)), tidy(due.of(self.said))
        return draft

    def _draft(
        self,
        span: Span,
        frame: Frame,
        sort: Sort,
        label: str | None = None,
        said: Sequence[Span] = (),
    ) -> Draft:
        """A new item with what its own sentences and its frame say of who acts, how urgently and by when."""
        told = _joined([self._routed(one, last=number > 0) for number, one in enumerate(said or (span,))])
        level = told.severity or next((named for one in said or (span,) if (named := level_said(self.said, one))), None)
        head = LABEL.match(self.said, span.start, span.end)
        if head and len(head[1].split()) <= 6:
            tag = labelled(self.said, Span(*head.span(1)))
            level = level or tag.severity
            told = Routing(
                told.route or tag.route,
                told.deadline or tag.deadline,
                None,
                (*((Span(span.start, head.end()),) if tag.taken else ()), *told.taken),
            )
        kind = Kind(sort)
        mark = (_MARK if _MARK.match(self.said, span.start) else named_mark()).match(self.said, span.start, span.end)
        taken = (*((Span(span.start, mark.end()),) if mark else ()), *told.taken)
        if kind is Kind.DO_NOT_ESCALATE and frame.mode != "do_not_escalate":
            frame = replace(frame, route=None, deadline=None)
        draft = Draft(
            span=span,
            asks=self._asking(without(self.said, span, taken)),
            kind=kind,
            route=self._named(told.route) if told.route else frame.route,
            severity=tidy(level.of(self.said)) if level else frame.severity,
            deadline=tidy(told.deadline.of(self.said)) if told.deadline else frame.deadline,
            label=label,
            heading=frame.heading,
            stays=frame.stays and kind is Kind.TRIGGER,
        )
        parts, draft.at_least = enumerated(self.said, span, told.taken)
        draft.parts = [Draft(part, (own_words(self.said, part),), Kind.PART) for part in parts]
        self.drafts.append(draft)
        return draft

    def _asking(self, left: tuple[Span, ...]) -> tuple[Span, ...]:
        """What is left of a criterion beside who acts, without scraps that only add to that: "…, as well"."""
        added = (*outline_words("routes")["besides"]["words"], *outline_words("routes")["same"]["before"])
        return tuple(one for one in left if one.of(self.said).strip(" .,;").lower() not in added) or left

    def _named(self, name: Span) -> str:
        """The team so named; that of the criterion before, where it is only said to be the same."""
        same = outline_words("routes")["same"]
        led = self.said[: name.start].lower().rstrip().endswith(tuple(same["before"]))
        alike = led and name.of(self.said).lower() in same["names"]
        earlier = self.drafts[-1].route if alike and self.drafts else None
        return earlier or team(name.of(self.said))

    def _routed(self, sentence: Span, last: bool) -> Routing:
        """Who acts and by when; a sentence behind the first may say nothing else ("Duty Surveyor, same day.", "RED")."""
        if last and (acts := action(self.said, sentence)):
            return acts
        told = labelled(self.said, sentence, sure=True) if last else Routing()
        alone = last and names_one(self.said, sentence) is not None
        return told if alone or (told.route and told.deadline) else routing(self.said, sentence)

    def _inherit(self, drafts: Sequence[Draft], told: Routing) -> None:
        """Hands what a line below says to the criteria above it that do not say it themselves."""
        for draft in drafts[-_REACH:]:
            hand_down(self.said, draft, told)

    def _several(
        self,
        span: Span,
        frame: Frame,
        label: str | None,
        sure: bool = False,
        tail: Sequence[Span] = (),
    ) -> Draft | None:
        """An entry or cell is one criterion with all its sentences; only an exception inside it stands for itself."""
        whole = sentences(self.said, span)
        said = [piece for one in whole for piece in spared_apart(self.said, one, span)]
        if not any(sign.isalnum() for sign in span.of(self.said)):
            return None
        begins = {one.start for one in whole}
        cut = next(
            (
                n
                for n, one in enumerate(said)
                if one.start not in begins
                or (n and opening("cues", "exception", "starts").match(self.said, one.start, one.end))
            ),
            len(said),
        )
        named = cut > 1 and _title(self.said, said[0]) and not action(self.said, said[1])
        lead = said[1] if named else said[0]
        sort = self._sorted(said[:cut], lead, frame, sure)
        if sort not in _CRITERIA:
            if sort == "follow_up" and len(self.drafts) > self._since:
                self._inherit(self.drafts[self._since :], acting(self.said, lead))
            self._use(span, _USES[sort])
            return None
        apart = [one for one in tail if opening("cues", "exception", "starts").match(self.said, one.start, one.end)]
        own = [*said[:cut], *(one for one in tail if one not in apart)]
        draft = self._draft(Span(span.start, said[cut - 1].end), frame, sort, label, own)
        for one in tail:
            self._use(one, Use.PROCESS)
        for one in (*said[cut:], *apart):
            held = self._stated(one, frame, listed=True)
            if held and held.kind is not Kind.TRIGGER:
                held.under = draft
        return draft

    def _sorted(self, said: Sequence[Span], lead: Span, frame: Frame, sure: bool) -> Sort:
        """What an entry is: what its first sentence is, unless a later one takes it back or hands it on."""
        sort = sort_of(self.said, lead, frame, True, sure)
        if lead is not said[0] and (taken := sort_of(self.said, said[0], replace(frame, mode="open"), False)) in (
            "exception",
            "do_not_escalate",
        ):
            return taken
        later = [sort_of(self.said, one, frame, False) for one in said if one.start > lead.start]
        if sort != "exception" and not routing(self.said, Span(said[0].start, said[-1].end)).route:
            taken_back = next((one for one in later if one in ("exception", "do_not_escalate")), None)
            return taken_back or sort
        if sort == "process" and any(routing(self.said, one).route for one in said[1:]) and len(said) > 1:
            return "trigger"
        return sort


def _joined(told: Sequence[Routing]) -> Routing:
    """What several sentences of one criterion say together; the first to say it counts."""
    return Routing(
        next((one.route for one in told if one.route), None),
        next((one.deadline for one in told if one.deadline and one.route), None)
        or next((one.deadline for one in told if one.deadline), None),
        next((one.severity for one in told if one.severity), None),
        tuple(stretch for one in told for stretch in one.taken),
    )


def _defines(said: str, span: Span) -> bool:
    """Whether the first sentence below a level can say what the level means."""
    return len(span.of(said).split()) > 2 and not opening("cues", "note", "starts").match(said, span.start, span.end)


def _title(said: str, span: Span) -> bool:
    """Whether the first sentence of an entry is only its name."""
    words = span.of(said).strip().split()
    return 0 < len(words) <= 6 and words[-1].endswith(".")
