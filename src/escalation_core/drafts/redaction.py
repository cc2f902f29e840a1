"""Secrets and personal details in an outgoing text: found and shown, never changed without a person's word."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from escalation_core.language.outgoing import iban_lengths, secret_words
from escalation_core.measures.addresses import addresses
from escalation_core.measures.script import script
from escalation_core.model.mention import MentionKind
from escalation_core.model.redaction import Redaction, SecretKind
from escalation_core.model.span import Span

_DIGITS = re.compile(r"(?<![\w.,+/-])\d{1,19}(?:[ -]\d{1,19})*(?![\w/]|[.,]\d)")
_GROUP = re.compile(r"\d+")
_CARD_GROUPS = {(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 1)}
_CARD = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|35\d{14}|6(?:011|4\d\d|5\d\d|2\d\d)\d{12,15}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}")
_KEY = re.compile(
    r"(?<![\w-])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_\w{22,255}|glpat-[\w-]{20,64}"
    r"|xox[abeoprs]-[\w-]{10,250}|(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,250}|whsec_[A-Za-z0-9+/=]{24,64}"
    r"|sk-[\w-]{20,200}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|SG\.[\w-]{16,64}\.[\w-]{16,64}"
    r"|eyJ[\w-]{8,4000}\.eyJ[\w-]{4,8000}\.[\w-]{8,4000})(?![\w])"
)
_BEARER = re.compile(r"\bBearer[ ]+([\w.~+/=-]{20,4000})")
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----")
_END = "PRIVATE KEY-----"
_VALUE = r"""["'“„«`]?([^\s"'“”„«»`]{4,128})"""


def redactions(text: str) -> tuple[Redaction, ...]:
    """What had better not leave the house as it stands, in reading order, without overlaps."""
    taken: list[Redaction] = []
    starts: list[int] = []
    for found in _found(text):
        at = bisect_left(starts, found.span.start)
        if not any(near.span.overlap(found.span) for near in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, found)
            starts.insert(at, found.span.start)
    return tuple(taken)


def redacted(text: str, chosen: Sequence[Redaction]) -> str:
    """The text with those replacements that a person chose."""
    for redaction in sorted(chosen, key=lambda redaction: redaction.span, reverse=True):
        text = text[: redaction.span.start] + redaction.replacement + text[redaction.span.end :]
    return text


def _found(text: str) -> Iterator[Redaction]:
    """Everything that looks like a secret, the surest kinds first."""
    yield from _keys(text)
    yield from _ibans(text)
    yield from _cards(text)
    yield from _passwords(text)
    kinds = {MentionKind.EMAIL: SecretKind.EMAIL, MentionKind.PHONE: SecretKind.PHONE}
    for mention in addresses(script(text)):
        if mention.kind in kinds:
            yield _redaction(text, mention.span, kinds[mention.kind])


def _redaction(text: str, span: Span, kind: SecretKind) -> Redaction:
    return Redaction(kind, span.of(text), span, f"[{kind.value}]")


def _keys(text: str) -> Iterator[Redaction]:
    for match in _PRIVATE_KEY.finditer(text):
        end = text.find(_END, match.end(), match.end() + 8000)
        span = Span(match.start(), match.end() if end < 0 else end + len(_END))
        yield _redaction(text, span, SecretKind.KEY)
    for match in _KEY.finditer(text):
        yield _redaction(text, Span(*match.span()), SecretKind.KEY)
    for match in (*_BEARER.finditer(text), *_named_key().finditer(text)):
        if _mixed(match.group(1)):
            yield _redaction(text, Span(*match.span(1)), SecretKind.KEY)


def _ibans(text: str) -> Iterator[Redaction]:
    for match in _IBAN.finditer(text):
        places = [at for at in range(*match.span()) if text[at] != " "]
        length = iban_lengths().get(match.group()[:2].upper(), 0)
        if length and length <= len(places):
            said = "".join(text[at] for at in places[:length]).upper()
            if _mod_97(said) and not text[places[length - 1] + 1 :][:1].isalnum():
                yield _redaction(text, Span(places[0], places[length - 1] + 1), SecretKind.IBAN)


def _mod_97(said: str) -> bool:
    return int("".join(str(int(letter, 36)) for letter in said[4:] + said[:4])) % 97 == 1


def _cards(text: str) -> Iterator[Redaction]:
    for run in _DIGITS.finditer(text):
        groups = [Span(*group.span()) for group in _GROUP.finditer(text, *run.span())]
        first = 0
        while first < len(groups):
            after = next((after for after in range(first + 5, first, -1) if _is_card(text, groups[first:after])), 0)
            if after:
                span = Span(groups[first].start, groups[min(after, len(groups)) - 1].end)
                yield _redaction(text, span, SecretKind.CARD)
            first = max(first + 1, after)


def _is_card(text: str, groups: Sequence[Span]) -> bool:
    sizes = tuple(group.end - group.start for group in groups)
    if len(sizes) > 1 and sizes not in _CARD_GROUPS:
        return False
    digits = "".join(group.of(text) for group in groups)
    return bool(_CARD.fullmatch(digits)) and _luhn(digits)


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[::-2]) + sum(each - 9 * (each > 9) for each in doubled)) % 10 == 0


def _passwords(text: str) -> Iterator[Redaction]:
    for match in _password().finditer(text):
        value = match.group(2).rstrip(".,;:!?)")
        span = Span(match.start(2), match.start(2) + len(value))
        signed = match.group(1).strip() in {":", "="}
        alone = text[match.end() :][:1] in {"", "\n", "\r", '"', "'"}
        if len(value) >= 4 and (_mixed(value) or (signed and alone and "[" not in value)):
            yield _redaction(text, span, SecretKind.PASSWORD)


def _mixed(value: str) -> bool:
    """Whether it is letters with digits or signs among them: no plain word, and no plain number."""
    letters = any(letter.isalpha() for letter in value)
    return letters and any(letter.isdigit() or letter in "!$%&#@*^+=?~" for letter in value) and "[" not in value


@cache
def _password() -> re.Pattern[str]:
    told = secret_words()
    links = _either(told["links"])
    return re.compile(rf"\b(?:{_either(told['passwords'])})(\s?[:=]\s?|\s+(?:{links}):?\s+){_VALUE}", re.IGNORECASE)


@cache
def _named_key() -> re.Pattern[str]:
    told = secret_words()
    links = _either(told["links"])
    return re.compile(
        rf"""(?<![^\W_])(?:{_either(told["keys"])})["']?(?:\s?[:=]\s?|\s+(?:{links}):?\s+)["']?([\w./+~=-]{{16,4000}})""",
        re.IGNORECASE,
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
