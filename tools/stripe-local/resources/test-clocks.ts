import type Stripe from "stripe";
import { runDue } from "../billing/due";
import { addIntervals } from "../billing/period";
import { intervalOf } from "../billing/subscribe";
import { type Account, change, find, newest, put, remove } from "../store/account";
import { emit } from "../store/events";
import type { TestClock } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { newId } from "../wire/ids";
import { pageOf } from "../wire/lists";
import { idIn, operation } from "../wire/operation";
import { deleteCustomer } from "./customers";

const KEPT_SECONDS = 30 * 86_400;
const TWO_YEARS = 2 * 366 * 86_400;

/** How far a clock may go at once: two intervals of its shortest subscription, two years without one. */
const limitOf = (account: Account, clock: TestClock): number => {
  const running = newest(
    account,
    "subscriptions",
    (one) => one.test_clock === clock.id && one.ended_at === null,
  );
  const ends = running.map((one) => addIntervals(clock.frozen_time, intervalOf(one.items.data), 2));
  return Math.min(clock.frozen_time + TWO_YEARS, ...ends);
};

/** Lives through everything up to the clock's new time, in order, and opens the clock again. */
export const finishAdvance = (account: Account, clockId: string): void => {
  const clock = account.tables.test_clocks.get(clockId);
  if (clock?.status !== "advancing") return;
  runDue(account, clock.id, clock.frozen_time);
  const ready = change(account, "test_clocks", clock.id, { status: "ready", status_details: {} });
  emit({ account, now: clock.frozen_time }, "test_helpers.test_clock.ready", ready);
};

export const testClockOperations = [
  operation<Stripe.TestHelpers.TestClockCreateParams>(
    "POST /v1/test_helpers/test_clocks",
    ({ account, now, params }) => {
      const clock = put(account, "test_clocks", {
        id: newId("clock"),
        object: "test_helpers.test_clock",
        created: now,
        deletes_after: now + KEPT_SECONDS,
        frozen_time: params.frozen_time,
        livemode: false,
        name: params.name ?? null,
        status: "ready",
        status_details: {},
      });
      emit({ account, now }, "test_helpers.test_clock.created", clock);
      return clock;
    },
  ),
  operation("GET /v1/test_helpers/test_clocks/{id}", (call) => find(call.account, "test_clocks", idIn(call))),
  operation<Stripe.TestHelpers.TestClockListParams>(
    "GET /v1/test_helpers/test_clocks",
    ({ account, params }) =>
      pageOf(
        newest(account, "test_clocks", () => true),
        params,
        "/v1/test_helpers/test_clocks",
      ),
  ),
  operation<Stripe.TestHelpers.TestClockAdvanceParams>(
    "POST /v1/test_helpers/test_clocks/{id}/advance",
    (call) => {
      const { account, params } = call;
      const clock = find(account, "test_clocks", idIn(call));
      if (clock.status !== "ready")
        throw invalid("Test clock advancement underway - cannot advance it again yet.");
      if (params.frozen_time <= clock.frozen_time)
        throw invalid("Test clocks can only be advanced forward in time.", undefined, "frozen_time");
      if (params.frozen_time > limitOf(account, clock))
        throw invalid(
          "You can only advance a test clock by at most two intervals of the shortest subscription on it.",
          undefined,
          "frozen_time",
        );
      const advancing = change(account, "test_clocks", clock.id, {
        frozen_time: params.frozen_time,
        status: "advancing",
        status_details: { advancing: { target_frozen_time: params.frozen_time } },
      });
      emit({ account, now: clock.frozen_time }, "test_helpers.test_clock.advancing", advancing);
      account.later.push(() => finishAdvance(account, clock.id));
      return advancing;
    },
  ),
  operation("DELETE /v1/test_helpers/test_clocks/{id}", (call) => {
    const { account } = call;
    const clock = find(account, "test_clocks", idIn(call));
    const ctx = { account, now: clock.frozen_time };
    for (const customer of newest(account, "customers", (one) => one.test_clock === clock.id))
      deleteCustomer(ctx, customer);
    remove(account, "test_clocks", clock.id);
    emit(ctx, "test_helpers.test_clock.deleted", clock);
    return { id: clock.id, object: "test_helpers.test_clock", deleted: true };
  }),
];
