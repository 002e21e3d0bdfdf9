import type { HandoverKind, Service } from '../portfolio/portfolio.ts';

/** What kind of service it is: "outreach vehicle". */
export function serviceKindInWords(kind: Service['kind']): string {
  switch (kind) {
    case 'team':
      return 'team with caseloads';
    case 'clinic':
      return 'appointment clinic';
    case 'drop-in':
      return 'drop-in';
    case 'residential':
      return 'residential service';
    case 'vehicle':
      return 'outreach vehicle';
    case 'hub':
      return 'hub with visiting partners';
    case 'community':
      return 'recovery community';
  }
}

/** How people pass from one service to the next. */
export function handoverInWords(kind: HandoverKind): string {
  switch (kind) {
    case 'accompanied':
      return 'somebody goes along';
    case 'warm':
      return 'with an introduction';
    case 'supported':
      return 'with help to get there';
    case 'cold':
      return 'by letter';
  }
}
