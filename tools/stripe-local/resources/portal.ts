import type Stripe from "stripe";
import { type Ctx, find, newest, put } from "../store/account";
import { emit } from "../store/events";
import type { PortalConfiguration } from "../store/wire-types";
import { newId } from "../wire/ids";
import { pageOf } from "../wire/lists";
import { idIn, mergeMetadata, operation } from "../wire/operation";
import { refuseUnsupported } from "../wire/unsupported";

type ConfigurationParams = Stripe.BillingPortal.ConfigurationCreateParams;

const features = (given: ConfigurationParams["features"] | undefined): PortalConfiguration["features"] => ({
  customer_update: { allowed_updates: ["email", "tax_id"], enabled: false },
  invoice_history: { enabled: given?.invoice_history?.enabled ?? true },
  payment_method_update: {
    enabled: given?.payment_method_update?.enabled ?? true,
    payment_method_configuration: null,
  },
  subscription_cancel: {
    cancellation_reason: { enabled: false, feedback_options: null, options: [] },
    enabled: given?.subscription_cancel?.enabled ?? true,
    mode: given?.subscription_cancel?.mode ?? "at_period_end",
    proration_behavior: "none",
  },
  subscription_pause: { duration: { interval_options: [], type: "indefinite" }, enabled: false },
  subscription_update: {
    billing_cycle_anchor: null,
    default_allowed_updates: [],
    enabled: false,
    proration_behavior: "none",
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: "end_trial",
  },
});

const buildConfiguration = (
  ctx: Ctx,
  params: Partial<ConfigurationParams>,
  isDefault: boolean,
): PortalConfiguration => ({
  id: newId("bpc"),
  object: "billing_portal.configuration",
  active: true,
  application: null,
  business_profile: {
    headline: params.business_profile?.headline || null,
    privacy_policy_url: params.business_profile?.privacy_policy_url ?? null,
    terms_of_service_url: params.business_profile?.terms_of_service_url ?? null,
  },
  created: ctx.now,
  default_return_url: params.default_return_url || null,
  features: features(params.features),
  is_default: isDefault,
  livemode: false,
  login_page: { enabled: false, url: null },
  metadata: mergeMetadata({}, params.metadata),
  name: params.name || null,
  updated: ctx.now,
});

const defaultConfiguration = (ctx: Ctx): string =>
  newest(ctx.account, "portal_configurations", (one) => one.is_default)[0]?.id ??
  put(ctx.account, "portal_configurations", buildConfiguration(ctx, {}, true)).id;

export const portalOperations = [
  operation<Stripe.BillingPortal.SessionCreateParams>("POST /v1/billing_portal/sessions", (call) => {
    const { account, now, params } = call;
    refuseUnsupported(params, ["flow_data", "on_behalf_of"]);
    const customer = find(account, "customers", params.customer ?? "", "customer");
    const configuration = params.configuration
      ? find(account, "portal_configurations", params.configuration, "configuration").id
      : defaultConfiguration(call);
    const id = newId("bps");
    const session = put(account, "portal_sessions", {
      id,
      object: "billing_portal.session",
      configuration,
      created: now,
      customer: customer.id,
      customer_account: null,
      flow: null,
      livemode: false,
      locale: params.locale ?? null,
      on_behalf_of: null,
      return_url: params.return_url ?? null,
      url: `${account.site.url}/p/session/${id}`,
    });
    emit(call, "billing_portal.session.created", session);
    return session;
  }),
  operation<ConfigurationParams>("POST /v1/billing_portal/configurations", (call) => {
    const made = put(call.account, "portal_configurations", buildConfiguration(call, call.params, false));
    emit(call, "billing_portal.configuration.created", made);
    return made;
  }),
  operation("GET /v1/billing_portal/configurations/{id}", (call) =>
    find(call.account, "portal_configurations", idIn(call)),
  ),
  operation<Stripe.BillingPortal.ConfigurationListParams>(
    "GET /v1/billing_portal/configurations",
    ({ account, params }) => {
      const keep = (one: PortalConfiguration) =>
        params.is_default === undefined || one.is_default === params.is_default;
      return pageOf(
        newest(account, "portal_configurations", keep),
        params,
        "/v1/billing_portal/configurations",
      );
    },
  ),
];
