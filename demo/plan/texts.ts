/** Subject and first message. `{n}` becomes an invoice number; one subject tempts pages that do not escape. */
export const TOPICS: readonly (readonly [string, string])[] = [
  ['Printer on the second floor offline', 'The printer on the second floor has not printed since this morning.'],
  ['Cannot log in to the web shop', 'The web shop refuses my password, and the reset mail never arrives.'],
  ['Invoice {n} shows the wrong address', 'Our last invoice still shows the address we moved away from.'],
  ['Backup report has warnings', 'The nightly backup report lists warnings and I do not know what they mean.'],
  ['VPN drops after ten minutes', 'The VPN connects, then drops after about ten minutes, every time.'],
  ['New colleague needs an account', 'We have a new colleague starting on Monday who needs an account.'],
  ['Scanner sends empty PDFs', 'Scans arrive as mail, but the PDF has no pages.'],
  ['Slow network in the meeting room', 'The network in the meeting room is far slower than elsewhere.'],
  ['Question about licence renewal', 'Which of our licences end this year, and what does renewal cost?'],
  ['Mail to one partner bounces', 'Mail to one of our partners comes back as undeliverable.'],
  ['Calendar shows wrong time zone', 'Appointments show up one hour late for half of the team.'],
  ['Phone display says "<NO LINE>" & beeps', 'The desk phone shows <NO LINE> and beeps every few seconds.'],
  ['Disk on the file server nearly full', 'We got an automatic warning that the disk is 92% full.'],
  ["How do I export last year's orders?", 'Our accountant asks for all orders of last year as a spreadsheet.'],
  ['Website certificate expires soon', 'The browser warns that the certificate will expire within two weeks.'],
];

export const OUTAGES: readonly (readonly [string, string])[] = [
  [
    'Everything is down since 06:40, no idea why',
    'Nothing was changed on our side. All at once the whole system stopped and does not come back.',
  ],
  [
    'Server crashed over night, cause unknown',
    'The server was dead this morning. We never had a problem in all these years.',
  ],
  ['Complete outage, please call back', 'We have a complete outage. It simply stopped, nobody touched anything.'],
  ['Unexplained crash of the order system', 'The order system crashed without any message and will not start.'],
];

export const AGENT_SAYS = [
  'Thank you for your message. I am looking into it and will report back today.',
  'I have restarted the service. Could you please try again?',
  'This was caused by an expired setting. It is corrected now.',
  'I could reproduce this and have passed it on to our second line.',
  'Could you tell me when this happened last, and what you saw on the screen?',
];

export const CUSTOMER_SAYS = [
  'Thanks, that helped for a while, but now it is back.',
  'It works again. Thank you very much!',
  'It happened again at about nine this morning. The screen stayed grey.',
  'My colleague sees the same thing on her machine.',
  'Any news on this?',
];

export const NOTES = [
  'Checked the logs, nothing unusual before the restart.',
  'Third time this quarter, see the older tickets.',
  'Called the customer, left a message.',
];
