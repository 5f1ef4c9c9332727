import "server-only";
import { claimPreview } from "@/lib/links/commands/claim-preview";
import type { TenantContext } from "@/lib/platform/context";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { previewLinkJob } from "../job-names";

/** Has the page of a message's link asked what it is, in the transaction that keeps the message; a page asked lately is not. */
export async function orderPreview(tx: TenantContext, link: string | null): Promise<void> {
  const previewId = link === null ? null : await claimPreview(tx, link);
  if (previewId) await enqueue(tx.db, previewLinkJob, { previewId }, { maxAttempts: 3 });
}
