import { LONGEST_WORDS, plainWords } from '$lib/workshop/answer.ts';
import type { HostDeed } from '$lib/workshop/act.ts';
import { HELD_FOR, readReply } from '$lib/workshop/point.ts';
import { ROUND_KINDS } from '$lib/workshop/plan.ts';

/** Minutes that a round goes on for when it is extended. */
const MORE_MINUTES = 5;

/** Read what a button of the facilitator's page does to a round, or to the workshop. */
export function readDeed(form: FormData): HostDeed | null {
  const act = String(form.get('act') ?? '');
  if (act === 'ended' || act === 'shown again' || act === 'set aside') return { act };
  const round = ROUND_KINDS.find((kind) => kind === form.get('round'));
  if (!round) return null;
  switch (act) {
    case 'opened':
    case 'closed':
    case 'revealed':
    case 'went back':
      return { act, round };
    case 'extended':
      return { act, round, minutes: MORE_MINUTES };
    case 'freed': {
      const table = Number(form.get('table'));
      return Number.isInteger(table) ? { act, round, table } : null;
    }
    case 'let show':
      return { act, round, question: String(form.get('question') ?? '') };
    default:
      return null;
  }
}

/** Read what the facilitator writes of what was said; null where something is missing. */
export function readWritten(form: FormData): HostDeed | null {
  const field = (name: string) => String(form.get(name) ?? '');
  const act = field('act');
  const point = field('point');
  switch (act) {
    case 'replied': {
      const reply = readReply(field);
      return reply && { act, point, reply };
    }
    case 'held back': {
      const because = HELD_FOR.find((one) => one === field('because'));
      return because ? { act, point, because } : null;
    }
    case 'let stand':
      return { act, point };
    case 'gave reasons': {
      const words = plainWords(field('words')).slice(0, LONGEST_WORDS);
      return { act, question: field('question'), words };
    }
    default:
      return null;
  }
}
