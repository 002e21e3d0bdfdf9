import type { Question } from '../portfolio/agreement.ts';

/** One of the seven questions that partners should answer together, as a few words. */
export function questionInWords(question: Question): string {
  switch (question) {
    case 'aims':
      return 'what it is for';
    case 'activities':
      return 'how that is reached';
    case 'membership':
      return 'who belongs and who decides';
    case 'running':
      return 'how it is run';
    case 'resources':
      return 'who brings what';
    case 'disputes':
      return 'how disputes are settled';
    case 'information':
      return 'what information is shared';
  }
}
