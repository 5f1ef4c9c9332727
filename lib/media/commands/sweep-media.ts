import "server-only";
import { systemContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { removeFileBytes } from "@/lib/platform/files/remove-files";
import { sweepStaged } from "@/lib/platform/files/stage-upload";
import { daysAfter } from "@/lib/shared/days";
import { deleteUnused, tenantsWithUnused } from "../media-sql";

const KEPT_DAYS = 1;
const AT_ONCE = 200;

/** By the clock: uploads that nothing has shown for a day go, over all tenants, and halves of uploads. Again changes nothing. */
export async function systemSweepMedia(now: Date): Promise<void> {
  const before = daysAfter(now, -KEPT_DAYS);
  for (const tenantId of await tenantsWithUnused(platformClient(), before)) {
    const { db } = systemContext(tenantId, "media");
    for (;;) {
      const gone = await deleteUnused(db, before, AT_ONCE);
      await removeFileBytes(tenantId, gone);
      if (gone.length < AT_ONCE) break;
    }
  }
  await sweepStaged(before);
}
