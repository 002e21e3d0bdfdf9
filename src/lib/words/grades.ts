import type { Severity } from '../diagnostics/finding.ts';
import type { Grade } from '../portfolio/portfolio.ts';

/** How well a figure is known: "measured here", never a colour or a score. */
export function gradeInWords(grade: Grade): string {
  switch (grade) {
    case 'measured':
      return 'measured here';
    case 'published':
      return 'published';
    case 'published-elsewhere':
      return 'published elsewhere';
    case 'experience':
      return 'judgement of people with experience';
    case 'assumption':
      return 'assumption';
  }
}

/** One sentence that explains a grade to a reader who meets it for the first time. */
export function gradeExplained(grade: Grade): string {
  switch (grade) {
    case 'measured':
      return 'Counted in these services, here.';
    case 'published':
      return 'Published about this area or about these services.';
    case 'published-elsewhere':
      return 'Published, but about other places or other services.';
    case 'experience':
      return 'What people who know these services judge it to be.';
    case 'assumption':
      return 'Nobody has measured it yet: a working value, to be questioned.';
  }
}

/** What a finding in the model asks of its author. */
export function severityInWords(severity: Severity): string {
  switch (severity) {
    case 'error':
      return 'must be mended';
    case 'warning':
      return 'may mislead';
    case 'note':
      return 'good to know';
  }
}
