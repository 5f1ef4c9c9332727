import "server-only";
import type { TenantContext } from "@/lib/platform/context";
import { type FieldIssue, invalidInput, Refusal } from "@/lib/shared/refusal";
import type { Limits } from "@/lib/tenants/limits";
import { isTooLong } from "../rules";
import type { Icon } from "../types";

/** @throws Refusal `name_too_long` (L6), `invalid_input` at `description` (L7) */
export function checkTexts(
  { name, description }: { name?: string | undefined; description?: string | undefined },
  limits: Limits,
): void {
  const maximum = limits.communityNameGraphemes;
  const most = limits.communityDescriptionGraphemes;
  const wrong: FieldIssue[] = [];
  if (description !== undefined && isTooLong(description, most))
    wrong.push({ path: "description", code: "too_big_text", params: { maximum: most } });
  if (name !== undefined && isTooLong(name, maximum))
    throw new Refusal("name_too_long", { maximum }, [
      { path: "name", code: "name_too_long", params: { maximum } },
      ...wrong,
    ]);
  if (wrong.length > 0) throw invalidInput(...wrong);
}

/** An uploaded icon must be one of this tenant's files. @throws Refusal `invalid_input` at `icon.value` */
export async function checkIcon(ctx: TenantContext, icon: Icon | null | undefined): Promise<void> {
  if (icon?.kind !== "image") return;
  const file = await ctx.db.file.findFirst({
    where: { id: icon.value, purpose: "icon" },
    select: { id: true },
  });
  if (!file) throw invalidInput({ path: "icon.value", code: "unknown_id" });
}
