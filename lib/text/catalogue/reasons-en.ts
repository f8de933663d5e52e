/** One sentence each: why a customer stands where they stand. A person is never *expensive* in a sentence. */
export const reasons = {
  'reason.over-limit': '{contacts} {window}; your limit is {max}.',
  'reason.many': '{contacts} in {months}; the average is {average}.',
  'reason.expected':
    'We expect about {mean} a year, between {low} and {high}; above your {limit} is {likely}.',
  'reason.quiet': 'No contact in {time}.',
  'reason.thanked': 'Thanked {day}.',
  'reason.never-thanked': 'Never thanked.',
  'reason.new': 'Known for {days}, {contacts}. Too early to say more.',
  'reason.new.today': 'Known since today, {contacts}. Too early to say more.',
  'reason.new.none': 'No contact is on record yet. Too early to say more.',
  'reason.fell': 'Fell from {from} to {to} {day}. A call would be fair.',
  'reason.rung-near': '{discount} {day}, if nothing happens until then.',
  'reason.not-counted': {
    one: '{count} contact was not counted: {why}.',
    other: '{count} contacts were not counted: {why}.',
  },
  'reason.objection':
    'This customer objected. Nothing is computed, and nobody needs to know more.',
  'reason.exempt': 'Exempt from scoring.',
  'reason.exempt.note': 'Exempt from scoring: “{note}”.',
  'reason.shared-mailbox': 'Several people write from this address, so it is not scored.',
  'reason.as-expected': '{contacts} in {months}, about as many as expected.',
  'reason.proposed':
    'A fall from {from} to {to} is proposed, for the contact {day}. Nothing is taken before you confirm it.',
  'reason.expect': 'We expect about {mean} a year.',

  'likely.very': 'very likely',
  'likely.rather': 'likely',
  'likely.possible': 'possible',
  'likely.un': 'unlikely',

  'uncounted.reopened-soon': 'reopened soon after it was solved',
  'uncounted.outbound': 'we contacted them',
  'uncounted.our-message': 'an answer to our own message',
  'uncounted.spam': 'spam',
  'uncounted.deleted': 'deleted in the helpdesk',
  'uncounted.merged': 'merged into another ticket',
  'uncounted.duplicate': 'sent twice',
  'uncounted.product_fault': 'our fault or outage',
  'uncounted.third_party': 'the fault of a third party',
  'uncounted.helpful_report': 'a helpful report',
  'uncounted.accessibility': 'accessibility',
} as const;
