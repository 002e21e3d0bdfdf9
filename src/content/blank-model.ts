import portfolio from './blank-model.yaml?raw';

const threeYears = `title: Three-year award
story: The same workers and the same money; each award lasts three years.
changes:
  - { set: contracts.outreach-award.term, to: 36 months }
`;

/** The model that a new one begins with: small, valid, and marked as made of sample figures. */
export const BLANK_MODEL = {
  portfolio,
  scenarios: { 'three-year-award.yaml': threeYears },
};
