import type { ReportBlock } from './report-block.ts';
import type { Reported, StressSection } from './stress-report.ts';

/** Items 5.1 to 6.1: the program, chance, events, the computer, and how to get the model. */
export function implementationItems(reported: Reported): StressSection[] {
  const { model, hash, method, machine, summary } = reported;
  const { raw } = model;
  return [
    {
      title: 'Implementation',
      items: [
        {
          id: '5.1',
          title: 'Software or programming language',
          blocks: [{ kind: 'list', items: software(reported) }],
          toFill: [],
        },
        {
          id: '5.2',
          title: 'Random sampling',
          blocks: [
            { kind: 'list', items: method.chance },
            ...(summary
              ? [
                  {
                    kind: 'text' as const,
                    text: `This run: seed ${summary.seed}, runs numbered from 0 to ${summary.replications - 1}.`,
                  },
                ]
              : []),
          ],
          toFill: [],
        },
        {
          id: '5.3',
          title: 'Model execution',
          blocks: [{ kind: 'list', items: method.events }],
          toFill: [],
        },
        {
          id: '5.4',
          title: 'System specification',
          blocks: machine ? [{ kind: 'list', items: systemOf(reported) }] : [],
          toFill: machine
            ? []
            : [
                {
                  by: 'you',
                  hint: 'The computer that the runs were made on: processor, memory, operating system, and how long they took.',
                },
              ],
        },
      ],
    },
    {
      title: 'Code access',
      items: [
        {
          id: '6.1',
          title: 'Computer model sharing statement',
          blocks: sharing(model.id, hash, raw.bide),
          toFill: [
            {
              by: 'you',
              hint: 'Where others can get the model file and its scenarios: an address, a version or DOI, and on what terms.',
            },
          ],
        },
      ],
    },
  ];
}

function software({ engine, machine }: Reported): string[] {
  return [
    `Bide, engine ${engine}: written in TypeScript for this kind of model, without a simulation package. The second part changes whenever the same run could give other numbers.`,
    ...(machine
      ? [`Run by ${machine.runtime}.`]
      : ['It runs in Node.js 20.19 or later and in web browsers, with the same numbers.']),
    'Exponentials and logarithms are computed by plain arithmetic of its own (fdlibm’s method), because platforms differ in the last digit of theirs.',
  ];
}

function systemOf({ machine, summary }: Reported): string[] {
  if (!machine) return [];
  const { system, took } = machine;
  return [...system, ...(summary && took !== null ? [`The run took ${took}.`] : [])];
}

function sharing(id: string, hash: string, format: number): ReportBlock[] {
  return [
    {
      kind: 'list',
      items: [
        'The program is free to use, read and change under the Apache License 2.0.',
        `The model is the folder “${id}”: portfolio.yaml, in format ${format}, and its scenarios.`,
        `SHA-256 of what portfolio.yaml says, whatever the order of its keys: ${hash}.`,
        'The same model, changes, seed, runs and engine give the same numbers to the last digit on any computer.',
      ],
    },
  ];
}
