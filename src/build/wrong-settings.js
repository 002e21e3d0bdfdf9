import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Return what is wrong with the settings that say where the server listens, reads and keeps, each in
 * words that name the setting: found here, and not by the first visitor.
 *
 * @param {Partial<Record<string, string>>} env
 * @returns {string[]}
 */
export function wrongSettings(env) {
  return [...wrongPort(env.PORT), ...wrongModels(env.BIDE_MODELS), ...wrongData(env.BIDE_DATA)];
}

/** @param {string | undefined} value */
function wrongPort(value) {
  if (value === undefined || (/^\d{1,5}$/.test(value) && Number(value) < 65_536)) return [];
  return [`PORT is “${value}”. It is a whole number from 0 to 65535, such as 4173.`];
}

/** @param {string | undefined} value */
function wrongModels(value) {
  const folder = value ?? 'models';
  const what = `BIDE_MODELS is “${folder}”`;
  const mend = 'Set it to the folder that holds a folder for each model.';
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat) return [`${what}, and there is nothing at that place. ${mend}`];
  if (!stat.isDirectory()) return [`${what}, which is not a folder. ${mend}`];
  return may(folder, constants.R_OK | constants.X_OK)
    ? []
    : [`${what}, which this account may not read. ${mend}`];
}

/** @param {string | undefined} value */
function wrongData(value) {
  const folder = value ?? 'data';
  const what = `BIDE_DATA is “${folder}”`;
  const mend = 'Set it to a folder in which this server may write; it is made where it is missing.';
  // Where it is missing it is made by whatever first writes there, so the nearest that is there counts.
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) return [`${what}, and ${there} is a file. ${mend}`];
  return may(there, constants.W_OK | constants.X_OK)
    ? []
    : [`${what}, and this account may not write in ${there}. ${mend}`];
}

/**
 * @param {string} folder
 * @param {number} mode
 */
function may(folder, mode) {
  try {
    accessSync(folder, mode);
    return true;
  } catch {
    // Whatever the reason is, the words for it are the same.
    return false;
  }
}
