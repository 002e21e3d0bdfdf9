import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { clockTime } from '$lib/words/saving-words.ts';

/** How long after the last key something is saved. */
const QUIET_MS = 1500;

/** How long after it could not be saved it is tried again. */
const AGAIN_MS = 10_000;

const SIGNED_OUT = 'you are signed out. Sign in in another tab, then go on here.';
const CANNOT_SAVE = 'the server cannot save just now. What you typed stays here.';
const OUT_OF_REACH = 'the server cannot be reached. What you typed stays here.';

/** Saves a form by itself while somebody types, one request at a time. */
export class Autosave {
  /** What the page says of it. */
  said = $state('');
  /** The version on disk that the form goes on from. */
  from = $state(0);
  /** True where somebody else saved meanwhile: a person has to choose then. */
  isConflict = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> = Promise.resolve();
  /** How often something was typed, and how much of that is on disk, or goes there with the button. */
  private typed = 0;
  private kept = 0;
  private isStopped = false;
  /** Whether what was sent last did not come to anybody who could take it, or could not be kept. */
  private isHeld = false;

  constructor(
    { from, isConflict }: { from: number; isConflict: boolean },
    /** Where it is saved, whatever page is open by then. */
    private readonly address: string,
    private readonly form: () => HTMLFormElement,
  ) {
    this.from = from;
    this.isConflict = isConflict;
    // What comes back beside another version is on disk nowhere.
    if (isConflict) this.typed = 1;
  }

  /** Whether something typed is not on disk yet. */
  get isUnsaved(): boolean {
    return this.kept < this.typed;
  }

  changed(): void {
    this.typed += 1;
    if (this.isConflict) return;
    this.said = 'Saving …';
    this.saveIn(QUIET_MS);
  }

  /** Save what is typed now; resolves to whether all of it is on disk. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.underWay = this.underWay.then(() => this.send());
    await this.underWay;
    return !this.isUnsaved;
  }

  /**
   * The button sends the form as it is, and a page comes for it. Where the server was out of reach just
   * now or could not save, or nobody is signed in, it is saved as while typing instead: the page that comes then would
   * be the browser's own, or that to sign in.
   */
  submitted(event: SubmitEvent): void {
    if (this.isHeld) {
      event.preventDefault();
      void this.save();
      return;
    }
    clearTimeout(this.timer);
    this.isConflict = false;
    this.kept = this.typed;
  }

  /** Never save again: the form is gone from the page. */
  stop(): void {
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  private saveIn(wait: number): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), wait);
  }

  private async send(): Promise<void> {
    if (!this.isUnsaved || this.isConflict || this.isStopped) return;
    const taken = this.typed;
    const body = new FormData(this.form());
    body.set('from', String(this.from));
    const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
    try {
      const response = await fetch(this.address, { method: 'POST', body, headers });
      if (response.status === 401 || response.status === 403) return this.held(SIGNED_OUT);
      // The button could not say why either: a page that says so would come in place of the form.
      if (response.status >= 500) return this.held(CANNOT_SAVE);
      this.isHeld = false;
      const result = deserialize(await response.text());
      if (result.type === 'failure' && result.status === 409) {
        this.isConflict = true;
        this.said = 'Not saved: somebody else saved meanwhile. Press Save to see both.';
        return;
      }
      if (result.type !== 'success') return this.failed('press Save to see why.');
      const { version, at } = (result.data as { saved: { version: number; at: string } }).saved;
      this.from = version;
      this.kept = Math.max(this.kept, taken);
      if (!this.isUnsaved) this.said = `Saved ${clockTime(Date.parse(at))}`;
    } catch {
      return this.held(OUT_OF_REACH);
    }
    // What is still open, the version and the history follow from what was saved.
    await invalidateAll();
  }

  private held(why: string): void {
    this.isHeld = true;
    this.failed(why);
  }

  /** Say why it is not saved, and try again by itself. */
  private failed(why: string): void {
    this.said = `Not saved: ${why}`;
    this.saveIn(AGAIN_MS);
  }
}
