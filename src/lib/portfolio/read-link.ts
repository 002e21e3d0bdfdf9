import { makeFinding } from '../diagnostics/make-finding.ts';
import { KEYS } from './file-keys.ts';
import type { HandoverKind, Link, Quantity } from './portfolio.ts';
import { percent } from './read-length.ts';
import { neutral, readFigure, readFigureOr } from './read-figure.ts';
import type { Slot } from './slot.ts';
import { LIMITS } from './limits.ts';

export const HANDOVER_KINDS = ['accompanied', 'warm', 'supported', 'cold'] as const;

/** The ids a link may name. */
export interface LinkIds {
  services: string[];
  needs: string[];
  agreements: string[];
}

/** Return the links in a list, in its order. */
export function readLinks(slot: Slot, ids: LinkIds): Link[] {
  if (slot.absent) return [];
  return slot.items('links, each with to and share', 50).flatMap((item) => {
    const link = item.mapping(KEYS.link) ? readLink(item, ids) : null;
    return link ? [link] : [];
  });
}

/** Return the referrals that a stage makes beside its own support. */
export function readReferrals(slot: Slot, ids: LinkIds) {
  if (slot.absent) return [];
  return slot.items('referrals, each with to, share and after', 50).flatMap((item) => {
    const link = item.mapping(KEYS.referral) ? readLink(item, ids) : null;
    const after = readFigureOr(item.at('after'), 'time', 0);
    return link && after ? [{ ...link, after }] : [];
  });
}

function readLink(slot: Slot, ids: LinkIds): Link | null {
  const to = slot.need('to', 'The link');
  if (to.absent) return null;
  const ending = to.value === 'finished' || to.value === 'out' ? to.value : null;
  const index = ending ?? to.reference('service', ids.services);
  const written = slot.need('share', 'The link');
  const share = written.absent ? null : readFigure(written, 'share');
  const handover = readHandover(slot, ending !== null);
  const need = slot.at('need').absent ? undefined : slot.at('need').reference('need', ids.needs);
  const named = slot.at('agreement');
  const agreement = named.absent ? undefined : named.reference('agreement', ids.agreements);
  if (index === -1 || need === -1 || agreement === -1 || !share || !handover) return null;
  return {
    to: index,
    share,
    handover,
    ...(need === undefined ? {} : { need }),
    ...(agreement === undefined ? {} : { agreement }),
  };
}

/** Those who finish or leave are handed to nobody; every other link must say how. */
function readHandover(slot: Slot, ending: boolean): HandoverKind | null {
  const at = slot.at('handover');
  if (at.absent) return ending ? 'cold' : slot.fail('handover-missing', {});
  const kind = at.choice(HANDOVER_KINDS);
  if (kind && !ending) useHandover(at, kind);
  return kind;
}

/** Remember that a kind of handover is in use, so that its figures are needed. */
export function useHandover(slot: Slot, kind: HandoverKind): void {
  const { handoversUsed } = slot.context;
  if (!handoversUsed.has(kind)) handoversUsed.set(kind, slot.path);
}

type Handovers = Record<HandoverKind, { arrives: Quantity; keeps: Quantity }>;

/** Return what each kind of handover does; a kind in use must be described. */
export function resolveHandovers(slot: Slot): Handovers {
  const known = slot.absent || slot.mapping(HANDOVER_KINDS);
  const handovers = {} as Handovers;
  for (const kind of HANDOVER_KINDS) {
    const at = slot.at(kind);
    const used = slot.context.handoversUsed.get(kind);
    if (at.absent && used !== undefined && known) {
      at.context.findings.push(makeFinding('handover-undescribed', used, { kind }));
    }
    handovers[kind] = {
      arrives: neutral(at.at('arrives'), 'share', 1),
      keeps: neutral(at.at('keeps'), 'share', 0),
    };
    if (at.absent || !at.mapping(KEYS.handover)) continue;
    for (const key of ['arrives', 'keeps'] as const) {
      const figure = at.need(key, `The handover “${kind}”`);
      const read = figure.absent ? null : readFigure(figure, 'share');
      if (read) handovers[kind][key] = read;
    }
  }
  return handovers;
}

/** Finding where shares do not add to all, or to more than all. */
export function checkShares(
  slot: Slot,
  shares: readonly { value: number }[],
  of: string,
  mustBeAll: boolean,
): void {
  const sum = shares.reduce((total, { value }) => total + value, 0);
  const slack = LIMITS.shareSlack + 1e-9;
  if (sum > 1 + slack || (mustBeAll && sum < 1 - slack)) {
    slot.fail(mustBeAll ? 'shares-not-all' : 'shares-above-all', { sum: percent(sum), of });
  }
}
