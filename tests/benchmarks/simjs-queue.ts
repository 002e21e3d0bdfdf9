import { readFileSync } from 'node:fs';
import type { Outcome } from './bare-engine.ts';
import type { QueueCase } from './queue-case.ts';

interface Request {
  done(callback: () => void): Request;
  waitUntil(delay: number, callback: () => void): Request;
}

/** What is used of simjs 2.0.3; it comes without types. */
interface SimJs {
  Sim: new () => { addEntity(kind: new () => Entity): Entity; simulate(end: number): boolean };
  Entity: new () => Entity;
  Facility: new (name: string, discipline: number, servers: number) => object;
  Random: new (seed: number) => { exponential(rate: number): number };
}

interface Entity {
  time(): number;
  setTimer(delay: number): Request;
  useFacility(facility: object, duration: number): Request;
  start(): void;
}

/** Load simjs: `require` gives an empty object, for it only puts itself on a `window`. */
function load(): SimJs {
  const window: { Sim?: SimJs } = {};
  const text = readFileSync('node_modules/simjs/sim.js', 'utf8');
  new Function('window', text)(window);
  if (!window.Sim) throw new Error('simjs put nothing on its window.');
  return window.Sim;
}

/** Run a queue on simjs, the best discrete-event library that npm has. */
export function runSimJs(one: QueueCase, customers: number, seed: number): Outcome {
  const { Sim, Entity, Facility, Random } = load();
  const random = new Random(seed);
  const desk = new Facility('desk', 0, one.servers);
  const outcome = { served: 0, gaveUp: 0, waitOfServed: 0, events: 0 };
  let came = 0;
  class Source extends Entity {
    override start() {
      this.setTimer(random.exponential(one.arrive)).done(() => this.arrive());
    }
    arrive() {
      came++;
      const at = this.time();
      const service = random.exponential(1);
      const request = this.useFacility(desk, service).done(() => {
        outcome.served++;
        outcome.waitOfServed += this.time() - at - service;
      });
      if (one.patience !== Infinity) {
        request.waitUntil(random.exponential(1 / one.patience), () => outcome.gaveUp++);
      }
      if (came < customers) this.start();
    }
  }
  const sim = new Sim();
  sim.addEntity(Source);
  sim.simulate(Infinity);
  return outcome;
}
