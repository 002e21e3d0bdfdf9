/** What other programs can ask of published snapshots: a description by OpenAPI 3.1. */

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const date = { type: 'string', format: 'date' };
const text = { type: 'string' };
const number = { type: 'integer', minimum: 1 };
const status = { enum: ['Draft, not assured', 'Assured and approved'] };
const kind = { enum: ['first', 'correction', 'revision'] };

const parts = {
  slug: {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'The name of a snapshot in its address.',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
  },
  hash: {
    name: 'hash',
    in: 'path',
    required: true,
    description: 'The fingerprint of a version: SHA-256 of its snapshot.json.',
    schema: hash,
  },
};

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (description: string, type: string, schema: object) => ({
  description,
  content: { [type]: { schema } },
});
const html = { type: 'string', contentMediaType: 'text/html' };
const missing = answer('Nothing was ever published at this address.', 'text/html', html);
const goneHtml = answer('It was withdrawn: the page says when and why.', 'text/html', html);
const goneJson = answer('It was withdrawn: when and why.', 'application/json', ref('Tombstone'));

const altered = answer(
  'It was altered after it was published: it is not shown.',
  'text/html',
  html,
);

const UNTOLD = 'Null where the version is not as it was published: then nobody can tell.';
const known = ({ enum: words }: { enum: string[] }) => ({ enum: [...words, null] });

const place = { number, date, hash, page: text };

/** The description, as it is served. A test holds real answers against it. */
export const snapshotsApi = {
  openapi: '3.1.1',
  info: {
    title: 'Published snapshots of Bide',
    version: '1',
    description:
      'Comparisons of scenarios, frozen under a fingerprint. Reading needs no account. Fixed addresses always give the same bytes, or 410 and the reason once a version is withdrawn.',
    license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: {
    '/snapshots.json': {
      get: {
        operationId: 'listSnapshots',
        summary: 'Every snapshot with all of its versions, what is newest first',
        parameters: [
          {
            name: 'q',
            in: 'query',
            description: 'Only snapshots that have each of these words.',
            schema: text,
          },
        ],
        responses: { '200': answer('The list.', 'application/json', ref('List')) },
      },
    },
    '/feed.xml': {
      get: {
        operationId: 'feed',
        summary: 'New versions and withdrawals, as an Atom feed',
        responses: { '200': answer('The feed.', 'application/atom+xml', text) },
      },
    },
    '/s/{slug}/': {
      get: {
        operationId: 'newest',
        summary: 'The page of the newest version',
        parameters: [parts.slug],
        responses: {
          '200': answer('The page.', 'text/html', html),
          '404': missing,
          '410': goneHtml,
          '500': altered,
        },
      },
    },
    '/s/{slug}/{hash}/': {
      get: {
        operationId: 'fixed',
        summary: 'The page of one version, which never changes',
        parameters: [parts.slug, parts.hash],
        responses: {
          '200': answer('The page.', 'text/html', html),
          '404': missing,
          '410': goneHtml,
          '500': altered,
        },
      },
    },
    '/s/{slug}/{hash}/snapshot.json': {
      get: {
        operationId: 'snapshot',
        summary: 'Everything in one version, in the one form that is hashed (RFC 8785) and signed',
        parameters: [parts.slug, parts.hash],
        responses: {
          '200': answer('The snapshot.', 'application/json', ref('Snapshot')),
          '404': missing,
          '410': goneJson,
          '500': altered,
        },
      },
    },
    '/s/{slug}/{hash}/withdrawn.json': {
      get: {
        operationId: 'tombstone',
        summary: 'What stays where a version was withdrawn',
        parameters: [parts.slug, parts.hash],
        responses: {
          '404': missing,
          '410': goneJson,
        },
      },
    },
  },
  components: {
    schemas: {
      List: {
        type: 'object',
        required: ['bide', 'format', 'snapshots'],
        additionalProperties: false,
        properties: {
          bide: { const: 'snapshots' },
          format: { const: 1 },
          snapshots: { type: 'array', items: ref('Listed') },
        },
      },
      Listed: {
        type: 'object',
        required: ['slug', 'page', 'versions'],
        additionalProperties: false,
        properties: {
          slug: text,
          page: { ...text, description: 'Where its newest version is, from the top of the site.' },
          versions: {
            type: 'array',
            minItems: 1,
            description: 'The newest first.',
            items: { oneOf: [ref('Standing'), ref('Withdrawn')] },
          },
        },
      },
      Standing: {
        type: 'object',
        required: [
          ...Object.keys(place),
          'withdrawn',
          'title',
          'question',
          'status',
          'notice',
          'kind',
          'why',
          'error',
          'json',
        ],
        additionalProperties: false,
        properties: {
          ...place,
          withdrawn: { const: false },
          title: text,
          question: text,
          status: { ...known(status), description: UNTOLD },
          notice: {
            ...text,
            description: 'What the model says of itself; empty where it says nothing.',
          },
          kind: { ...known(kind), description: UNTOLD },
          why: { ...text, description: 'What it changed and why; empty for the first version.' },
          error: {
            ...text,
            description:
              'Why it was corrected, by a version that stands or was withdrawn; empty where it was not. Where the version after it was altered, it says that this cannot be told.',
          },
          json: { ...text, description: 'Where its snapshot.json is, from the top of the site.' },
        },
      },
      Withdrawn: {
        type: 'object',
        required: [...Object.keys(place), 'withdrawn', 'why'],
        additionalProperties: false,
        properties: { ...place, withdrawn: { const: true }, why: text },
      },
      Snapshot: {
        type: 'object',
        description: 'A published snapshot, format 1. Later formats have another number.',
        required: [
          'bide',
          'format',
          'text',
          'status',
          'version',
          'published',
          'engine',
          'inputs',
          'run',
          'results',
          'assumptions',
        ],
        additionalProperties: false,
        properties: {
          bide: { const: 'snapshot' },
          format: { const: 1 },
          text: {
            type: 'object',
            description: 'What people wrote for it.',
            required: ['slug', 'title', 'question', 'summary', 'limits', 'reviewBy', 'roles'],
          },
          status,
          version: {
            type: 'object',
            required: ['number', 'kind', 'why', 'previous'],
            properties: { number, kind, why: text, previous: { anyOf: [hash, { type: 'null' }] } },
          },
          published: date,
          engine: text,
          inputs: {
            type: 'object',
            description: 'The model that gives the results, as texts in YAML.',
            required: ['model', 'portfolio', 'scenarios', 'edits'],
          },
          run: {
            type: 'object',
            required: ['scenarios', 'seed', 'replications', 'draws'],
            properties: {
              scenarios: { type: 'array', items: text },
              seed: { type: 'integer' },
              replications: number,
              draws: { type: 'integer', minimum: 0 },
            },
          },
          results: { type: 'object', required: ['summary', 'principles'] },
          assumptions: { type: 'array', items: { type: 'object' } },
        },
      },
      Tombstone: {
        type: 'object',
        required: ['bide', 'format', 'slug', 'withdrawn', 'number', 'why', 'on'],
        additionalProperties: false,
        properties: {
          bide: { const: 'withdrawn snapshot' },
          format: { const: 1 },
          slug: text,
          withdrawn: hash,
          number,
          why: text,
          corrected: {
            type: 'object',
            description: 'The fingerprint of the version that it had corrected, and why.',
            required: ['version', 'why'],
            additionalProperties: false,
            properties: { version: hash, why: text },
          },
          on: date,
        },
      },
    },
  },
};
