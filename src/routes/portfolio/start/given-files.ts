/** The files that a person chose in a picker or dropped, with their paths and bytes. */

export interface GivenFile {
  path: string;
  bytes: Uint8Array;
}

/** A folder with more files than any model has: reading them all would take long for nothing. */
export class TooManyFiles extends Error {
  constructor(readonly most: number) {
    super(`More than ${most} files.`);
  }
}

const mostFiles = 400;

/** Beyond this a file is only looked at as far as its kind can be told. */
const mostBytes = 30_000_000;

/** Return what a file input holds. */
export async function chosenFiles(list: FileList | null): Promise<GivenFile[]> {
  const files = [...(list ?? [])];
  if (files.length > mostFiles) throw new TooManyFiles(mostFiles);
  return Promise.all(files.map((file) => given(file, file.webkitRelativePath || file.name)));
}

/** Return what was dropped, folders with all that is in them. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  // The list is emptied when the event is over: entries have to be taken now.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found: GivenFile[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: GivenFile[]): Promise<void> {
  if (found.length >= mostFiles) throw new TooManyFiles(mostFiles);
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push(await given(file, path));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives some entries at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inside of some) await collect(inside, found);
  }
}

async function given(file: File, path: string): Promise<GivenFile> {
  const part = file.size > mostBytes ? file.slice(0, mostBytes) : file;
  return { path, bytes: new Uint8Array(await part.arrayBuffer()) };
}
