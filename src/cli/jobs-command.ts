import { cancelJob, listJobs, type Job } from '$lib/server/jobs/jobs.ts';
import { storePlace } from '$lib/server/store/app-store.ts';
import { openStore } from '$lib/server/store/store.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

const stateInWords: Record<Job['state'], string> = {
  waiting: 'waits for its turn',
  running: 'runs',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** `bide jobs`: say which long runs there are and how far they are, or cancel one. */
export async function jobsCommand(
  { data, cancel, json = false }: { data: string; cancel?: string; json?: boolean },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const store = await openStore(storePlace(data));
  try {
    if (cancel !== undefined) {
      const at = new Date().toISOString();
      const doing = { byRole: 'owner', why: 'Cancelled on the command line', at };
      if (!(await cancelJob(store, cancel, doing))) {
        throw new Misuse(`There is no run ${cancel} that is still to be done.`);
      }
      stdout.write(`Cancelled: ${cancel}\n`);
      return 0;
    }
    const jobs = await listJobs(store.db);
    stdout.write(json ? `${JSON.stringify(jobs, null, 1)}\n` : listed(jobs));
    return 0;
  } finally {
    await store.close();
  }
}

function listed(jobs: readonly Job[]): string {
  if (jobs.length === 0) return 'No long runs were asked for.\n';
  return jobs
    .map(({ id, title, state, share, askedAt, problem }) =>
      [
        title,
        `  ${id}`,
        `  Asked for ${askedAt.slice(0, 16).replace('T', ' ')} UTC; ${
          state === 'running' ? `${Math.floor(share * 100)} of 100 done` : stateInWords[state]
        }.`,
        ...(problem ? [`  ${problem}`] : []),
        '',
      ].join('\n'),
    )
    .join('\n');
}
