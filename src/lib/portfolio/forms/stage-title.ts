/** True for the place of a stage's title: what names the stage does so by the slug of it. */
export function isStageTitle(path: string): boolean {
  return /^services\.[^.]+\.pathway\.\d+\.stage$/.test(path);
}
