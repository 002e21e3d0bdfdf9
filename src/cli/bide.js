#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { freshCli } from '../build/build-cli.js';

try {
  const { main } = await import(pathToFileURL(await freshCli()).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
