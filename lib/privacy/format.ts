import type { KeptTable } from '@/lib/store/database';

/**
 * The file: one JSON object, each row on a line of its own, so that a million contacts are written and read as a stream.
 *
 *     {"format":"noclaims","version":1,"madeAt":1764000000000,"about":"…",
 *     "counts":{"sources":1,…},
 *     "tables":{
 *     "sources":[
 *     {"adapterId":"rt",…}
 *     ],
 *     …
 *     }}
 */
export const FORMAT = 'noclaims';
export const FORMAT_VERSION = 1;

/**
 * What is read must find what it builds on: whom to leave alone first, who is who before what they did, and what was said
 * of a contact before the contact. The file is written in this order, and read in it whatever its own order is.
 */
export const TABLE_ORDER = [
  'suppressions',
  'sources',
  'settings',
  'organisations',
  'outages',
  'coverage',
  'identities',
  'decisions',
  'customers',
  'contracts',
  'tickets',
  'contacts',
  'ladderPast',
  'alerts',
] as const satisfies readonly KeptTable[];

/** For whoever opens the file in an editor. */
export const ABOUT =
  'A no-claims record, one row on each line. Not in it: what is computed from it (levels, rates, rungs), ' +
  'which helpdesks the browser watches and how well they are read, unfinished work, and keys.';
