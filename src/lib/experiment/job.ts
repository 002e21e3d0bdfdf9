import type { MeasurePlan } from '../measures/measure.ts';
import { sliceKey, type ArmCache, type KeptArm } from './arm-cache.ts';
import { mergeSlices, type RunResult, type SliceResult } from './merge.ts';
import { armKey, type Arm, type RunRequest } from './run-request.ts';
import { checkpointsOf, sliceReplications, type Slice } from './slices.ts';

/** A slice of an arm that some worker has to run. */
export interface Task {
  arm: Arm;
  /** Of the arm's program, without the seed. */
  key: string;
  slice: Slice;
  kept: KeptArm;
  /** How many workers died over it. */
  deaths: number;
}

/**
 * The bookkeeping of one run: what is left to do, what is done, and when there
 * is enough for a result. It knows nothing of workers and of time.
 *
 * Arms with one program are run once. Tasks go out slice by slice, all arms of
 * a slice one after the other, so that every arm reaches a checkpoint at nearly one time.
 */
export class Job {
  /** Replications of arms to be run, and run so far; what the cache knew does not count. */
  readonly total: number;
  done = 0;
  private readonly slices: Slice[];
  private readonly kept: KeptArm[];
  private readonly tasks: Task[] = [];
  private readonly checkpoints: number[];
  /** Slices that some worker was given. */
  private readonly begun = new Set<string>();

  constructor(
    readonly request: RunRequest,
    modelKey: string,
    private readonly cache: ArmCache,
    checkpoints: readonly number[] = [],
  ) {
    this.slices = sliceReplications(request.replications);
    this.checkpoints = checkpointsOf(this.slices, checkpoints);
    const keys = request.arms.map((arm) => armKey(modelKey, request, arm));
    const luck = `${request.seed} ${request.follow ?? 0}`;
    this.kept = keys.map((key) => cache.arm(`${luck} ${key}`));
    for (const slice of this.slices) {
      request.arms.forEach((arm, i) => {
        const isRepeat = keys.indexOf(keys[i]) < i;
        if (isRepeat || has(this.kept[i], slice)) return;
        this.tasks.push({ arm, key: keys[i], slice, kept: this.kept[i], deaths: 0 });
      });
    }
    this.total = this.tasks.reduce((sum, { slice }) => sum + slice.count, 0);
  }

  /** True while there are tasks that nobody has taken. */
  get hasTasks(): boolean {
    return this.tasks.length > 0;
  }

  /**
   * Return the next task to be run; only while `hasTasks`.
   *
   * A worker that has run replications of one arm has their warmed states, so it is given the same
   * replications of the next: those of `had`, else ones that nobody has begun on, else any.
   */
  takeTask(had: ReadonlySet<string> = new Set()): Task {
    const mine = this.tasks.findIndex(({ slice }) => had.has(sliceKey(slice)));
    const fresh = this.tasks.findIndex(({ slice }) => !this.begun.has(sliceKey(slice)));
    const [task] = this.tasks.splice(mine >= 0 ? mine : Math.max(0, fresh), 1);
    this.begun.add(sliceKey(task.slice));
    return task;
  }

  /** Put a task back to be run next: its worker died. */
  giveBack(task: Task): void {
    this.tasks.unshift(task);
  }

  /** Keep what a task added up to. */
  accept(task: Task, result: SliceResult): void {
    this.cache.keep(task.kept, result);
  }

  /** Return how many replications from the first on every arm has. */
  get reached(): number {
    const missing = this.slices.find((slice) => !this.kept.every((arm) => has(arm, slice)));
    return missing ? missing.from : this.request.replications;
  }

  /** True when every arm has every replication. */
  get isComplete(): boolean {
    return this.reached === this.request.replications;
  }

  /** Return the highest checkpoint reached since the last call, or null. */
  passCheckpoint(): number | null {
    const { reached } = this;
    const passed = this.checkpoints.filter((count) => count <= reached);
    this.checkpoints.splice(0, passed.length);
    return passed.length > 0 ? passed[passed.length - 1] : null;
  }

  /** Return the result of the first `replications`, the end of a slice that was reached. */
  result(replications: number): RunResult {
    const slices = this.slices.filter(({ from }) => from < replications);
    const arms = this.kept.map(({ plan, warnings, slices: kept }, i) => ({
      ...mergeSlices(
        this.request.arms[i],
        plan as MeasurePlan,
        slices.map((slice) => kept.get(sliceKey(slice)) as SliceResult),
      ),
      ...(warnings.length > 0 ? { warnings } : {}),
    }));
    return { seed: this.request.seed, replications, arms };
  }
}

function has(arm: KeptArm, slice: Slice): boolean {
  return arm.slices.has(sliceKey(slice));
}
