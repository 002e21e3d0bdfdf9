import {
  capped,
  constant,
  erlang,
  exponential,
  fallingHazard,
  lognormal,
  type Survival,
} from './survival.ts';

export const month = 365.25 / 12;

/** Stays of the models that fill, or whose stays are watched: by model and service. */
const stays: Record<string, Record<string, Survival>> = {
  'mginf-filling': {
    exponential: exponential(12 * month),
    constant: constant(12 * month),
    lognormal: lognormal(12 * month, 1.2),
  },
  'mginf-steady': {
    exponential: exponential(12),
    constant: constant(12),
    lognormal: lognormal(12, 1.2),
  },
  'immigration-death': { place: exponential(5 * month) },
  'relationship-min': { team: exponential(1 / (1 / 180 + 1 / 730)) },
  'time-limit': { team: capped(exponential(180), 365) },
  'familiarity-leaving': { team: fallingHazard(0.3 / month, 0.4, 6 * month) },
  'length-bias': {
    exponential: exponential(140),
    gamma: erlang(140, 2),
    lognormal: lognormal(140, 1),
    constant: constant(140),
  },
};

/** Law of the stays of a model's service, the only one where none is named; null: not listed. */
export function stayOf(name: string, service?: string): Survival | null {
  const services = stays[name] ?? {};
  return services[service ?? Object.keys(services)[0]] ?? null;
}

/** Multipliers of the arrival rate in mginf-seasonal, April first. */
export const season = [1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2];
