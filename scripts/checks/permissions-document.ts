import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { STAFF_ROLES } from "@/lib/shared/actor";
import { ACTIONS, reachOf, TIES, type Tie, tieSuffices } from "@/lib/tenants/permissions";

const reachWords = { all: "yes", granted: "granted communities", none: "" } as const;
const tieWords: Record<Tie, string> = {
  communityAdmin: "community admin",
  groupAdmin: "group admin",
  groupMember: "in the group",
  communityMember: "in the community",
  author: "author",
};

/** docs/permissions.md as it must read: the table of actions, roles and ties, for people. */
export function permissionsDocument(): string {
  const rows = ACTIONS.map((action) => [
    `\`${action}\``,
    ...STAFF_ROLES.map((role) => reachWords[reachOf(role, action)]),
    ...TIES.map((tie) => (tieSuffices(tie, action) ? "yes" : "")),
  ]);
  const head = ["action", ...STAFF_ROLES, ...TIES.map((tie) => tieWords[tie])];
  const table = [head, head.map(() => "---"), ...rows];
  return [
    "# Permissions",
    "",
    "Made from `lib/tenants/permissions.ts` by `npm run docs:permissions`; what is not in the table is refused.",
    "The first columns are roles of the team. The others are ties to the place of the action, which count for members and",
    "for people of the team through their own member record: a community admin is a member of the community too, a group",
    "admin is in the group. What somebody sees of a person is decided by `lib/members/visibility/policy.ts`.",
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
