import { EditorView } from '@codemirror/view';

/** The look of the editor, in the colours of the page, which reach into its shadow root. */
export const editorTheme = EditorView.theme({
  '&': {
    backgroundColor: 'var(--paper)',
    border: '2px solid var(--line-control)',
    color: 'var(--ink)',
    fontSize: '1rem',
    height: 'var(--editor-height, 70vh)',
  },
  '&.cm-focused': {
    outline: '3px solid var(--focus-ink)',
    boxShadow: '0 0 0 6px var(--focus)',
  },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
    lineHeight: '1.5',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--paper-soft)',
    borderRight: '1px solid var(--line)',
    color: 'var(--ink-soft)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--tint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--line)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--line-control)',
    color: 'var(--ink)',
    maxWidth: 'min(32rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    maxHeight: '16rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.375rem 0.5rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--link)',
    color: 'var(--paper)',
  },
  '.cm-tooltip.cm-completionInfo': { lineHeight: '1.5', padding: '0.5rem 0.75rem' },
  '.cm-diagnostic': {
    borderLeft: '0.25rem solid var(--ink)',
    fontFamily: 'inherit',
    lineHeight: '1.5',
    padding: '0.5rem 0.75rem',
    whiteSpace: 'pre-wrap',
  },
  // By its line alone, never by red or green: wavy, dashed, dotted.
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': {
    textDecoration: 'underline wavy var(--ink) 1.5px',
    textUnderlineOffset: '0.2em',
  },
  '.cm-lintRange-warning': {
    textDecoration: 'underline dashed var(--ink) 1.5px',
    textUnderlineOffset: '0.2em',
  },
  '.cm-lintRange-info': {
    textDecoration: 'underline dotted var(--ink-soft) 1.5px',
    textUnderlineOffset: '0.2em',
  },
  '.cm-lint-marker': { content: 'none', height: '0.75em', width: '0.5em' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--ink)', content: 'none' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--ink-soft)', content: 'none' },
  '.cm-lint-marker-info': { border: '1px solid var(--ink-soft)', content: 'none' },
});
