import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { clockTime } from '$lib/words/saving-words.ts';

/** How long after the last key something is saved. */
const QUIET_MS = 1500;

/** Saves a form by itself while somebody types, one request at a time. */
export class Autosave {
  /** What the page says of it. */
  said = $state('');
  /** The version on disk that the form goes on from. */
  from = $state(0);
  /** True where somebody else saved meanwhile: a person has to choose then. */
  isConflict = $state(false);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isSaving = false;
  private isAhead = false;

  constructor(from: number) {
    this.from = from;
  }

  /** Whether something typed is not on disk yet. */
  get isUnsaved(): boolean {
    return this.isAhead || this.isSaving || this.timer !== null;
  }

  changed(form: HTMLFormElement): void {
    if (this.isConflict) return;
    this.said = 'Saving …';
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(form), QUIET_MS);
  }

  private async save(form: HTMLFormElement): Promise<void> {
    this.timer = null;
    if (this.isSaving) {
      this.isAhead = true;
      return;
    }
    this.isSaving = true;
    this.isAhead = false;
    try {
      const body = new FormData(form);
      body.set('from', String(this.from));
      const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
      const response = await fetch('?/save', { method: 'POST', body, headers });
      if (response.status === 401 || response.status === 403) {
        this.said = 'Not saved: you are signed out. Sign in in another tab, then go on here.';
        return;
      }
      const result = deserialize(await response.text());
      if (result.type === 'success') {
        const { version, at } = (result.data as { saved: { version: number; at: string } }).saved;
        this.from = version;
        this.said = `Saved ${clockTime(Date.parse(at))}`;
        // What is still open, the version and the history follow from what was saved.
        await invalidateAll();
      } else {
        this.isConflict = result.type === 'failure' && result.status === 409;
        this.said = this.isConflict
          ? 'Not saved: somebody else saved meanwhile. Press Save to see both.'
          : 'Not saved. Press Save to see why.';
      }
    } catch {
      this.said = 'Not saved: the server cannot be reached. What you typed stays here.';
    } finally {
      this.isSaving = false;
      if (this.isAhead) this.changed(form);
    }
  }
}
