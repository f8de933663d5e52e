import type { Cause, Kind } from '@/lib/scoring/contact';

/** How a portfolio behaves, as nobody ever knows it of a real one. */
export interface Truth {
  readonly customers: number;
  readonly seed: number;
  readonly days: number;
  /** Contacts a year that the average customer has reason for; bursts, outages and conferences come on top. */
  readonly mean: number;
  /** Shape of the spread of rates: the smaller, the more a few make most contacts. */
  readonly alpha: number;
  /** A contact is followed by another within 3 days with this probability, and that one too. */
  readonly bursts: number;
  /** How much more than on average comes in the middle of a season, from 0 to 1; as much less half a year later. */
  readonly season: number;
  /** A customer becomes another one, with another rate, so often a year. */
  readonly changes: number;
  /** Customers leave for good at this rate a year. */
  readonly churn: number;
  /** Share of customers who come in the course of the history; the others are there when it begins. */
  readonly arrivals: number;
  readonly outages: number;
  /** Share of customers who hold a conference call at the same hour every week. */
  readonly weekly: number;
  /** Customers of one organisation; 1 is none. */
  readonly organisation: number;
  /** Shape of the spread between organisations. */
  readonly organisationAlpha: number;
  /** Share of contacts whose cause is an unknown crash. */
  readonly crashes: number;
}

/** A quiet, textbook portfolio: every trouble has to be asked for. */
export const TEXTBOOK: Truth = {
  customers: 2000,
  seed: 1,
  days: 730.5,
  mean: 3,
  alpha: 0.4,
  bursts: 0,
  season: 0,
  changes: 0,
  churn: 0,
  arrivals: 0,
  outages: 0,
  weekly: 0,
  organisation: 1,
  organisationAlpha: 1,
  crashes: 0.05,
};

export interface SimulatedOutage {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface SimulatedCustomer {
  readonly id: string;
  readonly organisation?: string;
  /** Epoch ms between which it was a customer. */
  readonly from: number;
  readonly to: number;
  /** Contacts a year that it has reason for, from each instant on. */
  readonly rates: readonly { readonly from: number; readonly rate: number }[];
  /** Weekday, Sunday 0, and hour of its weekly conference, UTC. */
  readonly conference?: { readonly weekday: number; readonly hour: number };
}

export interface SimulatedContact {
  readonly customer: string;
  readonly organisation?: string;
  readonly at: number;
  readonly kind: Kind;
  readonly cause: Cause;
  readonly outage?: string;
}

export interface Portfolio {
  readonly truth: Truth;
  /** Epoch ms of the history. */
  readonly from: number;
  readonly to: number;
  readonly customers: readonly SimulatedCustomer[];
  readonly outages: readonly SimulatedOutage[];
  /** Oldest first. */
  readonly contacts: readonly SimulatedContact[];
}
