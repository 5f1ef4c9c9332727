import { createTenant } from "@/lib/tenants/commands/create-tenant";

/** The demo village: the tenant `aurora` with everything, and the small tenant `brisa` beside it. */
export async function seedVillage(): Promise<void> {
  await createTenant({
    slug: "aurora",
    name: "Aurora Corridas",
    plan: "growth",
    owner: { name: "Helena Prado", email: "owner@aurora.example", password: "aldeia-demo" },
  });
  await createTenant({
    slug: "brisa",
    name: "Padaria Brisa",
    plan: "free",
    owner: { name: "Tomé Brisa", email: "owner@brisa.example", password: "aldeia-demo" },
  });
}
