import type { ErrorCode } from 'yaml';

/** What the YAML reader's codes mean to somebody who does not know YAML's grammar. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias cannot have a tag or a name of its own',
  BAD_DIRECTIVE: 'a line that begins with “%” stands at the top',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  BAD_PROP_ORDER: 'the parts before the value are in the wrong order',
  BAD_SCALAR_START: 'text that begins with a special character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'there is a second “: ” on the line; text with a colon needs quotes',
  BLOCK_IN_FLOW: 'lines with “-” cannot stand inside brackets',
  DUPLICATE_KEY: 'the same key stands twice',
  IMPOSSIBLE: 'the text cannot be understood',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a bracket, a quote, a comma or a “: ” is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over more than one line',
  MULTIPLE_ANCHORS: 'a value has two names (“&”)',
  MULTIPLE_DOCS: 'a line “---” begins a second document; a file holds one',
  MULTIPLE_TAGS: 'a value has two tags (“!”)',
  NON_STRING_KEY: 'a key is not text',
  TAB_AS_INDENT: 'a tab is used to indent',
  UNEXPECTED_TOKEN: 'a character stands where none can be',
};

/** Return in plain words what a code of the YAML reader says; its own message where none are known. */
export function yamlInWords(code: ErrorCode, message: string): string {
  return (
    WORDS[code] ??
    message
      .split('\n')[0]
      .replace(/[:.]\s*$/, '')
      .slice(0, 120)
  );
}
