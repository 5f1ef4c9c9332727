import type Stripe from "stripe";
import { clockOf } from "../billing/clock";
import { type PhaseParams, readPhases, releaseSchedule, scheduleFrom } from "../billing/schedule";
import { type Ctx, change, find, newest } from "../store/account";
import { emit } from "../store/events";
import type { SubscriptionSchedule } from "../store/wire-types";
import { invalid } from "../wire/errors";
import { inRange, pageOf } from "../wire/lists";
import { type Call, idIn, mergeMetadata, operation } from "../wire/operation";
import { refuseUnsupported } from "../wire/unsupported";

const running = (call: Call<unknown>): { schedule: SubscriptionSchedule; ctx: Ctx } => {
  const schedule = find(call.account, "subscription_schedules", idIn(call));
  if (schedule.status !== "active" && schedule.status !== "not_started")
    throw invalid(
      `You cannot update a subscription schedule that is currently in the \`${schedule.status}\` status. It must be in the \`not_started\` or \`active\` statuses.`,
    );
  return { schedule, ctx: clockOf(call, schedule.customer) };
};

export const subscriptionScheduleOperations = [
  operation<Stripe.SubscriptionScheduleCreateParams>("POST /v1/subscription_schedules", (call) => {
    refuseUnsupported(call.params, ["phases", "customer", "start_date", "default_settings"]);
    const subscription = find(
      call.account,
      "subscriptions",
      call.params.from_subscription ?? "",
      "from_subscription",
    );
    return scheduleFrom(clockOf(call, subscription.customer), subscription);
  }),
  operation("GET /v1/subscription_schedules/{id}", (call) =>
    find(call.account, "subscription_schedules", idIn(call)),
  ),
  operation<Stripe.SubscriptionScheduleListParams>(
    "GET /v1/subscription_schedules",
    ({ account, params }) => {
      const all = newest(
        account,
        "subscription_schedules",
        (one) =>
          (params.customer === undefined || one.customer === params.customer) &&
          inRange(one.created, params.created),
      );
      return pageOf(all, params, "/v1/subscription_schedules");
    },
  ),
  operation<Stripe.SubscriptionScheduleUpdateParams>("POST /v1/subscription_schedules/{id}", (call) => {
    const { schedule, ctx } = running(call);
    refuseUnsupported(call.params, ["default_settings", "pause_schedules"]);
    const updated = change(call.account, "subscription_schedules", schedule.id, {
      end_behavior: call.params.end_behavior ?? schedule.end_behavior,
      metadata: mergeMetadata(schedule.metadata ?? {}, call.params.metadata),
      phases: call.params.phases
        ? readPhases(ctx, schedule, call.params.phases as PhaseParams[])
        : schedule.phases,
    });
    emit(ctx, "subscription_schedule.updated", updated, { phases: schedule.phases });
    return updated;
  }),
  operation("POST /v1/subscription_schedules/{id}/release", (call) => {
    const { schedule, ctx } = running(call);
    return releaseSchedule(ctx, schedule);
  }),
];
