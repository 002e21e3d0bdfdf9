/**
 * The code editor: CodeMirror in a shadow root, whose styles are made by script and so obey the
 * content policy. Loaded only by the page that edits text.
 */
import { autocompletion, completionKeymap, type CompletionContext } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Finding } from '$lib/diagnostics/finding.ts';
import type { Completion } from '$lib/portfolio/complete-yaml.ts';
import { severityInWords } from '$lib/words/grades.ts';
import { editorTheme } from './editor-theme.ts';
import { spanOf } from './span-of.ts';

export interface EditorOptions {
  text: string;
  /** What a screen reader calls it. */
  label: string;
  onType: (text: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** What can be written at an offset; null where nothing is known. */
  complete: (text: string, offset: number) => Promise<Completion | null>;
}

export interface Editor {
  /** Show another text: an edit made elsewhere, or another file. The cursor stays where it can. */
  show(text: string, label: string): void;
  underline(findings: readonly Finding[]): void;
  /** Put the cursor at a line and column, from 1, and look there. */
  goTo(line: number, column: number): void;
  destroy(): void;
}

/** Marks changes that come from outside, which must not be told back. */
const fromOutside = Annotation.define<boolean>();

const highlight = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: 'var(--link-strong)',
    fontWeight: '700',
  },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
  {
    tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace],
    color: 'var(--ink-soft)',
  },
  { tag: [tags.labelName, tags.typeName, tags.keyword], color: 'var(--link)' },
]);

/** Make the editor in an element, which must have no shadow root yet. */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const perFile = new Compartment();

  const stay: Extension = [
    lineNumbers(),
    lintGutter(),
    highlightSpecialChars(),
    drawSelection(),
    highlightActiveLine(),
    indentUnit.of('  '),
    yaml(),
    syntaxHighlighting(highlight),
    EditorView.lineWrapping,
    autocompletion({ override: [suggest], icons: false }),
    // The steps of the model are the only history: its undo button and this key do the same.
    Prec.high(
      keymap.of([
        { key: 'Mod-z', run: () => (options.onUndo(), true), preventDefault: true },
        { key: 'Mod-y', run: () => (options.onRedo(), true), preventDefault: true },
        { key: 'Mod-Shift-z', run: () => (options.onRedo(), true), preventDefault: true },
      ]),
    ),
    keymap.of([...completionKeymap, ...defaultKeymap, indentWithTab]),
    EditorView.updateListener.of((update) => {
      const isOurs = update.transactions.every((one) => !one.annotation(fromOutside));
      if (update.docChanged && isOurs) options.onType(update.state.sliceDoc());
    }),
    editorTheme,
  ];

  function ofFile(text: string, label: string): Extension {
    return [
      // Ends of lines stay what they are; where they are mixed, \r is a character like others.
      EditorState.lineSeparator.of(
        /^(?:[^\r\n]|\r\n)*\r\n(?:[^\r\n]|\r\n)*$/.test(text) ? '\r\n' : '\n',
      ),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    ];
  }

  async function suggest(context: CompletionContext) {
    const word = context.matchBefore(/[\w-]*/);
    if (!context.explicit && (!word || word.from === word.to)) return null;
    const { state } = context;
    const text = state.sliceDoc();
    const found = await options.complete(text, offsetIn(state, context.pos));
    if (!found || context.aborted) return null;
    const length = offsetIn(state, context.pos) - found.from;
    return {
      from: context.pos - length,
      options: found.suggestions.map(({ text: label, description, isKey }) => ({
        label: label.trim().replace(/:$/, ''),
        apply: label,
        info: description || undefined,
        type: isKey ? 'property' : 'constant',
      })),
      validFor: /^[\w-]*$/,
    };
  }

  const view = new EditorView({ root, parent: root, state: stateOf(options.text, options.label) });

  function stateOf(text: string, label: string): EditorState {
    return EditorState.create({ doc: text, extensions: [perFile.of(ofFile(text, label)), stay] });
  }

  let shownLabel = options.label;

  return {
    show(text, label) {
      if (label !== shownLabel) {
        shownLabel = label;
        view.setState(stateOf(text, label));
        return;
      }
      const now = view.state.sliceDoc();
      if (now === text) return;
      view.dispatch({
        changes: changeBetween(view.state, now, text),
        annotations: fromOutside.of(true),
      });
    },
    underline(findings) {
      const { doc } = view.state;
      const diagnostics = findings.flatMap((finding): Diagnostic[] => {
        if (finding.line < 1 || finding.line > doc.lines) return [];
        const line = doc.line(finding.line);
        const { from, to } = spanOf(line.text, finding.column);
        return [
          {
            from: line.from + from,
            to: line.from + to,
            severity: severities[finding.severity],
            message: `${severityInWords(finding.severity)}: ${finding.what}\n${finding.why}\n${finding.mend}`,
          },
        ];
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(line, column) {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const anchor = Math.min(at.from + column - 1, at.to);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

const severities = { error: 'error', warning: 'warning', note: 'info' } as const;

/** Where a position of the document stands in its text, whose lines may end in two characters. */
function offsetIn(state: EditorState, position: number): number {
  const extra = state.lineBreak.length - 1;
  return position + (state.doc.lineAt(position).number - 1) * extra;
}

/** The one change that makes one text of another, in positions of the document. */
function changeBetween(state: EditorState, before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  // Never between the two characters that end a line.
  if (state.lineBreak.length > 1) {
    if (head > 0 && before[head - 1] === '\r') head--;
    if (tail > 0 && before[before.length - tail] === '\n') tail--;
  }
  const position = (offset: number) =>
    offset -
    (before.slice(0, offset).split(state.lineBreak).length - 1) * (state.lineBreak.length - 1);
  return {
    from: position(head),
    to: position(before.length - tail),
    insert: state.toText(after.slice(head, after.length - tail)),
  };
}
