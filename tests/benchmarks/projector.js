/** The projector's page in a real browser, and when it changed. */
import { chromium } from 'playwright';
import { findBrowser } from '../../src/build/find-browser.js';

/** @typedef {import('./hall-clients.js').Visitor} Visitor */

export class Projector {
  /**
   * @param {import('playwright').Browser} browser
   * @param {import('playwright').Page} page
   */
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  /**
   * Open the screen of a workshop as its host does.
   *
   * @param {Visitor} host
   * @param {string} id
   */
  static async open(host, id) {
    const { executablePath, env } = await findBrowser();
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env },
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const context = await browser.newContext({ baseURL: host.address });
    await context.addCookies(
      host.cookie.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: host.address };
      }),
    );
    const page = await context.newPage();
    await page.goto(`/workshops/${id}/screen`);
    await page.locator('html[data-ready]').waitFor();
    await page.evaluate(watchPhase);
    return new Projector(browser, page);
  }

  /**
   * Wait until the page is in a phase; return when it was, in ms since 1970.
   *
   * @param {string} phase
   * @returns {Promise<number>}
   */
  async shows(phase) {
    const seen = await this.page.waitForFunction((wanted) => {
      const { changed } = /** @type {any} */ (globalThis);
      return changed.phase === wanted && changed.at;
    }, phase);
    return seen.jsonValue();
  }

  leave() {
    return this.browser.close();
  }
}

/** Run in the page: note when the phase that it shows changed. */
function watchPhase() {
  const screen = /** @type {HTMLElement} */ (document.querySelector('[data-phase]'));
  const all = /** @type {any} */ (globalThis);
  const note = () => {
    all.changed = {
      phase: screen.dataset.phase,
      at: performance.timeOrigin + performance.now(),
    };
  };
  new MutationObserver(note).observe(screen, { attributeFilter: ['data-phase'] });
  note();
}
