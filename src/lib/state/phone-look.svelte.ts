import { createContext } from 'svelte';
import {
  SETTINGS_COOKIE,
  SETTINGS_PATH,
  SETTINGS_SECONDS,
  writeSettings,
  type PhoneSettings,
} from '../workshop/phone-settings.ts';

/** How a phone is read. Changed on the phone itself, so that it works while there is no network. */
export class PhoneLook {
  #settings = $state.raw<PhoneSettings>({ language: 'english', size: 'usual', contrast: 'usual' });

  constructor(settings: PhoneSettings) {
    this.#settings = settings;
  }

  get settings(): PhoneSettings {
    return this.#settings;
  }

  change(to: Partial<PhoneSettings>): void {
    this.#settings = { ...this.#settings, ...to };
    const kept = [
      `${SETTINGS_COOKIE}=${writeSettings(this.#settings)}`,
      `path=${SETTINGS_PATH}`,
      `max-age=${SETTINGS_SECONDS}`,
      'samesite=lax',
      ...(location.protocol === 'https:' ? ['secure'] : []),
    ];
    document.cookie = kept.join('; ');
  }
}

export const [phoneLook, setPhoneLook] = createContext<PhoneLook>();
