"""What was pasted stays words in every format: it mentions nobody, opens no macro and hides no link."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from escalation_core.evaluation import evaluate
from escalation_core.model.brief import Brief
from escalation_core.model.format import Format
from escalation_core.writing.formats import acknowledgment_in, brief_in, brief_text_in
from escalation_core.writing.formats.escaping import jira, markdown, plain, slack

NASTY = st.lists(
    st.sampled_from(
        ["@channel", "<!here>", "<@U123>", "<https://evil.io|Your bank>", "[x](javascript:alert(1))", "{html}", "{code}", "h1. ",
         "!img.png!", "[~admin]", "# ", "1. ", "- ", "> ", "`", "*", "_", "~", "&", "&lt;", "\\", "www.evil.io", "https://evil.io",
         "mailto:x@evil.io", "|", " ", "a", "\u202e", "\u200b", "<b>", "![i](x)", "#general", "---", "bq. ", ":tada:"]
    ) | st.text(max_size=5),
    max_size=12,
).map(lambda parts: "".join(parts).replace("\n", " ").replace("\r", " "))  # fmt: skip


@given(NASTY)
def test_markdown_shows_words_only(text: str) -> None:
    parser = MarkdownIt("commonmark").enable("strikethrough").enable("table")
    tokens = [child for token in parser.parse(markdown(text).strip()) for child in (token.children or [token])]

    assert {token.type for token in tokens} <= {"text", "text_special", "paragraph_open", "paragraph_close"}


@given(NASTY)
def test_slack_sees_no_control_sequence(text: str) -> None:
    told = slack(text)

    assert not re.search(r"<[^\u200b]|[^\u200b]>|^>", told)
    assert not re.search(r"@\w|#\w|://|[Ww][Ww][Ww]\.\w", told)


def test_what_is_pasted_into_slack_shows_the_signs_that_were_written() -> None:
    assert slack("A & B, if x < 3").replace("\u200b", "") == "A & B, if x < 3"


@given(NASTY)
def test_jira_sees_every_mark_with_its_backslash(text: str) -> None:
    assert not re.search(r"(?<!\\)[{}\[\]|!*_@]", re.sub(r"\\\\", "", jira(text)))
    assert not re.match(r"\s*(?:h[1-6]|bq)\.", jira(text))
    assert "://" not in jira(text)


@given(NASTY)
def test_nothing_unseen_is_left(text: str) -> None:
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", plain(text))


@pytest.fixture(scope="module")
def brief() -> Brief:
    told = evaluate(
        "- Escalate if a customer threatens legal action.", "Jane (ACME_12) says she will sue us. {html} @here"
    )
    return told.brief


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.SBAR])
def test_every_section_is_told_in_every_format(form: Format, brief: Brief) -> None:
    told = brief_in(brief, form)

    assert all(section.title in told for section in brief.sections if section.key != "headline")


def test_the_spoken_script_has_four_parts_and_lasts_half_a_minute(brief: Brief) -> None:
    told = brief_in(brief, Format.SBAR)

    assert [line.split(":")[0] for line in told.splitlines()] == [
        "Situation", "Background", "Assessment", "What I ask of you",
    ]  # fmt: skip
    assert len(told.split()) <= 85


def test_the_acknowledgment_begins_with_its_subject() -> None:
    told = evaluate("- Escalate if a customer threatens legal action.", "They will sue us.").acknowledgment

    assert acknowledgment_in(told, Format.MARKDOWN).startswith("**")
    assert acknowledgment_in(told, Format.PLAIN).startswith(str(told.subject))


EDITED = "- Who: Ann *Lee* @here\n\n## What happened\n- [x](javascript:alert(1)) <!channel>\nplain {html}"


def test_an_edited_brief_keeps_its_headings_and_bullets_and_escapes_the_rest() -> None:
    told = brief_text_in(EDITED, Format.MARKDOWN)

    assert told.splitlines()[0].startswith("- Who: Ann \\*Lee\\* @\u200b")
    assert told.splitlines()[2] == "## What happened"
    assert told.splitlines()[3].startswith("- \\[x\\]\\(")
    assert brief_text_in(EDITED, Format.JIRA).splitlines()[2] == "h3. What happened"
    assert brief_text_in(EDITED, Format.SLACK).splitlines()[2] == "*What happened*"


def test_an_edited_brief_is_read_aloud_in_four_parts() -> None:
    told = brief_text_in(EDITED, Format.SBAR).splitlines()

    assert told[0].startswith("Situation: Who: Ann")
    assert told[1].startswith("Background: [x]")
    assert len(told) == 4


@given(NASTY)
def test_a_line_of_an_edited_brief_opens_nothing_in_markdown(text: str) -> None:
    parser = MarkdownIt("commonmark").enable("strikethrough").enable("table")
    told = parser.parse(brief_text_in(f"- a\n- {text}", Format.MARKDOWN))

    kinds = {child.type for token in told for child in (token.children or [token])}
    assert kinds <= {
        "text", "text_special", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close", "softbreak",
    }  # fmt: skip


@given(NASTY, st.sampled_from([Format.SLACK, Format.JIRA]))
def test_a_line_of_an_edited_brief_mentions_nobody_and_links_nowhere(text: str, form: Format) -> None:
    told = brief_text_in(f"## {text}\n- {text}\n{text}", form)

    assert "://" not in told
    assert not re.search(r"@\w", told)
