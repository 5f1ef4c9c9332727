import type { Ctx } from "../store/account";

/** The instant at which a customer lives: the time of their test clock, or the wall clock. */
export const clockOf = (ctx: Ctx, customer: string | null): Ctx => {
  const clockId = customer === null ? null : ctx.account.tables.customers.get(customer)?.test_clock;
  const clock = clockId ? ctx.account.tables.test_clocks.get(clockId) : undefined;
  return { account: ctx.account, now: clock?.frozen_time ?? ctx.now };
};
