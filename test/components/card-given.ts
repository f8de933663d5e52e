import { STANDING_PICTURES } from '@/lib/text/standing-pictures';
import type { BadgeView, CardView } from '@/lib/text/view';

export const over: BadgeView = {
  tone: 'expensive',
  icon: 'over',
  picture: STANDING_PICTURES.over,
  word: 'Over limit',
  figures: ['4 of 3', '30%'],
  alert: true,
  label: 'Over limit. Nora Fairweather: 4 contacts in 30 days; your limit is 3. Discount 30%.',
};

export const reading: BadgeView = {
  tone: 'new',
  icon: 'new',
  picture: STANDING_PICTURES.new,
  word: 'Reading',
  figures: [],
  quiet: true,
  label: 'Reading. The record of this customer is being read.',
};

/** Everything a card can hold. */
export const fullCard: CardView = {
  customerId: 'c1',
  lang: 'en-GB',
  label: 'Standing of Nora Fairweather',
  name: 'Nora Fairweather',
  organisation: 'Feinmechanik Grünewald',
  badge: over,
  reasons: [
    { icon: 'over', tone: 'expensive', text: '4 contacts in 30 days; your limit is 3.' },
    { icon: 'expensive', tone: 'expensive', text: '18 contacts in 12 months; the average is 3.' },
  ],
  months: {
    title: 'Contacts',
    note: '2 not counted',
    label: 'Counted contacts a month, October 2026 to November 2026: 0, 4.',
    bars: [
      { letter: 'O', counted: 0, excluded: 0, seen: false },
      { letter: 'N', counted: 4, excluded: 2, seen: true },
    ],
  },
  rate: {
    title: 'Expected a year',
    value: 'about 15, between 6.9 and 25',
    label: 'Expected 15 contacts a year, between 6.9 and 25; limit 8.5.',
    mean: 15,
    low: 6.9,
    high: 25,
    limit: 8.5,
    limitWord: 'limit 8.5',
    ticks: [0, 8, 16, 24, 32].map((at) => ({
      at,
      text: String(at),
    })),
  },
  cost: { title: 'Cost to serve, 12 months', value: '€1,910', note: 'Some minutes are your defaults.' },
  ladder: {
    title: 'No-claims ladder',
    value: '30% since May 2025',
    rungs: [
      { text: '20%', state: 'had', mark: 'risk' },
      { text: '30%', state: 'at' },
      { text: '40%', state: 'ahead', mark: 'next' },
    ],
    next: '40% not this year: 2 count, 1 may.',
    risk: 'An unknown crash would cost a rung.',
  },
  freshness: ['Read 5 minutes ago.', 'Reopenings were not read.'],
  failed: 'The record did not answer.',
  actions: {
    thank: { word: 'Thank Nora' },
    logCall: {
      word: 'Log a call',
      kindWord: 'Kind',
      kinds: [
        { kind: 'call', word: 'Call' },
        { kind: 'visit', word: 'Visit' },
      ],
      minutesWord: 'Minutes',
      submit: 'Log it',
    },
    causes: {
      word: 'Set the cause',
      contactId: 'd1/7/open',
      choices: [
        { cause: 'request', word: 'A request', note: 'Counts for limits.', now: true },
        { cause: 'unknown_crash', word: 'Unknown crash', note: 'Counts.', loss: 'Takes 30% to 0% at once.' },
      ],
    },
    more: {
      word: 'More',
      choices: [
        { action: 'snooze', word: 'Snooze the alert for 7 days', subject: 'a1', days: 7 },
        { action: 'exempt', word: 'Exempt from scoring', confirm: 'No level, no limit.', reason: 'Reason' },
        { action: 'erase', word: 'Erase this customer', confirm: 'For good.' },
      ],
    },
  },
};

/** A quiet customer has a short card. */
export const shortCard: CardView = {
  customerId: 'c2',
  lang: 'en-GB',
  label: 'Standing of Idris Achterberg',
  name: 'Idris Achterberg',
  badge: {
    tone: 'loved',
    icon: 'loved',
    picture: STANDING_PICTURES.loved,
    word: 'Loved',
    figures: ['0 of 3', '50%'],
    label: 'Loved. Idris: …',
  },
  said: 'No contact in five years. Never thanked.',
  reasons: [],
  freshness: [],
  failed: 'The record did not answer.',
  actions: { more: { word: 'More', choices: [] } },
};
