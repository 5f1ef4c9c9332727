import { sessionLines } from "../resources/checkout-sessions";
import { type Account, newest } from "../store/account";
import { present } from "../store/present";
import type { TableName } from "../store/tables";
import { invalid } from "./errors";
import { wholeList } from "./lists";

const MAX_DEPTH = 4;

const TABLE_OF: Record<string, TableName> = {
  bpc: "portal_configurations",
  ch: "charges",
  clock: "test_clocks",
  cn: "credit_notes",
  cs: "checkout_sessions",
  cus: "customers",
  di: "discounts",
  in: "invoices",
  inpay: "invoice_payments",
  pi: "payment_intents",
  pm: "payment_methods",
  price: "prices",
  prod: "products",
  promo: "promotion_codes",
  re: "refunds",
  sub: "subscriptions",
};

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The answer with every reference named in `expand` replaced by its object. */
export const expandAll = (account: Account, answer: object, paths: string[]): object => {
  let expanded = presentAll(account, answer) as Node;
  for (const path of paths) {
    const keys = path.split(".");
    if (keys.length > MAX_DEPTH + (keys[0] === "data" ? 1 : 0))
      throw invalid(
        `You cannot expand more than ${MAX_DEPTH} levels of a property. Property: ${path}`,
        undefined,
        "expand[0]",
      );
    expanded = descend(account, expanded, { keys, path }) as Node;
  }
  return expanded;
};

const presentAll = (account: Account, answer: object): object =>
  "data" in answer && Array.isArray(answer.data)
    ? { ...answer, data: answer.data.map((one: object) => present(account, one)) }
    : present(account, answer);

const descend = (account: Account, node: unknown, at: { keys: string[]; path: string }): unknown => {
  const [key, ...rest] = at.keys;
  if (key === undefined || node === null || node === undefined) return node;
  if (Array.isArray(node)) return node.map((one) => descend(account, one, at));
  if (!isNode(node)) throw unexpandable(at.path);
  const value = key in node && node[key] !== undefined ? node[key] : included(account, node, key);
  if (value === undefined) throw unexpandable(at.path);
  const found = resolve(account, value);
  if (rest.length === 0 && found === value && !isNode(value) && !Array.isArray(value) && value !== null)
    throw unexpandable(at.path);
  return { ...node, [key]: descend(account, found, { ...at, keys: rest }) };
};

/** The object behind an id, for a lone reference and for a list of them. */
const resolve = (account: Account, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolve(account, one));
  if (typeof value !== "string") return value;
  const table = value.startsWith("sub_sched_")
    ? "subscription_schedules"
    : TABLE_OF[value.split("_")[0] ?? ""];
  // The id of a coupon is a word of its maker's choice.
  const found = (table && account.tables[table].get(value)) ?? account.tables.coupons.get(value);
  return found ? present(account, found) : value;
};

/** Lists and secrets that an object has only when they are asked for. */
const included = (account: Account, node: Node, key: string): unknown => {
  const id = String(node.id);
  const ctx = { account, now: 0 };
  switch (`${node.object}.${key}`) {
    case "invoice.payments":
      return wholeList(
        newest(account, "invoice_payments", (one) => one.invoice === id),
        `/v1/invoice_payments?invoice=${id}`,
      );
    case "invoice.confirmation_secret":
      return confirmationSecret(account, id);
    case "customer.subscriptions":
      return wholeList(
        newest(account, "subscriptions", (one) => one.customer === id && one.ended_at === null),
        `/v1/customers/${id}/subscriptions`,
      );
    case "customer.tax_ids":
      return wholeList(
        newest(account, "tax_ids", (one) => one.customer === id),
        `/v1/customers/${id}/tax_ids`,
      );
    case "checkout.session.line_items":
      return wholeList(sessionLines(ctx, id), `/v1/checkout/sessions/${id}/line_items`);
    default:
      return undefined;
  }
};

const confirmationSecret = (account: Account, invoice: string): object | null => {
  const payment = newest(account, "invoice_payments", (one) => one.invoice === invoice)[0];
  const intent =
    payment?.payment.payment_intent && account.tables.payment_intents.get(payment.payment.payment_intent);
  return intent ? { client_secret: intent.client_secret, type: "payment_intent" } : null;
};

const unexpandable = (path: string): Error =>
  invalid(
    `This property cannot be expanded (${path}). You may want to try expanding 'data.${path}' instead if you are listing objects.`,
    undefined,
    "expand[0]",
  );
