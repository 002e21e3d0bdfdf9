/** Examples as lines of YAML, written the way the shipped models are written. */

const WIDTH = 64;

/** Return `key: value` as lines of YAML: on one line where it fits, else in blocks. */
export function exampleLines(key: string, value: unknown): string[] {
  const line = `${key}: ${flow(value)}`;
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return [line];
  return [`${key}:`, ...block(value).map((inner) => `  ${inner}`)];
}

function block(value: object): string[] {
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => exampleLines(key, inner));
  }
  return value.flatMap((item: unknown) => {
    const line = `- ${flow(item)}`;
    if (line.length <= WIDTH || typeof item !== 'object' || item === null) return [line];
    return block(item).map((inner, i) => (i === 0 ? `- ${inner}` : `  ${inner}`));
  });
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** Text that YAML would read as something else stands in quotes. */
function quoted(text: string): string {
  const isPlain =
    /^[A-Za-z0-9][A-Za-z0-9 %.()/*;'+<>=–-]*$/.test(text) &&
    !/^[\d.+-]+$|^\d{4}-|^(true|false|null|yes|no)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
