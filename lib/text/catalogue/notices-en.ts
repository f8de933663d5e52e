/** What may be read over a shoulder: notifications and the toolbar. Never a name. */
export const notices = {
  'alert.title': 'An alert',
  'alert.message': 'A limit was passed. Open Noclaims to see whose.',
  'toolbar.idle': 'Noclaims',
  'toolbar.watching': 'Noclaims: no open alert',
  'toolbar.alerts': { one: 'Noclaims: {count} open alert', other: 'Noclaims: {count} open alerts' },
  'toolbar.hidden': 'Noclaims: hidden while you share your screen',
  'limit.week': 'Contacts in a week',
  'limit.month': 'Contacts in a month',
  'limit.contract-year': 'Contacts in a contract year',
  'limit.weekly-conference': 'Conference calls in a week',
} as const;
