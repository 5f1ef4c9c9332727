import { createApiKey } from "@/lib/accounts/commands/create-api-key";
import { findTenantId } from "@/lib/accounts/queries/find-tenant-id";
import { systemContext } from "@/lib/platform/context";
import { withDatabase } from "../database";
import { readFlags } from "../flags";

/** `aldeia api-key create --tenant S --scopes all`: prints the key, once; it acts for the owner. */
export async function run([verb, ...args]: string[]): Promise<number> {
  if (verb !== "create")
    throw new Error("usage: aldeia api-key create --tenant SLUG --scopes all|a:read,b:write");
  const flags = readFlags(args, ["tenant", "scopes"], ["name"]);
  const { key } = await withDatabase(() => createForOwner(flags));
  process.stdout.write(`${key}\n`);
  return 0;
}

async function createForOwner(flags: Record<string, string>) {
  const tenantId = await findTenantId(flags.tenant ?? "");
  if (!tenantId) throw new Error(`no tenant has the slug ${flags.tenant}`);
  const ctx = systemContext(tenantId, "api-key create");
  const owner = await ctx.db.staff.findFirstOrThrow({ where: { role: "owner" }, select: { id: true } });
  const scopes = (flags.scopes ?? "").split(",").map((scope) => scope.trim());
  return await createApiKey(ctx, { name: flags.name ?? "command", scopes, staffId: owner.id });
}
