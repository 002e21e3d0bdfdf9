import type { Followed } from '$lib/simulation/replication.ts';

/** What is kept of one person's relationship. */
export interface Thread {
  service: string;
  from: number;
  /** Infinity while it goes on. */
  to: number;
  /** Why it ended; "still-going" while it goes on. */
  reason: string;
}

/** What is kept of a person who was followed. */
export interface Person {
  group: string;
  arrives: number;
  threads: Thread[];
}

/** The people followed in one replication, in columns: thousands of replications are kept. */
export class PackedThreads {
  private readonly names: string[] = [];
  /** Group, day of coming and number of relationships, one person after the other. */
  private readonly people: Float64Array;
  /** Service, first and last day, reason, in the order of the people. */
  private readonly threads: Float64Array;

  constructor(followed: readonly Followed[]) {
    this.people = Float64Array.from(
      followed.flatMap(({ group, arrives, relationships }) => [
        this.numberOf(group),
        arrives,
        relationships.length,
      ]),
    );
    this.threads = Float64Array.from(
      followed.flatMap(({ relationships }) =>
        relationships.flatMap(({ service, from, to, reason }) => [
          this.numberOf(service),
          from,
          to ?? Infinity,
          this.numberOf(reason ?? 'still-going'),
        ]),
      ),
    );
  }

  /** Call `visit` with each person in the order of their coming. */
  forEach(visit: (person: Person) => void): void {
    let next = 0;
    for (let i = 0; i < this.people.length; i += 3) {
      const threads: Thread[] = [];
      for (let k = 0; k < this.people[i + 2]; k++, next += 4) {
        const [service, from, to, reason] = this.threads.subarray(next, next + 4);
        threads.push({ service: this.names[service], from, to, reason: this.names[reason] });
      }
      visit({ group: this.names[this.people[i]], arrives: this.people[i + 1], threads });
    }
  }

  private numberOf(name: string): number {
    const known = this.names.indexOf(name);
    return known >= 0 ? known : this.names.push(name) - 1;
  }
}
