/** The consent, and what comes after it. */
export const welcome = {
  'welcome.title': 'May Noclaims read your helpdesk?',
  'welcome.lead': 'It keeps a no-claims record of every customer, so that you see who calls often and whom to thank.',
  'welcome.read': 'What is read:',
  'welcome.read.text':
    'names, addresses and numbers of customers, the times at which they made contact, and the subjects, statuses and minutes of their tickets, on helpdesks you choose one by one. Not the text of messages.',
  'welcome.stays': 'Where it stays:',
  'welcome.stays.text': 'in this browser. Nothing is sent anywhere until you switch something on.',
  'welcome.use': 'What it is for:',
  'welcome.use.text': 'advice to you. It decides nothing about a person, and customers never see it.',
  'welcome.undo': 'How to undo it:',
  'welcome.undo.text': 'Erase everything, in the options, at once.',
  'welcome.company': 'Your company may have to tell customers and staff about it.',
  'welcome.company.open': 'A text you can use',
  'welcome.company.text':
    'Our support team keeps a record of how often customers make contact: names, addresses and numbers, the times of contact, and the subject, status and minutes of each ticket, without the text of messages. The record stays in the browser of the person who answers. It advises us whom to call and whom to thank; a person decides. Write to us to see your record, to have it erased, or to object to it.',
  'welcome.agree': 'I agree',
  'welcome.not-now': 'Not now',
  'welcome.version':
    'Version {version} of this page. A feature that reads another kind of data asks before its first reading.',

  'welcome.next.title': 'What to do next',
  'welcome.next.agreed': 'You agreed {day}. The options take that back whenever you like.',
  'welcome.next.open': 'Open a ticket in your helpdesk, as you always do.',
  'welcome.next.click': 'Click the Noclaims icon in the toolbar. It may be behind the puzzle piece.',
  'welcome.next.watch':
    'Choose “Watch this helpdesk”. Your browser asks once for access to that address, and to no other.',
  'welcome.kept': 'Your browser keeps the record, even when the disk is nearly full.',
  'welcome.ladder': 'Two ladders to choose from',
  'welcome.options': 'Open the options',

  'welcome.later.title': 'Nothing is read',
  'welcome.later.text':
    'Noclaims reads and keeps nothing until you agree. To come back, click its icon in the toolbar.',
  'welcome.later.again': 'Read it again',
} as const;
