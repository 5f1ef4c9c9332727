import { STAFF_ROLES } from "@/lib/shared/actor";
import type { ApiRow } from "../row-types";

export const tenantsApi: Record<string, ApiRow> = {
  "GET /me": { allowed: STAFF_ROLES, seeAs: 200, tells: "nobody" },
};
