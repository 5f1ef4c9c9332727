import { missing } from "../wire/errors";
import type { TableName, Tables } from "./tables";

/** A change as the journal keeps it; `null` means deleted. */
export type Change = [TableName, string, object | null];

/** Everything behind one secret key. Objects are replaced, never changed in place, so an event may keep the one it saw. */
export type Account = {
  readonly id: string;
  readonly tables: { [Name in TableName]: Map<string, Tables[Name]> };
  /** Changes since the last write to the journal. */
  readonly changes: Change[];
  /** The request that is being answered, for the events it causes. */
  request: { id: string | null; idempotency_key: string | null };
  readonly site: Site;
  /** Work that begins once the request is answered. */
  readonly later: (() => void)[];
};

/** Where the hosted pages of this stand-in are and how long their links live. */
export type Site = { url: string; linkSeconds: number; now: () => number };

/** An account at an instant: the wall clock's, or a test clock's for the customers that hang on it. */
export type Ctx = { account: Account; now: number };

/** An account without objects. */
export const emptyAccount = (id: string, site: Site): Account => ({
  id,
  site,
  later: [],
  changes: [],
  request: { id: null, idempotency_key: null },
  tables: {
    products: new Map(),
    prices: new Map(),
    customers: new Map(),
    tax_ids: new Map(),
    payment_methods: new Map(),
    checkout_sessions: new Map(),
    subscriptions: new Map(),
    invoices: new Map(),
    invoice_payments: new Map(),
    payment_intents: new Map(),
    charges: new Map(),
    coupons: new Map(),
    promotion_codes: new Map(),
    discounts: new Map(),
    refunds: new Map(),
    credit_notes: new Map(),
    subscription_schedules: new Map(),
    events: new Map(),
    webhook_endpoints: new Map(),
    portal_sessions: new Map(),
    portal_configurations: new Map(),
    test_clocks: new Map(),
    pending_items: new Map(),
    secrets: new Map(),
    deliveries: new Map(),
    remembered: new Map(),
  },
});

/** Stores a new or replaced object and answers it. */
export const put = <Name extends TableName>(
  account: Account,
  table: Name,
  value: Tables[Name],
): Tables[Name] => {
  account.tables[table].set(value.id, value);
  account.changes.push([table, value.id, value]);
  return value;
};

/** Deletes an object; nothing happens when it is gone already. */
export const remove = (account: Account, table: TableName, id: string): void => {
  if (account.tables[table].delete(id)) account.changes.push([table, id, null]);
};

/** Replaces some fields of an object that exists. */
export const change = <Name extends TableName>(
  account: Account,
  table: Name,
  id: string,
  fields: Partial<Tables[Name]>,
): Tables[Name] => put(account, table, { ...find(account, table, id), ...fields });

/** @throws resource_missing; `param` is the parameter that named the object ("id" for the path). */
export const find = <Name extends TableName>(
  account: Account,
  table: Name,
  id: string,
  param = "id",
): Tables[Name] => {
  const found = account.tables[table].get(id);
  if (!found) throw missing(kindOf(table), id, param);
  return found;
};

/** All objects of a table that pass, newest first. */
export const newest = <Name extends TableName>(
  account: Account,
  table: Name,
  keep: (one: Tables[Name]) => boolean,
): Tables[Name][] => {
  const kept = [...account.tables[table].values()].filter(keep).reverse();
  return kept.sort((a, b) => createdOf(b) - createdOf(a));
};

const createdOf = (value: object): number =>
  "created" in value && typeof value.created === "number" ? value.created : 0;

const kindOf = (table: TableName): string =>
  table.replace(/s$/, "").replace("checkout_session", "checkout.session").replace("portal_", "");
