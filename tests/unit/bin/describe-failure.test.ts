import { expect, test } from "vitest";
import { describeFailure } from "@/bin/describe-failure";
import { invalidInput } from "@/lib/shared/refusal";
import { createTenantInput } from "@/lib/tenants/schema";

test("a value that does not fit is told by its argument and reason, in one line", () => {
  const { error } = createTenantInput.safeParse({
    slug: "NO WAY",
    name: "Casa",
    country: "BR",
    plan: "gold",
    owner: { name: "", email: "nobody", password: "short" },
  });
  expect(describeFailure(error)).toBe(
    "refused: invalid_input (slug: invalid_slug, plan: invalid_choice free, starter, growth, scale, " +
      "owner-email: invalid_email, owner-password: too_small_text 8)",
  );
});

test("a rule's no is told by its code and fields", () => {
  expect(describeFailure(invalidInput({ path: "slug", code: "slug_taken" }))).toBe(
    "refused: invalid_input (slug: slug_taken)",
  );
});
