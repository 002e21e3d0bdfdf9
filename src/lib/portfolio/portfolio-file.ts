/**
 * The portfolio as its file writes it, format 1. Hand-written beside the JSON
 * Schema in `static/schema/portfolio-1.json`; a test keeps the two together.
 * Words, units and ids are still text here; `resolve` gives them meaning.
 */

import type { AgreementFile } from './agreement.ts';
import type { Designer, PriceBasis, Relationship, Report, Skill } from './commissioning.ts';
import type { Flexibility, FlexibilityRulesFile } from './flexibility.ts';
import type { LeavingFile } from './leaving-file.ts';
import type { ModelLogFile } from './model-log.ts';
import type { SaidFile } from './said.ts';
import type { TargetFile } from './target-file.ts';
import type { SurveyFile } from './survey.ts';

/** A figure: a scalar (“9% per month”, 12, the id of an assumption) or a mapping. */
export type FigureFile = string | number | FigureMappingFile;

export interface FigureMappingFile {
  best: string | number;
  low?: string | number;
  high?: string | number;
  source?: string;
  why?: string;
  'noted-by'?: string;
  'noted-on'?: string;
  holder?: string;
}

/** A length: “12 weeks”, “open-ended”, a figure, or a mapping that names its law. */
export type LengthFile = string | number | FigureMappingFile | LengthMappingFile;

export interface LengthMappingFile {
  exactly?: FigureFile;
  mean?: FigureFile;
  median?: FigureFile;
  spread?: FigureFile;
  'ninety-percent-under'?: FigureFile;
  shape?: number;
  mix?: { share: FigureFile; mean: FigureFile; source?: string; why?: string }[];
  source?: string;
  why?: string;
}

type ById<T> = Record<string, T>;

export interface PortfolioFile {
  bide: 1;
  title: string;
  question?: string;
  notice?: string;
  start: string;
  horizon: string;
  'warm-up'?: string | { 'until-steady': { 'at-most': string } };
  prices?: string | number;
  sources?: ById<SourceFile>;
  localities: ById<LocalityFile>;
  travel?: TravelFile[];
  needs?: ById<string>;
  groups: ById<GroupFile>;
  services: ById<ServiceFile>;
  contracts: ById<ContractFile>;
  handovers?: { [kind in HandoverKindFile]?: HandoverFile };
  assumptions?: ById<string | number | AssumptionFile>;
  rules?: RulesFile;
  targets?: ById<TargetFile>;
  standards?: { 'mat-6'?: CriterionFile[]; 'mat-8'?: CriterionFile[]; 'mat-9'?: CriterionFile[] };
  levers?: LeverFile[];
  agreements?: ById<AgreementFile>;
  surveys?: ById<SurveyFile>;
  said?: SaidFile[];
  log?: ModelLogFile;
  principles?: PrincipleFile[];
}

export interface SourceFile {
  title: string;
  by?: string;
  year?: number;
  url?: string;
  kind: 'measured' | 'published' | 'published-elsewhere' | 'experience' | 'assumption';
}

export interface LocalityFile {
  name: string;
  people: FigureFile;
  'most-deprived'?: FigureFile;
  at?: [number, number];
  source?: string;
}

export interface TravelFile {
  between?: [string, string];
  within?: string;
  minutes: number;
  source?: string;
}

export interface GroupFile {
  name: string;
  arrive?: FigureFile;
  pool?: PoolFile;
  'changes-by'?: FigureFile;
  season?: number[];
  live: ById<FigureFile>;
  needs?: ById<FigureFile>;
  'feeling-safe-takes'?: FigureFile;
  patience: LengthFile;
  travels?: { 'half-would-not-go-beyond': FigureFile; source?: string };
  'turn-to'?: ById<FigureFile | TurnFile>;
  'other-life-events': FigureFile;
  'comes-back'?: { share: FigureFile; after: LengthFile; source?: string };
  'family-of'?: string;
  source?: string;
}

export interface PoolFile {
  people: number;
  'each-arrives': FigureFile;
  source?: string;
}

export interface TurnFile {
  share: FigureFile;
  'first-in-line'?: boolean;
  'in-line'?: number;
  source?: string;
}

export type ServiceKindFile =
  'team' | 'clinic' | 'drop-in' | 'residential' | 'vehicle' | 'hub' | 'community';

export interface ServiceFile {
  name: string;
  about?: string;
  kind: ServiceKindFile;
  pilot?: boolean;
  provider?: ProviderFile;
  'paid-by': string;
  roles?: ById<RoleFile>;
  places?: ById<PlacesFile>;
  points?: ById<PointFile>;
  round?: StopFile[];
  contacts?: FigureFile;
  'lost-days'?: FigureFile;
  partners?: ById<PartnerFile>;
  appointments?: FigureFile;
  list?: { 'at-most': number };
  'waiting-today'?: ById<FigureFile>;
  'waited-today'?: LengthFile;
  'people-enter-at-a-session'?: boolean;
  accompany?: string[];
  'gives-mat'?: boolean;
  'known-worker-first'?: boolean;
  limit?: FigureFile;
  'fixed-cost'?: FigureFile;
  pathway?: StageFile[];
  'a-contact-leads-to'?: LinkFile[];
  'designed-with'?: Designer[];
  skills?: Skill[];
  flexibility?: Flexibility[];
  'low-carbon-travel'?: FigureFile;
  source?: string;
}

export interface ProviderFile {
  name?: string;
  sector?: 'statutory' | 'third' | 'partnership';
  size?: 'large' | 'local';
  overheads?: FigureFile;
  source?: string;
}

export interface LeadFile extends ProviderFile {
  keeps: FigureFile;
}

export interface RoleFile {
  name?: string;
  posts: FigureFile;
  caseload?: FigureFile;
  cost?: FigureFile;
  pay?: FigureFile;
  permanent?: FigureFile;
  leave?: FigureFile;
  notice?: FigureFile;
  replaced?: LengthFile;
  'recruitment-cost'?: FigureFile;
  'asks-for-another'?: FigureFile;
  'handover-warm'?: FigureFile;
  'after-worker-leaves'?: 'shared out' | 'list first' | 'list last';
  'goes-to-people'?: boolean;
  'travel-load'?: FigureFile;
  'lived-experience'?: boolean | FigureFile;
  relationship?: Relationship;
  volunteer?: boolean;
  'trained-for'?: string[];
  'paid-by'?: string;
  source?: string;
}

export interface PlacesFile {
  name?: string;
  beds?: FigureFile;
  price?: FigureFile;
  budget?: FigureFile;
  'paid-by'?: string;
  source?: string;
}

export interface PointFile {
  name?: string;
  at: string;
  open: string | string[];
  'people-a-session'?: number;
}

export interface StopFile {
  day: string;
  at: string;
  from: string;
  to: string;
}

export interface PartnerFile {
  name?: string;
  meets: string;
  at: string;
  'people-a-day': FigureFile;
  trained?: boolean;
  provider?: string;
  source?: string;
}

export interface StageFile {
  stage: string;
  with?: string | string[];
  uses?: string;
  holds?: string;
  lasts: LengthFile;
  leave?: FigureFile;
  load?: number;
  meets?: ById<OfferFile>;
  refers?: ReferralFile[];
  then?: LinkFile[];
  today?: ById<FigureFile>;
  'together-today'?: LengthFile;
  'ends-early'?: EndsEarlyFile;
  source?: string;
}

export interface OfferFile {
  by?: string;
  how?: 'given here' | 'taken along' | 'referral' | 'leaflet';
  after?: FigureFile;
  for: FigureFile;
  trained?: boolean;
  source?: string;
}

export type HandoverKindFile = 'accompanied' | 'warm' | 'supported' | 'cold';

export interface LinkFile {
  to: string;
  share: FigureFile;
  handover?: HandoverKindFile;
  need?: string;
  agreement?: string;
  source?: string;
}

export interface ReferralFile extends LinkFile {
  after?: FigureFile;
}

export interface EndsEarlyFile {
  share: FigureFile;
  refund?: FigureFile;
  then?: 'out' | 'next stage';
  source?: string;
}

export interface ContractFile {
  name?: string;
  funder: string;
  pays: FigureFile;
  term: FigureFile;
  'first-ends'?: string;
  decided?: FigureFile;
  renewed?: FigureFile;
  'when-refused'?: RefusedFile;
  'at-an-unrenewed-end'?: 'stop' | { 'see-people-through': FigureFile };
  uplift?: FigureFile;
  'new-people-stop'?: FigureFile;
  'hiring-needs'?: FigureFile;
  'reports-on'?: Report[];
  'price-basis'?: PriceBasis;
  lead?: LeadFile;
  'pays-overheads'?: FigureFile;
  risk?: 'funder' | 'lead' | 'provider';
  shortfall?: 'carried' | 'fewer posts';
  source?: string;
}

export interface RefusedFile {
  're-tendered'?: ReTenderedFile;
  'money-moved'?: { share: FigureFile; source?: string };
  'money-lost'?: { share: FigureFile; source?: string };
  source?: string;
}

export interface ReTenderedFile {
  share: FigureFile;
  after: LengthFile;
  'staff-who-transfer': FigureFile;
  source?: string;
}

export interface HandoverFile {
  arrives: FigureFile;
  keeps: FigureFile;
  source?: string;
}

export interface AssumptionFile extends FigureMappingFile {
  none?: string | number;
  mechanism?: string;
}

export interface RulesFile {
  familiarity?: string | number;
  'feeling-safe-with-lived-experience'?: FigureFile;
  'turning-up-with-agreement'?: FigureFile;
  'tenure-multiplier'?: string | number;
  leaving?: LeavingFile;
  uptake?: string | number;
  renewal?: 'per year' | 'per decision';
  flexibility?: FlexibilityRulesFile;
  'new-people-stop'?: FigureFile;
  'hiring-needs'?: FigureFile;
  inflation?: FigureFile;
  source?: string;
}

export interface CriterionFile {
  id: string;
  promise: string;
  need: string;
  within: FigureFile;
  target?: string;
  'same-visit'?: boolean;
  'by-trained-staff'?: boolean;
  'independent-of'?: string;
  source?: string;
}

export interface LeverFile {
  id: string;
  ask: string;
  sets: string;
  from?: number;
  to?: number;
  step?: number;
  unit?: string;
  choices?: (string | number)[];
}

export interface PrincipleFile {
  id: string;
  says: string;
  'for-each'?: 'award' | 'service' | 'post';
  test: string;
  partly?: string;
  enough?: string;
  'partly-enough'?: string;
}

/** A scenario as its file writes it. */
export interface ScenarioFile {
  title: string;
  story?: string;
  group?: string;
  'based-on'?: string;
  changes?: ChangeFile[];
}

export interface ChangeFile {
  set?: string;
  to?: unknown;
  remove?: string;
  add?: string;
  as?: unknown;
}
