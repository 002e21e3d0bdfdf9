/**
 * Pictures for papers that cannot hold drawings in lines: drawn as on the page, then as dots. With
 * the font named and shipped, the same numbers give the same bytes on every machine.
 */
import { createRequire } from 'node:module';
import type * as Drawing from '@resvg/resvg-js';
import { render } from 'svelte/server';
import type { ChartOrigin } from '../charts/chart-origin.ts';
import { drawingIn } from '../charts/drawing-in.ts';
import { svgFile } from '../charts/svg-file.ts';
import type { Summary } from '../comparison/summary.ts';
import type { Picture } from './paper.ts';
import PaperPicture from './PaperPicture.svelte';
import { subtitleOf } from './picture-inputs.ts';

export interface DrawnPicture {
  png: Uint8Array;
  /** In pixels of a screen; the picture has twice as many each way. */
  width: number;
  height: number;
  /** What is read aloud in its place. */
  description: string;
}

/** Dots for each pixel, so that it prints well. */
const ZOOM = 2;

/** As wide as Helvetica, for which charts are laid out (SIL Open Font License). */
const FAMILY = 'Arimo';
const load = createRequire(import.meta.url);
const FONTS = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'];

/** Draw a picture of a paper; what it says stands beside it as text, and is not drawn. */
export function drawnPicture(
  picture: Picture,
  summary: Summary,
  origin: ChartOrigin,
): DrawnPicture {
  const subtitle = subtitleOf(picture);
  const { body } = render(PaperPicture, { props: { picture, summary } });
  const drawing = drawingIn(body);
  if (!drawing) throw new Error('A picture of a paper has a wide drawing.');
  const { text, width, height } = svgFile({ ...drawing, message: '', subtitle }, origin);
  // Its compiled part is loaded when it is needed: nothing else has to wait for it, or to do without.
  const { Resvg } = load('@resvg/resvg-js') as typeof Drawing;
  const image = new Resvg(text, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((file) => load.resolve(`@expo-google-fonts/arimo/${file}`)),
      ...{ defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
    },
  });
  const png = new Uint8Array(image.render().asPng());
  return { png, width, height, description: `${subtitle}. ${drawing.description}` };
}
