/**
 * Which headers and footers of a Word template stand on which of its pages. A section may have
 * others for its first page and for even ones; what it does not name, it has from the section before.
 */

const SECTION = /<w:sectPr\b(?:[^>]*\/>|[^>]*>([\s\S]*?)<\/w:sectPr>)/g;
const BEFORE_A_CHANGE = /<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>/g;
const REFERENCE = /<w:(header|footer)Reference\b[^>]*>/g;
const KINDS = ['default', 'first', 'even'] as const;

type Kind = (typeof KINDS)[number];

/** The files above and below the text of some of a template's pages; null: there is none. */
export interface AroundPages {
  header: string | null;
  footer: string | null;
}

/**
 * Return what stands around every page of a template: one entry for each kind of page of each of
 * its sections. `body`, `settings` and `relations` are the texts of `word/document.xml`,
 * `word/settings.xml` and `word/_rels/document.xml.rels`, empty where a template has none.
 */
export function aroundPages(body: string, settings: string, relations: string): AroundPages[] {
  const fileOf = targets(relations);
  const hasEven = isOn(settings, 'evenAndOddHeaders');
  const now: Record<'header' | 'footer', Partial<Record<Kind, string>>> = {
    header: {},
    footer: {},
  };
  const found: AroundPages[] = [];
  for (const [, inside = ''] of body.replace(BEFORE_A_CHANGE, '').matchAll(SECTION)) {
    for (const [tag, part] of inside.matchAll(REFERENCE)) {
      const file = fileOf.get(attribute(tag, 'r:id') ?? '');
      const kind = KINDS.find((one) => one === attribute(tag, 'w:type'));
      if (file && kind) now[part as 'header' | 'footer'][kind] = file;
    }
    const kinds = KINDS.filter(
      (kind) => kind === 'default' || (kind === 'first' ? isOn(inside, 'titlePg') : hasEven),
    );
    for (const kind of kinds) {
      found.push({ header: now.header[kind] ?? null, footer: now.footer[kind] ?? null });
    }
  }
  return found;
}

/** The files that a document names, by the name that it has for each. */
function targets(relations: string): Map<string, string> {
  return new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
      const target = attribute(tag, 'Target') ?? '';
      const file = target.startsWith('/') ? target.slice(1) : `word/${target}`;
      return [attribute(tag, 'Id') ?? '', file];
    }),
  );
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** Whether an element is there that switches something on; it can also say that it is off. */
function isOn(xml: string, name: string): boolean {
  const tag = new RegExp(`<w:${name}\\b[^>]*>`).exec(xml)?.[0];
  return tag !== undefined && !/^(?:0|false|off)$/.test(attribute(tag, 'w:val') ?? '1');
}
