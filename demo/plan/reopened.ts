import { type Draft, DAY, HOUR, moment } from './conversation.ts';
import type { Chance } from './chance.ts';
import type { Customer } from './shape.ts';

/** Two tickets that came back after they had been solved: one within fourteen days, one later. */
export function reopenedTickets(chance: Chance, asOf: number, customers: readonly Customer[]): Draft[] {
  const [soon, late] = customers.filter(({ kind }) => kind === 'ordinary');
  return [
    ...(soon ? [reopened(soon, moment(chance, asOf, 60), 6, 'Till prints every receipt twice')] : []),
    ...(late ? [reopened(late, moment(chance, asOf, 150), 40, 'Newsletter goes out without its pictures')] : []),
  ];
}

/** Solved a day after it came, back `quietDays` later, and solved for good a day after that. */
function reopened({ email }: Customer, createdAt: number, quietDays: number, subject: string): Draft {
  const solvedFirst = createdAt + DAY;
  const back = solvedFirst + quietDays * DAY;
  return {
    requesters: [email],
    subject,
    channel: 'email',
    status: 'solved',
    createdAt,
    solvedAt: back + DAY,
    minutes: 35,
    messages: [
      { at: createdAt, by: 'customer', text: 'It began this week and nobody here changed anything.', minutes: 0 },
      {
        at: solvedFirst - HOUR,
        by: 'agent',
        text: 'A setting was lost in the last update. I have put it back.',
        minutes: 20,
      },
      {
        at: back,
        by: 'customer',
        text: 'I am sorry to come back to this: it is exactly as it was before.',
        minutes: 0,
      },
      {
        at: back + 5 * HOUR,
        by: 'agent',
        text: 'The next update took the setting away again. This time it stays.',
        minutes: 15,
      },
    ],
    reopenings: [{ at: back, solvedAt: solvedFirst }],
  };
}
