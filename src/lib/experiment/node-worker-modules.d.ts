/** A thread's code, bundled into a string by `src/build/node-worker.ts`. */
declare module '*?node-worker' {
  const source: string;
  export default source;
}
