import type { AgreementFile } from './agreement.ts';
import type { FlexibilityEffectFile, FlexibilityRulesFile } from './flexibility.ts';
import { keysOf } from './keys-of.ts';
import type { LogCheck, LogDecision, ModelLogFile } from './model-log.ts';
import type * as file from './portfolio-file.ts';
import type { SaidFile } from './said.ts';
import type { SurveyAnswerFile, SurveyFile } from './survey.ts';

/** The keys of mappings that say how services are commissioned. */
export const COMMISSIONING_KEYS = {
  provider: keysOf<Required<file.ProviderFile>>({
    name: true,
    sector: true,
    size: true,
    overheads: true,
    source: true,
  }),
  lead: keysOf<Required<file.LeadFile>>({
    name: true,
    sector: true,
    size: true,
    overheads: true,
    keeps: true,
    source: true,
  }),
  survey: keysOf<Required<SurveyFile>>({
    name: true,
    asked: true,
    people: true,
    found: true,
    source: true,
  }),
  'survey-answer': keysOf<Required<SurveyAnswerFile>>({
    says: true,
    agree: true,
    criteria: true,
    source: true,
  }),
  said: keysOf<Required<SaidFile>>({
    who: true,
    says: true,
    quoted: true,
    when: true,
    source: true,
    services: true,
    scenarios: true,
    'noted-by': true,
  }),
  log: keysOf<Required<ModelLogFile>>({
    'noted-by': true,
    'noted-on': true,
    decisions: true,
    checks: true,
  }),
  'log-decision': keysOf<LogDecision>({ when: true, by: true, what: true, why: true }),
  'log-check': keysOf<LogCheck>({ when: true, by: true, what: true, found: true }),
  agreement: keysOf<Required<AgreementFile>>({
    name: true,
    says: true,
    answers: true,
    source: true,
  }),
  flexibility: keysOf<Required<FlexibilityRulesFile>>({
    'meeting-place': true,
    'drop-in': true,
    texting: true,
    'moved-appointments': true,
    'more-contact': true,
  }),
  'flexibility-effect': keysOf<Required<FlexibilityEffectFile>>({
    uptake: true,
    'turning-up': true,
    leaving: true,
    source: true,
  }),
  principle: keysOf<Required<file.PrincipleFile>>({
    id: true,
    says: true,
    'for-each': true,
    test: true,
    partly: true,
    enough: true,
    'partly-enough': true,
  }),
};
