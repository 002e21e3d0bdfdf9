import { forgetVisits } from '../accounts/forget-visits.ts';
import { appStore } from '../store/app-store.ts';
import { purgeWorkshops } from './workshop-log.ts';

/** How often the day is looked at. */
const LOOK_MS = 60 * 60 * 1000;

let looking: NodeJS.Timeout | null = null;

/** Remove what people said in workshops once its day has come, and old visits, now and from hour to hour. */
export function startPurging(): void {
  looking ??= setInterval(() => void purgeNow(), LOOK_MS).unref();
  void purgeNow();
}

export function stopPurging(): void {
  if (looking) clearInterval(looking);
  looking = null;
}

async function purgeNow(): Promise<void> {
  try {
    await purgeWorkshops(await appStore(), new Date().toISOString());
  } catch (reason) {
    process.stderr.write(`Answers of workshops cannot be removed: ${String(reason)}\n`);
  }
  try {
    await forgetVisits(await appStore(), new Date());
  } catch (reason) {
    process.stderr.write(`Old visits cannot be forgotten: ${String(reason)}\n`);
  }
}
