/** How much this server takes at once (BODY_SIZE_LIMIT), in words; empty where nothing limits it. */
export function mostSent(limit = process.env.BODY_SIZE_LIMIT): string {
  const [, number, unit] = /^(\d+)([KMG]?)$/i.exec(limit ?? '') ?? [];
  if (!number) return '';
  return unit ? `${number} ${unit.toUpperCase()}B` : `${number} bytes`;
}
