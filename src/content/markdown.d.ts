/** Markdown files are read when the app is built: see `src/build/markdown-pages.ts`. */
declare module '*.md' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- No other form may be relative here.
  const text: import('./page-text.ts').PageText;
  export default text;
}
