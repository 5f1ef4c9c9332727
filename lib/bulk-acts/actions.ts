"use server";
import { redirect } from "next/navigation";
import { defineStaffAction } from "@/lib/accounts/define-actions";
import { findSlug } from "@/lib/tenants/queries/find-slug";
import { startBulkAct } from "./commands/start-bulk-act";
import { bulkActForm } from "./schema";

export const startBulkActAction = defineStaffAction({
  schema: bulkActForm,
  run: async (ctx, input) => {
    const { id } = await startBulkAct(ctx, input);
    redirect(`/t/${await findSlug(ctx)}/members/acts/${id}`);
  },
});
