import { Dexie, type EntityTable, type Table } from 'dexie';

import type { Contract } from '@/lib/scoring/contract';
import type { Fit } from '@/lib/scoring/fit';
import type { Outage } from '@/lib/scoring/outage';
import type { Standing } from '@/lib/scoring/standing';
import type { Tally } from '@/lib/scoring/tally';

import type * as rows from './rows';

/** Tables that hold truth: in the export, erasable, migrated. */
export const KEPT = [
  'sources',
  'identities',
  'customers',
  'organisations',
  'tickets',
  'contacts',
  'decisions',
  'ladderPast',
  'contracts',
  'outages',
  'suppressions',
  'alerts',
  'coverage',
  'settings',
] as const;
/** Derived: dropped and rebuilt whenever a rule changes, never exported. */
export const DERIVED = ['tallies', 'standings', 'weeks', 'fits'] as const;
/** Of this browser: neither exported nor shared. */
export const LOCAL = ['secrets', 'jobs', 'files', 'quarantine', 'sent', 'health', 'log'] as const;

export type KeptTable = (typeof KEPT)[number];

/** The record, in the extension's own origin. The only class here, since Dexie wants one. */
export class NoclaimsDatabase extends Dexie {
  declare sources: EntityTable<rows.SourceRow, 'id'>;
  declare identities: EntityTable<rows.IdentityRow, 'key'>;
  declare customers: EntityTable<rows.CustomerRow, 'id'>;
  declare organisations: EntityTable<rows.OrganisationRow, 'id'>;
  declare tickets: EntityTable<rows.TicketRow, 'id'>;
  declare contacts: EntityTable<rows.ContactRow, 'id'>;
  declare decisions: EntityTable<rows.DecisionRow, 'id'>;
  declare ladderPast: EntityTable<rows.LadderPastRow, 'id'>;
  declare contracts: EntityTable<Contract, 'id'>;
  declare outages: EntityTable<Outage, 'id'>;
  declare suppressions: EntityTable<rows.SuppressionRow, 'id'>;
  declare alerts: EntityTable<rows.AlertRow, 'id'>;
  declare coverage: Table<rows.CoverageRow, [string, string]>;
  declare settings: EntityTable<rows.SettingRow, 'key'>;
  declare tallies: EntityTable<Tally, 'subject'>;
  declare standings: EntityTable<Standing, 'customerId'>;
  declare weeks: EntityTable<rows.WeekRow, 'week'>;
  declare fits: EntityTable<Fit, 'at'>;
  declare secrets: EntityTable<{ name: string; key: CryptoKey }, 'name'>;
  declare jobs: EntityTable<rows.JobRow, 'id'>;
  declare files: EntityTable<{ id: string; blob: Blob; name: string }, 'id'>;
  declare quarantine: EntityTable<rows.QuarantineRow, 'id'>;
  declare sent: EntityTable<rows.SentRow, 'id'>;
  declare health: Table<rows.HealthRow, [string, string]>;
  declare log: EntityTable<rows.LogRow, 'id'>;

  /** `strict` commits wait until they lie on the disk. */
  constructor(name = 'noclaims', durability: 'default' | 'strict' = 'default') {
    super(name, { chromeTransactionDurability: durability });
    this.version(1).stores({
      sources: 'id',
      identities: 'key, customerId',
      customers: 'id, organisationId, *terms',
      organisations: 'id',
      tickets: 'id, customerId, openOf',
      contacts: 'id, [customerId+at], at',
      decisions: 'id, subject, [customerId+at]',
      ladderPast: 'id, [holder+at]',
      suppressions: 'id, hash',
      alerts: 'id, [subject+breachedAt], breachedAt, open',
      coverage: '[sourceId+day]',
      settings: 'key',
      tallies: 'subject, nextAt',
      standings: 'customerId, [suggestion+rank]',
      fits: 'at',
      secrets: 'name',
      jobs: 'id, state',
      files: 'id',
      quarantine: '++id, sourceId',
      sent: 'id, [sourceId+requester]',
      health: '[sourceId+fact]',
      log: '++id',
    });
    this.version(2).stores({
      contracts: 'id, holder',
      outages: 'id',
      weeks: 'week',
    });
  }
}
