import { measuresWithWords, measureWords } from './measure-words.ts';

/** What the names of tests stand for, as they read in a sentence. */
const NAMES: Record<string, string> = {
  term: 'the length of an award',
  decided: 'the time between the decision on renewal and the end of the award',
  renewed: 'the chance that an award is renewed within a year',
  pays: 'what the award pays',
  costs: 'what the work costs with every post filled',
  uplift: 'the rise of the award each year',
  inflation: 'the rise of pay and prices each year',
  'sees-people-through': 'the time that people are seen through when an award ends',
  'overheads-paid': 'the share of overheads that the award pays',
  'lead-keeps': 'the share that a lead keeps of money others work for',
  'low-carbon-travel': 'the share of staff journeys on foot, by cycle, bus, train or electric car',
  skills: 'the number of skills of working across boundaries, of eight,',
  'lived-experience-posts': 'the share of paid posts held with lived experience',
  pay: 'the pay of a full-time post',
  permanent: 'the share of staff on permanent contracts',
  'lived-experience': 'the share of these posts held with lived experience',
  cost: 'the cost of a full-time post',
  'local-share-of-awards': 'the share of the money of awards that local providers hold',
  'large-share-of-awards': 'the share of the money of awards that large providers hold',
  'third-sector-share-of-awards': 'the share of the money of awards that the third sector holds',
  'links-with-agreement': 'the share of links between organisations with an agreement behind them',
  'links-with-information-sharing':
    'the share of links between organisations for which it is agreed what to share',
  'links-with-dispute-resolution':
    'the share of links between organisations for which it is agreed how disputes are settled',
  'independent-share':
    'the share of services that should be independent of treatment and are run by somebody else',
};

/** Names that are yes or no, as they read when they hold and when they do not. */
const FACTS: Record<string, [yes: string, no: string]> = {
  'has-time-limit': ['support ends at a time limit', 'support does not end at a time limit'],
  'designed-with-lived-experience': [
    'people with lived experience took part in the design',
    'people with lived experience took no part in the design',
  ],
  'designed-with-families': [
    'families took part in the design',
    'families took no part in the design',
  ],
  'reports-outcomes': [
    'the award asks for outcomes or for what people say',
    'the award asks for counts alone',
  ],
  'price-is-published': [
    'what the price is made of is published',
    'what the price is made of is not published',
  ],
  'price-is-open': [
    'partners at least can see what the price is made of',
    'partners cannot see what the price is made of',
  ],
  'risk-with-funder': [
    'the funder bears what the award does not pay',
    'somebody else than the funder bears what the award does not pay',
  ],
  'with-local-provider': ['a local provider does the work', 'another provider does the work'],
};

const COMPARED: Record<string, string> = {
  '>=': 'is at least',
  '<=': 'is at most',
  '>': 'is more than',
  '<': 'is less than',
  '==': 'is',
  '!=': 'is not',
};

/**
 * Return a test as a sentence: "the length of an award is at least 36 months".
 * Null for one of another shape than a comparison of two names or values: the
 * formula has to speak for itself then.
 */
export function testInWords(test: string): string | null {
  const parts = /^([^<>=!]+?)\s*(>=|<=|==|!=|>|<)\s*([^<>=!]+)$/.exec(test.trim());
  if (!parts) return null;
  const [, left, sign, right] = parts;
  const fact = FACTS[left];
  if (fact) {
    const holds = right === '1' ? sign === '==' : right === '0' ? sign === '!=' : null;
    return holds === null || !['==', '!='].includes(sign) ? null : fact[holds ? 0 : 1];
  }
  const over = /^(\S+)\s*\/\s*(\S+)$/.exec(left);
  if (over) {
    const [of, by] = over.slice(1).map(termInWords);
    return of && by && `${of} ${COMPARED[sign]} ${right} of ${by}`;
  }
  const [first, second] = [left, right].map(termInWords);
  return first && second && `${first} ${COMPARED[sign]} ${second}`;
}

/** Names that tests may use and that have words here. */
export function namesWithWords(): string[] {
  return [...Object.keys(NAMES), ...Object.keys(FACTS)];
}

/** A name, or a value with its unit; null for what is worked out. */
function termInWords(term: string): string | null {
  if (/^\d[\d.]*\s*%?(?:\s+[a-z]+)?$/.test(term)) return term;
  if (!/^[a-z][a-z0-9-]*$/.test(term)) return null;
  if (NAMES[term]) return NAMES[term];
  const local = /^(lowest|highest)-(.+)$/.exec(term);
  const measure = local ? local[2] : term;
  const isMeasure = measuresWithWords().includes(measure);
  const said = `“${isMeasure ? measureWords(measure).title : term.replaceAll('-', ' ')}”`;
  return local && isMeasure ? `${said} in the locality where it is ${local[1]}` : said;
}
