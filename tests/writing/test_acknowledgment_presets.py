"""Every acknowledgment that a preset leads to goes out as it is, on every channel, in every tone and language."""

from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation_core.evaluation import evaluate
from escalation_core.facts.addressee import Addressee, addressee
from escalation_core.facts.situation import read_situation
from escalation_core.language.outgoing import languages
from escalation_core.model.brief import Acknowledgment, Channel, Tone
from escalation_core.model.evaluation import Evaluation, Outcome
from escalation_core.model.preset import Preset, Update, Wording
from escalation_core.presets import load_preset
from escalation_core.writing.acknowledgment import acknowledge

PRESETS = [load_preset(file) for file in sorted((Path(__file__).parents[2] / "criteria").glob("*.toml"))]
DRESSES = list(product(Channel, Tone, languages()))


@cache
def evaluated(preset: str) -> tuple[tuple[Evaluation, Addressee], ...]:
    found = next(one for one in PRESETS if one.id == preset)
    told = ((evaluate(found.criteria, case.situation), read_situation(case.situation)) for case in found.examples)
    return tuple((evaluation, addressee(situation, evaluation.facts)) for evaluation, situation in told)


def written(preset: Preset) -> list[Acknowledgment]:
    return [
        acknowledge(decision=one.decision, to=to, channel=channel, tone=tone, language=language,
                    wording=preset.acknowledgment, criteria=preset.criteria)
        for one, to in evaluated(preset.id) for channel, tone, language in DRESSES
    ]  # fmt: skip


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_nothing_in_it_breaks_a_rule(preset: Preset) -> None:
    assert not [warning for told in written(preset) for warning in told.warnings]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_time_stands_there_only_with_the_words_of_the_policy_behind_it(preset: Preset) -> None:
    promises = {told.promise for told in written(preset) if told.promise}

    assert promises or not preset.acknowledgment.updates
    assert all(promise.source in " ".join(preset.criteria.split()) for promise in promises)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_it_is_as_long_as_its_channel_allows(preset: Preset) -> None:
    for told in written(preset):
        blocks = sum(len(block.text.split()) for block in preset.acknowledgment.blocks)
        most = {Channel.EMAIL: 160 + blocks, Channel.CHAT: 60, Channel.PHONE: 90, Channel.STATUS_PAGE: 40}

        assert len(told.text.split()) <= most[told.channel]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_the_status_page_names_nobody(preset: Preset) -> None:
    public = [told for told in written(preset) if told.channel is Channel.STATUS_PAGE]

    assert not [to.name for _, to in evaluated(preset.id) if to.name and any(to.name in told.text for told in public)]


WORDINGS = st.builds(
    Wording,
    apology=st.sampled_from(["none", "regret", "full"]),
    updates=st.sampled_from([(), (Update("within 1 hour"),), (Update("within 5 working days"),), (Update("later"),)]),
)
ADDRESSEES = st.builds(
    Addressee,
    name=st.sampled_from([None, "Jane Miller", "Mrs Okoye", "Dr Weber"]),
    reference=st.sampled_from([None, "ABC-1234", "30718"]),
    subject=st.sampled_from([None, "The lift has been stuck since Monday", "This is your fault", "I want a refund"]),
)


@given(outcome=st.sampled_from(Outcome), dress=st.sampled_from(DRESSES), wording=WORDINGS, to=ADDRESSEES)
@settings(max_examples=300, deadline=None)
def test_whatever_is_known_and_allowed_nothing_blocks(
    outcome: Outcome, dress: tuple[Channel, Tone, str], wording: Wording, to: Addressee
) -> None:
    channel, tone, language = dress
    decision = next(one.decision for one, _ in evaluated(PRESETS[0].id) if one.decision.outcome is outcome)
    told = acknowledge(decision=decision, to=to, channel=channel, tone=tone, language=language, wording=wording)

    assert not [warning for warning in told.warnings if warning.blocks]
