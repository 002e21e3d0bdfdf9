/** A page as the sweep opens it. */
export interface PageToSweep {
  /** As in `src/routes`. */
  route: string;
  /** An address of it. Small models answer at once; `OWN` stands for the key of a model made here, `KEPT` for that of one kept on the server, `DRAFT` for the id of a draft begun here, `WORKSHOP` for that of a workshop and `CODE` for its code. */
  path: string;
  /** Something that is there without scripts too, and only there. */
  says: RegExp;
}

const small = '/portfolio/one-worker-one-contract';

/** Every kind of page, at least once. A test holds this list against `src/routes`. */
export const pagesThereAre: PageToSweep[] = [
  { route: '/', path: '/', says: /compares different ways of commissioning/ },
  { route: '/portfolio', path: '/portfolio', says: /all the services, money and people/ },
  { route: '/portfolio/[id]', path: small, says: /lose their worker because an award ends/ },
  {
    route: '/portfolio/[id]',
    path: '/portfolio/south-ayrshire',
    says: /Independent sketch/,
  },
  { route: '/portfolio/[id]/numbers', path: `${small}/numbers`, says: /Numbers of this model/ },
  {
    route: '/portfolio/[id]/report',
    path: '/portfolio/one-queue/report',
    says: /checklist STRESS-DES/,
  },
  {
    route: '/portfolio/start',
    path: '/portfolio/start',
    says: /Making a model here needs scripts/,
  },
  { route: '/portfolio/kept', path: '/portfolio/kept', says: /Kept on this server/ },
  {
    route: '/portfolio/kept/[id]',
    path: '/portfolio/kept/KEPT',
    says: /Everything that was saved/,
  },
  { route: '/portfolio/own', path: '/portfolio/own', says: /needs? scripts/ },
  { route: '/portfolio/own/[key]', path: '/portfolio/own/OWN', says: /needs? scripts/ },
  { route: '/portfolio/own/[key]/yaml', path: '/portfolio/own/OWN/yaml', says: /needs? scripts/ },
  ...[
    ...['figures', 'structure', 'ten-figures', 'compare', 'explore', 'people'],
    ...['why', 'mat', 'fairness', 'principles', 'assumptions'],
  ].map((at) => ({
    route: `/portfolio/own/[key]/${at}`,
    path: `/portfolio/own/OWN/${at}`,
    says: /needs? scripts/,
  })),
  { route: '/compare', path: '/compare', says: /Which one do you want to look at/ },
  {
    route: '/portfolio/[id]/compare',
    path: `${small}/compare?scenarios=thirty-six-months`,
    says: /The same imagined people/,
  },
  {
    route: '/portfolio/[id]/compare',
    path: `${small}/compare?scenarios=no-such-scenario`,
    says: /There is no scenario “no-such-scenario”/,
  },
  {
    route: '/portfolio/[id]/people',
    path: `${small}/people?scenarios=thirty-six-months`,
    says: /All people here are imagined/,
  },
  {
    route: '/portfolio/[id]/why',
    path: `${small}/why?scenarios=thirty-six-months`,
    says: /Why/,
  },
  {
    route: '/portfolio/[id]/explore',
    path: `${small}/explore`,
    says: /This page needs scripts/,
  },
  {
    route: '/portfolio/[id]/assumptions',
    path: `${small}/assumptions`,
    says: /Assumptions, decisions and checks/,
  },
  {
    route: '/portfolio/[id]/fairness',
    path: `${small}/fairness?scenarios=thirty-six-months`,
    says: /Who gets less/,
  },
  { route: '/portfolio/[id]/mat', path: `${small}/mat`, says: /designed in/ },
  { route: '/portfolio/[id]/principles', path: `${small}/principles`, says: /There is no score/ },
  {
    route: '/portfolio/[id]/ten-figures',
    path: `${small}/ten-figures`,
    says: /Who usually holds it/,
  },
  { route: '/snapshots', path: '/snapshots', says: /never changed: what was\s+wrong/ },
  { route: '/snapshots', path: '/snapshots?q=no+such+words', says: /every one of these words/ },
  { route: '/snapshots/paper', path: '/snapshots/paper', says: /in your own look/ },
  { route: '/verify', path: '/verify', says: /snapshot/ },
  { route: '/account', path: '/account', says: /You are signed in as Owner/ },
  { route: '/account/second-factor', path: '/account/second-factor', says: /second factor/ },
  { route: '/accounts', path: '/accounts', says: /Invite somebody/ },
  { route: '/invited', path: '/invited?token=x', says: /was used already/ },
  {
    route: '/sign-in/new-password',
    path: '/sign-in/new-password?token=x',
    says: /12 characters or more/,
  },
  { route: '/sign-in/code', path: '/sign-in/code', says: /spare codes/ },
  { route: '/publish', path: '/publish', says: /Begin to write/ },
  { route: '/publish/[id]', path: '/publish/DRAFT', says: /What is still open/ },
  { route: '/publish/[id]/preview', path: '/publish/DRAFT/preview', says: /not published/ },
  { route: '/join', path: '/join', says: /Type the code/ },
  { route: '/join/[code]', path: '/join/CODE', says: /no name and no account/ },
  { route: '/workshops', path: '/workshops', says: /Nobody learns who said what/ },
  {
    route: '/workshops/plan',
    path: '/workshops/plan?portfolio=small',
    says: /This is a rehearsal/,
  },
  { route: '/workshops/[id]', path: '/workshops/WORKSHOP', says: /To join/ },
  {
    route: '/workshops/[id]/paper',
    path: '/workshops/WORKSHOP/paper',
    says: /No round was opened yet/,
  },
  {
    route: '/workshops/[id]/cards',
    path: '/workshops/WORKSHOP/cards',
    says: /cut along the lines/,
  },
  { route: '/workshops/[id]/print', path: '/workshops/WORKSHOP/print', says: /For whoever leads/ },
  { route: '/workshops/[id]/thanks', path: '/workshops/WORKSHOP/thanks', says: /You said, we did/ },
  { route: '/workshops/[id]/screen', path: '/workshops/WORKSHOP/screen', says: /people are here/ },
  { route: '/sign-in', path: '/sign-in', says: /Reading needs no account/ },
  { route: '/sign-in/owner', path: '/sign-in/owner?token=x', says: /works once/ },
  {
    route: '/denied/[...at]',
    path: '/denied?why=role&needs=analyst,approver',
    says: /an analyst or an approver/,
  },
  { route: '/guide', path: '/guide', says: /Every rule of the simulation and every measure/ },
  { route: '/guide/how-it-works', path: '/guide/how-it-works', says: /Three readers/ },
  { route: '/guide/charts', path: '/guide/charts', says: /Each row is one imagined person/ },
  { route: '/guide/glossary', path: '/guide/glossary', says: /One word for each idea/ },
  {
    route: '/guide/format',
    path: '/guide/format',
    says: /A small model, whole/,
  },
  { route: '/guide/method', path: '/guide/method', says: /Erlang/ },
];
