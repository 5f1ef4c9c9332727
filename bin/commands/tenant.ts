import { createTenant } from "@/lib/tenants/commands/create-tenant";
import { createTenantInput } from "@/lib/tenants/schema";
import { withDatabase } from "../database";
import { readFlags } from "../flags";

/** `aldeia tenant create --slug S --name N --owner-email E --owner-password P [--country BR] [--plan scale]`: prints the id. */
export async function run([verb, ...args]: string[]): Promise<number> {
  if (verb !== "create")
    throw new Error("usage: aldeia tenant create --slug S --name N --owner-email E --owner-password P");
  const flags = readFlags(
    args,
    ["slug", "name", "owner-email", "owner-password"],
    ["country", "plan", "owner-name"],
  );
  const input = createTenantInput.parse({
    slug: flags.slug,
    name: flags.name,
    country: flags.country ?? "BR",
    plan: flags.plan ?? "scale",
    owner: {
      name: flags["owner-name"] ?? "",
      email: flags["owner-email"],
      password: flags["owner-password"],
    },
  });
  const { tenantId } = await withDatabase(() => createTenant(input));
  process.stdout.write(`${tenantId}\n`);
  return 0;
}
