import { parseYaml } from './parse.ts';
import type { PortfolioFile } from './portfolio-file.ts';

/** Return what a portfolio's text says as a plain object; null where it cannot be read. */
export function plainFile(text: string): PortfolioFile | null {
  const { value } = parseYaml(text, '');
  return typeof value === 'object' && value !== null ? (value as PortfolioFile) : null;
}
