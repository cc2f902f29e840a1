/** What crosses the door to the core, as the page uses it; the whole is in schema/exchange.schema.json. */
export interface Span { start: number; end: number }
export interface Quote { quote: string; span: Span }
export interface Evidence { quote: string; span: Span; role: "supports" | "rules_out" | "ignored"; understood_as: string; value: boolean }
export type Status = "met" | "not_met" | "unknown";
export type Outcome = "escalate" | "do_not_escalate" | "needs_information";
export interface Criterion {
  id: string; text: string; span: Span; kind: "trigger" | "exception" | "do_not_escalate" | "part";
  route: string | null; severity: string | null; deadline: string | null; reading: string; expression: string;
  cancels: string[]; escalates: boolean; corrected: boolean; parts: Criterion[]; condition: { kind: string };
}
export interface Finding {
  criterion: Criterion; status: Status; reason: string; evidence: Evidence[]; question: string | null;
  first_met: Quote | null; parts: Finding[]; answered: boolean;
}
export interface Question { id: string; criterion: string; text: string; kind: string; why: string; choices: string[] }
export interface Decision {
  outcome: Outcome; routes: string[]; severity: string | null; deadline: string | null; carried_by: string[];
  cancelled: { criterion: string; by: string }[]; reasoning: string; would_flip: string | null; routine: boolean;
}
export interface BriefItem { text: string; source: string; evidence: Quote[] }
export interface Section { key: string; title: string; items: BriefItem[] }
export interface Missing { key: string; title: string; question: string }
export interface Brief { audience: string; sections: Section[]; missing: Missing[]; present: string[]; markdown: string }
export interface Warning { rule: string; quote: string; span: Span; reason: string; suggestion: string | null; blocks: boolean; sentence: Span }
export interface Acknowledgment {
  channel: string; subject: string | null; text: string; warnings: Warning[]; language: string; tone: string;
  promise: { text: string; source: string } | null;
}
export interface Line { span: Span; use: string; criterion: string | null }
export interface Remark { code: string; message: string; criterion: string | null; quote: Quote | null }
export interface Policy { text: string; criteria: Criterion[]; lines: Line[]; remarks: Remark[] }
export interface Fact { kind: string; quote: string; span: Span }
export interface Evaluation {
  decision: Decision; findings: Finding[]; brief: Brief; acknowledgment: Acknowledgment; questions: Question[];
  provenance: { engine: string; criteria_sha256: string; situation_sha256: string };
  remarks: Remark[]; lines: Line[]; facts: Fact[]; notices: string[];
}
export interface Example { title: string; situation: string; outcome: string }
export interface Preset { id: string; title: string; means: string; owner: string; version: string; criteria: string; examples: Example[]; when?: Record<string, string>; reviewed?: string[]; acknowledgment?: Wording; [key: string]: unknown }
export interface Choice { outcome: Outcome; reason: string | null; note: string; at: string }
/** Evidence that a person does not let stand: left out, or with a value of their own. */
export interface Excluded { criterion: string; quote: string; start: number; end: number; value?: string }
/** A piece of evidence beside the finding that shows it. */
export interface Shown { finding: Finding; proof: Evidence }
export interface Redaction { kind: string; quote: string; span: Span; replacement: string }
export interface Wording { updates?: { text: string }[]; allowed_links?: string[]; blocks?: { text: string }[]; [key: string]: unknown }
export interface Fields { criteria: string; situation: string; now: string }
/** What a person has said of one case. */
export interface Said {
  answers: Record<string, string>;
  excluded: Excluded[];
  /** Corrected readings: expressions by criterion id. */
  readings: Record<string, string>;
  reviewed: string[];
  /** The words of the criteria that ids stand for. */
  known: Record<string, string>;
  /** Ids of the questions that the acknowledgment asks. */
  ask: string[];
  /** What the person knows of the case, by kind of fact. */
  details: Record<string, string>;
  edited: string | null;
  /** The brief in the person's words, and what it was written from. */
  brief: { text: string; from: string } | null;
  choice: Choice | null;
  first: Outcome | null;
  preset: string;
  presetVersion: string;
  presetOwner: string;
  /** The criteria as the preset gave them. */
  origin: string;
  wording: Wording;
}
export interface Recorded { line: string; record: object }
export interface Snapshot { fields: Fields; chosen: string; said: Said; record: Recorded | null }
export interface Draft extends Fields { chosen: string; said: Said; ran: boolean; at: number }
export interface State extends Said {
  ready: boolean;
  running: boolean;
  queued: boolean;
  /** How often the texts were changed since they were evaluated; what is typed without a rest counts once. */
  edits: number;
  evaluation: Evaluation | null;
  evaluated: Fields | null;
  policy: Policy | null;
  vocabulary: string[];
  record: Recorded | null;
  audience: string;
  channel: string;
  tone: string;
  letter: string;
  format: string;
  letterFormat: string;
  /** What looks like a secret and may be copied as it is. */
  kept: string[];
  warnings: Warning[];
}
/** What can be done with what is drawn. */
export interface Actions {
  evaluate: () => void;
  confirm: () => void;
  override: () => void;
  takeBack: () => void;
  firstView: (outcome: Outcome) => void;
  redraw: () => void;
  exclude: (finding: Finding, evidence: Evidence) => void;
  include: (index: number) => void;
  detail: (kind: string, said: string | null) => void;
  answer: (criterion: string, said: string | null) => void;
  askCustomer: (ids: string[]) => void;
  review: (criterion: string) => void;
  reviewAll: () => void;
  tried: (criterion: string, expression: string) => Promise<{ reading: string } | { problem: string }>;
  correct: (criterion: string, expression: string | null) => Promise<void>;
  toCriterion: (criterion: string) => void;
  toText: (span: Span, criterion: string) => void;
  explain: (criteria: string[], span: Span) => void;
  toField: (span: Span) => void;
  toReadings: () => void;
  samples: () => { title: string; use: () => void }[];
  audience: (audience: string) => void;
  editBrief: (text: string) => void;
  briefAgain: () => void;
  copyDecision: () => void;
  copyBrief: () => void;
  copyMarkdown: () => void;
  copyAcknowledgment: () => void;
  copyRecord: () => void;
  copyNote: () => void;
  saveRecord: () => void;
  verify: () => void;
  print: () => void;
  dress: (change: Partial<State>) => void;
  edit: (text: string) => void;
  again: () => void;
  suggest: (warning: Warning) => void;
  format: (change: Partial<State>) => void;
}
