/** Reading a page aloud by the device's own voice: nothing is sent to anybody for it. */
export interface Said {
  text: string;
  language: string;
}

const BLOCKS = 'h1, h2, h3, p, li, label, legend, dt, dd, button, a, th, td, div';
const UNREAD = '.visually-hidden, [data-unread], script, style, textarea, [aria-hidden=true]';

/** Return what stands on a page, block by block, in the order in which it is read. */
export function textOf(root: Element): Said[] {
  const said: (Said & { block: Element | null })[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = (walker.currentNode.textContent ?? '').trim();
    if (!parent || text === '' || parent.closest(UNREAD) || !parent.checkVisibility()) continue;
    const block = parent.closest(BLOCKS);
    const language = parent.closest<HTMLElement>('[lang]')?.lang ?? '';
    const last = said.at(-1);
    if (last && last.block === block && last.language === language) last.text += ` ${text}`;
    else said.push({ text, language, block });
  }
  return said.map(({ text, language }) => ({ text, language }));
}

export class ReadAloud {
  /** False where the device has no voice of its own. */
  canSpeak = $state(false);
  isSpeaking = $state(false);
  #quiet: (() => void) | null = null;

  /** Look for a voice, until the returned function is called. Some browsers find theirs late. */
  listen(): () => void {
    const speech = speechOf(window);
    if (!speech) return () => undefined;
    const look = () => (this.canSpeak = voicesOf(speech).length > 0);
    look();
    speech.addEventListener('voiceschanged', look);
    return () => {
      speech.removeEventListener('voiceschanged', look);
      this.stop();
    };
  }

  start(root: Element): void {
    const speech = speechOf(window);
    if (!speech) return;
    this.stop();
    const voices = voicesOf(speech);
    const all = textOf(root);
    for (const [at, { text, language }] of all.entries()) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      utterance.voice = voiceFor(language, voices);
      if (at === all.length - 1) utterance.onend = () => this.#ended();
      speech.speak(utterance);
    }
    this.isSpeaking = all.length > 0;
    // Whoever presses anything has heard enough of this screen; the button itself sees to itself.
    const stop = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[data-reads]'))) this.stop();
    };
    window.addEventListener('click', stop, { capture: true });
    this.#quiet = () => window.removeEventListener('click', stop, { capture: true });
  }

  stop(): void {
    if (!this.isSpeaking) return;
    speechOf(window)?.cancel();
    this.#ended();
  }

  #ended(): void {
    this.isSpeaking = false;
    this.#quiet?.();
    this.#quiet = null;
  }
}

function speechOf(browser: Window): SpeechSynthesis | null {
  return 'speechSynthesis' in browser ? browser.speechSynthesis : null;
}

/** The voices that need no network. */
function voicesOf(speech: SpeechSynthesis): SpeechSynthesisVoice[] {
  return speech.getVoices().filter(({ localService }) => localService);
}

/** Return the voice for a language: of the same country, of the same language, or any. */
export function voiceFor<Voice extends { lang: string }>(
  language: string,
  voices: readonly Voice[],
): Voice | null {
  // Android writes "en_GB".
  const plain = (text: string) => text.replace('_', '-').toLowerCase();
  const [wanted, [short]] = [plain(language), plain(language).split('-')];
  return (
    voices.find(({ lang }) => plain(lang) === wanted) ??
    voices.find(({ lang }) => plain(lang).split('-')[0] === short) ??
    voices.at(0) ??
    null
  );
}
