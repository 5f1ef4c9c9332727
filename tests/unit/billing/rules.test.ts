import { describe, expect, test } from "vitest";
import {
  entitledPlan,
  invoicedPlanName,
  isUpgrade,
  lookupKeyOf,
  planOfProduct,
  productIdOf,
} from "@/lib/billing/rules";
import { CATALOGUE, PAID_PLANS, planPrice } from "@/lib/plans/catalogue";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const subscription = (plan: string, status: string, created = 1) => ({
  plan,
  status,
  createdAt: day(created),
});

describe("the plan a tenant is entitled to", () => {
  test("without any subscription a plan that was given stays", () => {
    expect(entitledPlan([])).toBeNull();
    expect(
      entitledPlan([subscription("growth", "incomplete"), subscription("scale", "incomplete_expired")]),
    ).toBeNull();
  });

  test("X34: past_due keeps the plan, its end gives the free one", () => {
    expect(entitledPlan([subscription("growth", "past_due")])).toBe("growth");
    expect(entitledPlan([subscription("growth", "canceled")])).toBe("free");
    expect(entitledPlan([subscription("growth", "unpaid")])).toBe("free");
  });

  test("of two live ones the newer counts, and an ended one beside a live one does not", () => {
    expect(entitledPlan([subscription("scale", "active", 2), subscription("starter", "active", 1)])).toBe(
      "scale",
    );
    expect(entitledPlan([subscription("scale", "canceled", 3), subscription("starter", "active", 1)])).toBe(
      "starter",
    );
  });
});

describe("the catalogue and Stripe", () => {
  test("B1: a product tells its plan; one that is not ours tells none", () => {
    for (const plan of PAID_PLANS) expect(planOfProduct(productIdOf(plan))).toBe(plan);
    expect(planOfProduct("prod_123")).toBeNull();
    expect(planOfProduct("aldeia_gold")).toBeNull();
    expect(lookupKeyOf("growth", "BRL", "month")).toBe("aldeia_growth_brl_month");
  });

  test("B8: every price is a whole number of minor units, and a year costs ten months", () => {
    for (const plan of PAID_PLANS)
      for (const currency of ["BRL", "USD"] as const) {
        const [month, year] = (["month", "year"] as const).map(
          (each) => planPrice(plan, currency, each)?.amountMinor ?? 0,
        );
        expect(Number.isInteger(month)).toBe(true);
        expect(year).toBe((month ?? 0) * 10);
      }
    expect(planPrice("free", "BRL", "month")).toBeNull();
    expect(CATALOGUE.scale.limits.members).toBeNull();
  });

  test("X32: an invoice of a plan change bears the name of the plan it charges", () => {
    const lines = [
      { productId: "aldeia_starter", amountMinor: -3_000 },
      { productId: "aldeia_growth", amountMinor: 9_000 },
    ];
    expect(invoicedPlanName(lines)).toBe("Growth");
    expect(invoicedPlanName([{ productId: null, amountMinor: 100 }])).toBe("Aldeia");
  });

  test("B6: more is an upgrade, a year instead of a month too; less is not", () => {
    const at = (plan: string, interval: string) => ({ plan, interval });
    expect(isUpgrade(at("starter", "month"), at("growth", "month"))).toBe(true);
    expect(isUpgrade(at("starter", "month"), at("starter", "year"))).toBe(true);
    expect(isUpgrade(at("growth", "year"), at("starter", "month"))).toBe(false);
    expect(isUpgrade(at("growth", "year"), at("growth", "month"))).toBe(false);
  });
});
