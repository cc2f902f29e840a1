"""Evidence is marked in the text, told apart without colour, and a way there and back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import evaluate, paste

pytestmark = pytest.mark.browser

CRITERIA = """Escalate when
- the customer mentions lawyers or legal action: Legal, within 4 hours
- the customer threatens legal action within a week: Duty manager
- data was lost: Engineering
"""
SITUATION = "😡 If this goes on, our lawyers will call you. No data was lost. Nobody can log in."


def shown(page: Page) -> None:
    paste(page, criteria=CRITERIA, situation=SITUATION)
    evaluate(page)
    if not page.locator("#evidence").evaluate("box => box.open"):
        page.locator("#evidence > summary").click()


def test_each_role_has_a_line_of_its_own(clean: Page) -> None:
    shown(clean)
    styles = clean.evaluate(
        """['supports', 'rules_out', 'ignored'].map((role) => {
          const mark = document.createElement('mark'); mark.dataset.role = role;
          document.getElementById('evidence-text').append(mark);
          const style = getComputedStyle(mark).textDecorationStyle; mark.remove(); return style; })"""
    )

    assert styles == ["solid", "dashed", "dotted"]


def test_a_denial_is_marked_as_what_rules_out(clean: Page) -> None:
    shown(clean)

    expect(clean.locator('#evidence-text mark[data-role="rules_out"]').first).to_contain_text("data was lost")


def test_from_a_mark_to_its_criterion_by_click(clean: Page) -> None:
    shown(clean)
    clean.locator('#evidence-text button[data-criterion="c1"]').first.click()

    expect(clean.locator("#finding-c1")).to_be_focused()


def test_from_a_criterion_to_its_mark_and_back_by_one_key(clean: Page) -> None:
    shown(clean)
    clean.locator("#finding-c1").focus()
    clean.keyboard.press("w")
    expect(clean.locator('#evidence-text button[data-criterion="c1"]').first).to_be_focused()
    clean.keyboard.press("w")

    expect(clean.locator("#finding-c1")).to_be_focused()


def test_the_marks_of_the_criterion_in_focus_are_lit(clean: Page) -> None:
    shown(clean)
    clean.locator("#finding-c1").focus()

    expect(clean.locator('#evidence-text mark[data-criteria~="c1"]').first).to_have_class("lit")


def test_marks_that_overlap_lie_within_each_other_and_the_text_stays_whole(clean: Page) -> None:
    told = clean.evaluate(
        """import(new URL('js/view/evidence.js', location.href)).then(({ evidenceView }) => {
          const proof = (start, end) => ({ quote: '', span: { start, end }, role: 'supports', understood_as: '' });
          const finding = (id, ...evidence) => ({ criterion: { id }, evidence, parts: [] });
          const box = document.createElement('div');
          box.append(...evidenceView('one two three four', [finding('c1', proof(0, 7)), finding('c2', proof(4, 13)), finding('c3', proof(4, 7))], { toCriterion() {}, explain() {} }));
          for (const tag of box.querySelectorAll('button')) tag.remove();
          return [box.textContent, [...box.querySelectorAll('mark')].map((m) => m.dataset.criteria + ':' + m.textContent)];
        })"""
    )

    assert told == ["one two three four", ["c1:one two", "c2:two", "c3:two", "c2: three"]]


def test_excluded_evidence_is_kept_in_the_record_and_can_be_counted_again(clean: Page) -> None:
    shown(clean)
    clean.locator("#finding-c1").get_by_role("button", name="This is wrong").first.click()
    expect(clean.locator("#decision")).to_contain_text("You excluded this")
    clean.get_by_role("button", name="Count it again").first.click()

    expect(clean.locator("#finding-c1 .badge")).to_contain_text("Met")


def test_excluded_evidence_stays_excluded_when_text_comes_before_it(clean: Page) -> None:
    paste(clean, criteria=CRITERIA, situation="Our lawyers will call you.")
    evaluate(clean)
    clean.locator("#finding-c1").get_by_role("button", name="This is wrong").first.click()
    expect(clean.locator("#finding-c1 .badge")).to_contain_text("Not met")
    clean.locator("#situation").fill("🙂 Hello. Our lawyers will call you.")
    clean.keyboard.press("Control+Enter")
    expect(clean.locator("body")).to_have_class(re.compile("is-fresh"))

    expect(clean.locator("#finding-c1 .badge")).to_contain_text("Not met")


def test_a_mark_says_why_it_is_there_and_what_to_do_where_it_is_wrong(clean: Page) -> None:
    shown(clean)
    clean.locator('#evidence-text mark[data-criteria~="c1"]').first.click(position={"x": 4, "y": 8})
    card = clean.get_by_role("dialog")
    expect(card).to_contain_text("the customer mentions lawyers or legal action")
    card.get_by_role("button", name="This is wrong").first.click()

    expect(clean.locator("#decision")).to_contain_text("You excluded this")


def test_the_card_of_a_mark_is_reached_by_a_key_and_leads_to_the_criterion(clean: Page) -> None:
    shown(clean)
    clean.locator('#evidence-text button[data-criterion="c1"]').first.focus()
    clean.keyboard.press("i")
    clean.get_by_role("dialog").get_by_role("button", name="Go to the criterion").first.click()

    expect(clean.locator("#finding-c1")).to_be_focused()


def test_a_long_text_shows_the_stretches_around_its_marks_and_the_rest_step_by_step(clean: Page) -> None:
    told = clean.evaluate(
        """import(new URL('js/view/evidence.js', location.href)).then(({ evidenceView }) => {
          const text = 'a'.repeat(30000) + 'lawyers' + 'b'.repeat(30000);
          const finding = { criterion: { id: 'c1' }, parts: [], evidence: [{ quote: 'lawyers', span: { start: 30000, end: 30007 }, role: 'supports', understood_as: '' }] };
          const box = document.createElement('div');
          box.append(...evidenceView(text, [finding], { toCriterion() {}, explain() {} }));
          const before = box.textContent.length;
          for (const gap of box.querySelectorAll('.gap')) { gap.click(); gap.click(); }
          for (const tag of box.querySelectorAll('button')) tag.remove();
          return [before < 4000, box.textContent === text];
        })"""
    )

    assert told == [True, True]
