/** The card: its headings, and the sentences that stand beside figures. */
export const card = {
  'card.label': 'Standing of {name}',
  'card.failed': 'The record did not answer, and nothing was changed. Try again in a moment.',

  'months.title': 'Contacts',
  'months.title.year': 'Contacts, last 12 months',
  'months.not-counted': { one: '{count} not counted: {why}', other: '{count} not counted: {why}' },
  'months.not-counted.some': { one: '{count} not counted', other: '{count} not counted' },
  'months.seen-since': 'seen since {day}',
  'months.label': 'Counted contacts a month, {first} to {last}: {figures}.',
  'months.label.unseen': 'Not watched before {month}.',

  'rate.title': 'Expected a year',
  'rate.value': 'about {mean}, between {low} and {high}',
  'rate.limit': 'limit {limit}',
  'rate.label': 'Expected {mean} contacts a year, between {low} and {high}; limit {limit}.',

  'cost.title': 'Cost to serve, 12 months',
  'cost.margin': 'Margin, 12 months',
  'cost.margin.of': '{paid} − {spent} =',
  'cost.defaults': 'Some minutes are your defaults, not measured.',

  'ladder.title': 'No-claims ladder',
  'ladder.since': '{discount} since {month}',
  'ladder.top': '{discount}, the top',
  'ladder.hold': {
    one: '{discount} not this year: {count} counts, {allowed} may.',
    other: '{discount} not this year: {count} count, {allowed} may.',
  },
  'ladder.step': {
    one: '{discount} {day}: {count} counts, {allowed} may.',
    other: '{discount} {day}: {count} count, {allowed} may.',
  },
  'ladder.none': 'none',
  'ladder.risk.rung': 'An unknown crash would cost a rung. Nothing is taken before you confirm it.',
  'ladder.risk.now': 'An unknown crash would take {from} to {to} at once. Nothing is taken before you confirm it.',
  'ladder.risk.later': 'An unknown crash would take {from} to {to}. Nothing is taken before you confirm it.',

  'fresh.read': 'Read {age}.',
  'fresh.never': 'The history is not read yet.',
  'fresh.reopenings': 'Reopenings were not read.',
  'fresh.colleague': 'What only colleagues opened may be missing.',
  'fresh.assumed': {
    one: '{count} ticket of yours is taken for a call.',
    other: '{count} tickets of yours are taken for calls.',
  },
  'fresh.untimed': {
    one: '{count} ticket has no exact time yet and does not count.',
    other: '{count} tickets have no exact time yet and do not count.',
  },
} as const;
