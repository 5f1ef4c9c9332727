import { z } from "zod";

/** Erases a tenant whose days of grace are over. */
export const eraseTenantName = { name: "tenant_life.erase", payload: z.looseObject({}) };
