import { hasErrors, sortFindings, type Checked } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { readByWhom } from '../portfolio/by-whom.ts';
import { calendarDay } from '../portfolio/calendar-day.ts';
import { newContext } from '../portfolio/context.ts';
import { parseYaml } from '../portfolio/parse.ts';
import { placeFindings } from '../portfolio/place-findings.ts';
import type { ModelFile } from '../portfolio/read-model.ts';
import { schemaFindings } from '../portfolio/schema-findings.ts';
import { isId, Slot } from '../portfolio/slot.ts';
import { CHART_IDS } from './charts.ts';
import { CHECKS, type CheckId } from './checklist.ts';
import { tooMuchMarkdown } from './narrative-limits.ts';
import { SNAPSHOT_KEYS as KEYS } from './snapshot-keys.ts';
import type { Post, RoleId, SnapshotText, Statement } from './snapshot.ts';
import { isSame } from './status.ts';

/** A text as it is read, with what a person found to be no personal data. */
export interface ReadText {
  text: SnapshotText;
  notPersonalData: string[];
}

/** Most entries of any list. */
const MOST = 50;

/** Return what `snapshot.yaml` says, with findings placed by line and column. Never throws. */
export function readSnapshotText(file: ModelFile): Checked<ReadText> {
  const parsed = parseYaml(file.text, file.path);
  if (parsed.value === undefined) return { value: null, findings: parsed.findings };
  const context = newContext();
  const top = new Slot(parsed.value, '', context);
  const value = top.mapping(KEYS.snapshot) ? readTop(top) : null;
  const misfits = schemaFindings(parsed.value, 'snapshot', context.findings);
  const own = [...context.findings, ...misfits];
  const findings = sortFindings([
    ...parsed.findings,
    ...placeFindings(own, file.path, parsed.positions),
  ]);
  return { value: hasErrors(findings) ? null : value, findings };
}

function readTop(top: Slot): ReadText {
  const format = top.at('bide-snapshot');
  if (format.absent) format.fail('format-missing', { newest: 1 });
  else if (format.value !== 1) format.fail('format-unknown', { found: 'this', newest: 1 });
  const of = 'The snapshot’s text';
  const text: SnapshotText = {
    slug: readSlug(top.need('slug', of)),
    title: top.need('title', of).textOr(''),
    question: top.need('question', of).textOr(''),
    summary: top.need('summary', of).textOr(''),
    ...readRankedFirst(top.at('ranked-first')),
    narrative: readNarrative(top.at('narrative')),
    notChosen: top.at('not-chosen').items('options', MOST).map(readOption),
    dissent: top.at('dissent').items('statements', MOST).map(readSaid),
    cannotShow: top.at('cannot-show').items('statements', MOST).map(readSaid),
    limits: readLimits(top.need('limits', of)),
    ...readCharts(top.at('charts')),
    reviewBy: readDate(top.need('review-by', of)),
    roles: readRoles(top.need('roles', of)),
    assurance: readStatement(top.at('assurance')),
    approval: readStatement(top.at('approval')),
    checksDone: readLines(top.at('checks-done')),
    checklist: readChecklist(top.at('checklist')),
    decision: top.at('decision').textOr(''),
  };
  checkRoles(text, top);
  return { text, notPersonalData: readLines(top.at('not-personal-data'), 200) };
}

function readSlug(slot: Slot): string {
  const slug = slot.textOr('');
  if (slug !== '' && !isId(slug)) slot.fail('id-not-allowed', { id: slug.slice(0, 60) });
  return slug;
}

function readLines(slot: Slot, most = MOST): string[] {
  return slot.items('lines', most).map((item) => item.text() ?? '');
}

/** Every simulation has limits: whoever writes none has not thought of them yet. */
function readLimits(slot: Slot): string[] {
  const limits = readLines(slot);
  if (Array.isArray(slot.value) && slot.value.length === 0)
    slot.fail('value-blank', { key: 'limits' });
  return limits;
}

function readOption(slot: Slot): SnapshotText['notChosen'][number] {
  slot.mapping(KEYS['not-chosen-option']);
  const of = 'The option';
  return { option: slot.need('option', of).textOr(''), why: slot.need('why', of).textOr('') };
}

function readSaid(slot: Slot): SnapshotText['dissent'][number] {
  slot.mapping(KEYS.said);
  return { says: slot.need('says', 'The statement').textOr(''), from: readByWhom(slot.at('from')) };
}

function readNarrative(slot: Slot): string {
  const narrative = slot.textOr('');
  const found = tooMuchMarkdown(narrative);
  if (found !== null) slot.fail('narrative-too-marked', { found });
  return narrative;
}

/** Absent where nobody ranked anything, so that texts from before it have the fingerprint they had. */
function readRankedFirst(slot: Slot): Pick<SnapshotText, 'rankedFirst'> {
  const said = slot.items('statements', MOST).map(readSaid);
  return said.length > 0 ? { rankedFirst: said } : {};
}

function readCharts(slot: Slot): Pick<SnapshotText, 'charts'> {
  if (slot.absent) return {};
  const chosen = slot
    .items('ids of charts', CHART_IDS.length)
    .map((item) => item.choice(CHART_IDS));
  return { charts: CHART_IDS.filter((id) => chosen.includes(id)) };
}

function readDate(slot: Slot): string {
  const date = slot.textOr('');
  if (date !== '' && calendarDay(date) === null) {
    slot.fail('date-not-readable', { written: date.slice(0, 60) });
  }
  return date;
}

function readRoles(slot: Slot): SnapshotText['roles'] {
  if (slot.absent || !slot.mapping(KEYS.roles)) return {};
  const roles: SnapshotText['roles'] = {};
  for (const id of KEYS.roles as readonly RoleId[]) {
    const isNeeded = id === 'commissioner' || id === 'analyst';
    const post = readPost(isNeeded ? slot.need(id, 'The list of roles') : slot.at(id));
    if (post) roles[id] = post;
  }
  return roles;
}

function readPost(slot: Slot): Post | null {
  if (slot.absent || !slot.mapping(KEYS.post)) return null;
  const of = 'The role';
  return {
    role: readByWhom(slot.need('role', of)),
    organisation: slot.need('organisation', of).textOr(''),
  };
}

function readStatement(slot: Slot): Statement | null {
  if (slot.absent || !slot.mapping(KEYS.statement)) return null;
  const of = 'The statement';
  return {
    says: slot.need('says', of).textOr(''),
    on: readDate(slot.need('date', of)),
    limits: slot.at('limits').textOr(''),
  };
}

function readChecklist(slot: Slot): SnapshotText['checklist'] {
  if (slot.absent || !slot.mapping(KEYS.checklist)) return {};
  const done: Partial<Record<CheckId, string>> = {};
  for (const { id } of CHECKS) {
    const said = slot.at(id).textOr('');
    if (said !== '') done[id] = said;
  }
  return done;
}

/** The one who assures is not the one who made it, and what is approved was assured. */
function checkRoles({ roles, assurance, approval }: SnapshotText, top: Slot): void {
  const { analyst, assurer, approver } = roles;
  const add = (...finding: Parameters<typeof makeFinding>) =>
    top.context.findings.push(makeFinding(...finding));
  if (assurer && analyst && isSame(assurer, analyst))
    add('assurer-is-analyst', 'roles.assurer', {});
  if (approver && analyst && isSame(approver, analyst)) {
    add('approver-is-analyst', 'roles.approver', {});
  }
  if (assurance && !assurer) {
    add('statement-without-role', 'assurance', { of: 'assurance', role: 'assurer' });
  }
  if (approval && !approver) {
    add('statement-without-role', 'approval', { of: 'approval', role: 'approver' });
  }
  if (approval && !assurance) add('approval-without-assurance', 'approval', {});
}
