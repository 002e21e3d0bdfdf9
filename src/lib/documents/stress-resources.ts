import type { Portfolio, Role, Service } from '../portfolio/portfolio.ts';
import { dateInWords, hourInWords, weekdaysInWords } from '../words/dates.ts';
import { months } from '../words/durations.ts';
import { writtenInWords } from '../words/figure-in-words.ts';
import { wholeNumber } from '../words/numbers.ts';
import { figureOr, lengthInWords, shareInWords } from './model-words.ts';
import { ifAny, table, type ReportBlock } from './report-block.ts';

/** What support is given with: workers, places, sessions, partners and money. */
export function resourceTables(portfolio: Portfolio): ReportBlock[] {
  const { services, contracts, localities, needs, start } = portfolio;
  return [
    ...ifAny(
      table(
        'Workers, by role',
        [
          'Service and role',
          'Posts',
          'Caseload or appointments',
          'Leaving the post',
          'Filled again',
          'Paid by',
        ],
        services.flatMap((service) =>
          service.roles.map((role) => [
            `${service.name}: ${role.name}`,
            writtenInWords(role.posts),
            carries(service, role),
            role.leave ? [writtenInWords(role.leave), ...afterLeaving(role)] : 'nobody leaves',
            role.leave ? lengthInWords(role.replaced) : '–',
            contracts[role.contract].name,
          ]),
        ),
      ),
    ),
    ...ifAny(
      table(
        'Beds and placements',
        ['Service and places', 'How many', 'Paid by'],
        services.flatMap((service) =>
          service.places.map(({ name, beds, bought, contract }) => [
            `${service.name}: ${name}`,
            [
              ...(beds ? [`${writtenInWords(beds)} beds`] : []),
              ...(bought
                ? [
                    `bought at ${writtenInWords(bought.price)} from ${writtenInWords(bought.budget)}`,
                  ]
                : []),
            ],
            contracts[contract].name,
          ]),
        ),
      ),
    ),
    ...ifAny(
      table(
        'Points, stops and their sessions',
        ['Service and point', 'Locality', 'Open', 'People a session'],
        services.flatMap((service) =>
          service.points.map((point) => [
            `${service.name}: ${point.name}`,
            localities[point.locality].name,
            point.sessions.map(
              ({ weekday, from, to }) =>
                `${weekdaysInWords([weekday])} ${hourInWords(from)} to ${hourInWords(to)}`,
            ),
            point.sessions.map(({ people }) =>
              people === null ? 'no limit' : wholeNumber(people),
            ),
          ]),
        ),
      ),
    ),
    ...ifAny(
      table(
        'Visiting partners',
        ['Service and partner', 'Helps with', 'There on', 'People a day'],
        services.flatMap((service) =>
          service.partners.map(({ name, need, at, peopleADay }) => [
            `${service.name}: ${name}`,
            needs[need].name,
            at.map(
              ({ point, weekday }) =>
                `${service.points[point].name}, ${weekdaysInWords([weekday])}`,
            ),
            writtenInWords(peopleADay),
          ]),
        ),
      ),
    ),
    table(
      'Money, by contract',
      ['Contract', 'Pays', 'First ends', 'Then for', 'Chance of renewal', 'If refused'],
      contracts.map((contract) =>
        contract.recurrent
          ? [contract.name, writtenInWords(contract.pays), 'never: recurrent', '–', '–', '–']
          : [
              contract.name,
              writtenInWords(contract.pays),
              dateInWords(start, contract.firstEnds - 1),
              `${contract.termMonths.value} months`,
              writtenInWords(contract.renewed),
              refusal(contract),
            ],
      ),
    ),
  ];
}

function carries(service: Service, { caseload }: Role): string {
  if (service.appointments) return `${writtenInWords(service.appointments)} for each post`;
  return figureOr(caseload, 'no limit');
}

function afterLeaving({ afterWorkerLeaves, handoverWarm }: Role): string[] {
  const people = {
    'shared out': 'people are shared out among colleagues with room',
    'list first': 'people go to the front of the list',
    'list last': 'people go to the end of the list',
  }[afterWorkerLeaves];
  return [people, `${figureOr(handoverWarm, 'none')} handed over with an introduction`];
}

function refusal(contract: Portfolio['contracts'][number]): string[] {
  const { reTendered, gap, staffWhoTransfer, moneyMoved, moneyLost } = contract.whenRefused;
  return [
    ...(reTendered.value > 0
      ? [
          `${shareInWords(reTendered.value)} tendered again, gap ${lengthInWords(gap)}, ` +
            `${shareInWords(staffWhoTransfer.value)} of staff transfer`,
        ]
      : []),
    ...(moneyMoved.value > 0 ? [`${shareInWords(moneyMoved.value)} moved elsewhere`] : []),
    ...(moneyLost.value > 0 ? [`${shareInWords(moneyLost.value)} lost`] : []),
    ...(contract.seePeopleThrough > 0
      ? [`people are seen through for up to ${months(contract.seePeopleThrough)}`]
      : []),
  ];
}
