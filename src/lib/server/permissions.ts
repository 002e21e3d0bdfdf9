/**
 * Who may do what: every route, in one table. What is not in it is refused, and a test walks the
 * routes against it.
 */
import type { Pace } from './accounts/pace.ts';
import type { Person, Role } from './accounts/roles.ts';

/** Anybody; anybody who is signed in; or who has one of these roles. */
export type Allowed = 'anyone' | 'signed in' | readonly Role[];

export interface RoutePermission {
  read: Allowed;
  /** By the name of a form's action (`default` for the one without a name), or the method. */
  write?: Record<string, Allowed>;
  /** How often one visitor may write; absent for the usual pace, null for none. */
  pace?: Pace | null;
}

/** The usual pace: a person who types, with room for a page that saves by itself. */
export const USUAL_PACE: Pace = { most: 120, windowMs: 60_000 };

/** Where a secret could be guessed. */
const SLOW: Pace = { most: 20, windowMs: 60_000 };

const READ: RoutePermission = { read: 'anyone' };

/** Who writes what is published, and who sees it before. */
const WRITERS: Role[] = ['analyst', 'owner'];
/** Who saves models to the server. */
const KEEPERS: Role[] = ['commissioner', 'analyst', 'owner'];
const COMPOSERS: Role[] = [...WRITERS, 'commissioner', 'assurer', 'approver'];

/** Who plans and leads workshops. */
const HOSTS: Role[] = ['facilitator', 'commissioner', 'analyst', 'owner'];

export const permissions: Record<string, RoutePermission> = {
  '/': READ,
  '/account': {
    read: 'signed in',
    write: { leave: 'signed in', end: 'signed in', 'end-others': 'signed in' },
  },
  '/account/second-factor': {
    read: 'signed in',
    write: { begin: 'signed in', confirm: 'signed in' },
    pace: SLOW,
  },
  '/accounts': {
    read: ['owner'],
    write: {
      invite: ['owner'],
      revoke: ['owner'],
      roles: ['owner'],
      'end-sessions': ['owner'],
      'new-password': ['owner'],
      close: ['owner'],
    },
  },
  '/api/auth/callback/organisation': READ,
  '/compare': READ,
  '/denied/[...at]': READ,
  // What is published is for everybody; the server around the app answers before it is asked.
  '/feed.xml': READ,
  '/guide': READ,
  '/guide/[page]': READ,
  '/guide/charts': READ,
  '/guide/format': READ,
  '/guide/glossary': READ,
  '/guide/how-it-works': READ,
  '/guide/method': READ,
  '/invited': { read: 'anyone', write: { default: 'anyone' }, pace: SLOW },
  // Whoever has a code may join, and nobody learns who did. A hall shares an address, so that these
  // keep their own pace: by device (src/lib/workshop/sent-lately.ts), and for wrong codes.
  '/join': { read: 'anyone', write: { default: 'anyone' }, pace: null },
  '/join/[code]': {
    read: 'anyone',
    write: {
      join: 'anyone',
      answer: 'anyone',
      say: 'anyone',
      withdraw: 'anyone',
      handOn: 'anyone',
      comeBack: 'anyone',
    },
    pace: null,
  },
  '/join/[code]/answers': { read: 'anyone', write: { POST: 'anyone' }, pace: null },
  '/join/[code]/events': READ,
  '/join/[code]/points': { read: 'anyone', write: { POST: 'anyone' }, pace: null },
  '/join/[code]/taken-back': { read: 'anyone', write: { POST: 'anyone' }, pace: null },
  '/join/[code]/try': { read: 'anyone', write: { POST: 'anyone' }, pace: null },
  '/portfolio': READ,
  '/portfolio/[id]': READ,
  '/portfolio/[id]/assumptions': READ,
  '/portfolio/[id]/charts/[file]': READ,
  '/portfolio/[id]/compare': READ,
  '/portfolio/[id]/compare/results.json': READ,
  '/portfolio/[id]/explore': READ,
  '/portfolio/[id]/fairness': READ,
  '/portfolio/[id]/files.json': READ,
  '/portfolio/[id]/mat': READ,
  '/portfolio/[id]/model.json': READ,
  '/portfolio/[id]/numbers': READ,
  '/portfolio/[id]/people': READ,
  '/portfolio/[id]/principles': READ,
  '/portfolio/[id]/report': READ,
  '/portfolio/[id]/report.html': READ,
  '/portfolio/[id]/report.md': READ,
  '/portfolio/[id]/tables/[file]': READ,
  '/portfolio/[id]/ten-figures': READ,
  '/portfolio/[id]/ten-figures/kept.json': READ,
  '/portfolio/[id]/why': READ,
  '/portfolio/[id]/why/why.json': READ,
  '/portfolio/kept': { read: COMPOSERS, write: { default: KEEPERS } },
  '/portfolio/kept/[id]': { read: COMPOSERS, write: { save: KEEPERS, restore: KEEPERS } },
  '/portfolio/kept/[id]/model': { read: COMPOSERS },
  '/portfolio/own': READ,
  '/portfolio/own/[key]': READ,
  '/portfolio/own/[key]/assumptions': READ,
  '/portfolio/own/[key]/compare': READ,
  '/portfolio/own/[key]/explore': READ,
  '/portfolio/own/[key]/fairness': READ,
  '/portfolio/own/[key]/figures': READ,
  '/portfolio/own/[key]/mat': READ,
  '/portfolio/own/[key]/people': READ,
  '/portfolio/own/[key]/principles': READ,
  '/portfolio/own/[key]/structure': READ,
  '/portfolio/own/[key]/ten-figures': READ,
  '/portfolio/own/[key]/why': READ,
  '/portfolio/own/[key]/yaml': READ,
  '/portfolio/start': READ,
  '/publish': { read: COMPOSERS, write: { default: WRITERS } },
  '/publish/[id]': {
    read: COMPOSERS,
    write: {
      save: WRITERS,
      panel: WRITERS,
      restore: WRITERS,
      assure: ['assurer'],
      approve: ['approver'],
      publish: ['approver', 'analyst', 'owner'],
      cancel: ['approver', 'analyst', 'owner'],
      withdraw: ['approver', 'owner'],
    },
  },
  '/publish/[id]/preview': { read: COMPOSERS },
  '/publish/[id]/run.json': { read: COMPOSERS },
  '/s/[...path]': READ,
  '/sign-in': {
    read: 'anyone',
    write: { password: 'anyone', organisation: 'anyone' },
    pace: SLOW,
  },
  '/sign-in/code': { read: 'anyone', write: { default: 'anyone' }, pace: SLOW },
  '/sign-in/new-password': { read: 'anyone', write: { default: 'anyone' }, pace: SLOW },
  '/sign-in/owner': { read: 'anyone', write: { default: 'anyone' }, pace: SLOW },
  '/snapshots': READ,
  '/snapshots.json': READ,
  '/snapshots/paper': { read: 'signed in' },
  '/snapshots/paper/paper.docx': {
    read: 'signed in',
    write: { POST: 'signed in' },
    pace: SLOW,
  },
  '/snapshots/openapi.json': READ,
  '/verify': READ,
  '/workshops': { read: HOSTS },
  '/workshops/[id]': { read: HOSTS, write: { act: HOSTS, hall: ['owner'], write: HOSTS } },
  '/workshops/[id]/cards': { read: HOSTS },
  '/workshops/[id]/change': { read: HOSTS },
  '/workshops/[id]/designs': { read: HOSTS },
  '/workshops/[id]/designs/[letter]': { read: HOSTS },
  '/workshops/[id]/events': { read: HOSTS },
  '/workshops/[id]/paper': { read: HOSTS, write: { default: HOSTS } },
  '/workshops/[id]/print': { read: HOSTS },
  '/workshops/[id]/screen': { read: HOSTS },
  '/workshops/[id]/thanks': { read: HOSTS },
  '/workshops/plan': { read: HOSTS, write: { default: HOSTS } },
};

/** What a request wants to do, in the words of the table. */
export interface Wanted {
  /** Null where no route has this address. */
  route: string | null;
  method: string;
  /** Of the query: `?/save` names the action `save`. */
  search: string;
}

/** What became of asking: allowed, or why not. */
export type Answer =
  | { kind: 'allowed' }
  /** Nothing of that kind is done here. */
  | { kind: 'unknown' }
  | { kind: 'sign in'; needs: readonly Role[] }
  | { kind: 'second factor'; needs: readonly Role[] }
  | { kind: 'role'; needs: readonly Role[] };

const READING = ['GET', 'HEAD', 'OPTIONS'];

export function isWriting(method: string): boolean {
  return !READING.includes(method);
}

/** Say whether somebody may do what a request asks for. */
export function mayDo({ route, method, search }: Wanted, person: Person | null): Answer {
  // An address without a route does nothing: it answers that there is nothing here.
  if (route === null) return { kind: 'allowed' };
  const permission = Object.hasOwn(permissions, route) ? permissions[route] : null;
  if (!permission) return { kind: 'unknown' };
  const name = isWriting(method) ? writeName(method, search, permission) : null;
  if (name === undefined) return { kind: 'unknown' };
  const allowed = name === null ? permission.read : permission.write![name];
  if (allowed === 'anyone') return { kind: 'allowed' };
  const needs = allowed === 'signed in' ? [] : allowed;
  if (!person) return { kind: 'sign in', needs };
  if (needs.length === 0 || needs.some((role) => person.roles.includes(role))) {
    return { kind: 'allowed' };
  }
  return { kind: person.owesSecondFactor ? 'second factor' : 'role', needs };
}

function writeName(method: string, search: string, { write = {} }: RoutePermission) {
  const action = [...new URLSearchParams(search).keys()].find((key) => key.startsWith('/'));
  const name = method === 'POST' ? (action?.slice(1) ?? 'default') : method;
  // The one without a name is not asked for by one: the framework takes that for a fault of ours.
  if (action === '/default') return undefined;
  if (Object.hasOwn(write, name)) return name;
  return method === 'POST' && !action && Object.hasOwn(write, 'POST') ? 'POST' : undefined;
}
