"use server";
import { revalidatePath } from "next/cache";
import { updateLimits, updateWorkSettings } from "@/lib/tenants/commands/update-limits";
import { updateTenant } from "@/lib/tenants/commands/update-tenant";
import { limitsInput, tenantSettingsInput, workSettingsInput } from "@/lib/tenants/schema";
import { issueApiKey, revokeApiKey } from "../commands/issue-api-key";
import { defineStaffAction } from "../define-actions";
import { createKeyInput, keyIdInput } from "../schema";

export const updateTenantAction = defineStaffAction({
  schema: tenantSettingsInput,
  run: async (ctx, input) => {
    await updateTenant(ctx, input);
    revalidatePath("/t/[tenant]", "layout");
  },
});

export const updateWorkSettingsAction = defineStaffAction({
  schema: workSettingsInput,
  run: async (ctx, input) => {
    await updateWorkSettings(ctx, input);
    revalidatePath("/t/[tenant]", "layout");
  },
});

export const updateLimitsAction = defineStaffAction({
  schema: limitsInput,
  run: async (ctx, input) => {
    await updateLimits(ctx, input);
    revalidatePath("/t/[tenant]", "layout");
  },
});

/** The key reaches the page this once, as the form's answer. */
export const issueApiKeyAction = defineStaffAction({
  schema: createKeyInput,
  run: async (ctx, input) => {
    const { key } = await issueApiKey(ctx, input);
    revalidatePath("/t/[tenant]/settings/keys", "page");
    return { key };
  },
});

export const revokeApiKeyAction = defineStaffAction({
  whenReadOnly: "allowed",
  schema: keyIdInput,
  run: async (ctx, { keyId }) => {
    await revokeApiKey(ctx, keyId);
    revalidatePath("/t/[tenant]/settings/keys", "page");
  },
});
