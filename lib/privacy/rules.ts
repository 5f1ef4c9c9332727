/**
 * How many days what is personal and of use for a while only is kept (P16). What is not here stays as long as the person
 * or the organization does; invoices are the law's (`lib/tenant-life`).
 */
export const KEPT_DAYS = {
  // Marco Civil da Internet (Lei 12.965/2014), art. 15: providers keep the records of access for six months.
  addresses: 183,
  failedJobs: 14,
  keptAnswers: 1,
  signInCodes: 1,
  bulkActs: 90,
} as const;
export type KeptForAWhile = keyof typeof KEPT_DAYS;
