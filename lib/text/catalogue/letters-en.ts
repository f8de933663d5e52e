/** What is written to a customer, and what a page of ours answers when it cannot do what was asked. */
export const letters = {
  'letter.subject': 'Thank you',
  'letter.greeting': 'Dear {name},',
  'letter.greeting.plain': 'Hello,',
  'letter.body':
    'It has been quiet between us, and we noticed. Thank you for that, and for being our customer. If there is anything we can do better, write back: a person reads it.\n\nWith kind regards',

  'refused.future': 'That call lies in the future. Log it when it has happened.',
  'refused.no-ticket': 'Open the ticket whose cause you want to set.',
  'refused.no-address': 'No address is known for this customer, so there is nobody to write to.',
  'refused.customer-gone': 'This customer is no longer here.',
  'refused.unknown': 'This customer is not known yet.',
  'refused.ticket-gone': 'This ticket is no longer shown. Open it again.',
  'refused.not-watched': 'Nobody watches this page.',
  'refused.no-desk': 'No helpdesk is watched, so there is none to write from.',
} as const;
