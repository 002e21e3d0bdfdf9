import accessibility from './accessibility.md';
import charts from './charts.md';
import commandLine from './command-line.md';
import compareScenarios from './compare-scenarios.md';
import cookies from './cookies.md';
import decisions from './decisions.md';
import forBoards from './for-boards.md';
import format from './format.md';
import glossary from './glossary.md';
import howItWorks from './how-it-works.md';
import limits from './limits.md';
import arrivals from './method/arrivals.md';
import beginning from './method/beginning.md';
import calibration from './method/calibration.md';
import contracts from './method/contracts.md';
import inShort from './method/in-short.md';
import leftOut from './method/left-out.md';
import luck from './method/luck.md';
import measures from './method/measures.md';
import opening from './method/opening.md';
import principles from './method/principles.md';
import relationships from './method/relationships.md';
import services from './method/services.md';
import standards from './method/standards.md';
import support from './method/support.md';
import tests from './method/tests.md';
import uncertainty from './method/uncertainty.md';
import waiting from './method/waiting.md';
import workers from './method/workers.md';
import ownFigures from './own-figures.md';
import type { PageText } from './page-text.ts';
import keepSafe from './keep-safe.md';
import publish from './publish.md';
import reading from './reading.md';
import start from './start.md';
import takeAway from './take-away.md';
import workshops from './workshops.md';

/** The method is one page of several files: an opening, then its sections in order. */
const method: PageText = {
  ...opening,
  blocks: [
    opening,
    inShort,
    beginning,
    arrivals,
    waiting,
    support,
    relationships,
    workers,
    contracts,
    services,
    standards,
    principles,
    measures,
    uncertainty,
    luck,
    calibration,
    tests,
    leftOut,
  ].flatMap(({ blocks }) => blocks),
};

/** The text of every page of the guide, by the end of its address. */
export const guideTexts: Record<string, PageText> = {
  start,
  'how-it-works': howItWorks,
  reading,
  charts,
  'own-figures': ownFigures,
  'compare-scenarios': compareScenarios,
  'for-boards': forBoards,
  'take-away': takeAway,
  'keep-safe': keepSafe,
  publish,
  workshops,
  'command-line': commandLine,
  method,
  format,
  glossary,
  limits,
  decisions,
  accessibility,
  cookies,
};
