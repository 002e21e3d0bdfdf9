import { snapshotPaper } from '../../documents/snapshot-paper.ts';
import { snapshotWord } from '../../documents/snapshot-word.ts';
import { modelOf } from '../../snapshot/verify.ts';
import { PublishRefused } from './publish-refused.ts';
import type { Shelf } from './shelf.ts';
import { readVersion } from './checked-file.ts';
import { keyOfVersion } from './site-page.ts';

/**
 * Return the paper of a published version in the look of a Word file of one's own. Throws
 * `PublishRefused` for a version that is not there, or no more, and `TemplateRefused`.
 */
export async function ownPaper(
  shelf: Shelf,
  hash: string,
  template: Uint8Array,
): Promise<Uint8Array> {
  const versions = (await shelf.list()).flatMap((one) => one.versions);
  const place = versions.find((one) => one.hash === hash && one.kind === 'snapshot');
  if (!place) throw new PublishRefused('That version is not published here, or no more.');
  const snapshot = await readVersion(shelf, place);
  const read = modelOf(snapshot);
  if ('why' in read) {
    throw new PublishRefused('This version of Bide no longer reads the model in it.');
  }
  const frozen = { document: snapshot, text: '', hash };
  const key = await keyOfVersion(shelf, place);
  return snapshotWord(snapshotPaper(frozen, read.model, key), template);
}
