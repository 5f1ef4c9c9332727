import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { reachOf, STAFF_PERMISSIONS, type StaffAction } from "@/lib/tenants/permissions";

const words = { all: "yes", granted: "granted communities", none: "" } as const;

/** docs/permissions.md as it must read: the table of roles and actions, for people. */
export function permissionsDocument(): string {
  const actions = Object.keys(STAFF_PERMISSIONS) as StaffAction[];
  const rows = actions.map((action) => [
    `\`${action}\``,
    ...STAFF_ROLES.map((role) => words[reachOf(role, action)]),
  ]);
  const table = [["action", ...STAFF_ROLES], ["---", ...STAFF_ROLES.map(() => "---")], ...rows];
  return [
    "# Permissions of the team",
    "",
    "Made from `lib/tenants/permissions.ts` by `npm run docs:permissions`; what is not in the table is refused.",
    "What members may do and see is decided by the policies of communities, groups and members.",
    "",
    ...table.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

/** Whether the table for people is the table the server reads. */
export function findPermissionsProblems(root: string): string[] {
  const path = join(root, permissionsPath);
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  return written === permissionsDocument()
    ? []
    : [`${permissionsPath} is out of date: npm run docs:permissions`];
}

export const permissionsPath = "docs/permissions.md";
