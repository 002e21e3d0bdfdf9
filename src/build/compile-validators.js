import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'src/lib/portfolio/generated/validators.js');

/** Which schema becomes which function; `validators.d.ts` beside the target says the same. */
const schemas = [
  { file: 'static/schema/portfolio-1.json', name: 'validatePortfolio' },
  { file: 'static/schema/scenario-1.json', name: 'validateScenario' },
  { file: 'static/schema/snapshot-1.json', name: 'validateSnapshotText' },
];

/**
 * Compile the JSON Schemas into plain functions, unless that was done already.
 *
 * Done ahead of time because ajv at run time needs `new Function`, which the content policy
 * forbids, and because the result is a tenth of the size. Returns the schema files that are
 * missing; the functions of those are left out.
 *
 * @returns {Promise<string[]>}
 */
export async function compileValidators() {
  const present = schemas.filter(({ file }) => existsSync(join(root, file)));
  const missing = schemas.filter((schema) => !present.includes(schema)).map(({ file }) => file);
  const made = `// Compiled by src/build/compile-validators.js from static/schema: ${stamp(present)}`;
  if (present.length === 0 || isCurrent(made)) return missing;

  // ajv says `require` even in its ES output, so it is written as CommonJS and bundled once more.
  const scratch = join(root, 'node_modules/.cache/bide', `validators-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    const names = present.map(({ name }) => name).join(', ');
    writeFileSync(join(scratch, 'validators.cjs'), await commonJs(present));
    writeFileSync(
      join(scratch, 'entry.js'),
      `import validators from './validators.cjs';\nexport const { ${names} } = validators;\n`,
    );
    const code = await bundle(join(scratch, 'entry.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.${process.pid}`, `${made}\n// @ts-nocheck\n${code}`);
    renameSync(`${target}.${process.pid}`, target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return missing;
}

/** @param {typeof schemas} present */
function stamp(present) {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const { file } of present) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} made */
function isCurrent(made) {
  return existsSync(target) && readFileSync(target, 'utf8').startsWith(`${made}\n`);
}

/**
 * @param {typeof schemas} present
 * @returns {Promise<string>}
 */
async function commonJs(present) {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const { default: formats } = await import('ajv-formats');
  const { default: standalone } = await import('ajv/dist/standalone/index.js');
  const ajv = new Ajv2020({
    code: { source: true },
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
  });
  formats.default(ajv);
  for (const { file } of present) {
    ajv.addSchema(JSON.parse(readFileSync(join(root, file), 'utf8')), file);
  }
  const functions = Object.fromEntries(present.map(({ file, name }) => [name, file]));
  return standalone(ajv, functions);
}

/**
 * @param {string} entry
 * @returns {Promise<string>}
 */
async function bundle(entry) {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      lib: { entry, formats: ['es'], fileName: 'validators' },
      write: false,
      minify: false,
      target: 'es2022',
    },
  });
  const [{ output }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
  return output[0].code;
}
