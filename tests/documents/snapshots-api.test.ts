import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { listJson } from '../../src/lib/documents/site-pages.ts';
import { snapshotsApi } from '../../src/lib/documents/snapshots-api.ts';
import {
  listedAltered,
  listedTombstone,
  type ListedVersion,
} from '../../src/lib/snapshot/listed.ts';

test('the list is as the description for programs says: standing, altered and withdrawn', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(snapshotsApi, 'api');
  const isList = ajv.getSchema('api#/components/schemas/List')!;
  const [first, second, third] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));
  const slug = 'longer-awards';
  const date = '2027-03-09';
  const standing: ListedVersion = {
    ...{ kind: 'snapshot', slug, hash: first, number: 1, date, previous: null },
    about: {
      ...{ title: 'Longer awards', question: 'How many?', summary: 'Fewer.' },
      ...{ status: 'Assured and approved', notice: 'Made up.', kind: 'first', why: '' },
    },
  };
  const altered = listedAltered({ slug, hash: second, number: 2, date, previous: first });
  const gone = listedTombstone({
    ...{ bide: 'withdrawn snapshot', format: 1, slug, withdrawn: third, number: 3 },
    ...{ why: 'It told too much.', on: date },
  });
  const list = listJson([{ slug, versions: [gone, altered, standing] }]);
  expect(isList(JSON.parse(list)), JSON.stringify(isList.errors)).toBe(true);
});
