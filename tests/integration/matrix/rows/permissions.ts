import { STAFF_ROLES } from "@/lib/shared/actor";
import type { ApiRow, PageRow } from "../row-types";

const managers = ["owner", "admin"] as const;

export const permissionsApi: Record<string, ApiRow> = {
  "GET /permissions": { allowed: STAFF_ROLES, seeAs: 403, tells: "nobody" },
  "GET /staff": { allowed: managers, seeAs: 403, tells: "nobody" },
  "GET /staff/{id}/permissions": {
    params: ({ here }) => ({ id: here.staff.owner.staffId }),
    allowed: managers,
    seeAs: 403,
    tells: "nobody",
  },
  "GET /members/{id}/permissions": {
    params: ({ memberId }) => ({ id: memberId }),
    allowed: managers,
    seeAs: 200,
    tells: "names",
  },
};

export const permissionsPages: Record<string, PageRow> = {
  "/t/[tenant]/settings/permissions": { allowed: STAFF_ROLES, tells: "nobody" },
};
