export const ADDON = 'noclaims@noclaims.example';

/** Else every profile has its own, and nobody knows where our pages are. */
const HOST = '5f1b7a52-4c39-4b6e-9f0d-2f6f0f6d6b11';

/** Where the pages of the extension are. */
export const PAGES = `moz-extension://${HOST}`;

/** What a profile starts with, as the text of its `user.js`. */
export function preferences(downloads: string): string {
  const wanted = {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: HOST }),
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
    'intl.accept_languages': 'en-US',
  };
  return Object.entries(wanted)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
