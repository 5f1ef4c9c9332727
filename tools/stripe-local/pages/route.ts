import type { Account } from "../store/account";
import { checkLink } from "../store/present";
import type { Courier } from "../webhooks/deliver";
import { checkoutPage, type Visit } from "./checkout-page";
import { message, type Page } from "./html";
import { viewInvoice } from "./invoice-page";
import { payableInvoice } from "./invoice-payment";
import { invoicePdf } from "./invoice-pdf";
import { portalPage } from "./portal-page";
import { voucherPage } from "./voucher-page";
import { wordsFor } from "./words/choose";

/** The redirect after a paid checkout waits this long for the app to answer the webhook. */
const REDIRECT_WAIT_MS = 10_000;

export type PageRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  accept: string;
};
type Served = { account: Account | undefined; page: Page };

/** Answers a hosted page. The account is told too, since pages change it. */
export const answerPage = async (
  accounts: Map<string, Account>,
  courier: Courier,
  request: PageRequest,
): Promise<Served> => {
  const [, area = "", second = "", third = "", fourth] = request.path.split("/");
  const words = wordsFor(request.accept);
  const nothing: Served = { account: undefined, page: message(words, 404, words.notFound) };
  if (area === "i") {
    const account = accounts.get(second);
    return {
      account,
      page: await servedInvoice(account, { ...request, invoice: third, pdf: fourth === "pdf" }),
    };
  }
  if (area === "v") return servedVoucher(accounts, request, second) ?? nothing;
  const table = area === "c" && second === "pay" ? "checkout_sessions" : "portal_sessions";
  const account = [...accounts.values()].find((one) => one.tables[table].has(third));
  if (!account) return nothing;
  const visit: Visit = { ...request, ctx: { account, now: account.site.now() } };
  const session = account.tables.checkout_sessions.get(third);
  const portal = account.tables.portal_sessions.get(third);
  if (table === "portal_sessions" && second === "session" && portal)
    return { account, page: portalPage(visit, portal) };
  if (table !== "checkout_sessions" || !session) return nothing;
  const waitFor = async (event: string): Promise<void> => {
    courier.flush(account);
    await courier.settled(event, REDIRECT_WAIT_MS);
  };
  return { account, page: await checkoutPage(visit, session, waitFor) };
};

const servedVoucher = (
  accounts: Map<string, Account>,
  request: PageRequest,
  id: string,
): Served | undefined => {
  const account = [...accounts.values()].find((one) => one.tables.payment_intents.has(id));
  const intent = account?.tables.payment_intents.get(id);
  if (!account || !intent) return undefined;
  return { account, page: voucherPage({ ...request, ctx: { account, now: account.site.now() } }, intent) };
};

type InvoiceRequest = PageRequest & { invoice: string; pdf: boolean };

const servedInvoice = async (account: Account | undefined, request: InvoiceRequest): Promise<Page> => {
  const words = wordsFor(request.accept);
  const invoice = account?.tables.invoices.get(request.invoice);
  const link = account && invoice ? checkLink(account, invoice.id, request.query.get("s") ?? "") : "wrong";
  if (!account || !invoice || link === "wrong") return message(words, 404, words.notFound);
  if (link === "expired") return message(words, 410, words.linkExpired, words.linkExpiredHint);
  if (!request.pdf) {
    const visit: Visit = { ...request, ctx: { account, now: account.site.now() } };
    return payableInvoice(visit, invoice, `${request.path}?${request.query}`);
  }
  return {
    status: 200,
    type: "application/pdf",
    body: await invoicePdf(viewInvoice(account, invoice, request.accept)),
  };
};
