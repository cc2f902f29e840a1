/** What a person said of criteria and texts, carried over when these change: by their words, not by their numbers. */

import { places } from "../spans.js";
import { state, update } from "../state.js";

/** @typedef {import("../types").Criterion} Criterion */

/** Every criterion, each before its parts. @param {Criterion[]} criteria @returns {Criterion[]} */
export function flat(criteria) {
  return criteria.flatMap((criterion) => [criterion, ...flat(criterion.parts)]);
}

/** Answers, corrections and reviews stay with the words of their criterion; where the words are gone, so are they. @param {Criterion[]} criteria */
export function carryCriteria(criteria) {
  const known = Object.fromEntries(flat(criteria).map((criterion) => [criterion.id, criterion.text]));
  const before = state.known;
  const now = new Map(Object.entries(known).map(([id, text]) => [text, id]));
  const moved = (/** @type {string} */ id) => (before[id] === undefined ? (id in known ? id : null) : known[id] === before[id] ? id : now.get(before[id] ?? "") ?? null);
  const keyed = (/** @type {Record<string, string>} */ told) => Object.fromEntries(Object.entries(told).flatMap(([id, said]) => { const to = moved(id); return to ? [[to, said]] : []; }));
  update({
    known, answers: keyed(state.answers), readings: keyed(state.readings),
    reviewed: state.reviewed.flatMap((id) => moved(id) ?? []),
    ask: state.ask.flatMap((id) => { const to = moved(id.replace(/^q-/, "")); return to ? [`q-${to}`] : []; }),
  });
}

const SAME = 0.3;

/** Whether another case was pasted over the one before: what begins and ends alike is too little for an edit. @param {string} before @param {string} after */
export function otherCase(before, after) {
  const [one, other] = [before.trim(), after.trim()];
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return most > 0 && head + tail < SAME * most;
}

/** Excluded evidence stays with its words; where the text no longer says them, it is gone. @param {string} situation */
export function carryEvidence(situation) {
  if (!state.excluded.length) return;
  const unit = places(situation);
  const points = [...situation];
  update({
    excluded: state.excluded.flatMap((gone) => {
      if (situation.slice(unit(gone.start), unit(gone.end)) === gone.quote) return [gone];
      const at = situation.indexOf(gone.quote);
      if (at < 0 || situation.indexOf(gone.quote, at + 1) >= 0) return [];
      const start = points.length === situation.length ? at : [...situation.slice(0, at)].length;
      return [{ ...gone, start, end: start + (gone.end - gone.start) }];
    }),
  });
}
